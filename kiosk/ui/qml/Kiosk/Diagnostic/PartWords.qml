pragma Singleton
import QtQuick
import Kiosk.ViewModels

// The parts that a repair changes, by the price book's codes, and what proves a price.
QtObject {
    readonly property var parts: ({
            "battery": qsTr("Batterie neuve"),
            "display": qsTr("Écran neuf"),
            "earpiece": qsTr("Écouteur"),
            "loudspeaker": qsTr("Haut-parleur"),
            "microphone": qsTr("Microphone"),
            "rear_camera": qsTr("Caméra arrière"),
            "front_camera": qsTr("Caméra avant"),
            "flash": qsTr("Flash"),
            "sensors": qsTr("Capteurs"),
            "buttons": qsTr("Boutons"),
            "vibration": qsTr("Vibreur"),
            "sim_unlock": qsTr("Désimlockage"),
            "sim_tray": qsTr("Tiroir SIM"),
            "wireless": qsTr("Antennes"),
            "wireless_charge": qsTr("Charge sans fil"),
            "charge_port": qsTr("Prise de charge"),
            "biometrics": qsTr("Biométrie"),
            "seal": qsTr("Joint"),
            "touchpad": qsTr("Pavé tactile"),
            "motor": qsTr("Moteur"),
            "keyboard": qsTr("Clavier"),
            "keyboard_layout": qsTr("Clavier AZERTY"),
            "hinge": qsTr("Charnière"),
            "fan": qsTr("Ventilateur"),
            "disc_drive": qsTr("Lecteur de disques"),
            "controller": qsTr("Manette"),
            "consumables": qsTr("Consommables")
        })

    function part(code: string): string {
        const words = parts[code];
        return words === undefined ? qsTr("Pièce") : words;
    }

    // What proves another price than the formula's.
    function counterProof(kind: string): string {
        switch (kind) {
        case "photo":
            return qsTr("photo conservée");
        case "measure":
            return qsTr("mesure conservée");
        default:
            return qsTr("accord d’un responsable");
        }
    }

    // What the part costs with its minutes of work, and what the better grade sells for.
    function worth(inspection: InspectionViewModel): string {
        const gain = inspection.gain !== "" ? qsTr("vente +%1").arg(inspection.gain) : inspection.goalPrice !== "" ? qsTr("vente %1").arg(inspection.goalPrice) : "";
        const mend = inspection.mendCost === "" ? "" : qsTr("%1 : %2, %3 min").arg(part(inspection.mendPart)).arg(inspection.mendCost).arg(inspection.mendMinutes);
        return [mend, gain].filter(part => part !== "").join(" · ");
    }
}
