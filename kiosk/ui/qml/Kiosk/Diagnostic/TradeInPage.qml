pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The trade-in: clock and steps at the left, the current step in the middle, the device and its offer at the right.
Item {
    id: page

    required property TradeInViewModel tradeIn
    required property CableViewModel cable
    required property PastViewModel past

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.topMargin: Sizes.s8
        anchors.bottomMargin: Sizes.actionBarBottom
        spacing: Sizes.columnGap

        StepsPanel {
            Layout.preferredWidth: Sizes.stepsWidth
            Layout.fillHeight: true
            clock: page.tradeIn.parts.clock
            steps: page.tradeIn.parts.steps
            step: page.tradeIn.parts.step
            onListRequested: steps.open = true
        }

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: page.tradeIn.agreeing ? agreeing : page.tradeIn.offering ? offering : page.tradeIn.cosmetic ? cosmetic : asking
        }
    }

    Component {
        id: asking

        ColumnLayout {
            spacing: Sizes.columnGap

            RowLayout {
                spacing: Sizes.columnGap

                QuestionPanel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    tradeIn: page.tradeIn
                    cable: page.cable
                    onPauseRequested: pauses.open = true
                }

                ColumnLayout {
                    Layout.fillWidth: false
                    Layout.preferredWidth: Sizes.offerWidth
                    Layout.maximumWidth: Sizes.offerWidth
                    spacing: Sizes.cardGap

                    DeviceCard {
                        Layout.fillWidth: true
                        device: page.tradeIn.parts.device
                    }

                    PastLine {
                        Layout.fillWidth: true
                        past: page.past
                    }

                    OfferPanel {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        offer: page.tradeIn.parts.offer
                    }
                }
            }

            AnswerBar {
                Layout.fillWidth: true
                tradeIn: page.tradeIn
                onReasonsRequested: reasons.open = true
            }
        }
    }

    Component {
        id: cosmetic

        ColumnLayout {
            spacing: Sizes.columnGap

            RowLayout {
                spacing: Sizes.columnGap

                CosmeticPanel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    tradeIn: page.tradeIn
                }

                ClassesPanel {
                    Layout.fillWidth: false
                    Layout.preferredWidth: Sizes.offerWidth
                    Layout.maximumWidth: Sizes.offerWidth
                    Layout.fillHeight: true
                    tradeIn: page.tradeIn
                }
            }

            CosmeticBar {
                Layout.fillWidth: true
                tradeIn: page.tradeIn
                onRulerRequested: ruler.open = true
            }
        }
    }

    Component {
        id: offering

        OfferPage {
            tradeIn: page.tradeIn
        }
    }

    Component {
        id: agreeing

        AgreementPage {
            tradeIn: page.tradeIn
        }
    }

    ReasonSheet {
        id: reasons

        tradeIn: page.tradeIn
    }

    MarkSheet {
        marking: page.tradeIn.marking
    }

    RulerSheet {
        id: ruler

        tradeIn: page.tradeIn
    }

    PauseSheet {
        id: pauses

        pausing: page.tradeIn.pausing
    }

    CoachSheet {
        tradeIn: page.tradeIn
        cable: page.cable
    }

    PausedSheet {
        tradeIn: page.tradeIn
    }

    SelfTestSheet {
        selfTest: page.tradeIn.selfTest
    }

    StepListSheet {
        id: steps

        tradeIn: page.tradeIn
    }

    ViewfinderSheet {
        photographing: page.tradeIn.photographing
        photos: page.tradeIn.parts.photos
        busy: page.tradeIn.busy
        front: page.tradeIn.parts.device.frontDrawing
        notice: page.tradeIn.noticeShown ? page.tradeIn.noticeTitle : ""
    }

    PhotoSheet {
        photographing: page.tradeIn.photographing
        busy: page.tradeIn.busy
    }
}
