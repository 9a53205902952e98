pragma Singleton
import QtQuick

// What somebody does here, and what a colleague is asked to approve, in words. `trade` joins the role codes.
QtObject {
    function approval(action: string): string {
        switch (action) {
        case "discount":
            return qsTr("Une remise au-delà de ce que le rôle permet");
        case "price":
            return qsTr("Un prix changé à la main");
        case "refund":
            return qsTr("Un remboursement");
        case "late_return":
            return qsTr("Un retour après le délai");
        case "cash_movement":
            return qsTr("Une entrée ou une sortie d’espèces");
        case "cash_difference":
            return qsTr("Un écart de caisse au-delà de la limite");
        case "drawer":
            return qsTr("Le tiroir ouvert sans vente");
        case "deposit_release":
            return qsTr("Un acompte rendu ou libéré");
        case "deposit_extension":
            return qsTr("Un acompte prolongé");
        case "voucher":
            return qsTr("Un bon émis à la main");
        case "raise_offer":
            return qsTr("Une offre de reprise relevée");
        case "more_time":
            return qsTr("Cinq minutes de plus pour un diagnostic");
        case "customer_erasure":
            return qsTr("Un client effacé à sa demande");
        case "grade":
            return qsTr("Un état de vente relevé");
        case "release":
            return qsTr("Un appareil bloqué ou en quarantaine libéré");
        case "new_series":
            return qsTr("Une nouvelle série de numéros, sans le central");
        default:
            return qsTr("Une action au-delà de ce que le rôle permet");
        }
    }

    function trade(trade: string, feminine: bool): string {
        switch (trade) {
        case "cashier":
            return qsTr("Vente");
        case "technician":
            return feminine ? qsTr("Technicienne") : qsTr("Technicien");
        case "manager":
            return qsTr("Responsable");
        case "inspector":
            return qsTr("Contrôle fiscal");
        case "cashier technician":
        case "technician cashier":
            return qsTr("Vente et technique");
        default:
            return qsTr("Équipe");
        }
    }
}
