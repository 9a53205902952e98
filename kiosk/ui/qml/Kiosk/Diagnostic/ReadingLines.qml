pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What the cable reads for this step where there is no room for its panel: one line for each fact.
ColumnLayout {
    id: lines

    required property ReadingViewModel reading
    property bool onlyOpen: false

    spacing: Sizes.s4

    Repeater {
        model: lines.reading.rows

        RowLayout {
            id: line

            required property string fact
            required property string value
            required property string trust
            required property string why
            required property bool bad
            readonly property string sure: line.why !== "" ? ReadingWords.why(line.why) : ReadingWords.trust(line.trust)

            visible: !lines.onlyOpen || line.trust !== "measured"
            Layout.fillWidth: true
            spacing: Sizes.s8

            Icon {
                Layout.alignment: Qt.AlignTop
                name: line.bad ? "circle-x" : line.trust === "measured" ? "usb" : "circle-dashed"
                size: Sizes.iconStrip
                color: line.bad ? Colors.bad : line.trust === "measured" ? Colors.ok : Colors.wait
            }

            KText {
                Layout.fillWidth: true
                text: line.trust === "measured" ? qsTr("%1 : %2").arg(ReadingWords.fact(line.fact)).arg(ReadingWords.value(line.fact, line.value)) : qsTr("%1 : %2, %3").arg(ReadingWords.fact(line.fact)).arg(ReadingWords.value(line.fact, line.value)).arg(line.sure)
                size: Fonts.small
                color: line.bad ? Colors.bad : line.trust === "measured" ? Colors.ink2 : Colors.ink
                wrapMode: Text.WordWrap
            }
        }
    }
}
