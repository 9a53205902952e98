import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What can be done in a step besides answering: leave without a verdict, pause, offer at once, give time, hand back.
Flow {
    id: tools

    required property TradeInViewModel tradeIn

    signal pauseRequested

    spacing: Sizes.tileGap

    Button {
        visible: tools.tradeIn.parts.question.canPassRest
        iconName: "circle-check"
        text: Look.large ? qsTr("Tout est conforme") : qsTr("Tout conforme")
        spoken: qsTr("Tout est conforme")
        onClicked: tools.tradeIn.passRest()
    }

    Button {
        visible: tools.tradeIn.canOfferNow || tools.tradeIn.outOfTime && tools.tradeIn.canOffer && !tools.tradeIn.offered
        iconName: "euro"
        text: qsTr("Faire l’offre maintenant")
        onClicked: tools.tradeIn.openStep("offer")
    }

    Button {
        visible: tools.tradeIn.outOfTime && !tools.tradeIn.offered
        iconName: "timer"
        text: qsTr("Donner cinq minutes")
        onClicked: tools.tradeIn.extend()
    }

    Button {
        visible: tools.tradeIn.coach.available
        iconName: "lock-open"
        text: qsTr("Aider à retirer le verrou")
        onClicked: tools.tradeIn.coach.begin("unlock")
    }

    Button {
        visible: tools.tradeIn.cannotBuy
        iconName: "undo-2"
        text: qsTr("Rendre l’appareil")
        onClicked: tools.tradeIn.agreement.decline("not_bought")
    }

    Button {
        visible: tools.tradeIn.selfTest.offered
        iconName: "monitor-smartphone"
        text: Look.large ? qsTr("Test par le téléphone") : qsTr("Téléphone")
        spoken: qsTr("Test par le téléphone")
        enabled: !tools.tradeIn.selfTest.busy
        onClicked: tools.tradeIn.selfTest.start()
    }

    Button {
        visible: tools.tradeIn.parts.question.canDoubt
        iconName: "circle-question-mark"
        text: qsTr("Sans conclusion")
        onClicked: tools.tradeIn.give("inconclusive")
    }

    Button {
        iconName: "pause"
        text: Look.large ? qsTr("Mettre en pause") : qsTr("Pause")
        spoken: qsTr("Mettre en pause")
        onClicked: tools.pauseRequested()
    }
}
