pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Agreement, identity, signature: the offer at the left, the seller at the right; the identity is copied on its own sheet.
Item {
    id: page

    required property TradeInViewModel tradeIn
    property bool copying: false
    readonly property real rightWidth: Look.pick3(688, 470, 420)

    ColumnLayout {
        anchors.fill: parent
        spacing: Sizes.columnGap

        SellerSheet {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.copying
            seller: page.tradeIn.agreement
        }

        RowLayout {
            visible: !page.copying
            spacing: Sizes.columnGap

            OfferSheet {
                Layout.fillWidth: true
                Layout.fillHeight: true
                tradeIn: page.tradeIn
            }

            AgreementPanel {
                Layout.fillWidth: false
                Layout.preferredWidth: page.rightWidth
                Layout.maximumWidth: page.rightWidth
                Layout.fillHeight: true
                tradeIn: page.tradeIn
                onIdentityRequested: page.copying = true
            }
        }

        Connections {
            target: page.tradeIn.agreement

            function onSellerSaved(): void {
                page.copying = false;
            }

            function onZoneRead(): void {
                page.copying = true;
            }
        }

        ActionBar {
            Layout.fillWidth: true
            visible: page.copying
            backText: qsTr("Retour")
            nextText: qsTr("Enregistrer l’identité")
            nextWidth: page.rightWidth
            onBackRequested: page.copying = false
            onNextRequested: page.tradeIn.agreement.saveSeller()
        }

        ActionBar {
            Layout.fillWidth: true
            visible: !page.copying
            backText: qsTr("Retour")
            nextText: page.tradeIn.agreement.busy ? qsTr("Achat en cours") : qsTr("Acheter pour %1").arg(page.tradeIn.agreement.paid)
            nextFact: SellerWords.missing(page.tradeIn.agreement.missing)
            nextWidth: page.rightWidth
            nextEnabled: page.tradeIn.agreement.canBuy && !page.tradeIn.agreement.busy
            onBackRequested: page.tradeIn.leave()
            onNextRequested: page.tradeIn.agreement.buy()

            Button {
                Layout.fillHeight: true
                iconName: "handshake"
                text: Look.large ? qsTr("Refuser et rendre l’appareil") : qsTr("Refuser")
                spoken: qsTr("Refuser et rendre l’appareil")
                onClicked: refuses.open = true
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }

    StripSheet {
        strip: page.tradeIn.agreement.strip
    }

    AccountSheet {
        payout: page.tradeIn.agreement.payout
    }

    RefuseSheet {
        id: refuses

        tradeIn: page.tradeIn
    }
}
