pragma Singleton
import QtQuick

// The words of the drawer's page: its tasks, their next action, and what moved.
QtObject {
    readonly property list<string> icons: ["receipt-text", "arrow-down", "arrow-up", "landmark", "lock-open", "euro", "handshake", "lock"]

    function task(task: int): string {
        switch (task) {
        case 0:
            return qsTr("Lecture X");
        case 1:
            return qsTr("Entrée d’espèces");
        case 2:
            return qsTr("Sortie d’espèces");
        case 3:
            return qsTr("Dépôt au coffre");
        case 4:
            return qsTr("Ouvrir le tiroir");
        case 5:
            return qsTr("Compter");
        case 6:
            return qsTr("Passer la caisse");
        default:
            return qsTr("Fermer la caisse");
        }
    }

    function next(task: int, known: bool): string {
        switch (task) {
        case 0:
            return qsTr("Imprimer la lecture X");
        case 1:
            return qsTr("Mettre en caisse");
        case 2:
            return qsTr("Sortir de la caisse");
        case 3:
            return qsTr("Déposer au coffre");
        case 4:
            return qsTr("Ouvrir le tiroir");
        case 5:
            return known ? qsTr("Terminer") : qsTr("Valider le compte");
        case 6:
            return qsTr("Passer la caisse");
        default:
            return known ? qsTr("Fermer la caisse") : qsTr("Valider le compte");
        }
    }

    function moved(kind: string, name: string): string {
        switch (kind) {
        case "float":
            return qsTr("Fond de caisse");
        case "sale":
            return qsTr("Ventes en espèces");
        case "refund":
            return qsTr("Remboursements");
        case "trade_in":
            return qsTr("Reprises payées");
        case "safe_drop":
            return qsTr("Dépôts au coffre");
        case "expected":
            return qsTr("Espèces attendues");
        default:
            return name;
        }
    }
}
