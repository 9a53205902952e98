import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Where we are, what this step is called, and the one sentence that says what to do.
ColumnLayout {
    id: head

    required property StepViewModel step
    property string instruction: head.step.instruction

    spacing: Look.pick(8, 4)

    Row {
        spacing: Sizes.s12

        KText {
            text: qsTr("Étape %1 sur %2").arg(head.step.place).arg(head.step.count)
            size: Look.pick(18, 16)
            weight: Fonts.semibold
            color: Colors.accent
        }

        KText {
            text: head.step.overrun ? qsTr("%1 de plus que prévu").arg(head.step.left) : qsTr("encore %1 prévues").arg(head.step.left)
            size: Look.pick(18, 16)
            color: head.step.overrun ? Colors.bad : head.step.tight ? Colors.wait : Colors.ink2
        }
    }

    KText {
        Layout.fillWidth: true
        text: head.step.title
        size: Fonts.displaySize
        weight: Fonts.bold
        wrapMode: Text.WordWrap
    }

    KText {
        Layout.fillWidth: true
        text: head.instruction
        size: Look.pick(22, 17)
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }
}
