pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The device is bought: what, for how much, under which numbers, which papers, and what to do now.
Item {
    id: page

    required property TradeInViewModel tradeIn
    readonly property BoughtViewModel bought: page.tradeIn.bought

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.topMargin: Sizes.s8
        anchors.bottomMargin: Sizes.actionBarBottom
        spacing: Look.pick(40, 20)

        Rectangle {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 800
            radius: Sizes.radiusSheet
            color: page.tradeIn.declined ? Colors.raised : Colors.okTint

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Look.pick(56, 24)
                spacing: Look.pick(16, 8)

                RowLayout {
                    spacing: Sizes.s16

                    Icon {
                        name: page.tradeIn.declined ? "undo-2" : "circle-check"
                        size: Look.pick(34, 28)
                        color: page.tradeIn.declined ? Colors.ink2 : Colors.ok
                    }

                    KText {
                        text: page.tradeIn.declined ? qsTr("Reprise refusée") : qsTr("Reprise enregistrée")
                        size: Look.pick(28, 22)
                        weight: Fonts.semibold
                        color: page.tradeIn.declined ? Colors.ink : Colors.ok
                    }
                }

                KText {
                    Layout.fillWidth: true
                    text: qsTr("%1 · %2").arg(DiagnosticWords.device(page.tradeIn.parts.device.model, page.tradeIn.parts.device.storage, page.tradeIn.parts.device.colour)).arg(page.tradeIn.declined ? page.tradeIn.number : page.bought.number)
                    size: Look.pick(20, 16)
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }

                Item {
                    Layout.fillHeight: true
                    Layout.maximumHeight: Look.pick(80, 30)
                }

                KText {
                    visible: !page.tradeIn.declined
                    text: page.bought.payout === "voucher" ? qsTr("Bon d’achat remis") : page.bought.payout === "transfer" ? qsTr("Virement à venir") : qsTr("Espèces à remettre")
                    size: Fonts.title
                    weight: Fonts.bold
                }

                MoneyText {
                    visible: !page.tradeIn.declined
                    amount: page.bought.paid
                    size: Look.pick3(190, 110, 88)
                    weight: Fonts.heavy
                }

                KText {
                    Layout.fillWidth: true
                    visible: page.tradeIn.declined
                    text: qsTr("Rendez l’appareil et ses accessoires au client. Aucune donnée d’identité n’est gardée.")
                    size: Fonts.label
                    wrapMode: Text.WordWrap
                }

                Item {
                    Layout.fillHeight: true
                }

                DoneFact {
                    Layout.fillWidth: true
                    visible: page.tradeIn.declined
                    iconName: "undo-2"
                    label: qsTr("Motif")
                    value: SellerWords.refusal(page.tradeIn.counter.refusal)
                }

                DoneFact {
                    Layout.fillWidth: true
                    visible: page.tradeIn.declined && page.tradeIn.counter.keptOffer !== ""
                    iconName: "euro"
                    label: qsTr("Offre gardée jusqu’au %1").arg(page.tradeIn.counter.keptUntil)
                    value: page.tradeIn.counter.keptOffer
                }

                DoneFact {
                    readonly property bool account: page.bought.accountTail !== ""

                    Layout.fillWidth: true
                    visible: page.bought.voucherCode !== "" || account
                    iconName: account ? "landmark" : "ticket-percent"
                    label: account ? qsTr("Compte du vendeur") : qsTr("Bon d’achat")
                    value: account ? qsTr("IBAN ···· %1").arg(page.bought.accountTail) : page.bought.voucherCode
                }

                DoneFact {
                    Layout.fillWidth: true
                    visible: page.bought.registerNumber !== ""
                    iconName: "book-open-check"
                    label: qsTr("Livre de police")
                    value: page.bought.registerNumber
                }

                DoneFact {
                    Layout.fillWidth: true
                    visible: !page.tradeIn.declined
                    iconName: "file-check"
                    label: qsTr("Contrat de cession, PDF")
                    value: qsTr("conservé")
                }

                DoneFact {
                    Layout.fillWidth: true
                    visible: page.bought.labelCode !== ""
                    iconName: "tag"
                    label: qsTr("Étiquette")
                    value: page.bought.labelCode
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 760
            spacing: Sizes.s16

            KText {
                Layout.topMargin: Look.pick(32, 12)
                text: page.tradeIn.declined ? qsTr("Et maintenant ?") : page.tradeIn.finished ? qsTr("Tout est fait") : qsTr("Il reste à faire")
                size: Fonts.title
                weight: Fonts.bold
            }

            Repeater {
                model: page.visible && !page.tradeIn.declined ? page.tradeIn.parts.questions : null

                FindingRow {
                    required property string questionId
                    required text

                    Layout.fillWidth: true
                    enabled: false
                }
            }

            Banner {
                Layout.fillWidth: true
                visible: !page.tradeIn.declined
                tone: "accent"
                iconName: "eraser"
                title: qsTr("L’appareil est en stock, à effacer")
                detail: qsTr("Il passera les trente points une fois l’effacement prouvé, par une autre personne.")
            }

            Item {
                Layout.fillHeight: true
            }

            KeptOfferActions {
                Layout.fillWidth: true
                visible: page.tradeIn.declined && page.tradeIn.counter.keptOffer !== ""
                counter: page.tradeIn.counter
            }

            ActionBar {
                Layout.fillWidth: true
                backVisible: false
                nextText: page.tradeIn.finished ? qsTr("Nouvelle reprise") : qsTr("Effacer et étiqueter")
                nextWidth: Look.pick(520, 360)
                onNextRequested: page.tradeIn.finish()
            }
        }
    }
}
