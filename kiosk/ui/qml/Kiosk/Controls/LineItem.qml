import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A line of a basket or of a ticket. `current` is the line just scanned or touched: tint edge to edge and the accent bar.
Touchable {
    id: line

    property string name: ""
    property int gradeLevel: 0
    property string gradeWord: ""
    property string tail: ""
    property string detail: ""
    property string detailTone: ""
    property string remark: ""
    property string price: ""
    property string struckPrice: ""
    property string count: ""
    property string drawing: ""
    property string iconName: ""
    property bool current: false
    property bool separator: true
    property real sideMargin: Sizes.cardPaddingWide
    default property alias tools: toolRow.data

    spoken: [line.name, line.gradeWord, line.tail, line.detail, line.remark, line.count, line.price].filter(part => part !== "").join(", ")
    radius: 0
    implicitHeight: Math.max(line.gradeWord !== "" && line.detail !== "" ? Sizes.line3 : Sizes.line2, words.implicitHeight + 2 * Sizes.s16) + (toolRow.visible ? Sizes.lineTools : 0)

    background: Rectangle {
        color: line.current ? Colors.accentTint : line.down ? Colors.raised : Colors.none

        Rectangle {
            visible: line.current
            width: Sizes.accentBar
            height: parent.height
            color: Colors.accent
        }

        Rectangle {
            visible: line.separator && !line.current
            anchors.bottom: parent.bottom
            x: line.sideMargin
            width: parent.width - 2 * line.sideMargin
            height: Sizes.hair
            color: Colors.line
        }
    }

    contentItem: Item {
        RowLayout {
            id: reading

            x: line.sideMargin
            width: parent.width - 2 * line.sideMargin
            height: line.height - (toolRow.visible ? Sizes.lineTools : 0)
            spacing: Look.pick(20, 14)

            Thumb {
                drawing: line.drawing
                iconName: line.iconName
                lit: line.current
            }

            ColumnLayout {
                id: words

                Layout.fillWidth: true
                spacing: Sizes.textGap

                KText {
                    Layout.fillWidth: true
                    text: line.name
                    size: Fonts.bodyPlus
                    weight: Fonts.semibold
                    wrapMode: Text.WordWrap
                    maximumLineCount: 2
                    Accessible.ignored: true
                }

                Row {
                    visible: line.gradeWord !== "" || line.tail !== ""
                    spacing: Look.pick(16, 10)

                    GradeMark {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: line.gradeWord !== ""
                        level: line.gradeLevel
                        word: line.gradeWord
                    }

                    KText {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: line.tail !== ""
                        text: line.tail
                        size: Fonts.small
                        color: Colors.ink2
                        Accessible.ignored: true
                    }
                }

                KText {
                    Layout.fillWidth: true
                    visible: line.detail !== ""
                    text: line.detail
                    size: Fonts.small
                    weight: line.detailTone === "" ? Fonts.regular : Fonts.semibold
                    color: Colors.of(line.detailTone)
                    wrapMode: Text.WordWrap
                    Accessible.ignored: true
                }

                KText {
                    Layout.fillWidth: true
                    visible: line.remark !== ""
                    text: line.remark
                    size: Fonts.small
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                    Accessible.ignored: true
                }
            }

            Column {
                spacing: Sizes.textGap

                MoneyText {
                    anchors.right: parent.right
                    amount: line.price
                }

                MoneyText {
                    anchors.right: parent.right
                    visible: line.struckPrice !== ""
                    amount: line.struckPrice
                    size: Fonts.small
                    weight: Fonts.regular
                    color: Colors.ink2
                    struck: true
                }

                KText {
                    anchors.right: parent.right
                    visible: line.count !== ""
                    text: line.count
                    size: Fonts.small
                    color: Colors.ink2
                    Accessible.ignored: true
                }
            }
        }

        Row {
            id: toolRow

            visible: toolRow.children.length > 0 && line.current
            x: line.sideMargin + (Look.large ? Sizes.thumb + Sizes.s20 : 0)
            y: reading.height - Sizes.s8
            height: Sizes.lineTools
            spacing: Sizes.tileGap
        }
    }
}
