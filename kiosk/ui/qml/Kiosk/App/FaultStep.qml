import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One drawn step of what to do.
Card {
    id: step

    required property int index
    required property var modelData

    quiet: true
    padding: Look.pick3(24, 14, 12)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(14, 8)

        Item {
            Layout.fillWidth: true
            Layout.bottomMargin: Look.pick(10, 4)
            implicitHeight: drawing.height

            DeviceDrawing {
                id: drawing

                anchors.horizontalCenter: parent.horizontalCenter
                height: Look.pick3(168, 108, 80)
                width: Math.round(height * 4 / 3)
                stroke: Look.pick(2.6, 2)
                name: step.modelData.drawing
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s12

            Rectangle {
                Layout.alignment: Qt.AlignTop
                implicitWidth: Look.pick(36, 28)
                implicitHeight: implicitWidth
                radius: implicitWidth / 2
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
                Layout.fillWidth: true
                text: step.modelData.title
                size: Look.pick(21, 17)
                weight: Fonts.semibold
                wrapMode: Text.WordWrap
            }
        }

        KText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: step.modelData.detail
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }
    }
}
