pragma Singleton
import QtQuick

// What waits for the printer: a document by its number, a paper without one by what it is.
QtObject {
    function name(paper: string): string {
        switch (paper) {
        case "receipt":
            return qsTr("Ticket");
        case "duplicate":
            return qsTr("Copie de ticket");
        case "slip":
            return qsTr("Bordereau de caisse");
        case "label":
            return qsTr("Étiquette");
        case "test":
            return qsTr("Essai d’impression");
        default:
            return paper;
        }
    }
}
