pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What goes with an appliance that was just sold.
Card {
    id: card

    required property DoneViewModel done
    readonly property int months: card.done.guaranteeMonths
    readonly property string guarantee: card.months % 12 > 0 || card.months === 12 ? qsTr("Garantie légale de conformité de %1 mois, rappelée sur le ticket").arg(card.months) : qsTr("Garantie légale de conformité de %1 ans, rappelée sur le ticket").arg(card.months / 12)

    padding: Look.pick(28, 16)
    implicitHeight: row.implicitHeight + 2 * card.padding

    RowLayout {
        id: row

        width: parent.width
        spacing: Look.pick(28, 14)

        Thumb {
            Layout.alignment: Qt.AlignTop
            implicitWidth: Look.pick(120, 72)
            implicitHeight: implicitWidth
            drawing: card.done.unitDrawing
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Look.pick(10, 5)

            KText {
                Layout.fillWidth: true
                text: qsTr("Remis avec %1").arg(card.done.unitName)
                size: Fonts.lead
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            Repeater {
                model: [card.months > 0 ? card.guarantee : "", qsTr("Retour possible jusqu’au %1").arg(card.done.returnUntil)].filter(text => text !== "")

                RowLayout {
                    id: promise

                    required property string modelData

                    Layout.fillWidth: true
                    spacing: Sizes.s12

                    Icon {
                        name: "circle-check"
                        size: Sizes.iconTile
                        color: Colors.ok
                    }

                    KText {
                        Layout.fillWidth: true
                        text: promise.modelData
                        size: Fonts.body
                        wrapMode: Text.WordWrap
                    }
                }
            }
        }
    }
}
