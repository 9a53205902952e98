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

            ActionBar {
                Layout.fillWidth: true
                backText: qsTr("Retour")
                nextText: page.tradeIn.cosmeticReady ? qsTr("Confirmer %1 et %2").arg(page.tradeIn.screenClass).arg(page.tradeIn.bodyClass) : qsTr("Classes à juger")
                nextEnabled: page.tradeIn.cosmeticReady
                onBackRequested: page.tradeIn.leave()
                onNextRequested: page.tradeIn.goOn()

                Button {
                    Layout.preferredHeight: Sizes.control
                    iconName: "ruler"
                    text: Look.small ? "" : qsTr("Comment juger")
                    spoken: qsTr("Comment juger")
                    onClicked: ruler.open = true
                }

                KText {
                    Layout.fillWidth: true
                    text: page.tradeIn.cosmeticReady && page.tradeIn.photosLeft > 0 ? qsTr("Sans photo : %1. L’offre et le contrat le diront.").arg(PhotoWords.list(page.tradeIn.notPhotographed)) : Look.large ? qsTr("À 20 cm puis à 50 cm, règle du comptoir, œil nu, appareil propre.") : qsTr("À 20 cm puis à 50 cm, œil nu.")
                    size: Look.pick(18, 16)
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }
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
