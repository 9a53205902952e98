pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The offer as the customer reads it: the amount, every line with its proof, and how it can be paid.
Card {
    id: sheet

    required property TradeInViewModel tradeIn
    readonly property PayoutViewModel payout: sheet.tradeIn.agreement.payout
    readonly property OfferViewModel offer: sheet.tradeIn.parts.offer

    radius: Sizes.radiusSheet
    padding: Look.pick(34, 16)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(10, 6)

        KText {
            Layout.fillWidth: true
            text: qsTr("Notre offre pour votre %1").arg(sheet.tradeIn.parts.device.model)
            size: Look.pick(24, 19)
            weight: Fonts.semibold
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            readonly property string detail: DiagnosticWords.deviceDetail(sheet.tradeIn.parts.device.storage, sheet.tradeIn.parts.device.colour, sheet.tradeIn.parts.device.identifierTail)

            text: sheet.tradeIn.validUntil === "" ? detail : qsTr("%1 · valable jusqu’au %2").arg(detail).arg(sheet.tradeIn.validUntil)
            size: Look.pick(18, 16)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        MoneyText {
            visible: !sheet.offer.stopped && !sheet.offer.hazard
            amount: sheet.offer.price
            size: Look.pick3(132, 84, 72)
            weight: Fonts.heavy
        }

        Banner {
            Layout.fillWidth: true
            visible: sheet.offer.stopped || sheet.offer.hazard || sheet.offer.blocked
            tone: sheet.offer.blocked ? "wait" : "bad"
            title: sheet.offer.hazard ? qsTr("Danger, ne pas reprendre") : sheet.offer.stopped ? qsTr("Reprise impossible") : qsTr("Offre suspendue")
            detail: sheet.offer.reasons
        }

        Flickable {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: lines.implicitHeight
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: lines

                width: scroll.width

                OfferProofRow {
                    width: lines.width
                    label: qsTr("Valeur du modèle, parfait état")
                    proof: sheet.tradeIn.priceBook === "" ? "" : qsTr("base de prix %1").arg(sheet.tradeIn.priceBook)
                    amount: sheet.offer.baseExact
                    base: true
                }

                Repeater {
                    model: sheet.visible ? sheet.offer.lines : null

                    OfferProofRow {
                        required property bool proofPhoto
                        required counter
                        required property string countered
                        required property string exact
                        required property string method
                        required property string threshold
                        required property bool judged
                        required gain
                        required picture

                        width: lines.width
                        sum: exact
                        proof: countered !== "" ? PartWords.counterProof(countered) : judged && proofPhoto ? qsTr("photo conservée, jugé à 20 et 50 cm") : proofPhoto ? qsTr("photo conservée") : threshold === "" ? MethodWords.found(method) : qsTr("%1, seuil %2").arg(MethodWords.found(method)).arg(threshold)
                        photo: proofPhoto
                    }
                }

                RowLayout {
                    width: lines.width
                    height: Look.pick(72, 48)

                    KText {
                        Layout.fillWidth: true
                        text: qsTr("Offre")
                        size: Look.pick(22, 18)
                        weight: Fonts.semibold
                    }

                    KText {
                        text: sheet.offer.price
                        size: Look.pick(26, 20)
                        weight: Fonts.bold
                    }
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: !sheet.offer.stopped && !sheet.offer.hazard && !sheet.offer.blocked
            spacing: Sizes.tileGap
            uniformCellSizes: true

            PayoutTile {
                Layout.fillWidth: true
                visible: sheet.payout.voucherOffered
                iconName: "gift"
                text: qsTr("En bon d’achat")
                amount: sheet.offer.withBonus
                fact: sheet.offer.hasBonus ? qsTr("%1 de plus").arg(sheet.offer.bonus) : qsTr("utilisable aujourd’hui")
                chosen: sheet.payout.chosen === "voucher"
                onClicked: sheet.payout.choose("voucher")
            }

            PayoutTile {
                Layout.fillWidth: true
                visible: sheet.payout.transferOffered
                iconName: "landmark"
                text: qsTr("Par virement")
                amount: sheet.offer.price
                fact: sheet.payout.tail !== "" ? qsTr("IBAN ···· %1").arg(sheet.payout.tail) : qsTr("sur son compte")
                chosen: sheet.payout.chosen === "transfer"
                onClicked: sheet.payout.choose("transfer")
            }

            PayoutTile {
                Layout.fillWidth: true
                visible: sheet.payout.cashOffered
                iconName: "banknote"
                text: qsTr("En espèces")
                amount: sheet.offer.price
                fact: qsTr("avec la caisse ouverte")
                chosen: sheet.payout.chosen === "cash"
                onClicked: sheet.payout.choose("cash")
            }
        }
    }
}
