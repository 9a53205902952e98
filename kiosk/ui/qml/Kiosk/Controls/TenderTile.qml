import QtQuick
import Kiosk.Style

// A way of paying, or any choice of that weight: icon, name, one line of fact. Unusable tiles say why in `fact`.
Touchable {
    id: tile

    property string iconName: ""
    property string fact: ""
    property bool chosen: false
    // A way less used: lower, its icon beside its name.
    property bool compact: false

    spoken: tile.fact === "" ? tile.text : tile.text + ", " + tile.fact
    radius: Sizes.radiusTile
    implicitHeight: tile.compact ? Sizes.tenderTileLow : Sizes.tenderTile
    implicitWidth: Look.pick(240, 180)
    padding: tile.compact ? Look.pick(16, 10) : Look.pick(22, 14)
    Accessible.checked: tile.chosen

    background: Rectangle {
        radius: tile.radius
        color: tile.chosen ? Colors.accentTint : !tile.enabled ? Colors.none : tile.down ? Colors.well : Colors.surface
        border.width: tile.chosen ? Sizes.edgeChosen : Sizes.edge
        border.color: tile.chosen ? Colors.accent : tile.enabled ? Colors.control : Colors.line
    }

    contentItem: Item {
        Icon {
            anchors.verticalCenter: tile.compact ? parent.verticalCenter : undefined
            visible: !tile.compact || Look.large
            name: tile.iconName
            size: tile.compact ? Sizes.icon : Sizes.iconLarge
            color: tile.chosen ? Colors.accent : tile.enabled ? Colors.ink : Colors.ink3
        }

        Icon {
            anchors.right: parent.right
            name: tile.chosen && !tile.compact ? "circle-check" : ""
            size: Look.pick(26, 22)
            color: Colors.accent
        }

        Column {
            anchors.bottom: tile.compact ? undefined : parent.bottom
            anchors.verticalCenter: tile.compact ? parent.verticalCenter : undefined
            anchors.right: parent.right
            width: tile.compact && Look.large ? parent.width - Sizes.icon - Sizes.s12 : parent.width
            spacing: Sizes.textGap

            KText {
                width: parent.width
                text: tile.text
                size: tile.compact ? Fonts.body : Fonts.lead
                weight: Fonts.bold
                color: tile.enabled ? Colors.ink : Colors.ink3
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                visible: tile.fact !== ""
                text: tile.fact
                size: Fonts.small
                weight: Fonts.soft
                color: tile.enabled ? Colors.ink2 : Colors.ink3
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }
        }
    }
}
