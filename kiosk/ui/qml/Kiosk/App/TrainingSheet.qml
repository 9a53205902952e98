pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Before training begins: what it is, and that the customer's basket waits. The other till is made ready meanwhile.
Sheet {
    id: sheet

    required property AppViewModel app

    title: qsTr("S’entraîner")
    mustAnswer: sheet.app.trainingBusy
    onCloseRequested: sheet.open = false

    Column {
        width: parent.width
        spacing: Sizes.s24

        KText {
            width: parent.width
            text: qsTr("La même boutique, pour apprendre : tous les gestes sont possibles, rien n’est vendu ni encaissé. Le tiroir reste fermé et chaque papier porte « FORMATION ».")
            wrapMode: Text.WordWrap
            color: Colors.ink2
        }

        KText {
            width: parent.width
            text: qsTr("Le panier en cours vous attend. Vous quittez la formation par le même bouton.")
            wrapMode: Text.WordWrap
            color: Colors.ink2
        }

        Row {
            anchors.right: parent.right
            spacing: Sizes.s16

            Button {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Retour")
                enabled: !sheet.app.trainingBusy
                onClicked: sheet.open = false
            }

            Button {
                role: Button.Role.Primary
                iconName: "graduation-cap"
                text: sheet.app.trainingBusy ? qsTr("Préparation…") : qsTr("Commencer la formation")
                enabled: !sheet.app.trainingBusy
                onClicked: sheet.app.train()
            }
        }
    }
}
