import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What is being made and how far it is. Leaving the page leaves it running.
Card {
    id: card

    required property RecordsViewModel records
    required property string title

    function doing(what: string): string {
        switch (what) {
        case "reading":
            return qsTr("Lecture du journal");
        case "checking":
            return qsTr("Comparaison avec les clôtures");
        case "reckoning":
            return qsTr("Calcul des écritures");
        case "setting":
            return qsTr("Mise en forme");
        case "gathering":
            return qsTr("Tickets, totaux, événements");
        case "writing":
            return qsTr("Écriture du fichier");
        case "copying":
            return qsTr("Copie sur la clé");
        case "verifying":
            return qsTr("Vérification des signatures");
        default:
            return qsTr("En cours, la vente continue");
        }
    }

    padding: Look.pick(16, 8)

    RowLayout {
        anchors.fill: parent
        spacing: Sizes.s12

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.s4

            KText {
                Layout.fillWidth: true
                text: card.title
                size: Fonts.body
                weight: Fonts.semibold
                elide: Text.ElideRight
            }

            ProgressBar {
                Layout.fillWidth: true
                visible: card.records.part >= 0
                done: card.records.part / 1000
            }

            KText {
                Layout.fillWidth: true
                visible: card.records.part < 0 || Look.large
                text: card.doing(card.records.doing) + (card.records.steps === "" ? "" : " · " + card.records.steps)
                size: Fonts.small
                color: Colors.ink2
                elide: Text.ElideRight
            }
        }

        Button {
            text: qsTr("Arrêter")
            onClicked: card.records.cancel()
        }
    }
}
