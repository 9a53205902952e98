import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A name and its figure on one line, with the hair line that separates it from the one above.
Item {
    id: row

    required property string name
    required property string figure

    implicitHeight: Look.pick(56, 40)

    Rectangle {
        width: parent.width
        height: Sizes.hair
        color: Colors.line
    }

    RowLayout {
        anchors.fill: parent

        KText {
            Layout.fillWidth: true
            text: row.name
            size: Fonts.body
            color: Colors.ink2
            elide: Text.ElideRight
        }

        MoneyText {
            amount: row.figure
            size: Fonts.bodyPlus
        }
    }
}
