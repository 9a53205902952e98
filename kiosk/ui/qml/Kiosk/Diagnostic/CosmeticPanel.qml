pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The seven views of the device, each a photo, above its drawings; the classes are judged at the right.
Card {
    id: panel

    required property TradeInViewModel tradeIn

    radius: Sizes.radiusSheet
    padding: Look.pick(38, 18)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(24, 12)

        StepHead {
            Layout.fillWidth: true
            step: panel.tradeIn.parts.step
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Look.pick(400, 240)
            visible: !Look.small
            spacing: Look.pick(56, 28)

            Repeater {
                model: [
                    {
                        "drawing": "phone-front",
                        "words": qsTr("Avant")
                    },
                    {
                        "drawing": "phone-back",
                        "words": qsTr("Dos")
                    },
                    {
                        "drawing": "phone-side",
                        "words": qsTr("Gauche")
                    },
                    {
                        "drawing": "phone-side",
                        "words": qsTr("Droite")
                    }
                ]

                ColumnLayout {
                    id: view

                    required property var modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: view.modelData.drawing === "phone-side" ? 1 : 2
                    spacing: Sizes.s8

                    DeviceDrawing {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        name: view.modelData.drawing
                        stroke: 3
                        glass: Colors.raised
                        body: Colors.surface
                    }

                    KText {
                        Layout.fillWidth: true
                        horizontalAlignment: Text.AlignHCenter
                        text: view.modelData.words
                        size: Look.pick(18, 16)
                        weight: Fonts.semibold
                        color: Colors.ink2
                    }
                }
            }
        }

        GridLayout {
            id: grid

            Layout.fillWidth: true
            Layout.alignment: Qt.AlignBottom
            columns: Look.pick3(7, 7, 4)
            columnSpacing: Sizes.tileGap
            rowSpacing: Sizes.tileGap
            uniformCellWidths: true

            Repeater {
                model: panel.tradeIn.parts.photos

                PhotoTile {
                    Layout.fillWidth: true
                    implicitWidth: Look.px(70)
                    Layout.preferredHeight: Look.pick(176, 128)
                    onClicked: panel.tradeIn.takePhoto(slot)
                }
            }
        }
    }
}
