pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// Chips, grades, control points, tenders, rings.
Column {
    id: column

    spacing: Sizes.s12

    GallerySection {
        topPadding: 0
        text: qsTr("Pastilles et états")
    }

    Flow {
        width: column.width
        spacing: Sizes.s8

        StatusChip {
            tone: "ok"
            iconName: "circle-check"
            text: qsTr("En vente")
        }

        StatusChip {
            tone: "wait"
            iconName: "hourglass"
            text: qsTr("À contrôler")
        }

        StatusChip {
            tone: "bad"
            iconName: "circle-x"
            text: qsTr("Bloqué")
        }

        StatusChip {
            tone: "accent"
            iconName: "loader"
            text: qsTr("En cours")
        }

        StatusChip {
            iconName: "receipt"
            text: qsTr("Vendu")
        }

        StatusChip {
            tone: "inverse"
            iconName: "lock"
            text: qsTr("Réservé")
        }
    }

    Grid {
        columns: 2
        columnSpacing: Sizes.s24
        rowSpacing: Sizes.s16

        Repeater {
            model: [qsTr("Premium"), qsTr("Parfait état"), qsTr("Très bon état"), qsTr("État correct")]

            GradeMark {
                required property int index
                required property string modelData

                level: 4 - index
                word: modelData
            }
        }
    }

    GallerySection {
        text: qsTr("Points de contrôle")
    }

    GridLayout {
        width: column.width
        columns: 3
        uniformCellWidths: true
        columnSpacing: Sizes.s12
        rowSpacing: Sizes.s12

        Repeater {
            model: [["10", qsTr("Batterie"), "87 %", "passed"], ["22", qsTr("Capteurs"), qsTr("bloqué"), "failed"], ["18", qsTr("Micros"), qsTr("à vous"), "current"], ["15", qsTr("Caméras"), qsTr("mesure"), "measuring"], ["25", qsTr("Boutons"), qsTr("à tester"), "todo"], ["26", qsTr("Réseau"), qsTr("sans objet"), "none"]]

            ControlPointTile {
                required property list<string> modelData

                Layout.fillWidth: true
                Layout.preferredHeight: Look.pick(124, 103)
                number: modelData[0]
                text: modelData[1]
                value: modelData[2]
                look: modelData[3]
            }
        }
    }

    GallerySection {
        text: qsTr("Tuiles de règlement")
    }

    RowLayout {
        width: column.width
        spacing: Sizes.s12
        uniformCellSizes: true

        TenderTile {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick(136, 104)
            chosen: true
            iconName: "banknote"
            text: qsTr("Espèces")
            fact: qsTr("choisi")
        }

        TenderTile {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick(136, 104)
            iconName: "credit-card"
            text: qsTr("Carte")
            fact: qsTr("au terminal")
        }

        TenderTile {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick(136, 104)
            enabled: false
            iconName: "ticket"
            text: qsTr("Bon")
            fact: qsTr("aucun")
        }
    }

    GallerySection {
        text: qsTr("Temps et avancement")
    }

    Row {
        spacing: Look.pick(24, 18)

        Repeater {
            model: [["08:42", "accent", 0.58], ["02:51", "wait", 0.19], ["00:48", "bad", 0.053]]

            ProgressRing {
                id: ring

                required property var modelData

                tone: ring.modelData[1]
                remaining: ring.modelData[2]

                KText {
                    anchors.centerIn: parent
                    text: ring.modelData[0]
                    size: Look.pick(28, 20)
                    weight: Fonts.bold
                    color: ring.tone === "accent" ? Colors.ink : Colors.of(ring.tone)
                }
            }
        }
    }

    ProgressBar {
        width: column.width
        done: 0.64
    }

    KText {
        text: qsTr("Archive : 64 %, encore 20 s environ")
        size: Fonts.small
        color: Colors.ink2
    }
}
