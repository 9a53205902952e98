pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style

// How much of the total is settled: one segment per tender. `shares` are parts of 1000, worked out by the view model.
Rectangle {
    id: bar

    required property list<int> shares

    implicitHeight: Look.pick(14, 10)
    radius: bar.height / 2
    color: Colors.well
    Accessible.ignored: true

    Row {
        anchors.fill: parent
        spacing: Look.px(3)

        Repeater {
            model: bar.shares

            Rectangle {
                required property int modelData

                width: Math.max(bar.height, bar.width * modelData / 1000 - Look.px(3))
                height: bar.height
                radius: bar.radius
                color: Colors.ink
            }
        }
    }
}
