import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A card is asked for. A wired terminal answers by itself; one that stands apart is read by the cashier. What is not sure is never guessed.
Sheet {
    id: sheet

    required property CardQuestionViewModel card
    readonly property bool asksPerson: sheet.card.byCashier || sheet.card.unsure
    readonly property string asked: {
        if (sheet.card.givingBack)
            return sheet.card.byCashier ? qsTr("Tapez ce crédit sur le terminal") : qsTr("Le terminal rend");
        return sheet.card.byCashier ? qsTr("Tapez ce montant sur le terminal") : qsTr("Le terminal demande");
    }
    readonly property string meaning: {
        if (sheet.card.notFound)
            return qsTr("La dernière opération du terminal en est une autre. Regardez si le ticket de ce paiement est sorti, puis répondez ; rien ne sera envoyé une seconde fois.");
        if (sheet.card.unsure)
            return qsTr("Redemandez au terminal. S’il ne sait pas, son ticket fait foi ; rien ne sera envoyé une seconde fois.");
        if (sheet.card.byCashier)
            return sheet.card.givingBack ? qsTr("Avec la carte qui a payé. Dites ensuite ce que le terminal a répondu ; son ticket fait foi.") : qsTr("Le client présente sa carte. Dites ensuite ce que le terminal a répondu ; son ticket fait foi.");
        return sheet.card.givingBack ? qsTr("Le client présente la carte qui a payé ; la réponse arrive toute seule. Pour renoncer : touche rouge du terminal.") : qsTr("Le client présente sa carte ; la réponse arrive toute seule. Pour renoncer : touche rouge du terminal.");
    }

    title: sheet.card.unsure ? qsTr("Que dit le terminal de carte ?") : qsTr("Sur le terminal de carte")
    open: sheet.card.open
    mustAnswer: true
    sheetWidth: Look.pick(860, 660)
    Keys.onEscapePressed: sheet.card.stopWaiting()
    // Enter is not an answer: the same key has just sent the amount, and a bounce must not accept a card.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_A)
            sheet.card.accepted();
        else if (event.key === Qt.Key_R)
            sheet.card.refused();
        else if (event.key === Qt.Key_D)
            sheet.card.askAgain();
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
                tone: sheet.card.unsure ? "wait" : ""
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.s4

                KText {
                    text: sheet.asked
                    size: Fonts.body
                    color: Colors.ink2
                }

                MoneyText {
                    amount: sheet.card.amount
                    size: Fonts.giant
                }
            }
        }

        KText {
            Layout.fillWidth: true
            text: sheet.meaning
            size: Fonts.body
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.card.fault !== ""
            text: sheet.card.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primarySheet
            visible: sheet.card.atTerminal
            iconName: "x"
            text: qsTr("Ne plus attendre")
            onClicked: sheet.card.stopWaiting()
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primarySheet
            visible: sheet.card.unsure
            iconName: "refresh-cw"
            text: qsTr("Redemander au terminal")
            onClicked: sheet.card.askAgain()
        }

        RowLayout {
            Layout.fillWidth: true
            visible: sheet.asksPerson
            spacing: Sizes.actionAir

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.AnswerBad
                iconName: "x"
                text: qsTr("Refusée")
                onClicked: sheet.card.refused()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.Primary
                text: qsTr("Acceptée")
                trailingIcon: "check"
                onClicked: sheet.card.accepted()
            }
        }
    }
}
