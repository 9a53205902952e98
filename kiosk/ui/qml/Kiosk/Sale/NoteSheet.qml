import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What is repaired, or where it is delivered: asked before the payment, printed under the line.
Sheet {
    id: sheet

    required property PromisesViewModel promises

    title: sheet.promises.lineName
    open: sheet.promises.sheet === "note"
    sheetWidth: Look.pick(720, 620)
    onCloseRequested: sheet.promises.close()
    onOpenChanged: {
        field.text = sheet.promises.note;
        if (sheet.open)
            field.forceActiveFocus();
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 14)

        KText {
            Layout.fillWidth: true
            text: sheet.promises.wantsAddress ? qsTr("Où livrer ? L’adresse est imprimée sur le ticket.") : qsTr("Qu’est-ce qui est réparé ? À partir de 25 €, cette note est remise au client.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Field {
            id: field

            Layout.fillWidth: true
            label: sheet.promises.wantsAddress ? qsTr("Adresse de livraison") : qsTr("Appareil et réparation")
            placeholder: sheet.promises.wantsAddress ? qsTr("Rue, code postal, ville") : qsTr("iPhone 12 bleu, écran fissuré")
            maximumLength: sheet.promises.longestNote
            onAccepted: sheet.promises.say(field.text)
        }

        Button {
            Layout.fillWidth: true
            role: Button.Role.Primary
            enabled: field.text.trim() !== ""
            text: qsTr("Continuer vers le paiement")
            trailingIcon: "arrow-right"
            onClicked: sheet.promises.say(field.text)
        }
    }
}
