import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Bottom of the cosmetic step: how to judge, what is still missing, and on with the two classes.
ActionBar {
    id: bar

    required property TradeInViewModel tradeIn

    signal rulerRequested

    backText: qsTr("Retour")
    nextText: bar.tradeIn.cosmeticReady ? qsTr("Confirmer %1 et %2").arg(bar.tradeIn.screenClass).arg(bar.tradeIn.bodyClass) : qsTr("Classes à juger")
    nextEnabled: bar.tradeIn.cosmeticReady
    onBackRequested: bar.tradeIn.leave()
    onNextRequested: bar.tradeIn.goOn()

    Button {
        Layout.preferredHeight: Sizes.control
        iconName: "ruler"
        text: Look.small ? "" : qsTr("Comment juger")
        spoken: qsTr("Comment juger")
        onClicked: bar.rulerRequested()
    }

    KText {
        Layout.fillWidth: true
        text: bar.tradeIn.cosmeticReady && bar.tradeIn.photosLeft > 0 ? qsTr("Sans photo : %1. L’offre et le contrat le diront.").arg(PhotoWords.list(bar.tradeIn.notPhotographed)) : Look.large ? qsTr("À 20 cm puis à 50 cm, règle du comptoir, œil nu, appareil propre.") : qsTr("À 20 cm puis à 50 cm, œil nu.")
        size: Look.pick(18, 16)
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }
}
