pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// Lines, table, empty state, figures.
Column {
    id: column

    readonly property var table: [["Galaxy S21 · 128 Go", "112", "219,00 €", "wait"], ["iPad Air · 64 Go", "97", "329,00 €", "wait"], ["ThinkPad T14 · 16 Go", "41", "459,00 €", ""], ["Switch OLED · Blanc", "8", "239,00 €", ""]]

    function cellsOf(row: var): var {
        return [
            {
                "text": row[0]
            },
            {
                "text": row[1],
                "width": Look.px(76),
                "right": true,
                "tone": row[3]
            },
            {
                "text": row[2],
                "width": Look.px(96),
                "right": true,
                "strong": true
            }
        ];
    }

    spacing: Look.pick(9, 12)

    GallerySection {
        topPadding: 0
        text: qsTr("Lignes et tableau")
    }

    LineItem {
        width: column.width
        implicitHeight: Look.pick(92, 84)
        sideMargin: Sizes.s20
        current: true
        name: "iPhone 13 · 128 Go"
        gradeLevel: 3
        gradeWord: qsTr("Parfait état")
        price: "389,00 €"
        drawing: "phone"
    }

    Card {
        width: column.width
        height: tableColumn.height + 2
        padding: 1

        Column {
            id: tableColumn

            width: parent.width

            TableHeader {
                width: parent.width
                sortedBy: "days"
                descending: true
                columns: [
                    {
                        "name": qsTr("Appareil"),
                        "key": "unit"
                    },
                    {
                        "name": qsTr("Jours"),
                        "key": "days",
                        "width": Look.px(76),
                        "right": true
                    },
                    {
                        "name": qsTr("Prix"),
                        "key": "price",
                        "width": Look.px(96),
                        "right": true
                    }
                ]
            }

            Repeater {
                model: column.table

                TableRow {
                    required property int index
                    required property var modelData

                    width: tableColumn.width
                    cells: column.cellsOf(modelData)
                    chosen: index === 1
                    separator: index < 3
                }
            }
        }
    }

    GallerySection {
        text: qsTr("Rien à montrer")
    }

    Card {
        width: column.width
        quiet: true
        padding: Sizes.s12
        height: empty.height + 2 * padding

        EmptyState {
            id: empty

            width: parent.width
            title: qsTr("Scannez un premier article")
            detail: qsTr("ou cherchez-le par son nom, à gauche.")

            Button {
                implicitHeight: Sizes.controlInRow
                iconName: "hourglass"
                text: qsTr("Reprendre un panier (%1)").arg(2)
            }
        }
    }

    GallerySection {
        text: qsTr("Carte de chiffre")
    }

    RowLayout {
        width: column.width
        spacing: Sizes.s16

        StatCard {
            Layout.preferredWidth: column.width * 0.56
            Layout.preferredHeight: Look.pick(140, 108)
            first: true
            name: qsTr("Encaissements")
            number: "4 862,40 €"
            comparison: qsTr("+12 %, même heure")
            comparisonTone: "ok"
        }

        StatCard {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick(140, 108)
            name: qsTr("Panier moyen")
            number: "156,85 €"
            comparison: "+1,90 €"
            comparisonTone: "ok"
        }
    }
}
