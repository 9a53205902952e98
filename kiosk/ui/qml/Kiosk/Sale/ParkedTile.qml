import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A basket that waits, or (`last`) the last ticket; touching it takes it up again.
Touchable {
    id: tile

    required property string label
    required property string firstName
    required property int moreCount
    required property string total
    required property int waitedMinutes
    property bool last: false
    property string tillName: ""
    readonly property string first: tile.moreCount > 0 ? qsTr("%1 + %2").arg(tile.firstName).arg(Words.articles(tile.moreCount)) : tile.firstName
    readonly property string what: !Look.large || tile.label === "" ? Words.articles(tile.moreCount + 1) : tile.first
    readonly property string title: tile.tillName !== "" ? qsTr("%1, %2").arg(tile.tillName).arg(tile.label) : tile.label !== "" ? tile.label : tile.firstName

    spoken: [tile.title, tile.what, tile.total].filter(part => part !== "").join(", ")
    implicitHeight: Look.pick(84, 64)
    radius: Sizes.radiusTile

    background: Rectangle {
        radius: tile.radius
        color: tile.down ? Colors.well : tile.last ? Colors.none : Colors.raised
        border.width: Sizes.edge
        border.color: Colors.line
    }

    contentItem: RowLayout {
        spacing: Look.pick(16, 10)

        Icon {
            Layout.leftMargin: Look.pick(18, 12)
            name: tile.last ? "receipt-text" : tile.tillName !== "" ? "arrow-left-right" : "hourglass"
            size: Look.pick(26, 22)
            color: tile.last ? Colors.ink2 : Colors.wait
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: tile.title
                size: Fonts.body
                weight: Fonts.semibold
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            KText {
                Layout.fillWidth: true
                text: tile.last || Look.small ? tile.total : tile.what
                size: Fonts.small
                color: Colors.ink2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }

        ColumnLayout {
            Layout.rightMargin: Look.pick(18, 12)
            visible: !tile.last && !Look.small
            spacing: Sizes.textGap

            KText {
                Layout.alignment: Qt.AlignRight
                text: tile.total
                size: Fonts.body
                weight: Fonts.bold
                Accessible.ignored: true
            }

            KText {
                Layout.alignment: Qt.AlignRight
                text: Words.minutes(tile.waitedMinutes)
                size: Fonts.small
                color: Colors.ink2
                Accessible.ignored: true
            }
        }
    }
}
