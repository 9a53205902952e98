import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// One of the thirty points. `look`: "passed", "failed", "current", "measuring", "todo", "none" (not applicable). `value` is what was read;
// where it is too long for one line the tile says `brief` instead, and the card beside it the whole.
Touchable {
    id: tile

    required property string number
    property string value: ""
    property string brief: ""
    property string look: "todo"
    property string methodIcon: ""
    property bool blocking: false
    readonly property color inkColor: tile.look === "current" ? Colors.inverseInk : tile.look === "none" ? Colors.ink3 : Colors.ink
    readonly property color softColor: tile.look === "current" ? Colors.inverseInk2 : Colors.ink2
    readonly property color valueColor: tile.look === "passed" ? Colors.ok : tile.look === "failed" ? Colors.bad : tile.look === "measuring" ? Colors.accent : tile.look === "current" ? Colors.inverseInk : Colors.ink2

    spoken: tile.number + ", " + tile.text + ", " + tile.value
    radius: Sizes.radiusTile
    implicitWidth: Look.pick3(207, 145, 112)
    implicitHeight: Sizes.controlPointTile
    padding: Look.pick(15, 9)

    background: Rectangle {
        radius: tile.radius
        color: tile.look === "failed" ? Colors.badTint : tile.look === "current" ? Colors.inverse : tile.look === "measuring" ? Colors.accentTint : tile.look === "none" ? Colors.well : tile.look === "todo" ? Colors.none : Colors.surface
        border.width: tile.look === "failed" || tile.look === "todo" ? Sizes.edgeStrong : tile.look === "current" || tile.look === "none" ? 0 : Sizes.edge
        border.color: tile.look === "failed" ? Colors.bad : tile.look === "todo" ? Colors.control : tile.look === "measuring" ? Colors.accentLine : Colors.line
    }

    contentItem: ColumnLayout {
        spacing: Sizes.textGap

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s8

            KText {
                Layout.fillWidth: true
                text: tile.number
                size: Look.pick(18, 16)
                weight: Fonts.semibold
                color: tile.softColor
                Accessible.ignored: true
            }

            Icon {
                name: tile.blocking ? "shield" : ""
                size: Sizes.iconStrip
                color: tile.softColor
            }

            Icon {
                name: tile.methodIcon
                size: Sizes.iconStrip
                color: tile.softColor
            }
        }

        KText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: tile.text
            size: Look.pick(19, 16)
            weight: Fonts.semibold
            color: tile.inkColor
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            verticalAlignment: Text.AlignBottom
            Accessible.ignored: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Look.px(Look.small ? 4 : 6)

            Icon {
                name: tile.look === "passed" ? "circle-check" : tile.look === "failed" ? "circle-x" : tile.look === "current" ? "circle-play" : tile.look === "measuring" ? "loader" : tile.look === "none" ? "circle-slash" : "circle-dashed"
                size: Look.small ? Sizes.iconChip : Sizes.iconTile
                color: tile.valueColor
            }

            KText {
                id: found

                Layout.fillWidth: true
                text: tile.brief !== "" && whole.advanceWidth > found.width ? tile.brief : tile.value
                size: tile.width < Look.px(160) ? Fonts.small : Look.pick(18, 16)
                weight: Fonts.medium
                color: tile.valueColor
                wrapMode: tile.brief !== "" ? Text.NoWrap : Text.WordWrap
                Accessible.ignored: true

                TextMetrics {
                    id: whole

                    font: found.font
                    text: tile.value
                }
            }
        }
    }
}
