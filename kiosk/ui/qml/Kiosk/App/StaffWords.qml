pragma Singleton
import QtQuick

// What somebody does here, in words. `trade` joins the role codes.
QtObject {
    function trade(trade: string, feminine: bool): string {
        switch (trade) {
        case "cashier":
            return qsTr("Vente");
        case "technician":
            return feminine ? qsTr("Technicienne") : qsTr("Technicien");
        case "manager":
            return qsTr("Responsable");
        case "cashier technician":
        case "technician cashier":
            return qsTr("Vente et technique");
        default:
            return qsTr("Équipe");
        }
    }
}
