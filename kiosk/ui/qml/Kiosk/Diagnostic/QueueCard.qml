import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A titled list with its count, and what to do when it is empty (children are the rows, in `content`).
Card {
    id: card

    required property string title
    required property int count
    required property string emptyTitle
    property string emptyIcon: "circle-check"
    property string action: ""
    property string actionIcon: ""
    property alias rows: view.model
    property alias delegate: view.delegate

    signal actionRequested

    radius: Sizes.radiusSheet
    padding: 0

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Look.pick(24, 16)
            Layout.rightMargin: Look.pick(24, 16)
            Layout.topMargin: Look.pick(20, 12)
            Layout.bottomMargin: Look.pick(12, 6)

            KText {
                Layout.fillWidth: true
                text: card.title
                size: Fonts.label
                weight: Fonts.bold
            }

            Button {
                visible: card.action !== ""
                role: Button.Role.Quiet
                iconName: card.actionIcon
                text: card.action
                onClicked: card.actionRequested()
            }

            KText {
                text: card.count
                size: Fonts.label
                weight: Fonts.bold
                color: card.count > 0 ? Colors.ink : Colors.ink2
            }
        }

        ListView {
            id: view

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Look.pick(8, 4)
            Layout.rightMargin: Look.pick(8, 4)
            Layout.bottomMargin: Look.pick(12, 8)
            visible: card.count > 0
            clip: true
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: card.count === 0

            Column {
                anchors.centerIn: parent
                spacing: Sizes.s12

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: card.emptyIcon
                    size: Look.pick(48, 36)
                    color: Colors.ink2
                }

                KText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: card.emptyTitle
                    size: Fonts.body
                    color: Colors.ink2
                }
            }
        }
    }
}
