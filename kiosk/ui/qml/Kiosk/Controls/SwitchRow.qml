import QtQuick
import Kiosk.Style

// A setting that is on or off at once; the word and the switch are one target.
Touchable {
    id: row

    checkable: true
    implicitHeight: Sizes.target
    implicitWidth: track.width + Sizes.s12 + word.implicitWidth
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: row.checked

    contentItem: Item {
        Rectangle {
            id: track

            anchors.verticalCenter: parent.verticalCenter
            width: Look.pick(68, 60)
            height: Look.pick(40, 36)
            radius: height / 2
            color: row.checked ? Colors.accent : Colors.well
            border.width: row.checked ? 0 : Sizes.edgeStrong
            border.color: Colors.control

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: row.checked ? parent.width - width - Sizes.s4 : Sizes.s4 + 1
                width: parent.height - 2 * Sizes.s4 - 2
                height: width
                radius: width / 2
                color: row.checked ? Colors.accentInk : Colors.control

                Behavior on x {
                    NumberAnimation {
                        duration: Motion.press
                    }
                }
            }
        }

        KText {
            id: word

            anchors.left: track.right
            anchors.leftMargin: Sizes.s12
            anchors.verticalCenter: parent.verticalCenter
            text: row.text
            size: Fonts.body
            weight: Fonts.soft
            Accessible.ignored: true
        }
    }
}
