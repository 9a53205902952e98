import QtQuick
import Kiosk.Style

// A box to tick and the sentence it stands for; the whole row is the target.
Touchable {
    id: row

    property bool separator: false

    checkable: true
    radius: Sizes.radiusControl
    implicitHeight: Math.max(Sizes.target, sentence.implicitHeight + 2 * Sizes.s12)
    implicitWidth: box.width + Sizes.s16 + sentence.implicitWidth
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: row.checked

    background: Rectangle {
        color: Colors.none

        Rectangle {
            visible: row.separator
            anchors.bottom: parent.bottom
            width: parent.width
            height: Sizes.hair
            color: Colors.line
        }
    }

    contentItem: Item {
        Rectangle {
            id: box

            anchors.verticalCenter: parent.verticalCenter
            width: Look.pick(34, 30)
            height: width
            radius: Look.pick(10, 8)
            color: row.checked ? Colors.accent : Colors.surface
            border.width: row.checked ? 0 : Sizes.edgeStrong
            border.color: Colors.control

            Icon {
                anchors.centerIn: parent
                name: row.checked ? "check" : ""
                size: Look.pick(24, 22)
                color: Colors.accentInk
            }
        }

        KText {
            id: sentence

            anchors.left: box.right
            anchors.leftMargin: Sizes.s16
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: row.text
            size: Fonts.body
            weight: Fonts.soft
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }
}
