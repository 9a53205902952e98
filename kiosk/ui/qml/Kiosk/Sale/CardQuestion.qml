import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The card terminal stands apart: the cashier types the amount there and says what it answered. No answer is never guessed.
Sheet {
    id: sheet

    required property PaymentViewModel payment

    title: qsTr("Sur le terminal de carte")
    open: sheet.payment.askingCard
    mustAnswer: true
    sheetWidth: Look.pick(860, 660)
    // Enter is not an answer: the same key has just sent the amount, and a bounce must not accept a card.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_A)
            sheet.payment.cardAccepted();
        else if (event.key === Qt.Key_R)
            sheet.payment.cardRefused();
        event.accepted = true;
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(24, 14)

        RowLayout {
            Layout.fillWidth: true
            spacing: Look.pick(32, 20)

            Thumb {
                implicitWidth: Look.pick(120, 80)
                implicitHeight: implicitWidth
                iconName: "credit-card"
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.s4

                KText {
                    text: qsTr("Tapez ce montant sur le terminal")
                    size: Fonts.body
                    color: Colors.ink2
                }

                MoneyText {
                    amount: sheet.payment.cardAmount
                    size: Fonts.giant
                }
            }
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Le client présente sa carte. Dites ensuite ce que le terminal a répondu ; son ticket fait foi.")
            size: Fonts.body
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.AnswerBad
                enabled: !sheet.payment.busy
                iconName: "x"
                text: qsTr("Refusée")
                onClicked: sheet.payment.cardRefused()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.Primary
                enabled: !sheet.payment.busy
                text: qsTr("Acceptée")
                trailingIcon: "check"
                onClicked: sheet.payment.cardAccepted()
            }
        }
    }
}
