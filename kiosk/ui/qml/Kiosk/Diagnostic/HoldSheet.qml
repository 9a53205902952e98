pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Setting a unit apart, or ending what held it: one tap on the reason. A hazard goes to quarantine and its label is printed at once.
Sheet {
    id: sheet

    required property HoldsViewModel holds
    readonly property bool ends: sheet.holds.ending !== ""

    title: sheet.ends ? qsTr("Quelle réponse ?") : qsTr("Pourquoi le mettre à part ?")
    open: sheet.holds.asking || sheet.ends
    onCloseRequested: sheet.holds.close()

    Column {
        width: parent.width
        spacing: Sizes.tileGap

        KText {
            width: parent.width
            visible: !sheet.ends
            text: qsTr("Un danger part en quarantaine, son étiquette s’imprime aussitôt.")
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: sheet.holds.offered

            Button {
                required property string reason
                required property string title
                required property bool hazard

                width: parent?.width ?? 0
                visible: !sheet.ends
                implicitHeight: Look.pick(76, 60)
                alignLeft: true
                iconName: hazard ? "triangle-alert" : "shield"
                text: title
                onClicked: sheet.holds.hold(reason)
            }
        }

        Repeater {
            model: sheet.ends ? ["answered", "mistaken"] : []

            Button {
                required property string modelData

                width: parent?.width ?? 0
                implicitHeight: Look.pick(76, 60)
                alignLeft: true
                text: modelData === "answered" ? qsTr("La base a répondu : rien trouvé") : qsTr("Retenu par erreur")
                onClicked: sheet.holds.end(modelData)
            }
        }
    }
}
