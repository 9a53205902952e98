pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Sale

// The stations of a unit's life on one line of ink; the days between them stand above the line, the latest station is lit.
Item {
    id: line

    required property QtObject life
    readonly property real station: Look.pick(72, 56)
    readonly property real share: line.width / Math.max(1, stations.count)

    implicitHeight: line.station + Look.pick(92, 76)

    Rectangle {
        x: line.share / 2
        y: line.station / 2 - height / 2
        width: Math.max(0, line.width - line.share)
        height: Sizes.s8
        color: Colors.ink
        visible: stations.count > 1
    }

    Repeater {
        id: stations

        model: line.life

        Item {
            id: stop

            required property int place
            required property string unitState
            required property string day
            required property string clock
            required property int daysAfter
            required property bool latest

            x: stop.place * line.share
            width: line.share
            height: line.height
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1, le %2 à %3").arg(Words.state(stop.unitState)).arg(stop.day).arg(stop.clock)

            KText {
                x: -width / 2
                y: line.station / 2 - height - Sizes.s8
                visible: stop.daysAfter > 0
                text: qsTr("%n jour(s)", "", stop.daysAfter)
                size: Fonts.small
                color: Colors.ink2
                Accessible.ignored: true
            }

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: line.station
                height: line.station
                radius: width / 2
                color: stop.latest ? Colors.accent : Colors.surface
                border.width: stop.latest ? 0 : Sizes.edgeChosen
                border.color: Colors.ink

                Icon {
                    anchors.centerIn: parent
                    name: Words.stateIcon(stop.unitState)
                    size: Look.pick(32, 26)
                    color: stop.latest ? Colors.accentInk : Colors.ink
                }
            }

            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                y: line.station + Sizes.s12
                spacing: Sizes.textGap

                KText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: Words.state(stop.unitState)
                    size: Fonts.body
                    weight: Fonts.semibold
                    Accessible.ignored: true
                }

                KText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: stop.day
                    size: Fonts.small
                    color: Colors.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
