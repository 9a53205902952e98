import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The foot of the basket: perforation, total with the VAT that may be shown, putting aside, and the next action.
Item {
    id: foot

    required property SaleViewModel sale
    required property real side
    readonly property bool filled: foot.sale.basket.itemCount > 0

    implicitHeight: column.implicitHeight + Look.pick(24, 14)

    ColumnLayout {
        id: column

        width: parent.width
        spacing: 0

        Perforation {
            Layout.fillWidth: true
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: foot.side
            Layout.rightMargin: foot.side
            Layout.topMargin: Look.pick(8, 0)

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.textGap

                KText {
                    Layout.fillWidth: true
                    text: foot.sale.basket.paysBack ? qsTr("À rendre") : qsTr("Total")
                    size: Fonts.label
                    weight: Fonts.semibold
                    color: foot.filled ? Colors.ink : Colors.ink2
                }

                KText {
                    Layout.fillWidth: true
                    visible: foot.sale.basket.taxAmount !== ""
                    text: foot.sale.basket.taxOnTop ? Words.taxOnTop(foot.sale.basket.taxRate, foot.sale.basket.taxAmount) : foot.sale.basket.taxRate === "" ? qsTr("dont TVA : %1").arg(foot.sale.basket.taxAmount) : Look.small ? qsTr("TVA %1 : %2").arg(foot.sale.basket.taxRate).arg(foot.sale.basket.taxAmount) : qsTr("dont TVA %1 : %2").arg(foot.sale.basket.taxRate).arg(foot.sale.basket.taxAmount)
                    size: Fonts.small
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }
            }

            MoneyText {
                objectName: "basketTotal"
                amount: foot.sale.basket.total
                size: foot.filled ? Fonts.total : Fonts.number
                color: foot.filled ? Colors.ink : Colors.ink2
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: foot.side
            Layout.rightMargin: foot.side
            Layout.topMargin: Look.pick(16, 6)
            visible: foot.filled
            uniformCellSizes: true
            spacing: Sizes.tileGap

            Button {
                Layout.fillWidth: true
                iconName: Look.large ? "hourglass" : ""
                text: qsTr("En attente")
                spoken: qsTr("Mettre en attente")
                onClicked: foot.sale.basket.park()
            }

            Button {
                Layout.fillWidth: true
                iconName: Look.large ? "calendar-clock" : ""
                text: qsTr("Acompte")
                spoken: qsTr("Acompte sur un appareil")
                onClicked: foot.sale.promises.askDeposit()
            }

            Button {
                Layout.fillWidth: true
                iconName: Look.large ? "file-text" : ""
                text: qsTr("Devis")
                spoken: qsTr("Faire un devis")
                onClicked: foot.sale.promises.makeQuotation()
            }
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primarySheet
            Layout.leftMargin: foot.side
            Layout.rightMargin: foot.side
            Layout.topMargin: Look.pick(18, 6)
            role: Button.Role.Primary
            enabled: foot.filled
            text: foot.sale.basket.paysBack ? qsTr("Rembourser") : qsTr("Encaisser")
            trailingIcon: "arrow-right"
            onClicked: foot.sale.pay()
        }
    }
}
