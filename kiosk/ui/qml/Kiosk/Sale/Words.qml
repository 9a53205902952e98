pragma Singleton
import QtQuick

// The words of codes that travel: grades, categories, states, ways of paying. Codes come from Python, words are chosen here.
QtObject {
    id: words

    function grade(code: string): string {
        switch (code) {
        case "premium":
            return qsTr("Premium");
        case "excellent":
            return qsTr("Parfait état");
        case "good":
            return qsTr("Très bon état");
        case "fair":
            return qsTr("État correct");
        default:
            return "";
        }
    }

    function taxOnTop(rate: string, amount: string): string {
        return rate === "" ? qsTr("dont taxe de vente : %1").arg(amount) : qsTr("dont taxe de vente %1 : %2").arg(rate).arg(amount);
    }

    // A price new with where and when it was seen; without those two there is none.
    function priceNew(amount: string, source: string, day: string): string {
        return amount === "" ? "" : qsTr("Neuf : %1 (%2, %3)").arg(amount).arg(source).arg(day);
    }

    function category(code: string): string {
        switch (code) {
        case "smartphone":
            return qsTr("Smartphones");
        case "tablet":
            return qsTr("Tablettes");
        case "laptop":
            return qsTr("Ordinateurs");
        case "console":
            return qsTr("Consoles");
        case "watch":
            return qsTr("Montres");
        case "appliance":
            return qsTr("Maison");
        case "accessory":
            return qsTr("Accessoires");
        case "service":
            return qsTr("Services");
        default:
            return qsTr("Autres");
        }
    }

    function state(code: string): string {
        switch (code) {
        case "to_erase":
            return qsTr("À effacer");
        case "to_inspect":
            return qsTr("À contrôler");
        case "rework":
            return qsTr("À l’atelier");
        case "for_sale":
            return qsTr("En vente");
        case "reserved":
            return qsTr("Réservé");
        case "sold":
            return qsTr("Vendu");
        case "blocked":
            return qsTr("Bloqué");
        case "quarantine":
            return qsTr("En quarantaine");
        case "parts":
            return qsTr("Pour pièces");
        case "in_transit":
            return qsTr("En transfert");
        default:
            return "";
        }
    }

    function stateTone(code: string): string {
        switch (code) {
        case "for_sale":
            return "ok";
        case "to_erase":
        case "to_inspect":
        case "rework":
        case "quarantine":
            return "wait";
        case "blocked":
            return "bad";
        default:
            return "";
        }
    }

    function stateIcon(code: string): string {
        switch (code) {
        case "for_sale":
            return "circle-check";
        case "to_erase":
            return "eraser";
        case "to_inspect":
            return "hourglass";
        case "rework":
            return "wrench";
        case "reserved":
            return "lock";
        case "sold":
            return "receipt";
        case "blocked":
            return "circle-x";
        case "in_transit":
            return "truck";
        default:
            return "circle-dashed";
        }
    }

    function tender(kind: string): string {
        switch (kind) {
        case "cash":
            return qsTr("Espèces");
        case "card":
            return qsTr("Carte bancaire");
        case "voucher":
            return qsTr("Bon d’achat");
        case "gift_card":
            return qsTr("Carte cadeau");
        case "deposit":
            return qsTr("Acompte versé");
        case "cheque":
            return qsTr("Chèque");
        case "transfer":
            return qsTr("Virement");
        default:
            return "";
        }
    }

    function tenderIcon(kind: string): string {
        switch (kind) {
        case "cash":
            return "banknote";
        case "card":
            return "credit-card";
        case "gift_card":
            return "gift";
        case "deposit":
            return "lock";
        case "cheque":
            return "file-check";
        case "transfer":
            return "landmark";
        default:
            return "ticket-percent";
        }
    }

    // The end of an identifier, never the whole of it on a shared screen.
    function identifier(kind: string, tail: string): string {
        switch (kind) {
        case "imei":
            return qsTr("IMEI ···· %1").arg(tail);
        case "serial":
            return qsTr("N° ···· %1").arg(tail);
        case "ean":
            return qsTr("EAN ···· %1").arg(tail);
        default:
            return "";
        }
    }

    function articles(count: int): string {
        return qsTr("%n article(s)", "", count);
    }

    function minutes(count: int): string {
        return count < 60 ? qsTr("%1 min").arg(count) : qsTr("%1 h %2").arg(Math.floor(count / 60)).arg(String(count % 60).padStart(2, "0"));
    }
}
