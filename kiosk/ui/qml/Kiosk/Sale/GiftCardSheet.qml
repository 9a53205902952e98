pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A gift card of any amount, or more money on the card that is scanned while the sheet is open.
Sheet {
    id: sheet

    required property GiftCardViewModel giftCard

    title: sheet.giftCard.fillsTail === "" ? qsTr("Nouvelle carte cadeau") : qsTr("Recharger la carte ···· %1").arg(sheet.giftCard.fillsTail)
    open: sheet.giftCard.open
    takesScans: true
    sheetWidth: Look.pick(640, 520)
    onCloseRequested: sheet.giftCard.close()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            sheet.giftCard.erase();
        else if (/^[0-9.,]$/.test(event.text))
            sheet.giftCard.type(event.text);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.giftCard.add();
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 10)

        KText {
            Layout.fillWidth: true
            text: sheet.giftCard.fillsTail === "" ? qsTr("Pour recharger une carte, scannez-la maintenant.") : qsTr("Il reste %1 sur cette carte.").arg(sheet.giftCard.fillsBalance)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.tileGap
            uniformCellSizes: true

            Repeater {
                model: sheet.giftCard.usual

                ToggleTile {
                    required property string amount
                    required property bool isChosen
                    required property int place

                    Layout.fillWidth: true
                    text: amount
                    chosen: isChosen
                    onClicked: sheet.giftCard.takeUsual(place)
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Look.pick(84, 60)
            radius: Sizes.radiusControl
            color: Colors.surface
            border.width: Sizes.focusWidth
            border.color: Colors.accent

            KText {
                x: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("ou un autre montant")
                size: Fonts.body
                color: Colors.ink2
            }

            MoneyText {
                anchors.right: parent.right
                anchors.rightMargin: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                amount: sheet.giftCard.amount
                size: Fonts.number
            }
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.giftCard.fault !== ""
            text: sheet.giftCard.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        NumberPad {
            Layout.fillWidth: true
            keyHeight: Look.pick(84, 56)
            separator: sheet.giftCard.decimalSign
            onTyped: character => sheet.giftCard.type(character)
            onErased: sheet.giftCard.erase()
        }

        Button {
            Layout.fillWidth: true
            role: Button.Role.Primary
            enabled: sheet.giftCard.canAdd
            text: qsTr("Ajouter %1 au panier").arg(sheet.giftCard.amount)
            trailingIcon: "check"
            onClicked: sheet.giftCard.add()
        }
    }
}
