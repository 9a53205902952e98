import QtQuick
import Kiosk.Style

// One of a few values side by side (S0…S4, a quick cash amount, a filter): ink fill when chosen.
Touchable {
    id: tile

    property bool chosen: false
    property string fact: ""
    property string iconName: ""
    property real figure: Fonts.bodyPlus

    spoken: tile.fact === "" ? tile.text : tile.text + ", " + tile.fact
    implicitHeight: Sizes.quickCash
    implicitWidth: Math.max(Sizes.target, tile.implicitContentWidth + 2 * Sizes.s16)
    Accessible.checkable: true
    Accessible.checked: tile.chosen

    background: Rectangle {
        radius: tile.radius
        color: tile.chosen ? Colors.inverse : !tile.enabled || tile.down ? Colors.well : Colors.surface
        border.width: tile.chosen ? 0 : Sizes.edge
        border.color: tile.enabled ? Colors.control : Colors.line
    }

    contentItem: Item {
        implicitWidth: column.implicitWidth
        implicitHeight: column.implicitHeight

        Column {
            id: column

            anchors.centerIn: parent

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Sizes.s8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: tile.iconName
                    size: Sizes.iconTile
                    color: tile.chosen ? Colors.inverseInk : Colors.ink
                }

                KText {
                    text: tile.text
                    size: tile.figure
                    weight: Fonts.bold
                    color: tile.chosen ? Colors.inverseInk : tile.enabled ? Colors.ink : Colors.ink3
                    Accessible.ignored: true
                }
            }

            KText {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: tile.fact !== ""
                text: tile.fact
                size: Fonts.small
                color: tile.chosen ? Colors.inverseInk2 : Colors.ink2
                Accessible.ignored: true
            }
        }
    }
}
