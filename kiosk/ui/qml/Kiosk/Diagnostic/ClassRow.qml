import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One cosmetic class with the distance that tells it: a line to choose, or to read.
Touchable {
    id: row

    required property string code
    required property string meaning
    property bool chosen: false

    implicitHeight: Math.max(Look.pick(68, 56), words.implicitHeight + Sizes.s16)
    radius: Sizes.radiusControl
    spoken: row.code + ", " + row.meaning
    Accessible.checkable: true
    Accessible.checked: row.chosen

    background: Rectangle {
        radius: row.radius
        color: row.chosen ? Colors.accentTint : row.down ? Colors.well : Colors.surface
        border.width: row.chosen ? Sizes.edgeStrong : Sizes.edge
        border.color: row.chosen ? Colors.accent : Colors.control
    }

    contentItem: RowLayout {
        spacing: Look.pick(20, 14)

        KText {
            Layout.leftMargin: Look.pick(20, 14)
            Layout.preferredWidth: Look.pick(44, 34)
            text: row.code
            size: Look.pick(24, 18)
            weight: Fonts.bold
            Accessible.ignored: true
        }

        KText {
            id: words

            Layout.fillWidth: true
            Layout.rightMargin: Look.pick(20, 14)
            text: row.meaning
            size: Look.pick(20, 16)
            weight: Fonts.medium
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }
}
