pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Which defect it is: a reason is asked for every failed test, so that each euro taken off can be explained.
Sheet {
    id: sheet

    required property TradeInViewModel tradeIn

    title: qsTr("Quel défaut ?")
    onCloseRequested: sheet.open = false

    Column {
        width: parent.width
        spacing: Sizes.tileGap

        KText {
            width: parent.width
            bottomPadding: Sizes.s8
            text: sheet.tradeIn.parts.question.text
            size: Fonts.bodyPlus
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: sheet.visible ? sheet.tradeIn.parts.reasons : null

            Button {
                required property string optionId
                required text

                width: parent?.width ?? 0
                implicitHeight: Look.pick(84, 72)
                role: Button.Role.AnswerBad
                iconName: "circle-x"
                alignLeft: true
                onClicked: {
                    sheet.open = false;
                    sheet.tradeIn.answer(optionId);
                }
            }
        }
    }
}
