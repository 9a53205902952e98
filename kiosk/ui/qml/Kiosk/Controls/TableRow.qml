pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A row under a TableHeader. `cells`: [{text, width (0 = the rest), right, strong, tone}, …] in the same order.
Touchable {
    id: row

    required property var cells
    property bool chosen: false
    property bool separator: true
    property real sideMargin: Sizes.s20

    spoken: row.cells.map(cell => cell.text).join(", ")
    implicitHeight: Sizes.tableRow
    radius: 0

    background: Rectangle {
        color: row.chosen ? Colors.accentTint : row.down ? Colors.raised : Colors.none

        Rectangle {
            visible: row.separator
            anchors.bottom: parent.bottom
            width: parent.width
            height: Sizes.hair
            color: Colors.line
        }
    }

    contentItem: Item {
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: row.sideMargin
            anchors.rightMargin: row.sideMargin
            spacing: Sizes.s16

            Repeater {
                model: row.cells

                KText {
                    id: cell

                    required property var modelData

                    Layout.fillWidth: !cell.modelData.width
                    Layout.preferredWidth: cell.modelData.width || 1
                    text: cell.modelData.text
                    size: Look.pick(18, 16)
                    weight: cell.modelData.strong || cell.modelData.tone ? Fonts.semibold : Fonts.medium
                    color: cell.modelData.tone ? Colors.of(cell.modelData.tone) : Colors.ink
                    horizontalAlignment: cell.modelData.right ? Text.AlignRight : Text.AlignLeft
                    wrapMode: Text.WordWrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
        }
    }
}
