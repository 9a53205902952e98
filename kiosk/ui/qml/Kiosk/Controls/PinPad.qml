pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// The six dots and the large pad of a PIN. It never shows a figure; `code` is the page's to keep and to clear.
ColumnLayout {
    id: pad

    property int length: 6
    property int filled: 0
    property bool wrong: false
    property real keyHeight: Sizes.pinKey

    signal typed(string digit)
    signal erased
    signal cleared

    spacing: Look.pick(56, 24)

    Row {
        Layout.alignment: Qt.AlignHCenter
        spacing: Look.pick(22, 16)
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1 chiffres saisis sur %2").arg(pad.filled).arg(pad.length)

        Repeater {
            model: pad.length

            Rectangle {
                required property int index

                width: Look.pick(30, 22)
                height: width
                radius: width / 2
                color: pad.wrong ? Colors.badTint : index < pad.filled ? Colors.ink : Colors.none
                border.width: Sizes.edgeStrong
                border.color: pad.wrong ? Colors.bad : index < pad.filled ? Colors.ink : index === pad.filled ? Colors.accent : Colors.control
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: 3
        uniformCellWidths: true
        uniformCellHeights: true
        columnSpacing: Look.pick(16, 10)
        rowSpacing: Look.pick(16, 10)

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            PadKey {
                required property string modelData

                Layout.fillWidth: true
                Layout.preferredHeight: pad.keyHeight
                radius: Look.pick(24, 18)
                figure: Fonts.pinKey
                text: modelData
                onClicked: pad.typed(modelData)
            }
        }

        PadKey {
            Layout.fillWidth: true
            Layout.preferredHeight: pad.keyHeight
            radius: Look.pick(24, 18)
            iconName: "x"
            spoken: qsTr("Tout effacer")
            onClicked: pad.cleared()
        }

        PadKey {
            Layout.fillWidth: true
            Layout.preferredHeight: pad.keyHeight
            radius: Look.pick(24, 18)
            figure: Fonts.pinKey
            text: "0"
            onClicked: pad.typed("0")
        }

        PadKey {
            Layout.fillWidth: true
            Layout.preferredHeight: pad.keyHeight
            radius: Look.pick(24, 18)
            iconName: "delete"
            spoken: qsTr("Effacer le dernier chiffre")
            onClicked: pad.erased()
        }
    }
}
