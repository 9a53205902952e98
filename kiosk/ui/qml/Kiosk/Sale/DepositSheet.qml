import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// How much keeps the device, and until when.
Sheet {
    id: sheet

    required property PromisesViewModel promises

    title: qsTr("Acompte")
    open: sheet.promises.sheet === "deposit"
    sheetWidth: Look.pick(640, 520)
    onCloseRequested: sheet.promises.close()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            sheet.promises.erase();
        else if (/^[0-9.,]$/.test(event.text))
            sheet.promises.type(event.text);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.promises.reserve();
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        KText {
            Layout.fillWidth: true
            text: qsTr("%1 est réservé à ce client jusqu’au %2 inclus. Personne d’autre ne peut l’acheter.").arg(sheet.promises.lineName).arg(sheet.promises.until)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Look.pick(84, 64)
            radius: Sizes.radiusControl
            color: Colors.surface
            border.width: Sizes.focusWidth
            border.color: Colors.accent

            KText {
                x: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Montant de l’acompte")
                size: Fonts.body
                color: Colors.ink2
            }

            MoneyText {
                anchors.right: parent.right
                anchors.rightMargin: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                amount: sheet.promises.amount
                size: Fonts.number
            }
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.promises.fault !== ""
            text: sheet.promises.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        NumberPad {
            Layout.fillWidth: true
            keyHeight: Look.pick(84, 56)
            separator: sheet.promises.decimalSign
            onTyped: character => sheet.promises.type(character)
            onErased: sheet.promises.erase()
        }

        Button {
            Layout.fillWidth: true
            role: Button.Role.Primary
            enabled: sheet.promises.canReserve
            text: qsTr("Réserver l’appareil")
            trailingIcon: "check"
            onClicked: sheet.promises.reserve()
        }
    }
}
