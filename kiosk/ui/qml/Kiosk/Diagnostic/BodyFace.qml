pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// One face of the device: touch it where a mark is seen, touch the mark to judge it again.
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
        readonly property int inHand: face.tradeIn.marking.number

        anchors.centerIn: picture
        width: Math.max(Sizes.target, picture.paintedWidth)
        height: picture.paintedHeight
        spoken: qsTr("Marquer : %1").arg(face.words)
        onClicked: face.tradeIn.marking.touch(face.faceId, place.pressX / place.width, place.pressY / place.height)

        Repeater {
            model: face.tradeIn.parts.marks

            Rectangle {
                id: mark

                required property int number
                required property string face
                required property real xPart
                required property real yPart
                readonly property bool inHand: mark.number === place.inHand

                visible: mark.face === place.faceId
                x: mark.xPart * place.width - width / 2
                y: mark.yPart * place.height - height / 2
                width: Look.pick(52, 40)
                height: width
                radius: width / 2
                color: mark.inHand ? Colors.accent : Colors.waitTint
                border.width: Sizes.edgeStrong
                border.color: mark.inHand ? Colors.accent : Colors.wait

                KText {
                    anchors.centerIn: parent
                    text: mark.number
                    size: Fonts.bodyPlus
                    weight: Fonts.bold
                    color: mark.inHand ? Colors.accentInk : Colors.wait
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
