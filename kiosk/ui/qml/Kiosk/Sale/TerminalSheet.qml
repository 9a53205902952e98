import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A question to the card terminal that stands apart: the cashier types the amount there and says what it answered. No answer is ever guessed.
Sheet {
    id: sheet

    required property string amount
    required property string asked
    required property string meaning
    required property bool busy

    signal accepted
    signal refused

    mustAnswer: true
    sheetWidth: Look.pick(860, 660)
    // Enter is not an answer: the same key has just sent the amount, and a bounce must not accept a card.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_A)
            sheet.accepted();
        else if (event.key === Qt.Key_R)
            sheet.refused();
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
                    text: sheet.asked
                    size: Fonts.body
                    color: Colors.ink2
                }

                MoneyText {
                    amount: sheet.amount
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

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.AnswerBad
                enabled: !sheet.busy
                iconName: "x"
                text: qsTr("Refusée")
                onClicked: sheet.refused()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.Primary
                enabled: !sheet.busy
                text: qsTr("Acceptée")
                trailingIcon: "check"
                onClicked: sheet.accepted()
            }
        }
    }
}
