pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One cosmetic axis: S0…S4 or B0…B5 as a row of tiles, and under it what the chosen class means at which distance.
ColumnLayout {
    id: picker

    required property string title
    property string aside: ""
    required property var classes
    property string meaning: ""

    signal picked(string optionId)

    spacing: Look.pick(12, 8)

    RowLayout {
        Layout.fillWidth: true

        KText {
            Layout.fillWidth: true
            text: picker.title
            size: Look.pick(20, 17)
            weight: Fonts.semibold
        }

        KText {
            text: picker.aside
            size: Fonts.small
            color: Colors.ink2
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: Look.large ? 6 : 3
        columnSpacing: Look.pick(8, 5)
        rowSpacing: Look.pick(8, 5)
        uniformCellWidths: true

        Repeater {
            model: picker.classes

            ToggleTile {
                required property string optionId
                required chosen
                required property string meaning

                Layout.fillWidth: true
                text: optionId
                fact: MethodWords.classRule(optionId)
                spoken: optionId
                implicitHeight: Look.pick(76, 58)
                implicitWidth: Look.px(40)
                figure: Look.pick(24, 18)
                onClicked: picker.picked(optionId)
            }
        }
    }

    KText {
        Layout.fillWidth: true
        text: picker.meaning === "" ? qsTr("à juger à 20 cm, puis à 50 cm") : picker.meaning
        size: Look.pick(18, 16)
        weight: Fonts.medium
        color: picker.meaning === "" ? Colors.ink2 : Colors.ink
        wrapMode: Text.WordWrap
    }
}
