pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What is being paid, and what has been received so far; each received tender can be taken back before the end.
ColumnLayout {
    id: summary

    required property SaleViewModel sale
    required property PaymentViewModel payment

    spacing: 0

    KText {
        Layout.bottomMargin: Sizes.s16
        text: summary.sale.basket.label === "" ? qsTr("Panier") : qsTr("Panier de %1").arg(summary.sale.basket.label)
        size: Fonts.label
        weight: Fonts.semibold
    }

    ListView {
        id: lines

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.maximumHeight: contentHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: summary.sale.basket.lines

        delegate: Item {
            id: line

            required property string lineName
            required property string lineDrawing
            required property string lineIcon
            required property string grade
            required property string tailKind
            required property string identifierTail
            required property string amount
            required property int quantity
            required property string discount

            width: lines.width
            height: Look.px(84)

            Rectangle {
                width: parent.width
                height: Sizes.hair
                color: Colors.line
            }

            RowLayout {
                anchors.fill: parent
                spacing: Sizes.s16

                Thumb {
                    implicitWidth: Look.px(52)
                    implicitHeight: Look.px(52)
                    drawing: line.lineDrawing
                    iconName: line.lineIcon
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Sizes.textGap

                    KText {
                        Layout.fillWidth: true
                        text: line.lineName
                        size: Fonts.body
                        weight: Fonts.semibold
                        wrapMode: Text.WordWrap
                        maximumLineCount: 2
                    }

                    KText {
                        Layout.fillWidth: true
                        text: line.grade !== "" ? Words.grade(line.grade) + " · " + Words.identifier(line.tailKind, line.identifierTail) : line.discount !== "" ? qsTr("Remise : %1").arg(line.discount) : "× " + line.quantity
                        size: Fonts.small
                        color: Colors.ink2
                        elide: Text.ElideRight
                    }
                }

                MoneyText {
                    amount: line.amount
                    size: Fonts.bodyPlus
                }
            }
        }
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Sizes.hair
        color: Colors.line
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Look.px(64)

        KText {
            Layout.fillWidth: true
            text: qsTr("Total")
            size: Fonts.bodyPlus
            weight: Fonts.semibold
        }

        MoneyText {
            amount: summary.payment.total
            size: Fonts.label
        }
    }

    Perforation {
        Layout.fillWidth: true
        notches: false
    }

    ReceivedTenders {
        Layout.fillWidth: true
        payment: summary.payment
    }

    Item {
        Layout.fillHeight: true
    }

    Button {
        Layout.fillWidth: true
        Layout.preferredHeight: Look.px(80)
        iconName: "arrow-left"
        text: qsTr("Retour au panier")
        enabled: summary.payment.canLeave
        onClicked: summary.payment.leave()
    }
}
