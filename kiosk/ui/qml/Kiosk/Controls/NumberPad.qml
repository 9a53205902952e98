pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// Amounts and quantities by touch. Says which key was pressed; what it means is the page's affair. Digits, ",", "" for erase.
GridLayout {
    id: pad

    property bool decimal: true
    property string separator: ","
    property real keyHeight: Sizes.numberKey

    signal typed(string character)
    signal erased

    columns: 3
    uniformCellWidths: true
    uniformCellHeights: true
    columnSpacing: Sizes.tileGap
    rowSpacing: Sizes.tileGap

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        PadKey {
            required property string modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: pad.keyHeight
            text: modelData
            onClicked: pad.typed(modelData)
        }
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: pad.keyHeight
        text: pad.decimal ? pad.separator : "00"
        spoken: pad.decimal ? qsTr("Virgule") : qsTr("Double zéro")
        onClicked: pad.typed(pad.decimal ? pad.separator : "00")
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: pad.keyHeight
        text: "0"
        onClicked: pad.typed("0")
    }

    PadKey {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: pad.keyHeight
        iconName: "delete"
        spoken: qsTr("Effacer le dernier chiffre")
        autoRepeat: true
        onClicked: pad.erased()
    }
}
