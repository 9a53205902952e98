pragma Singleton
import QtQuick

// The words of codes that travel: photo slots, grades, outcomes, session states. Codes come from Python, words are chosen here.
QtObject {
    id: words

    function slot(code: string): string {
        switch (code) {
        case "imei_on_screen":
            return qsTr("IMEI à l’écran");
        case "screen_on":
            return qsTr("Écran allumé");
        case "screen_off":
            return qsTr("Écran éteint");
        case "back":
            return qsTr("Dos");
        case "left":
            return qsTr("Côté gauche");
        case "right":
            return qsTr("Côté droit");
        case "top":
            return qsTr("Dessus");
        case "bottom":
            return qsTr("Dessous");
        case "front":
            return qsTr("Face avant");
        case "lid":
            return qsTr("Capot");
        case "keyboard":
            return qsTr("Clavier");
        case "bottom_open":
            return qsTr("Intérieur");
        case "sealing":
            return qsTr("Fermeture");
        case "seal":
            return qsTr("Scellé");
        case "serial":
            return qsTr("Numéro");
        case "plate":
            return qsTr("Plaque");
        case "accessories":
            return qsTr("Accessoires");
        case "back_glass":
            return qsTr("Verre arrière");
        default:
            return code.startsWith("defect.") ? qsTr("Défaut") : qsTr("Vue");
        }
    }

    // Why a version of the price book that central published is not used.
    function refusedBook(why: string): string {
        switch (why) {
        case "altered":
            return qsTr("son contenu ne correspond pas à son empreinte");
        case "unreadable":
            return qsTr("elle ne se lit pas");
        case "dates":
            return qsTr("ses dates ne sont pas celles annoncées");
        case "uncovered":
            return qsTr("il y manque le prix d’un défaut");
        default:
            return qsTr("un montant y est impossible");
        }
    }

    function face(code: string): string {
        switch (code) {
        case "front":
            return qsTr("Avant, écran");
        case "back":
            return qsTr("Dos");
        case "left":
            return qsTr("Bord gauche");
        default:
            return qsTr("Bord droit");
        }
    }

    function grade(level: int): string {
        switch (level) {
        case 4:
            return qsTr("Premium");
        case 3:
            return qsTr("Parfait état");
        case 2:
            return qsTr("Très bon état");
        case 1:
            return qsTr("État correct");
        default:
            return "";
        }
    }

    function shortGrade(level: int): string {
        switch (level) {
        case 4:
            return qsTr("Premium");
        case 3:
            return qsTr("Parfait");
        case 2:
            return qsTr("Très bon");
        default:
            return qsTr("Correct");
        }
    }

    function outcome(code: string): string {
        switch (code) {
        case "quarantine":
            return qsTr("Quarantaine");
        case "blocked":
            return qsTr("Bloqué");
        case "hold_erase":
            return qsTr("Effacement à prouver");
        case "incomplete":
            return qsTr("Incomplet");
        case "rework":
            return qsTr("Atelier");
        case "parts":
            return qsTr("Pour pièces");
        default:
            return "";
        }
    }

    // What happens to a unit that cannot be sold as it is.
    function outcomeDetail(code: string): string {
        switch (code) {
        case "quarantine":
            return qsTr("À isoler tout de suite, sans le charger.");
        case "blocked":
            return qsTr("Ne peut pas être vendu tant que ce point échoue.");
        case "hold_erase":
            return qsTr("L’effacement doit être refait et vérifié.");
        case "rework":
            return qsTr("Ira à l’atelier, puis ces points seront refaits.");
        case "parts":
            return qsTr("La réparation coûterait plus que sa valeur.");
        default:
            return "";
        }
    }

    // A device in one line: "iPhone 12 · 64 Go · Bleu".
    function device(model: string, storage: string, colour: string): string {
        return [model, storage === "" ? "" : qsTr("%1 Go").arg(storage), colour].filter(part => part !== "").join(" · ");
    }

    // The tail of its own number: an IMEI for what has one, a serial number for the rest.
    function identifier(byImei: bool, tail: string): string {
        return byImei ? qsTr("IMEI ···· %1").arg(tail) : qsTr("N° ···· %1").arg(tail);
    }

    // How the device's number was read.
    function readBy(way: string): string {
        switch (way) {
        case "cable":
            return qsTr("lu par câble");
        case "typed":
            return qsTr("saisi à la main");
        case "report":
            return qsTr("lu par son rapport");
        default:
            return qsTr("lu au lecteur");
        }
    }

    function claim(voice: string, model: string, confirmations: int): string {
        switch (voice) {
        case "device":
            return qsTr("L’appareil se dit %1.").arg(model);
        case "history":
            return qsTr("Chez nous, ce numéro était %1.").arg(model);
        case "taught":
            return qsTr("D’après %n reprise(s) de la chaîne, c’est %1.", "", confirmations).arg(model);
        default:
            return qsTr("D’après le catalogue, c’est %1.").arg(model);
        }
    }

    function deviceDetail(storage: string, colour: string, tail: string): string {
        return [storage === "" ? "" : qsTr("%1 Go").arg(storage), colour, tail === "" ? "" : qsTr("IMEI ···· %1").arg(tail)].filter(part => part !== "").join(" · ");
    }
}
