import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What proves a cheque (its number, and that the customer's identity was looked at) or a transfer (the bank's reference).
Sheet {
    id: sheet

    required property ProofViewModel proof

    title: sheet.proof.cheque ? qsTr("Chèque de %1").arg(sheet.proof.amount) : qsTr("Virement de %1").arg(sheet.proof.amount)
    open: sheet.proof.open
    sheetWidth: Look.pick(640, 520)
    onCloseRequested: sheet.proof.close()
    onOpenChanged: {
        reference.clear();
        if (sheet.open && !sheet.proof.cheque)
            reference.forceActiveFocus();
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            sheet.proof.erase();
        else if (/^[0-9]$/.test(event.text))
            sheet.proof.type(event.text);
        else if (event.key === Qt.Key_I && sheet.proof.cheque)
            sheet.proof.checkIdentity(!sheet.proof.identityChecked);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.proof.confirm();
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        Field {
            id: reference

            Layout.fillWidth: true
            visible: !sheet.proof.cheque
            label: qsTr("Référence donnée par la banque")
            placeholder: qsTr("par exemple VIR DUPONT 22/11")
            maximumLength: 35
            onEdited: sheet.proof.write(reference.text)
            onAccepted: sheet.proof.confirm()
        }

        Rectangle {
            Layout.fillWidth: true
            visible: sheet.proof.cheque
            implicitHeight: Look.pick(84, 60)
            radius: Sizes.radiusControl
            color: Colors.surface
            border.width: Sizes.focusWidth
            border.color: Colors.accent

            KText {
                x: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("N° du chèque")
                size: Fonts.body
                color: Colors.ink2
            }

            KText {
                anchors.right: parent.right
                anchors.rightMargin: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                text: sheet.proof.text
                size: Fonts.number
                weight: Fonts.semibold
            }
        }

        NumberPad {
            Layout.fillWidth: true
            visible: sheet.proof.cheque
            keyHeight: Look.pick(84, 56)
            decimal: false
            onTyped: character => {
                for (const figure of character)
                    sheet.proof.type(figure);
            }
            onErased: sheet.proof.erase()
        }

        ToggleTile {
            Layout.fillWidth: true
            visible: sheet.proof.cheque
            iconName: sheet.proof.identityChecked ? "check" : "user"
            text: qsTr("Identité vérifiée")
            fact: qsTr("aucune copie de la pièce n’est gardée")
            chosen: sheet.proof.identityChecked
            onClicked: sheet.proof.checkIdentity(!sheet.proof.identityChecked)
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.proof.fault !== ""
            text: sheet.proof.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        Button {
            Layout.fillWidth: true
            role: Button.Role.Primary
            text: sheet.proof.cheque ? qsTr("Ajouter le chèque") : qsTr("Ajouter le virement")
            trailingIcon: "check"
            onClicked: sheet.proof.confirm()
        }
    }
}
