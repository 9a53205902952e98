import QtQuick
import Kiosk.Style
import Kiosk.Controls

// One drawn step of what to do.
Card {
    id: step

    required property int index
    required property var modelData

    quiet: true
    padding: Look.pick(24, 14)
    implicitHeight: Look.pick(316, 214)

    DeviceDrawing {
        anchors.horizontalCenter: parent.horizontalCenter
        height: Look.pick(168, 96)
        width: Math.round(height * 4 / 3)
        stroke: Look.pick(2.6, 2)
        name: step.modelData.drawing
    }

    Row {
        id: title

        anchors.bottom: detail.top
        anchors.bottomMargin: Sizes.s8
        width: parent.width
        spacing: Sizes.s12

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Look.pick(36, 28)
            height: width
            radius: width / 2
            color: Colors.inverse

            KText {
                anchors.centerIn: parent
                text: step.index + 1
                size: Fonts.small
                weight: Fonts.semibold
                color: Colors.inverseInk
            }
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - Look.pick(36, 28) - Sizes.s12
            text: step.modelData.title
            size: Look.pick(21, 17)
            weight: Fonts.semibold
            wrapMode: Text.WordWrap
        }
    }

    KText {
        id: detail

        anchors.bottom: parent.bottom
        width: parent.width
        height: Look.pick(44, 40)
        text: step.modelData.detail
        size: Fonts.body
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }
}
