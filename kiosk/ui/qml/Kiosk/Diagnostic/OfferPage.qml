pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The offer before it is proposed: the amount line by line for the customer, and what it rests on.
Item {
    id: page

    required property TradeInViewModel tradeIn

    ColumnLayout {
        anchors.fill: parent
        spacing: Sizes.columnGap

        RowLayout {
            spacing: Sizes.columnGap

            OfferSheet {
                Layout.fillWidth: true
                Layout.fillHeight: true
                tradeIn: page.tradeIn
            }

            ColumnLayout {
                Layout.fillWidth: false
                Layout.preferredWidth: Sizes.offerWidth
                Layout.maximumWidth: Sizes.offerWidth
                spacing: Sizes.cardGap

                DeviceCard {
                    Layout.fillWidth: true
                    device: page.tradeIn.parts.device
                }

                ReturnedCard {
                    Layout.fillWidth: true
                    visible: page.tradeIn.parts.returned.known
                    returned: page.tradeIn.parts.returned
                }

                ConditionCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    tradeIn: page.tradeIn
                }
            }
        }

        ActionBar {
            Layout.fillWidth: true
            backText: qsTr("Retour")
            nextText: qsTr("Proposer %1").arg(page.tradeIn.parts.offer.price)
            nextEnabled: page.tradeIn.canOffer
            onBackRequested: page.tradeIn.leave()
            onNextRequested: page.tradeIn.propose()

            Button {
                Layout.fillHeight: true
                iconName: "handshake"
                text: Look.small ? qsTr("Refuser") : qsTr("Refuser et rendre l’appareil")
                spoken: qsTr("Refuser et rendre l’appareil")
                onClicked: refuses.open = true
            }

            Button {
                Layout.fillHeight: true
                visible: page.tradeIn.canOffer
                iconName: "pencil"
                text: qsTr("Autre prix")
                onClicked: page.tradeIn.counter.ask()
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }

    AccountSheet {
        payout: page.tradeIn.agreement.payout
    }

    RefuseSheet {
        id: refuses

        tradeIn: page.tradeIn
    }

    CounterSheet {
        counter: page.tradeIn.counter
    }
}
