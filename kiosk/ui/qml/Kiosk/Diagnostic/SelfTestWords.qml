pragma Singleton
import QtQuick

// The words of the tests that a phone runs on itself, and of how each ended.
QtObject {
    id: words

    function test(code: string): string {
        switch (code) {
        case "touch":
            return qsTr("Tactile");
        case "multitouch":
            return qsTr("Plusieurs doigts");
        case "display":
            return qsTr("Affichage");
        case "loudspeaker":
            return qsTr("Haut-parleur");
        case "stereo":
            return qsTr("Équilibre stéréo");
        case "microphone":
            return qsTr("Microphone");
        case "front_camera":
            return qsTr("Caméra avant");
        case "rear_camera":
            return qsTr("Caméras arrière");
        case "torch":
            return qsTr("Lampe");
        case "accelerometer":
            return qsTr("Accéléromètre");
        case "gyroscope":
            return qsTr("Gyroscope");
        case "compass":
            return qsTr("Boussole");
        case "rotation":
            return qsTr("Rotation de l’écran");
        case "vibration":
            return qsTr("Vibreur");
        case "biometrics":
            return qsTr("Visage ou empreinte");
        case "pad_buttons":
            return qsTr("Boutons de la manette");
        case "pad_sticks":
            return qsTr("Sticks, dérive");
        case "pad_triggers":
            return qsTr("Gâchettes");
        case "pad_rumble":
            return qsTr("Vibrations de la manette");
        default:
            return qsTr("Écran maintenu allumé");
        }
    }

    function outcome(code: string): string {
        switch (code) {
        case "pass":
            return qsTr("Conforme");
        case "fail":
            return qsTr("Défaut");
        case "inconclusive":
            return qsTr("Passé, à la main");
        case "not_testable":
            return qsTr("Non testable ici, à la main");
        default:
            return "";
        }
    }
}
