pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Who sells, what they declare, and their signature.
Card {
    id: panel

    required property TradeInViewModel tradeIn
    readonly property AgreementViewModel seller: panel.tradeIn.agreement

    signal identityRequested
    readonly property alias signature: pad

    radius: Sizes.radiusSheet
    padding: Look.pick(32, 16)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(14, 6)

        KText {
            text: qsTr("Vendeur et signature")
            size: Look.pick(24, 19)
            weight: Fonts.semibold
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Look.pick(94, 64)
            radius: Sizes.radiusTile
            color: panel.seller.sellerKnown ? Colors.okTint : Colors.waitTint

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Look.pick(20, 12)
                anchors.rightMargin: Look.pick(16, 8)
                spacing: Sizes.s16

                Icon {
                    name: "id-card"
                    size: Look.pick(44, 34)
                    color: panel.seller.sellerKnown ? Colors.ok : Colors.wait
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Sizes.textGap

                    KText {
                        Layout.fillWidth: true
                        text: !panel.seller.sellerKnown ? qsTr("Identité à recopier") : panel.seller.fullName !== "" ? panel.seller.fullName : qsTr("Identité enregistrée")
                        size: Look.pick(20, 17)
                        weight: Fonts.semibold
                        wrapMode: Text.WordWrap
                        maximumLineCount: 1
                    }

                    KText {
                        Layout.fillWidth: true
                        visible: panel.seller.sellerKnown && panel.seller.documentTail !== ""
                        text: qsTr("%1 ···· %2").arg(SellerWords.documentKind(panel.seller.documentKind)).arg(panel.seller.documentTail)
                        size: Fonts.small
                        color: Colors.ink2
                        wrapMode: Text.WordWrap
                        maximumLineCount: 1
                    }
                }

                Button {
                    Layout.preferredHeight: Sizes.controlInRow
                    iconName: panel.seller.sellerKnown ? "pencil" : "id-card"
                    text: panel.seller.sellerKnown ? (Look.large ? qsTr("Corriger") : "") : qsTr("Saisir")
                    spoken: panel.seller.sellerKnown ? qsTr("Corriger l’identité") : qsTr("Saisir l’identité")
                    onClicked: panel.identityRequested()
                }
            }
        }

        CheckRow {
            Layout.fillWidth: true
            separator: true
            text: qsTr("Je suis propriétaire de cet appareil et majeur.")
            checked: panel.tradeIn.agreement.declaresOwner
            onToggled: panel.seller.declare("owner", checked)
        }

        CheckRow {
            Layout.fillWidth: true
            separator: true
            text: qsTr("J’ai sauvegardé mes données ; elles seront effacées.")
            checked: panel.tradeIn.agreement.declaresErase
            onToggled: panel.seller.declare("erase", checked)
        }

        CheckRow {
            Layout.fillWidth: true
            text: (panel.seller.payout.chosen === "voucher" ? qsTr("J’accepte la cession à %1 en bon d’achat.") : panel.seller.payout.chosen === "transfer" ? qsTr("J’accepte la cession à %1 par virement.") : qsTr("J’accepte la cession à %1 en espèces.")).arg(panel.seller.paid)
            spoken: qsTr("J’accepte la cession")
            checked: panel.tradeIn.agreement.declaresPrice
            onToggled: panel.seller.declare("price", checked)
        }

        SignaturePad {
            id: pad

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Look.pick(220, 120)
            hint: qsTr("Signez ici")
            caption: panel.seller.sellerKnown ? qsTr("%1, le %2 à %3").arg(panel.seller.fullName).arg(panel.seller.signDay).arg(panel.seller.signTime) : ""
            onStrokeEnded: panel.seller.sign(pad.svgPath())
        }

        Button {
            role: Button.Role.Quiet
            iconName: "rotate-ccw"
            text: qsTr("Effacer la signature")
            enabled: pad.signed
            onClicked: {
                pad.clear();
                panel.seller.sign("");
            }
        }
    }
}
