import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A line of the offer with what proves it under its name.
Item {
    id: row

    required property string label
    required property string amount
    property string sum: ""
    property string picture: ""
    property string proof: ""
    property bool photo: false
    property bool base: false
    property bool gain: false
    property string counter: ""
    readonly property string words: row.counter === "" ? row.label : row.label === "" ? SellerWords.counter(row.counter) : qsTr("%1 : %2").arg(SellerWords.counter(row.counter)).arg(row.label)

    implicitHeight: Math.max(Look.pick(78, 52), texts.implicitHeight + Sizes.s16)
    Accessible.role: Accessible.StaticText
    Accessible.name: row.words + ", " + (row.sum === "" ? row.amount : row.sum)

    Rectangle {
        width: parent.width
        height: Sizes.hair
        color: Colors.line
    }

    RowLayout {
        anchors.fill: parent
        spacing: Sizes.s16

        Image {
            visible: row.picture !== "" && !Look.small
            Layout.preferredWidth: Look.pick(72, 52)
            Layout.preferredHeight: Look.pick(54, 40)
            source: row.picture
            fillMode: Image.PreserveAspectCrop
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Photo : %1").arg(row.words)
        }

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

            RowLayout {
                Layout.fillWidth: true
                visible: row.proof !== "" && !Look.small
                spacing: row.photo ? Sizes.s8 : 0

                Icon {
                    Layout.alignment: Qt.AlignTop
                    visible: row.photo
                    name: row.photo ? "camera" : ""
                    size: Sizes.iconChip
                    color: Colors.accent
                }

                KText {
                    Layout.fillWidth: true
                    text: row.proof
                    wrapMode: Text.WordWrap
                    size: Fonts.small
                    weight: row.photo ? Fonts.medium : Fonts.regular
                    color: row.photo ? Colors.accent : Colors.ink2
                    Accessible.ignored: true
                }
            }
        }

        KText {
            text: row.sum === "" ? row.amount : row.sum
            size: Look.pick(22, 18)
            weight: Fonts.semibold
            color: row.gain ? Colors.ok : row.base ? Colors.ink : Colors.bad
            Accessible.ignored: true
        }
    }
}
