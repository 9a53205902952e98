pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The rule by which two people come to the same class: the light, the two distances, and what each class is.
Sheet {
    id: sheet

    required property TradeInViewModel tradeIn

    component Axis: ColumnLayout {
        id: axis

        required property string title
        required property var classes

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        spacing: Look.pick(10, 6)

        KText {
            text: axis.title
            size: Fonts.label
            weight: Fonts.semibold
        }

        Repeater {
            model: axis.classes

            RowLayout {
                id: line

                required property string optionId
                required property string meaning
                required property bool chosen

                Layout.fillWidth: true
                spacing: Sizes.s12

                KText {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: Look.pick(44, 32)
                    text: line.optionId
                    size: Look.pick(20, 16)
                    weight: Fonts.bold
                    color: line.chosen ? Colors.accent : Colors.ink
                }

                KText {
                    Layout.fillWidth: true
                    text: line.meaning
                    size: Look.pick(18, 16)
                    weight: line.chosen ? Fonts.semibold : Fonts.regular
                    color: line.chosen ? Colors.accent : Colors.ink
                    wrapMode: Text.WordWrap
                }
            }
        }
    }

    title: qsTr("Comment juger")
    sheetWidth: Look.pick3(1080, 900, 860)
    onCloseRequested: sheet.open = false

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(24, 14)

        KText {
            Layout.fillWidth: true
            text: qsTr("Appareil propre, lumière vive et diffuse (500 lux), œil nu. Posez la règle du comptoir : d’abord à 20 cm, puis à 50 cm.")
            size: Look.pick(20, 16)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Ruler {
            Layout.fillWidth: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Look.pick(48, 24)

            Axis {
                visible: sheet.tradeIn.hasScreenClass
                title: qsTr("Écran")
                classes: sheet.tradeIn.parts.screenClasses
            }

            Axis {
                title: qsTr("Coque")
                classes: sheet.tradeIn.parts.bodyClasses
            }
        }
    }
}
