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

    implicitHeight: Math.max(Look.pick(78, 52), words.implicitHeight + Sizes.s16)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.label + ", " + row.amount

    Rectangle {
        width: parent.width
        height: Sizes.hair
        color: Colors.line
    }

    RowLayout {
        anchors.fill: parent
        spacing: Sizes.s16

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: row.label
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
            color: row.base ? Colors.ink : Colors.bad
            Accessible.ignored: true
        }
    }
}
