pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The account that the seller is paid on: checked as it is typed, gone from the screen once it is kept, but for its end.
Sheet {
    id: sheet

    required property PayoutViewModel payout

    title: qsTr("Virement au vendeur")
    open: sheet.payout.asking
    sheetWidth: Look.pick3(900, 720, 700)
    onCloseRequested: sheet.payout.close()

    Loader {
        width: parent.width
        active: sheet.open

        sourceComponent: ColumnLayout {
            spacing: Look.pick(18, 12)

            Field {
                id: holder

                Layout.fillWidth: true
                label: qsTr("Titulaire du compte")
                fault: sheet.payout.faulty === "holder" ? sheet.payout.trouble : ""
                maximumLength: 70
                text: sheet.payout.holder
                onEdited: sheet.payout.write("holder", holder.text)
            }

            Field {
                id: iban

                Layout.fillWidth: true
                label: qsTr("IBAN")
                fault: sheet.payout.faulty === "iban" ? sheet.payout.trouble : ""
                maximumLength: 42
                placeholder: qsTr("FR76 0000 0000 0000 0000 0000 000")
                onEdited: sheet.payout.write("iban", iban.text)
            }

            Field {
                id: bic

                Layout.fillWidth: true
                label: qsTr("BIC, facultatif")
                fault: sheet.payout.faulty === "bic" ? sheet.payout.trouble : ""
                maximumLength: 11
                onEdited: sheet.payout.write("bic", bic.text)
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Le contrat et les écrans n’en montreront que les quatre derniers caractères.")
                size: Fonts.small
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            Button {
                Layout.alignment: Qt.AlignRight
                Layout.preferredWidth: Sizes.offerWidth
                role: Button.Role.Primary
                text: qsTr("Garder ce compte")
                onClicked: sheet.payout.check()
            }
        }
    }
}
