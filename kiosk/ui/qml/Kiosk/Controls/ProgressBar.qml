import QtQuick
import Kiosk.Style

// How far a work is, 0 to 1, on a track.
Rectangle {
    id: bar

    required property real done
    property color fill: Colors.accent
    property string spoken: qsTr("%1 % fait").arg(Math.round(bar.done * 100))

    implicitWidth: Look.pick(420, 300)
    implicitHeight: Look.pick(14, 10)
    radius: bar.height / 2
    color: Colors.well
    Accessible.role: Accessible.ProgressBar
    Accessible.name: bar.spoken

    Rectangle {
        width: bar.done <= 0 ? 0 : Math.max(bar.height, bar.width * Math.min(1, bar.done))
        height: bar.height
        radius: bar.radius
        color: bar.fill

        Behavior on width {
            NumberAnimation {
                duration: Motion.fill
                easing.type: Easing.InOutQuad
            }
        }
    }
}
