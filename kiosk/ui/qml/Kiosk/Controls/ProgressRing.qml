pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Style

// The part that is left (0 to 1) as the arc that ends at the top. `tone`: "accent", "wait" or "bad". `marks` are fractions of the whole.
Item {
    id: ring

    required property real remaining
    property string tone: "accent"
    property real thick: Look.pick(14, 11)
    property color track: Look.dark ? Colors.line : Colors.well
    property color arcColor: ring.tone === "wait" ? Colors.waitFill : ring.tone === "bad" ? Colors.bad : Colors.accent
    property var marks: []
    property real shownLeft: ring.remaining
    readonly property real middle: ring.width / 2
    readonly property real arcRadius: (ring.width - ring.thick) / 2

    implicitWidth: Look.pick(128, 86)
    implicitHeight: ring.implicitWidth
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Reste %1 %").arg(Math.round(ring.remaining * 100))

    Behavior on shownLeft {
        NumberAnimation {
            duration: Motion.fill
            easing.type: Easing.InOutQuad
        }
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: ring.track
            strokeWidth: ring.thick
            fillColor: Colors.none

            PathAngleArc {
                centerX: ring.middle
                centerY: ring.middle
                radiusX: ring.arcRadius
                radiusY: ring.arcRadius
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            strokeColor: ring.shownLeft > 0 ? ring.arcColor : Colors.none
            strokeWidth: ring.thick
            fillColor: Colors.none
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: ring.middle
                centerY: ring.middle
                radiusX: ring.arcRadius
                radiusY: ring.arcRadius
                startAngle: -90
                sweepAngle: -360 * Math.max(0, Math.min(1, ring.shownLeft))
            }
        }
    }

    Repeater {
        model: ring.marks

        Item {
            id: mark

            required property var modelData

            anchors.fill: parent
            rotation: -360 * mark.modelData.remaining

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: -Sizes.s4 / 2
                width: Sizes.s4
                height: ring.thick + Sizes.s4
                radius: width / 2
                color: mark.modelData.tone === "bad" ? Colors.bad : Colors.waitFill
                border.width: 1
                border.color: Colors.surface
            }
        }
    }
}
