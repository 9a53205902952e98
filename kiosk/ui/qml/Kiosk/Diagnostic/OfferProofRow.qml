import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A line of the offer with what proves it under its name.
Item {
    id: row

    required property string label
    required property string amount
    property string proof: ""
    property bool photo: false
    property bool base: false
    property bool gain: false
    property string counter: ""
    readonly property string words: row.counter === "" ? row.label : row.label === "" ? SellerWords.counter(row.counter) : qsTr("%1 : %2").arg(SellerWords.counter(row.counter)).arg(row.label)

    implicitHeight: Math.max(Look.pick(78, 52), texts.implicitHeight + Sizes.s16)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.words + ", " + row.amount

    Rectangle {
        width: parent.width
        height: Sizes.hair
        color: Colors.line
    }

    RowLayout {
        anchors.fill: parent
        spacing: Sizes.s16

        ColumnLayout {
            id: texts

            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: row.words
                size: Look.pick(20, 17)
                weight: Fonts.medium
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }

            Row {
                visible: row.proof !== "" && !Look.small
                spacing: Sizes.s8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: row.photo ? "camera" : ""
                    size: Sizes.iconChip
                    color: Colors.accent
                }

                KText {
                    text: row.proof
                    size: Fonts.small
                    weight: row.photo ? Fonts.medium : Fonts.regular
                    color: row.photo ? Colors.accent : Colors.ink2
                    Accessible.ignored: true
                }
            }
        }

        KText {
            text: row.amount
            size: Look.pick(22, 18)
            weight: Fonts.semibold
            color: row.gain ? Colors.ok : row.base ? Colors.ink : Colors.bad
            Accessible.ignored: true
        }
    }
}
