pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// One face of the device: touch it where a mark is seen, touch the mark again to take it back.
Item {
    id: face

    required property TradeInViewModel tradeIn
    required property string faceId
    required property string drawing
    required property string words

    DeviceDrawing {
        id: picture

        anchors.fill: parent
        anchors.bottomMargin: caption.height + Sizes.s8
        name: face.drawing
        stroke: 3
        glass: Colors.raised
        body: Colors.surface
    }

    Touchable {
        id: place

        readonly property string faceId: face.faceId

        anchors.centerIn: picture
        width: Math.max(Sizes.target, picture.paintedWidth)
        height: picture.paintedHeight
        spoken: qsTr("Marquer : %1").arg(face.words)
        onClicked: face.tradeIn.touchBody(face.faceId, place.pressX / place.width, place.pressY / place.height)

        Repeater {
            model: face.tradeIn.parts.marks

            Rectangle {
                id: mark

                required property int number
                required property string face
                required property real xPart
                required property real yPart

                visible: mark.face === place.faceId
                x: mark.xPart * place.width - width / 2
                y: mark.yPart * place.height - height / 2
                width: Look.pick(52, 40)
                height: width
                radius: width / 2
                color: Colors.waitTint
                border.width: Sizes.edgeStrong
                border.color: Colors.wait

                KText {
                    anchors.centerIn: parent
                    text: mark.number
                    size: Fonts.bodyPlus
                    weight: Fonts.bold
                    color: Colors.wait
                }
            }
        }
    }

    KText {
        id: caption

        anchors.bottom: parent.bottom
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: face.words
        size: Look.pick(18, 16)
        weight: Fonts.semibold
        color: Colors.ink2
    }
}
