pragma Singleton
import QtQuick

// How a result came in, and by what a cosmetic class is told: the codes in words.
QtObject {
    // The sign that tells a cosmetic class, short enough for its tile: at which distance it shows, or what it does.
    function classRule(code: string): string {
        switch (code) {
        case "S0":
        case "B0":
            return qsTr("rien");
        case "S1":
            return qsTr("éteint");
        case "S2":
            return qsTr("allumé");
        case "S3":
            return qsTr("ongle");
        case "S4":
        case "B4":
            return qsTr("fêlé");
        case "B1":
            return qsTr("20 cm");
        case "B2":
            return qsTr("50 cm");
        case "B3":
            return qsTr("visible");
        default:
            return qsTr("oxydé");
        }
    }

    // What stands under a line of the offer.
    function found(method: string): string {
        switch (method) {
        case "auto_usb":
            return qsTr("lu par câble");
        case "auto_kiosk":
            return qsTr("mesuré par la borne");
        case "browser":
            return qsTr("mesuré par le téléphone");
        case "external":
            return qsTr("dit par une base ou un appareil de mesure");
        case "declared":
            return qsTr("déclaré par le client");
        case "photo":
            return qsTr("jugé sur photo");
        case "not_tested":
            return qsTr("non testé, compté au plus bas");
        default:
            return qsTr("constaté au comptoir");
        }
    }
}
