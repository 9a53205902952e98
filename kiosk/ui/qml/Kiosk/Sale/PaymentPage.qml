import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Paying: what is paid, the ways of paying, the figures. The number keys, the decimal sign, Backspace and Enter work from anywhere.
FocusScope {
    id: page

    required property SaleViewModel sale
    required property PaymentViewModel payment

    focus: true
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.payment.validate();
        else if (event.key === Qt.Key_Backspace)
            page.payment.erase();
        else if (event.key === Qt.Key_Escape)
            page.payment.leave();
        else if (/^[0-9.,]$/.test(event.text))
            page.payment.type(event.text);
        else if (event.key === Qt.Key_E)
            page.payment.chooseCash();
        else if (event.key === Qt.Key_C)
            page.payment.chooseCard();
        else if (event.key === Qt.Key_B)
            page.payment.chooseVoucher();
        else if (event.key === Qt.Key_H)
            page.payment.chooseCheque();
        else if (event.key === Qt.Key_V)
            page.payment.chooseTransfer();
        else
            return;
        event.accepted = true;
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(24, 20)
        anchors.rightMargin: Look.pick(24, 12)
        anchors.topMargin: Look.pick(8, 0)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Look.pick(32, 20)

        Card {
            Layout.fillHeight: true
            Layout.fillWidth: false
            Layout.preferredWidth: Sizes.paymentSummary
            Layout.maximumWidth: Sizes.paymentSummary
            visible: Look.large
            radius: Sizes.radiusSheet
            padding: Look.px(28)

            PaymentSummary {
                anchors.fill: parent
                sale: page.sale
                payment: page.payment
            }
        }

        TenderChoice {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Look.pick(12, 8)
            payment: page.payment
        }

        AmountPad {
            Layout.fillHeight: true
            Layout.fillWidth: false
            Layout.preferredWidth: Sizes.paymentPad
            Layout.maximumWidth: Sizes.paymentPad
            payment: page.payment
        }
    }

    CardQuestion {
        card: page.payment.card
    }

    ProofSheet {
        proof: page.payment.proof
    }
}
