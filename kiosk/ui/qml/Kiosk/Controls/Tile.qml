import QtQuick
import Kiosk.Style

// A favourite (icon in a thumb, price, name) or, with `drawing`, a category (drawing above its name, `corner` for the count).
Touchable {
    id: tile

    property string iconName: ""
    property string drawing: ""
    property string price: ""
    property string corner: ""

    spoken: [tile.text, tile.price, tile.corner].filter(part => part !== "").join(", ")
    radius: Sizes.radiusTile
    implicitHeight: tile.drawing !== "" ? Sizes.category : Sizes.favourite
    implicitWidth: Look.pick(170, 112)
    padding: Look.pick(16, 12)
    leftPadding: tile.drawing !== "" ? Look.pick(12, 4) : tile.padding
    rightPadding: tile.leftPadding

    background: Rectangle {
        radius: tile.radius
        color: tile.down ? Colors.well : tile.enabled ? Colors.surface : Colors.none
        border.width: Sizes.edge
        border.color: Colors.line
    }

    contentItem: Item {
        Thumb {
            visible: tile.drawing === "" && tile.iconName !== ""
            width: Look.pick(52, 40)
            height: Look.pick(52, 40)
            radius: Sizes.radiusControl
            iconName: tile.iconName
        }

        KText {
            anchors.right: parent.right
            y: Look.pick(12, 8)
            visible: tile.price !== ""
            text: tile.price
            size: Fonts.bodyPlus
            weight: Fonts.bold
            Accessible.ignored: true
        }

        KText {
            anchors.right: parent.right
            visible: tile.corner !== "" && Look.large
            text: tile.corner
            size: Fonts.small
            color: Colors.ink2
            Accessible.ignored: true
        }

        DeviceDrawing {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Look.pick(0, -2)
            visible: tile.drawing !== ""
            height: Look.pick(62, 42)
            name: tile.drawing
        }

        KText {
            anchors.bottom: parent.bottom
            width: parent.width
            text: tile.text
            size: tile.drawing !== "" ? Look.pick(19, 16) : Fonts.body
            weight: tile.drawing !== "" ? Fonts.semibold : Fonts.medium
            color: tile.enabled ? Colors.ink : Colors.ink3
            horizontalAlignment: tile.drawing !== "" ? Text.AlignHCenter : Text.AlignLeft
            wrapMode: tile.drawing !== "" ? Text.NoWrap : Text.WordWrap
            Accessible.ignored: true
        }
    }
}
