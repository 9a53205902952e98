import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What can still be done with an offer that was refused: the customer takes it along on paper, or says yes after all.
ColumnLayout {
    id: actions

    required property CounterOfferViewModel counter

    spacing: Sizes.s16

    Button {
        Layout.fillWidth: true
        visible: actions.counter.printable
        iconName: "printer"
        text: actions.counter.printed ? qsTr("Offre imprimée, encore une fois") : qsTr("Imprimer l’offre")
        onClicked: actions.counter.printOffer()
    }

    Button {
        Layout.fillWidth: true
        iconName: "rotate-ccw"
        text: qsTr("Le client revient sur sa décision")
        onClicked: actions.counter.comeBack()
    }
}
