pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style

// Four diamonds (filled = level, 1 to 4) and the word. A grade is never coloured. `word` may be "" beside a title.
Row {
    id: mark

    required property int level
    required property string word
    property real size: Fonts.small
    property color color: Colors.ink

    spacing: Sizes.s8
    Accessible.role: Accessible.StaticText
    Accessible.name: mark.word

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Math.round(mark.size * 0.2)

        Repeater {
            model: 4

            Rectangle {
                required property int index

                width: Math.round(mark.size * 0.44)
                height: width
                rotation: 45
                antialiasing: true
                color: index < mark.level ? mark.color : Colors.none
                border.width: 1
                border.color: mark.color
            }
        }
    }

    KText {
        anchors.verticalCenter: parent.verticalCenter
        visible: mark.word !== ""
        text: mark.word
        size: mark.size
        weight: Fonts.semibold
        color: mark.color
        Accessible.ignored: true
    }
}
