pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls

// The counter's ruler: the eye at the right, marks at 20 and 50 cm.
Item {
    id: ruler

    readonly property real centimetre: (ruler.width - eye.width - Sizes.s16) / 60

    implicitHeight: Look.pick(72, 56)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Règle : 20 et 50 centimètres")

    Rectangle {
        id: scale

        width: ruler.centimetre * 60
        height: Look.pick(28, 22)
        radius: Sizes.s4
        color: Colors.well

        Repeater {
            model: 13

            Rectangle {
                required property int index

                x: parent.width - index * 5 * ruler.centimetre - width / 2
                anchors.bottom: parent?.bottom
                width: Sizes.edge
                height: index % 2 === 0 ? Look.pick(16, 12) : Look.pick(9, 7)
                color: Colors.control
            }
        }
    }

    Repeater {
        model: [20, 50]

        Item {
            id: mark

            required property int modelData

            x: scale.width - mark.modelData * ruler.centimetre
            height: ruler.height

            Rectangle {
                anchors.horizontalCenter: parent.left
                width: Look.px(5)
                height: scale.height
                color: Colors.accent
            }

            KText {
                anchors.horizontalCenter: parent.left
                anchors.bottom: parent.bottom
                text: qsTr("%1 cm").arg(mark.modelData)
                size: Look.pick(18, 16)
                weight: Fonts.bold
                color: Colors.accent
            }
        }
    }

    Icon {
        id: eye

        anchors.right: parent.right
        y: (scale.height - height) / 2
        name: "scan-eye"
        size: Look.pick(34, 28)
    }
}
