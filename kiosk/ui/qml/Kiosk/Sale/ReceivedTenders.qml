pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The tenders received so far, each with the way to take it back.
ColumnLayout {
    id: received

    required property PaymentViewModel payment

    spacing: Look.pick(12, 6)

    KText {
        Layout.topMargin: Look.pick(12, 0)
        visible: received.payment.tenderCount > 0
        text: qsTr("Règlements reçus")
        size: Fonts.body
        weight: Fonts.semibold
        color: Colors.ink2
    }

    Repeater {
        model: received.payment.tenders

        RowLayout {
            id: tender

            required property string tenderId
            required property string kind
            required property string amount
            required property string reference
            required property bool removable

            Layout.fillWidth: true
            spacing: Sizes.s16

            Thumb {
                implicitWidth: Look.px(52)
                implicitHeight: Look.px(52)
                iconName: Words.tenderIcon(tender.kind)
                tone: "ok"
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.textGap

                KText {
                    Layout.fillWidth: true
                    text: Words.tender(tender.kind)
                    size: Fonts.body
                    weight: Fonts.semibold
                }

                KText {
                    Layout.fillWidth: true
                    visible: tender.reference !== ""
                    text: tender.removable ? tender.reference : qsTr("Acceptée à %1").arg(tender.reference)
                    size: Fonts.small
                    color: Colors.ink2
                }
            }

            MoneyText {
                amount: tender.amount
                size: Fonts.bodyPlus
            }

            Button {
                visible: tender.removable
                Layout.preferredHeight: Sizes.controlInRow
                Layout.preferredWidth: Sizes.controlInRow
                iconName: "undo-2"
                spoken: qsTr("Reprendre ce règlement : %1, %2").arg(Words.tender(tender.kind)).arg(tender.amount)
                onClicked: received.payment.removeTender(tender.tenderId)
            }
        }
    }
}
