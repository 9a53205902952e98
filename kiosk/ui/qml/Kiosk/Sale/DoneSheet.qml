pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The green sheet: the sale is recorded, what to give back, and how it was paid.
Card {
    id: sheet

    required property DoneViewModel done

    tone: "ok"
    radius: Sizes.radiusSheet
    padding: Look.pick(56, 24)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            spacing: Sizes.s12

            Icon {
                name: "circle-check"
                size: Look.pick(34, 28)
                color: Colors.ok
            }

            KText {
                text: sheet.done.again ? qsTr("Dernier ticket") : sheet.done.ticketKind === "refund" ? qsTr("Remboursement enregistré") : sheet.done.ticketKind === "exchange" ? qsTr("Échange enregistré") : qsTr("Vente enregistrée")
                size: Fonts.heading
                weight: Fonts.bold
                color: Colors.ok
            }
        }

        KText {
            Layout.fillWidth: true
            Layout.leftMargin: Look.pick(46, 40)
            Layout.topMargin: Sizes.s4
            text: qsTr("Ticket n° %1 · %2 · %3").arg(sheet.done.number).arg(sheet.done.total).arg(sheet.done.clock)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            Layout.leftMargin: Look.pick(46, 40)
            visible: sheet.done.paidBack && sheet.done.invoice.number !== ""
            text: qsTr("Facture d’avoir n° %1 · %2").arg(sheet.done.invoice.number).arg(sheet.done.invoice.company)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.topMargin: Look.pick(88, 24)
            text: sheet.done.change !== "" ? qsTr("À rendre") : sheet.done.paidBack ? qsTr("Rendu au client") : qsTr("Encaissé")
            size: Fonts.title
            weight: Fonts.bold
        }

        MoneyText {
            objectName: "changeToGive"
            Layout.topMargin: -Sizes.s8
            amount: sheet.done.change !== "" ? sheet.done.change : sheet.done.total
            size: sheet.done.change !== "" ? (sheet.done.wideChange ? Fonts.hero : Fonts.heroLarge) : Look.pick3(148, 96, 72)
            weight: Fonts.heavy
        }

        Pieces {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(28, 12)
            visible: sheet.done.change !== ""
            model: sheet.done.pieces
            noteHeight: Look.pick(104, 68)
        }

        Item {
            Layout.fillHeight: true
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Sizes.hair
            color: Colors.okLine
        }

        Repeater {
            model: sheet.done.tenders

            RowLayout {
                id: tender

                required property string kind
                required property string amount

                Layout.fillWidth: true
                Layout.topMargin: Look.pick(16, 6)

                KText {
                    Layout.fillWidth: true
                    text: sheet.done.paidBack && tender.kind === "cash" ? qsTr("Espèces rendues") : sheet.done.paidBack && tender.kind === "voucher" ? qsTr("Avoir remis") : tender.kind === "cash" ? qsTr("Espèces reçues") : Words.tender(tender.kind)
                    size: Fonts.body
                    color: Colors.ink2
                }

                MoneyText {
                    amount: tender.amount
                    size: Fonts.bodyPlus
                }
            }
        }
    }
}
