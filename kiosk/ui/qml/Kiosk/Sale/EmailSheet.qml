import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The address for this receipt only; being written to for another reason is a box of its own, and it is empty (SEC-01).
Sheet {
    id: sheet

    required property DoneViewModel done
    readonly property ReceiptViewModel receipt: sheet.done.receipt

    function send(): void {
        sheet.receipt.sendEmail(address.text, consent.checked);
    }

    title: qsTr("Envoyer le ticket par e-mail")
    open: sheet.receipt.mailOpen
    sheetWidth: Look.pick(760, 600)
    onCloseRequested: sheet.receipt.close()
    onOpenChanged: {
        address.clear();
        consent.checked = false;
        if (sheet.open)
            address.forceActiveFocus();
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        Field {
            id: address

            Layout.fillWidth: true
            label: qsTr("Adresse e-mail du client")
            iconName: "mail"
            placeholder: qsTr("prenom.nom@exemple.fr")
            inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
            maximumLength: 254
            fault: sheet.receipt.fault
            onAccepted: sheet.send()
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("L’adresse sert à ce ticket et elle est effacée dès qu’il est parti.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        CheckRow {
            id: consent

            Layout.fillWidth: true
            text: sheet.receipt.consent
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.control
            role: Button.Role.Primary
            text: qsTr("Envoyer")
            enabled: !sheet.receipt.busy
            onClicked: sheet.send()
        }
    }
}
