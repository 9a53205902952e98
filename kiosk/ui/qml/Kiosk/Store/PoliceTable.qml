pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Sale
import Kiosk.ViewModels

// The open register: its lines in the order in which they were written, the newest at the bottom; nothing can be changed in place.
ColumnLayout {
    id: book

    required property PoliceViewModel police
    readonly property real numberWidth: Look.pick3(240, 176, 158)
    readonly property real priceWidth: Look.pick3(130, 104, 96)

    spacing: Sizes.cardGap

    RowLayout {
        Layout.fillWidth: true
        spacing: Sizes.tileGap

        SearchBar {
            Layout.fillWidth: true
            placeholder: Look.small ? qsTr("N°, IMEI, nom, date") : qsTr("N° d’ordre, IMEI, nom ou date (22/11/2026)")
            spoken: qsTr("Chercher dans le livre de police")
            query: book.police.query
            onTyped: text => book.police.search(text)
            onCleared: book.police.search("")
        }

        Button {
            Layout.preferredHeight: Look.pick(76, 60)
            iconName: "file-text"
            text: qsTr("PDF")
            spoken: qsTr("Exporter en PDF")
            enabled: book.police.canExport
            onClicked: book.police.export("pdf")
        }

        Button {
            Layout.preferredHeight: Look.pick(76, 60)
            iconName: "list"
            text: qsTr("CSV")
            spoken: qsTr("Exporter en CSV")
            enabled: book.police.canExport
            onClicked: book.police.export("csv")
        }

        Button {
            Layout.preferredHeight: Look.pick(76, 60)
            iconName: "lock"
            text: Look.large ? qsTr("Fermer le livre") : ""
            spoken: qsTr("Fermer le livre")
            onClicked: book.police.closeBook()
        }
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        padding: 0

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Sizes.hair
            spacing: 0

            TableHeader {
                Layout.fillWidth: true
                columns: [
                    {
                        "name": qsTr("N° d’ordre, date"),
                        "width": book.numberWidth
                    },
                    {
                        "name": qsTr("Vendeur")
                    },
                    {
                        "name": qsTr("Objet")
                    },
                    {
                        "name": qsTr("Prix"),
                        "width": book.priceWidth,
                        "right": true
                    }
                ]
            }

            ListView {
                id: table

                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: book.police.lines
                Accessible.role: Accessible.Table
                Accessible.name: qsTr("Lignes du livre de police")
                onCountChanged: table.positionViewAtEnd()

                delegate: TableRow {
                    required property string entryId
                    required property string number
                    required property string moment
                    required property string seller
                    required property string what
                    required property string identifiers
                    required property string price
                    required property string corrects
                    required property string correctedBy

                    width: table.width
                    implicitHeight: Look.pick(84, 68)
                    cells: [
                        {
                            "text": number + "\n" + moment,
                            "width": book.numberWidth,
                            "strong": true
                        },
                        {
                            "text": (seller !== "" ? seller : qsTr("Identité effacée")) + (corrects !== "" ? "\n" + qsTr("rectifie %1").arg(corrects) : correctedBy !== "" ? "\n" + qsTr("rectifié : %1").arg(correctedBy) : "")
                        },
                        {
                            "text": what + "\n" + identifiers
                        },
                        {
                            "text": price,
                            "width": book.priceWidth,
                            "right": true,
                            "strong": true
                        }
                    ]
                    onClicked: book.police.openLine(entryId)
                }

                EmptyState {
                    anchors.centerIn: parent
                    width: table.width - 2 * Sizes.s40
                    visible: table.count === 0
                    iconName: "book-open"
                    title: book.police.total === 0 ? qsTr("Aucun achat au public pour l’instant") : qsTr("Aucune ligne ne correspond")
                    detail: book.police.total === 0 ? "" : qsTr("Cherchez un n° d’ordre, la fin d’un IMEI, un nom ou une date.")
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Sizes.s16

        Icon {
            name: book.police.wrongPage > 0 ? "circle-x" : "shield-check"
            color: book.police.wrongPage > 0 ? Colors.bad : Colors.ok
        }

        KText {
            Layout.fillWidth: true
            text: book.police.wrongPage > 0 ? qsTr("La page n° %1 n’est pas comme elle a été scellée. Prévenez le siège.").arg(book.police.wrongPage) : book.police.pageCount > 0 ? qsTr("%n page(s) scellée(s), toutes intactes.", "", book.police.pageCount) + " " + qsTr("Dernier contrôle : %1").arg(book.police.lastCheck) : qsTr("La page du jour sera scellée à la fin de la journée.")
            size: Fonts.small
            color: book.police.wrongPage > 0 ? Colors.bad : Colors.ink2
            elide: Text.ElideRight
        }

        KText {
            visible: !Look.small
            text: qsTr("%n ligne(s)", "", book.police.shownCount) + " · " + (book.police.drive !== "" ? qsTr("fichiers sur la clé %1").arg(book.police.drive) : qsTr("fichiers sur cette borne"))
            size: Fonts.small
            color: Colors.ink2
        }
    }
}
