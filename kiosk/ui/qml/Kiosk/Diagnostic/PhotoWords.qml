pragma Singleton
import QtQuick

// What to show for a view, in words and as a drawing. Phones and tablets have a drawing per view; other kinds show the device itself.
QtObject {
    id: words

    readonly property var views: ["imei_on_screen", "screen_on", "screen_off", "back", "left", "right", "top", "bottom"]

    function drawing(slot: string, front: string): string {
        if (front === "phone-front" || front === "tablet")
            return words.views.includes(slot) ? "view-" + slot.replace(/_/g, "-") : "";
        return slot === "screen_on" || slot === "screen_off" || slot === "front" ? front : "";
    }

    function hint(slot: string): string {
        switch (slot) {
        case "imei_on_screen":
            return qsTr("Composez *#06# sur l’appareil : le numéro doit se lire sur la photo.");
        case "screen_on":
            return qsTr("Écran allumé sur fond clair, sans reflet.");
        case "screen_off":
            return qsTr("Écran éteint et propre, lumière de côté : les rayures se voient.");
        case "left":
        case "right":
        case "bottom":
            return qsTr("La tranche entière, nette, appareil posé à plat.");
        case "top":
            return qsTr("La tranche du haut, à hauteur d’œil : un châssis plié se voit.");
        case "serial":
        case "plate":
            return qsTr("Le numéro doit se lire sur la photo.");
        default:
            return slot.startsWith("defect.") ? qsTr("Le défaut au milieu de l’image, de près.") : qsTr("La face entière, nette, sans reflet.");
        }
    }

    function list(slots: var): string {
        return Array.from(slots, slot => DiagnosticWords.slot(slot)).join(", ");
    }
}
