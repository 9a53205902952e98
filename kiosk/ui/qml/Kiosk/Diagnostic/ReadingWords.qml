pragma Singleton
import QtQuick

// The words of what instruments read: facts, values that are codes, how far they can be trusted and why not.
QtObject {
    id: words

    function fact(code: string): string {
        switch (code) {
        case "imei_check":
            return qsTr("IMEI, MEID et n° de série");
        case "storage_gb":
            return qsTr("Stockage");
        case "part_number":
            return qsTr("Référence");
        case "origin":
            return qsTr("Fabriqué comme");
        case "os":
            return qsTr("Système");
        case "account_lock":
            return qsTr("Localiser");
        case "reset_lock":
            return qsTr("Comptes qui verrouillent");
        case "software":
            return qsTr("Logiciel");
        case "ram_gb":
            return qsTr("Mémoire");
        case "management":
            return qsTr("Gestion d’entreprise");
        case "activation":
            return qsTr("Activation");
        case "security_patch":
            return qsTr("Correctifs de sécurité du");
        case "battery_pct":
            return qsTr("Santé de la batterie");
        case "battery_cycles":
            return qsTr("Cycles de charge");
        case "charge_pct":
            return qsTr("Charge en ce moment");
        case "modem":
            return qsTr("Modem");
        default:
            return code;
        }
    }

    function value(fact: string, code: string): string {
        switch (fact + " " + code) {
        case "imei_check match":
            return qsTr("concordent");
        case "imei_check differs":
            return qsTr("ne concordent pas");
        case "origin retail":
            return qsTr("neuf de magasin");
        case "origin refurbished_by_maker":
            return qsTr("remis en état par Apple");
        case "origin replacement":
            return qsTr("échange du SAV Apple");
        case "origin engraved":
            return qsTr("gravé à la commande");
        case "origin demo":
            return qsTr("modèle de démonstration");
        case "account_lock locked":
            return qsTr("activé : compte présent");
        case "reset_lock locked":
            return qsTr("un compte est encore là");
        case "reset_lock clear":
            return qsTr("aucun compte");
        case "software genuine":
            return qsTr("celui du fabricant");
        case "software modified":
            return qsTr("modifié ou ouvert");
        case "management clear":
            return qsTr("aucune");
        case "management managed":
            return qsTr("supervisé par une entreprise");
        case "activation activated":
            return qsTr("activé");
        case "activation unactivated":
            return qsTr("jamais activé ou effacé");
        case "modem ok":
            return qsTr("répond");
        case "modem fault":
            return qsTr("ne répond pas");
        default:
            return code === "" || code === "unknown" ? qsTr("non prouvé") : fact === "storage_gb" || fact === "ram_gb" ? qsTr("%1 Go").arg(code) : code;
        }
    }

    function trust(code: string): string {
        switch (code) {
        case "measured":
            return qsTr("mesuré");
        case "circumstantial":
            return qsTr("des indices, pas une preuve");
        case "claimed":
            return qsTr("annoncé par l’appareil");
        default:
            return qsTr("à vérifier à l’écran");
        }
    }

    // Why a value is not known.
    function why(code: string): string {
        switch (code) {
        case "diagnostics_silent":
            return qsTr("l’appareil est verrouillé : déverrouillez-le, puis rebranchez-le");
        case "diagnostics_refused":
            return qsTr("l’appareil ne donne pas cette mesure");
        case "capacity_always_100":
            return qsTr("il répond toujours 100, ce n’est pas une mesure");
        case "no_design_capacity":
        case "no_capacity":
            return qsTr("il ne dit pas ses deux capacités");
        case "frozen":
            return qsTr("ses valeurs ont été figées à la main : ne les croyez pas");
        case "gauge_reset":
            return qsTr("sa jauge a été remise à zéro, elle répète la capacité d’origine");
        case "no_cycles":
            return qsTr("il annonce une santé sans avoir compté de cycle");
        case "not_measured":
            return qsTr("il ne la mesure pas");
        case "implausible":
            return qsTr("la valeur lue n’est pas possible");
        default:
            return "";
        }
    }
}
