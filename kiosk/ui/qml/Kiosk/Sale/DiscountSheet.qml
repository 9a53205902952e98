pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A discount on the line just touched or on the ticket: a percent at once, or an amount. What the role does not allow asks a colleague.
Sheet {
    id: sheet

    required property DiscountViewModel discount

    title: sheet.discount.lineName === "" ? qsTr("Remise sur le ticket") : qsTr("Remise sur %1").arg(sheet.discount.lineName)
    open: sheet.discount.open
    sheetWidth: Look.pick(640, 520)
    onCloseRequested: sheet.discount.close()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            sheet.discount.erase();
        else if (/^[0-9.,]$/.test(event.text))
            sheet.discount.type(event.text);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            sheet.discount.apply();
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.tileGap
            uniformCellSizes: true

            Repeater {
                model: [5, 10, 15, 20]

                ToggleTile {
                    required property int modelData

                    Layout.fillWidth: true
                    text: qsTr("%1 %").arg(modelData)
                    onClicked: sheet.discount.percent(modelData)
                }
            }
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
                text: qsTr("ou un montant")
                size: Fonts.body
                color: Colors.ink2
            }

            MoneyText {
                anchors.right: parent.right
                anchors.rightMargin: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                amount: sheet.discount.amount
                size: Fonts.number
            }
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.discount.fault !== ""
            text: sheet.discount.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        NumberPad {
            Layout.fillWidth: true
            keyHeight: Look.pick(84, 60)
            separator: sheet.discount.decimalSign
            onTyped: character => sheet.discount.type(character)
            onErased: sheet.discount.erase()
        }

        RowLayout {
            Layout.fillWidth: true
            visible: sheet.discount.lineName !== ""
            uniformCellSizes: true
            spacing: Sizes.tileGap

            Button {
                Layout.fillWidth: true
                iconName: "tag"
                enabled: sheet.discount.hasAmount
                text: sheet.discount.hasAmount ? qsTr("Vendre à %1").arg(sheet.discount.amount) : qsTr("Autre prix")
                spoken: sheet.discount.hasAmount ? qsTr("Changer le prix pour %1").arg(sheet.discount.amount) : qsTr("Autre prix : tapez d’abord le montant")
                onClicked: sheet.discount.setPrice()
            }

            Button {
                Layout.fillWidth: true
                iconName: "receipt-text"
                text: qsTr("Tout le ticket")
                spoken: qsTr("Remise sur tout le ticket")
                onClicked: sheet.discount.wholeTicket()
            }
        }

        Button {
            Layout.fillWidth: true
            role: Button.Role.Primary
            text: qsTr("Appliquer la remise")
            trailingIcon: "check"
            onClicked: sheet.discount.apply()
        }
    }
}
