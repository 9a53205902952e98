pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The device's faces, to be marked where a mark is seen, and its seven photos; the classes are judged at the right.
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
            instruction: Look.small ? panel.tradeIn.parts.step.instruction : qsTr("Touchez le dessin là où vous voyez une marque.")
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Look.pick(400, 240)
            visible: !Look.small
            spacing: Look.pick(56, 28)

            BodyFace {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 2
                tradeIn: panel.tradeIn
                faceId: "front"
                drawing: panel.tradeIn.parts.device.frontDrawing
                words: qsTr("Avant")
            }

            BodyFace {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 2
                tradeIn: panel.tradeIn
                faceId: "back"
                drawing: panel.tradeIn.parts.device.backDrawing
                words: qsTr("Dos")
            }

            BodyFace {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                tradeIn: panel.tradeIn
                faceId: "left"
                drawing: panel.tradeIn.parts.device.sideDrawing
                words: qsTr("Gauche")
            }

            BodyFace {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                tradeIn: panel.tradeIn
                faceId: "right"
                drawing: panel.tradeIn.parts.device.sideDrawing
                words: qsTr("Droite")
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
                model: panel.visible ? panel.tradeIn.parts.photos : null

                PhotoTile {
                    required defect

                    front: panel.tradeIn.parts.device.frontDrawing
                    Layout.fillWidth: true
                    implicitWidth: Look.px(70)
                    Layout.preferredHeight: Look.pick(176, 128)
                    enabled: !panel.tradeIn.busy
                    onClicked: panel.tradeIn.photographing.touch(slot)
                }
            }
        }
    }
}
