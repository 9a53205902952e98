pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Why the clock stands; pauses are counted apart and shown.
Sheet {
    id: sheet

    required property TradeInViewModel tradeIn

    title: qsTr("Pourquoi cette pause ?")
    onCloseRequested: sheet.open = false

    Column {
        width: parent.width
        spacing: Sizes.tileGap

        Repeater {
            model: [qsTr("Le client saisit un mot de passe"), qsTr("Le client sauvegarde ses données"), qsTr("Le client cherche sa pièce d’identité"), qsTr("Un autre client attend")]

            Button {
                required property string modelData

                width: parent?.width ?? 0
                implicitHeight: Look.pick(76, 64)
                iconName: "pause"
                alignLeft: true
                text: modelData
                onClicked: {
                    sheet.open = false;
                    sheet.tradeIn.pause(modelData);
                }
            }
        }
    }
}
