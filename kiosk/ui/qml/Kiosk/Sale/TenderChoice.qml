import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The middle of the payment: what is left in the largest type, how far it is settled, and the ways of paying.
ColumnLayout {
    id: choice

    required property PaymentViewModel payment

    spacing: 0

    KText {
        text: choice.payment.settled ? qsTr("Tout est réglé") : choice.payment.givingBack ? qsTr("À rendre au client") : qsTr("Reste à payer")
        size: Fonts.label
        weight: Fonts.semibold
        color: Colors.ink2
    }

    MoneyText {
        objectName: "amountLeft"
        Layout.topMargin: Look.pick(-6, -4)
        amount: choice.payment.remaining
        size: Fonts.hero
        weight: Fonts.heavy
    }

    RemainingBar {
        Layout.fillWidth: true
        shares: choice.payment.shares
    }

    KText {
        Layout.topMargin: Sizes.s8
        text: choice.payment.tenderCount > 0 ? qsTr("%1 déjà réglés sur %2").arg(choice.payment.paid).arg(choice.payment.total) : choice.payment.givingBack ? qsTr("Total à rendre : %1").arg(choice.payment.total) : qsTr("Total du panier : %1").arg(choice.payment.total)
        size: Fonts.body
        color: Colors.ink2
    }

    ReceivedTenders {
        Layout.fillWidth: true
        Layout.topMargin: Sizes.s8
        visible: !Look.large && choice.payment.tenderCount > 0
        payment: choice.payment
    }

    KText {
        Layout.topMargin: Look.pick(32, 14)
        Layout.bottomMargin: Look.pick(14, 8)
        text: qsTr("Moyen de règlement")
        size: Fonts.bodyPlus
        weight: Fonts.semibold
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Look.pick(14, 8)
        uniformCellSizes: true

        TenderTile {
            Layout.fillWidth: true
            iconName: "banknote"
            text: Words.tender("cash")
            fact: choice.payment.givingBack ? qsTr("du tiroir") : qsTr("rend la monnaie")
            chosen: choice.payment.cashChosen
            onClicked: choice.payment.chooseCash()
        }

        TenderTile {
            Layout.fillWidth: true
            iconName: "credit-card"
            text: Words.tender("card")
            fact: qsTr("%1 au terminal").arg(choice.payment.cardProposal)
            chosen: choice.payment.cardChosen
            onClicked: choice.payment.chooseCard()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Look.pick(14, 8)
        spacing: Look.pick(14, 8)
        uniformCellSizes: true

        TenderTile {
            Layout.fillWidth: true
            compact: true
            iconName: "ticket-percent"
            text: choice.payment.givingBack ? qsTr("Avoir") : qsTr("Bon, carte")
            fact: choice.payment.givingBack ? qsTr("ou carte à scanner") : qsTr("cadeau, à scanner")
            chosen: choice.payment.voucherChosen
            onClicked: choice.payment.chooseVoucher()
        }

        TenderTile {
            Layout.fillWidth: true
            visible: choice.payment.cheques
            compact: true
            iconName: "file-check"
            text: Words.tender("cheque")
            fact: qsTr("avec identité")
            chosen: choice.payment.chequeChosen
            onClicked: choice.payment.chooseCheque()
        }

        TenderTile {
            Layout.fillWidth: true
            compact: true
            iconName: "landmark"
            text: Words.tender("transfer")
            fact: qsTr("avec référence")
            chosen: choice.payment.transferChosen
            onClicked: choice.payment.chooseTransfer()
        }
    }

    ToggleTile {
        Layout.fillWidth: true
        Layout.topMargin: Sizes.s12
        visible: choice.payment.overCashLimit
        iconName: choice.payment.livesAbroad ? "check" : ""
        text: qsTr("Le client réside à l’étranger")
        fact: qsTr("justificatif vu : plus de %1 en espèces").arg(choice.payment.cashLimit)
        chosen: choice.payment.livesAbroad
        onClicked: choice.payment.setLivesAbroad(!choice.payment.livesAbroad)
    }

    Item {
        Layout.fillHeight: true
    }

    Notice {
        Layout.fillWidth: true
        visible: choice.payment.noticeShown
        shown: choice.payment.noticeShown
        tone: choice.payment.noticeTone
        title: choice.payment.noticeTitle
        detail: choice.payment.noticeDetail
        onCloseRequested: choice.payment.closeNotice()
        onExpired: choice.payment.closeNotice()
    }

    Card {
        Layout.fillWidth: true
        Layout.preferredHeight: Look.px(80)
        visible: Look.large && !choice.payment.noticeShown
        quiet: true
        padding: Sizes.s24

        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Sizes.s16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "keyboard"
                color: Colors.ink2
            }

            KText {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Au clavier : E espèces, C carte, B bon, H chèque, V virement.")
                size: Fonts.body
                color: Colors.ink2
            }
        }
    }

    Button {
        Layout.topMargin: Sizes.s12
        visible: !Look.large
        Layout.preferredWidth: Look.px(220)
        Layout.preferredHeight: Sizes.primary
        iconName: "arrow-left"
        text: qsTr("Retour au panier")
        enabled: choice.payment.canLeave
        onClicked: choice.payment.leave()
    }
}
