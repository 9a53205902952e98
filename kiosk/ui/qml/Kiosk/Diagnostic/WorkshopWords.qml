pragma Singleton
import QtQuick

// Where a unit may go from a state that holds it, and why, in words.
QtObject {
    function way(state: string): string {
        switch (state) {
        case "to_inspect":
            return qsTr("Remettre au contrôle");
        case "rework":
            return qsTr("Mettre à l’atelier");
        default:
            return qsTr("Pour pièces");
        }
    }

    function wayIcon(state: string): string {
        return state === "to_inspect" ? "clipboard-check" : state === "rework" ? "wrench" : "boxes";
    }

    function letGoReason(code: string): string {
        switch (code) {
        case "lock_removed":
            return qsTr("Verrou retiré par le propriétaire");
        case "made_safe":
            return qsTr("Mis hors de danger");
        case "photo_compared":
            return qsTr("Photos comparées");
        case "mistaken":
            return qsTr("Erreur de contrôle");
        default:
            return qsTr("Ne vaut pas la réparation");
        }
    }
}
