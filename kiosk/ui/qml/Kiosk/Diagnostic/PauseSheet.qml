pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Why the clock stands, in one tap; a reason of one's own takes a few words. Pauses are counted apart, by reason, and shown.
Sheet {
    id: sheet

    required property PausingViewModel pausing
    property bool writing: false

    function stop(code: string, words: string) {
        sheet.writing = false;
        sheet.open = false;
        sheet.pausing.stop(code, words);
        note.text = "";
    }

    title: qsTr("Pourquoi cette pause ?")
    onCloseRequested: {
        sheet.writing = false;
        sheet.open = false;
    }

    Column {
        width: parent.width
        spacing: Look.pick(12, 8)

        Repeater {
            model: sheet.writing ? null : sheet.pausing.reasons

            Button {
                required property string code
                required property bool wantsText
                required text

                width: parent?.width ?? 0
                implicitHeight: Look.pick(72, 58)
                iconName: wantsText ? "pencil" : "pause"
                alignLeft: true
                onClicked: wantsText ? sheet.writing = true : sheet.stop(code, "")
            }
        }

        Field {
            id: note

            visible: sheet.writing
            width: parent.width
            placeholder: qsTr("Quelques mots")
            label: qsTr("Raison de la pause")
            onVisibleChanged: if (note.visible) note.forceActiveFocus()
            onAccepted: if (note.text.trim() !== "") sheet.stop("other", note.text)
        }

        Button {
            visible: sheet.writing
            width: parent.width
            role: Button.Role.Primary
            implicitHeight: Sizes.primarySheet
            enabled: note.text.trim() !== ""
            iconName: "pause"
            text: qsTr("Arrêter le temps")
            onClicked: sheet.stop("other", note.text)
        }
    }
}
