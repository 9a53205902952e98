pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The right of the payment: the amount being typed, quick amounts, figures, the change, and the one next action.
Rectangle {
    id: pad

    required property PaymentViewModel payment

    radius: Sizes.radiusSheet
    color: Colors.surface
    border.width: Sizes.hair
    border.color: Colors.line

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.pick(26, 14)
        spacing: Look.pick(20, 9)

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s16

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.textGap

                KText {
                    Layout.fillWidth: true
                    text: pad.payment.cashChosen ? (pad.payment.givingBack ? qsTr("Espèces rendues") : qsTr("Espèces reçues")) : pad.payment.cardChosen ? qsTr("Par carte") : pad.payment.chequeChosen ? qsTr("Par chèque") : pad.payment.transferChosen ? qsTr("Par virement") : pad.payment.givingBack ? qsTr("En avoir") : qsTr("Bon ou carte cadeau")
                    size: Fonts.bodyPlus
                    weight: Fonts.semibold
                    wrapMode: Text.WordWrap
                }

                KText {
                    Layout.fillWidth: true
                    text: pad.payment.cashChosen ? qsTr("en billets et pièces") : pad.payment.cardChosen ? qsTr("sur le terminal") : pad.payment.chequeChosen ? qsTr("numéro et identité") : pad.payment.transferChosen ? qsTr("référence ensuite") : pad.payment.givingBack ? qsTr("imprimé avec le ticket") : qsTr("scannez son code")
                    size: Fonts.small
                    color: Colors.ink2
                }
            }

            Rectangle {
                Layout.preferredWidth: Look.pick(260, 190)
                Layout.preferredHeight: Look.pick(84, 60)
                radius: Sizes.radiusControl
                color: Colors.surface
                border.width: Sizes.focusWidth
                border.color: Colors.accent

                MoneyText {
                    anchors.right: parent.right
                    anchors.rightMargin: Sizes.s20
                    anchors.verticalCenter: parent.verticalCenter
                    amount: pad.payment.typed
                    size: Fonts.number
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: pad.payment.cashChosen && !pad.payment.givingBack
            spacing: Look.pick(10, 6)
            uniformCellSizes: true

            Repeater {
                model: pad.payment.quickAmounts

                ToggleTile {
                    required property string amount
                    required property bool exact
                    required property bool isChosen
                    required property int place

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    visible: Look.large || place < 4
                    text: amount
                    figure: Look.pick(20, 16)
                    fact: exact ? qsTr("appoint") : ""
                    chosen: isChosen
                    onClicked: pad.payment.takeQuick(place)
                }
            }
        }

        NumberPad {
            Layout.fillWidth: true
            Layout.fillHeight: true
            keyHeight: Look.px(48)
            separator: pad.payment.decimalSign
            onTyped: character => pad.payment.type(character)
            onErased: pad.payment.erase()
        }

        ChangeCard {
            Layout.fillWidth: true
            visible: pad.payment.cashChosen && !pad.payment.givingBack
            change: pad.payment.change
            missing: pad.payment.missing
            pieces: pad.payment.pieces
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick(112, 72)
            role: Button.Role.Primary
            enabled: pad.payment.canValidate
            text: pad.payment.busy ? qsTr("Enregistrement…") : pad.payment.settled ? (pad.payment.givingBack ? qsTr("Terminer le remboursement") : qsTr("Terminer la vente")) : pad.payment.cardChosen ? qsTr("Envoyer %1 au terminal").arg(pad.payment.typed) : pad.payment.givingBack ? (pad.payment.cashChosen ? qsTr("Rendre %1 en espèces").arg(pad.payment.typed) : pad.payment.transferChosen ? qsTr("Rendre %1 par virement").arg(pad.payment.typed) : qsTr("Rendre %1 en avoir").arg(pad.payment.typed)) : pad.payment.cashChosen ? qsTr("Valider %1 en espèces").arg(pad.payment.typed) : pad.payment.chequeChosen ? qsTr("Recevoir un chèque de %1").arg(pad.payment.typed) : pad.payment.transferChosen ? qsTr("Noter un virement de %1").arg(pad.payment.typed) : qsTr("Scannez le bon ou la carte")
            trailingIcon: pad.payment.busy ? "" : "check"
            onClicked: pad.payment.validate()
        }
    }
}
