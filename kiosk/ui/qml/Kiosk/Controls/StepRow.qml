pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A step of a guided test in the list of steps: a reading, not a target. `look`: "done", "warned", "failed", "current", "todo".
Rectangle {
    id: row

    required property string name
    property string trailing: ""
    property string look: "todo"
    property real remaining: 1
    property bool matters: false
    readonly property bool current: row.look === "current"
    readonly property color inkColor: row.current ? Colors.inverseInk : row.look === "todo" ? Colors.ink2 : Colors.ink
    readonly property color stateColor: row.look === "done" ? Colors.ok : row.look === "warned" ? Colors.wait : row.look === "failed" ? Colors.bad : Colors.control

    implicitHeight: Look.pick(row.current ? 64 : 48, row.current ? 44 : 35)
    radius: row.current ? Sizes.radiusControl : 0
    color: row.current ? Colors.inverse : Colors.none
    Accessible.role: Accessible.ListItem
    Accessible.name: row.name + ", " + row.trailing

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(12, 8)
        anchors.rightMargin: Look.pick(14, 8)
        spacing: Look.pick(14, 10)

        Item {
            implicitWidth: Look.pick(26, 22)
            implicitHeight: implicitWidth

            Icon {
                name: row.look === "done" ? "circle-check" : row.look === "warned" ? "circle-question-mark" : row.look === "failed" ? "circle-x" : row.look === "todo" ? "circle" : ""
                size: parent.width
                color: row.stateColor
            }

            Loader {
                active: row.current
                anchors.fill: parent

                sourceComponent: ProgressRing {
                    thick: Look.px(4)
                    remaining: row.remaining
                    track: Colors.inverseInk2
                    arcColor: Colors.inverseInk
                }
            }
        }

        KText {
            id: title

            Layout.fillWidth: true
            text: row.name
            size: Look.pick(18, 16)
            weight: row.current ? Fonts.semibold : row.look === "todo" ? Fonts.soft : Fonts.medium
            color: row.inkColor
            Accessible.ignored: true
        }

        Rectangle {
            visible: row.matters
            implicitWidth: Sizes.s8
            implicitHeight: Sizes.s8
            rotation: 45
            color: Colors.accent
        }

        // A long finding gives way to the step's name; the icon says how it ended, the step itself says the rest.
        KText {
            visible: title.implicitWidth + implicitWidth + Look.pick(80, 58) <= row.width
            text: row.trailing
            size: Look.pick(17, 16)
            weight: row.current || row.look === "failed" || row.look === "warned" ? Fonts.semibold : Fonts.regular
            color: row.current ? Colors.inverseInk : row.look === "failed" ? Colors.bad : row.look === "warned" ? Colors.wait : Colors.ink2
            Accessible.ignored: true
        }
    }
}
