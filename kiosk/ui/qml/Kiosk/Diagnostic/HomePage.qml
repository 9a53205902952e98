pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The bench's home: scan to begin at the left, then two columns: today's trade-ins over the workshop, what waits to be inspected over what waits
// to be erased. Where no trade-ins are offered what waits to be inspected has a column of its own.
Item {
    id: page

    required property DiagnosticViewModel bench

    Banner {
        id: refused

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.bottomMargin: Sizes.actionBarBottom
        visible: page.bench.refusedBook !== ""
        tone: "wait"
        title: qsTr("Base de prix %1 refusée : %2").arg(page.bench.refusedBook).arg(DiagnosticWords.refusedBook(page.bench.refusedWhy))
        detail: qsTr("Les reprises continuent avec la base %1. Prévenez le siège.").arg(page.bench.bookInForce)
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.topMargin: Sizes.s8
        anchors.bottomMargin: refused.visible ? refused.height + 2 * Sizes.actionBarBottom : Sizes.actionBarBottom
        spacing: Sizes.columnGap

        StartCard {
            Layout.preferredWidth: Look.pick3(560, 400, 340)
            Layout.maximumWidth: Look.pick3(560, 400, 340)
            Layout.fillHeight: true
            bench: page.bench
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: Look.small ? 1 : 2
            columnSpacing: Sizes.columnGap
            rowSpacing: Sizes.columnGap
            uniformCellWidths: true

            QueueCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: 1
                visible: page.bench.tradeInsOffered
                title: qsTr("Reprises du jour")
                count: page.bench.tradeInCount
                emptyTitle: qsTr("Scannez un premier appareil")
                emptyIcon: "scan-barcode"
                rows: page.bench.tradeIns
                action: qsTr("Offres refusées")
                actionIcon: "undo-2"
                onActionRequested: page.bench.keptOffers.ask()

                delegate: TradeInRow {
                    required property string sessionId
                    required drawing

                    width: ListView.view.width
                    onClicked: page.bench.resume(sessionId)
                }
            }

            QueueCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: 1
                Layout.rowSpan: !Look.small && !page.bench.tradeInsOffered ? 2 : 1
                title: qsTr("À contrôler")
                count: page.bench.toInspectCount
                emptyTitle: qsTr("Aucun contrôle en attente")
                rows: page.bench.toInspect

                delegate: UnitRow {
                    required property string unitId
                    required drawing

                    width: ListView.view.width
                    enabled: !own
                    onClicked: page.bench.inspect(unitId)
                }
            }

            QueueCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: 1
                title: qsTr("Atelier")
                count: page.bench.workshop.heldCount
                emptyTitle: qsTr("Rien à l’atelier")
                rows: page.bench.workshop.held

                delegate: HeldUnitRow {
                    required property string unitId
                    required drawing

                    width: ListView.view.width
                    onClicked: page.bench.workshop.open(unitId)
                }
            }

            QueueCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: 1
                title: qsTr("À effacer")
                count: page.bench.toEraseCount
                emptyTitle: qsTr("Aucun effacement en attente")
                rows: page.bench.toErase

                delegate: UnitRow {
                    required property string unitId
                    required drawing

                    width: ListView.view.width
                    onClicked: page.bench.erase(unitId)
                }
            }
        }
    }

    ModelSheet {
        bench: page.bench
    }

    LaptopSheet {
        laptops: page.bench.laptops
    }

    KeptOffersSheet {
        kept: page.bench.keptOffers
    }
}
