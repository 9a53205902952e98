import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A laptop's report lies on a drive that is plugged in: one tap begins with it. Without a serial number it waits for the label to be scanned.
Button {
    id: card

    required property LaptopsViewModel laptops

    visible: card.laptops.count > 0
    implicitHeight: Look.pick(84, 64)
    alignLeft: true
    iconName: "laptop"
    text: {
        if (card.laptops.waitingFor !== "")
            return qsTr("Scannez son étiquette");
        if (card.laptops.count > 1)
            return qsTr("%n rapport(s) d’ordinateur", "", card.laptops.count);
        return card.laptops.identifierTail === "" ? qsTr("Rapport d’ordinateur") : qsTr("Ordinateur ···· %1").arg(card.laptops.identifierTail);
    }
    spoken: card.laptops.count === 1 ? card.text + ", " + card.laptops.model : card.text
    onClicked: card.laptops.open()
}
