import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A real shop by its code, or the demo shop.
RowLayout {
    id: choice

    required property SetupViewModel setup

    spacing: Sizes.cardGap

    TenderTile {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        implicitHeight: Look.pick(220, 160)
        iconName: "store"
        text: qsTr("Un magasin de la chaîne")
        fact: qsTr("avec le code d’installation du siège")
        onClicked: choice.setup.enterCode()
    }

    TenderTile {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        visible: choice.setup.demoOffered
        implicitHeight: Look.pick(220, 160)
        iconName: "sparkles"
        text: qsTr("Le magasin de démonstration")
        fact: qsTr("des articles et une équipe inventés, rien n’est réel")
        onClicked: choice.setup.openDemo()
    }
}
