import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Before a kept device goes back on sale: the whole deposit is the customer's, as a credit or as money by the ticket on which it was paid.
Sheet {
    id: sheet

    required property CommitmentsViewModel commitments

    title: qsTr("Libérer l’appareil ?")
    open: sheet.commitments.releasing
    sheetWidth: Look.pick(760, 640)
    onCloseRequested: sheet.commitments.keepDevice()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        KText {
            Layout.fillWidth: true
            text: sheet.commitments.customer === "" ? qsTr("%1 revient en vente. L’acompte de %2 est rendu en entier.").arg(sheet.commitments.name).arg(sheet.commitments.paid) : qsTr("%1 revient en vente. L’acompte de %2 est rendu en entier à %3.").arg(sheet.commitments.name).arg(sheet.commitments.paid).arg(sheet.commitments.customer)
            size: Fonts.body
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Un acompte engage le client et le magasin : il s’annule d’accord entre eux.")
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primary
            iconName: "ticket-percent"
            text: qsTr("Donner un avoir de %1").arg(sheet.commitments.paid)
            onClicked: sheet.commitments.releaseAsCredit()
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primary
            iconName: "undo-2"
            text: qsTr("Rendre l’argent, par son ticket")
            onClicked: sheet.commitments.releaseAsMoney()
        }

        Button {
            Layout.topMargin: Sizes.s8
            iconName: "lock"
            text: qsTr("Garder la réservation")
            onClicked: sheet.commitments.keepDevice()
        }
    }
}
