pragma Singleton
import QtQuick

// What the owner of a phone on the cable has to do, step by step, by the code of what keeps it from being read.
QtObject {
    id: words

    readonly property int mostSteps: 3

    // What has to be done, in its order; what is done already stands in it too.
    function steps(code: string): list<string> {
        switch (code) {
        case "phone_locked":
        case "phone_untrusted":
            return [qsTr("Déverrouillez l’iPhone avec son code, son visage ou son empreinte"), qsTr("Touchez « Se fier » sur son écran"), qsTr("Saisissez le code de l’iPhone quand il le demande : il est lu aussitôt")];
        case "phone_refused":
            return [qsTr("Débranchez le câble de l’appareil"), qsTr("Rebranchez-le : la question revient"), qsTr("Touchez « Se fier », ou scannez son IMEI (*#06#)")];
        case "phone_not_allowing":
            return [qsTr("Déverrouillez le téléphone avec son code, son visage ou son empreinte"), qsTr("Cochez « Toujours autoriser sur cet ordinateur »"), qsTr("Touchez « Autoriser » : il est lu aussitôt")];
        case "phone_debugging_off":
            return [qsTr("Réglages, À propos du téléphone : touchez 7 fois « Numéro de version »"), qsTr("Réglages, Options pour les développeurs : allumez « Débogage USB »"), qsTr("Touchez « Autoriser », ou scannez son IMEI (*#06#)")];
        case "phone_not_allowed_here":
            return [qsTr("Scannez son IMEI (*#06#) : tout se fait aussi à la main"), qsTr("Appelez l’assistance : il manque à cette borne ses réglages USB")];
        default:
            return [qsTr("Débranchez puis rebranchez le câble"), qsTr("Essayez un autre câble ou une autre prise"), qsTr("Sinon, scannez son IMEI (*#06#) : tout se fait aussi à la main")];
        }
    }

    // The step that is to be done now.
    function now(code: string): int {
        return code === "phone_untrusted" ? 1 : 0;
    }
}
