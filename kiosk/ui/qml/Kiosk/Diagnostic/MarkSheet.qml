pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What a mark on the drawing is, by itself: its class with the distance at which it shows. The axis takes the class of its worst mark.
Sheet {
    id: sheet

    required property MarkingViewModel marking

    title: qsTr("Marque %1 · %2").arg(sheet.marking.number).arg(DiagnosticWords.face(sheet.marking.face))
    open: sheet.marking.number > 0
    onCloseRequested: sheet.marking.close()

    Column {
        width: parent.width
        spacing: Look.pick(12, 8)

        KText {
            width: parent.width
            bottomPadding: Sizes.s4
            text: qsTr("Regardez à 20 cm puis à 50 cm, œil nu, appareil propre.")
            size: Look.pick(20, 16)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: sheet.marking.classes

            ClassRow {
                required property string optionId
                required meaning
                required chosen

                width: parent?.width ?? 0
                code: optionId
                onClicked: sheet.marking.judge(optionId)
            }
        }

        Button {
            role: Button.Role.Quiet
            iconName: "trash-2"
            text: qsTr("Retirer cette marque")
            onClicked: sheet.marking.remove()
        }
    }
}
