pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style

// Our signature, only above money that is due: dashes, and two half-round notches in the edges of the sheet it crosses.
Item {
    id: tear

    property color ground: Colors.ground
    property bool notches: true
    readonly property real notch: Look.px(26)
    readonly property real inset: tear.notches ? tear.notch : 0

    implicitHeight: tear.notch
    clip: true
    Accessible.ignored: true

    Repeater {
        model: tear.notches ? 2 : 0

        Rectangle {
            required property int index

            x: index === 0 ? -tear.notch / 2 : tear.width - tear.notch / 2
            width: tear.notch
            height: tear.notch
            radius: tear.notch / 2
            color: tear.ground
            border.width: Sizes.hair
            border.color: Colors.line
        }
    }

    Row {
        x: tear.inset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Sizes.s8

        Repeater {
            model: Math.max(0, Math.floor((tear.width - 2 * tear.inset + Sizes.s8) / Sizes.s16))

            Rectangle {
                width: Sizes.s8
                height: Sizes.edgeStrong
                color: Colors.control
            }
        }
    }
}
