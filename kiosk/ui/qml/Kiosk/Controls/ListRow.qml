import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A row of a list: thumb or icon, title, a second line in the colour of its state, something at the right (children), a chevron.
Touchable {
    id: row

    property string title: ""
    property string subtitle: ""
    property string subtitleIcon: ""
    property string tone: ""
    property string iconName: ""
    property string drawing: ""
    property bool bare: false
    property bool chosen: false
    property bool chevron: false
    property bool separator: true
    property real sideMargin: Sizes.s16
    default property alias trailing: right.data

    spoken: row.subtitle === "" ? row.title : row.title + ", " + row.subtitle
    radius: row.chosen ? Sizes.radiusControl : 0
    implicitHeight: Math.max(Look.pick(row.subtitle === "" ? 72 : 96, row.subtitle === "" ? 56 : 68), words.implicitHeight + 2 * Look.pick(16, 10))
    readonly property color titleColor: row.chosen ? Colors.inverseInk : row.enabled ? Colors.ink : Colors.ink3
    readonly property color toneColor: row.chosen ? (row.tone === "bad" ? Colors.inverseBad : row.tone === "ok" ? Colors.inverseOk : Colors.inverseInk2) : Colors.of(row.tone)

    background: Rectangle {
        radius: row.radius
        color: row.chosen ? Colors.inverse : row.down ? Colors.well : Colors.none

        Rectangle {
            visible: row.separator && !row.chosen
            anchors.bottom: parent.bottom
            x: row.sideMargin
            width: parent.width - 2 * row.sideMargin
            height: Sizes.hair
            color: Colors.line
        }
    }

    contentItem: Item {
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: row.sideMargin
            anchors.rightMargin: row.sideMargin
            spacing: Look.pick(16, 12)

            Thumb {
                visible: row.drawing !== "" || (row.iconName !== "" && !row.bare)
                implicitWidth: Look.pick(row.drawing !== "" ? 60 : 48, row.drawing !== "" ? 48 : 36)
                implicitHeight: implicitWidth
                radius: Sizes.radiusControl
                drawing: row.drawing
                iconName: row.iconName
                tone: row.drawing === "" ? row.tone : ""
            }

            Icon {
                visible: row.bare && row.iconName !== ""
                name: row.iconName
                size: Look.pick(28, 24)
                color: row.titleColor
            }

            ColumnLayout {
                id: words

                Layout.fillWidth: true
                spacing: Sizes.textGap

                KText {
                    Layout.fillWidth: true
                    text: row.title
                    size: Look.pick(19, 16)
                    weight: Fonts.semibold
                    color: row.titleColor
                    wrapMode: Text.WordWrap
                    Accessible.ignored: true
                }

                RowLayout {
                    visible: row.subtitle !== ""
                    Layout.fillWidth: true
                    spacing: Sizes.s8

                    Icon {
                        name: row.subtitleIcon
                        size: Sizes.iconChip
                        color: row.toneColor
                    }

                    KText {
                        Layout.fillWidth: true
                        text: row.subtitle
                        size: Fonts.small
                        weight: row.tone === "bad" || row.tone === "wait" ? Fonts.semibold : Fonts.regular
                        color: row.tone === "ok" && !row.chosen ? Colors.ink2 : row.toneColor
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }
                }
            }

            RowLayout {
                id: right

                spacing: Sizes.s12
            }

            Icon {
                name: row.chevron && !row.chosen ? "chevron-right" : ""
                size: Sizes.iconTile
                color: Colors.ink2
            }
        }
    }
}
