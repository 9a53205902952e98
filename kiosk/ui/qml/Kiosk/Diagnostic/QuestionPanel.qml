pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The middle of the trade-in: a drawing, the question that is asked, what was found so far, the photos this step wants.
Card {
    id: panel

    required property TradeInViewModel tradeIn
    required property CableViewModel cable
    readonly property bool reads: panel.tradeIn.parts.reading.speaks && !Look.small && !panel.question.measured
    readonly property QuestionViewModel question: panel.tradeIn.parts.question
    readonly property StepViewModel step: panel.tradeIn.parts.step

    signal pauseRequested

    radius: Sizes.radiusSheet
    padding: Look.pick(38, 18)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(24, 12)

        StepHead {
            Layout.fillWidth: true
            step: panel.step
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Look.pick(40, 20)

            ReadingPanel {
                visible: panel.reads
                Layout.preferredWidth: Look.pick(400, 250)
                Layout.alignment: Qt.AlignTop
                reading: panel.tradeIn.parts.reading
                cable: panel.cable
            }

            StepDrawing {
                visible: !Look.small && !panel.question.measured && !panel.reads
                Layout.fillHeight: true
                Layout.preferredWidth: Look.pick(300, 190)
                drawing: panel.tradeIn.parts.device.frontDrawing
                iconName: panel.step.iconName
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Look.pick(16, 8)

                KText {
                    visible: panel.question.count > 1
                    text: qsTr("Question %1 sur %2").arg(panel.question.place).arg(panel.question.count)
                    size: Fonts.small
                    weight: Fonts.semibold
                    color: Colors.ink2
                }

                KText {
                    Layout.fillWidth: true
                    visible: panel.question.text !== ""
                    text: panel.question.text
                    size: Look.pick(34, 24)
                    weight: Fonts.bold
                    wrapMode: Text.WordWrap
                }

                Banner {
                    Layout.fillWidth: true
                    visible: panel.tradeIn.outOfTime && !panel.tradeIn.offered
                    tone: "bad"
                    iconName: "timer"
                    title: qsTr("Les quinze minutes sont passées")
                    detail: qsTr("Ce qui n’est pas testé compte au plus bas, ou un responsable donne du temps.")
                }

                Banner {
                    Layout.fillWidth: true
                    visible: panel.question.text === "" && panel.step.complete
                    tone: "ok"
                    title: qsTr("Étape terminée")
                    detail: qsTr("Touchez une ligne pour corriger une réponse.")
                }

                ReadingLines {
                    Layout.fillWidth: true
                    visible: Look.small && panel.tradeIn.parts.reading.speaks && !panel.question.measured
                    reading: panel.tradeIn.parts.reading
                }

                MeasurePad {
                    Layout.fillWidth: true
                    visible: panel.question.measured
                    question: panel.question
                    typed: panel.tradeIn.typed
                    fault: panel.tradeIn.measureFault
                    onDigit: character => panel.tradeIn.typeDigit(character)
                    onErased: panel.tradeIn.eraseDigit()

                    ReadingLines {
                        Layout.fillWidth: true
                        visible: panel.tradeIn.parts.reading.speaks
                        reading: panel.tradeIn.parts.reading
                        onlyOpen: Look.small
                    }
                }

                Flickable {
                    id: scroll

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    contentHeight: findings.implicitHeight
                    clip: true
                    interactive: contentHeight > height
                    boundsBehavior: Flickable.StopAtBounds

                    Column {
                        id: findings

                        width: scroll.width

                        Repeater {
                            model: panel.tradeIn.parts.questions

                            FindingRow {
                                required property string questionId
                                required text
                                required property bool current

                                width: findings.width
                                asked: current
                                onClicked: panel.tradeIn.askAgain(questionId)
                            }
                        }
                    }
                }

                Row {
                    visible: panel.tradeIn.photosWanted
                    spacing: Sizes.tileGap

                    Repeater {
                        model: panel.tradeIn.parts.photos

                        PhotoTile {
                            required defect

                            front: panel.tradeIn.parts.device.frontDrawing
                            implicitHeight: Look.pick(150, 110)
                            enabled: !panel.tradeIn.busy
                            onClicked: panel.tradeIn.photographing.touch(slot)
                        }
                    }
                }

                StepTools {
                    Layout.fillWidth: true
                    visible: !panel.reads
                    tradeIn: panel.tradeIn
                    onPauseRequested: panel.pauseRequested()
                }
            }
        }

        StepTools {
            Layout.fillWidth: true
            visible: panel.reads
            tradeIn: panel.tradeIn
            onPauseRequested: panel.pauseRequested()
        }
    }
}
