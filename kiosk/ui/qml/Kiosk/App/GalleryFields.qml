import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// Fields, pad and banners.
Column {
    id: column

    readonly property real half: (column.width - Sizes.s16) / 2

    spacing: Sizes.s12

    GallerySection {
        topPadding: 0
        text: qsTr("Champs")
    }

    Row {
        spacing: Sizes.s16

        Field {
            width: column.half
            label: qsTr("Nom")
            placeholder: qsTr("Nom du client")
        }

        Field {
            id: focused

            width: column.half
            label: qsTr("Prénom")
            text: "Élodie"
            lit: true
        }
    }

    Field {
        width: column.width
        label: qsTr("E-mail du ticket")
        text: "elodie.garnier@"
        fault: qsTr("Il manque la fin de l’adresse, par exemple « orange.fr ».")
    }

    Row {
        spacing: Sizes.s16

        Field {
            width: column.half
            label: qsTr("Recherche")
            iconName: "search"
            text: "iphone 13"
        }

        Field {
            width: column.half
            label: qsTr("Caisse")
            text: "Caisse 2"
            enabled: false
        }
    }

    GallerySection {
        text: qsTr("Pavé")
    }

    GridLayout {
        width: column.width
        columns: 3
        uniformCellWidths: true
        columnSpacing: Sizes.s12
        rowSpacing: Sizes.s12

        PadKey {
            Layout.fillWidth: true
            implicitHeight: Look.pick(80, 64)
            text: "7"
        }

        PadKey {
            Layout.fillWidth: true
            implicitHeight: Look.pick(80, 64)
            down: true
            text: "8"
        }

        PadKey {
            id: nine

            Layout.fillWidth: true
            implicitHeight: Look.pick(80, 64)
            text: "9"

            FocusRing {
                shown: true
                around: nine.radius
            }
        }

        PadKey {
            Layout.fillWidth: true
            implicitHeight: Look.pick(80, 64)
            text: ","
            spoken: qsTr("Virgule")
        }

        PadKey {
            Layout.fillWidth: true
            implicitHeight: Look.pick(80, 64)
            text: "0"
        }

        PadKey {
            Layout.fillWidth: true
            implicitHeight: Look.pick(80, 64)
            iconName: "delete"
            spoken: qsTr("Effacer le dernier chiffre")
        }
    }

    GallerySection {
        text: qsTr("Bandeaux et avis")
    }

    Banner {
        width: column.width
        title: qsTr("Code inconnu")
        detail: qsTr("Le panier n’a pas changé.")
        action: qsTr("Chercher")
    }

    Banner {
        width: column.width
        tone: "wait"
        iconName: "cloud-off"
        title: qsTr("Hors ligne depuis %1").arg("14:02")
        detail: qsTr("On vend ; %n envoi(s) attendent.", "", 12)
    }

    Banner {
        width: column.width
        tone: "bad"
        title: qsTr("Terminal de carte muet")
        detail: qsTr("Vérifiez qu’il est allumé.")
        action: qsTr("Tester")
    }
}
