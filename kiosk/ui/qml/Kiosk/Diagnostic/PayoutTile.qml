import QtQuick
import Kiosk.Style
import Kiosk.Controls

// A way of being paid for the device: its name, what it is worth this way, and one line of fact.
Touchable {
    id: tile

    required property string amount
    property string iconName: ""
    property string fact: ""
    property bool chosen: false

    radius: Sizes.radiusTile
    padding: Look.pick(20, 12)
    implicitHeight: column.implicitHeight + 2 * tile.padding
    Accessible.checked: tile.chosen

    background: Rectangle {
        radius: tile.radius
        color: tile.chosen ? Colors.accentTint : tile.enabled ? Colors.surface : Colors.none
        border.width: tile.chosen ? Sizes.edgeChosen : Sizes.edge
        border.color: tile.chosen ? Colors.accent : tile.enabled ? Colors.control : Colors.line
    }

    contentItem: Item {
        Column {
            id: column

            width: parent.width
            spacing: Sizes.s4

            Row {
                spacing: Sizes.s12

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: Look.small ? "" : tile.iconName
                    color: tile.chosen ? Colors.accent : tile.enabled ? Colors.ink : Colors.ink3
                }

                KText {
                    text: tile.text
                    size: Look.pick(20, 16)
                    weight: Fonts.semibold
                    color: tile.enabled ? Colors.ink : Colors.ink3
                    Accessible.ignored: true
                }
            }

            MoneyText {
                anchors.left: parent.left
                amount: tile.amount
                size: Look.pick3(44, 28, 24)
                color: tile.enabled ? Colors.ink : Colors.ink3
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: tile.fact
                size: Fonts.small
                color: tile.enabled ? Colors.ink2 : Colors.ink3
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }
        }

        Icon {
            anchors.right: parent.right
            name: tile.chosen && !Look.small ? "circle-check" : ""
            size: Look.pick(26, 22)
            color: Colors.accent
        }
    }
}
