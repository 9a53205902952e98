import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One article or appliance found: what it is, whether it can be sold here, its price. A touch puts it in the basket.
Touchable {
    id: row

    required property string name
    required property string drawing
    required property string iconName
    required property int gradeLevel
    required property string grade
    required property string tailKind
    required property string identifierTail
    required property string unitState
    required property int stock
    required property string price
    required property bool sellable
    required property string newAmount
    required property string newSource
    required property string newDay
    property bool first: false
    readonly property string tail: row.identifierTail !== "" && Look.small ? "·· " + row.identifierTail : Words.identifier(row.tailKind, row.identifierTail)

    readonly property string comparison: Words.priceNew(row.newAmount, row.newSource, row.newDay)

    spoken: [row.name, Words.grade(row.grade), row.tail, chip.text, row.price, row.comparison].filter(part => part !== "").join(", ")
    implicitHeight: Math.max(Look.pick(102, 84), words.implicitHeight + 2 * Sizes.s8)
    radius: 0

    background: Rectangle {
        color: row.first ? Colors.accentTint : row.down ? Colors.raised : Colors.none
        topLeftRadius: row.first ? Sizes.radiusCard : 0
        topRightRadius: row.first ? Sizes.radiusCard : 0

        Rectangle {
            visible: row.first
            y: Sizes.radiusCard
            width: Sizes.accentBar
            height: parent.height - y
            color: Colors.accent
        }

        Rectangle {
            visible: !row.first
            anchors.bottom: parent.bottom
            x: Sizes.s24
            width: parent.width - 2 * Sizes.s24
            height: Sizes.hair
            color: Colors.line
        }
    }

    contentItem: RowLayout {
        spacing: Look.pick(24, 14)

        Thumb {
            Layout.leftMargin: Look.pick(28, 18)
            implicitWidth: Look.pick(68, 52)
            implicitHeight: implicitWidth
            drawing: row.drawing
            iconName: row.iconName
            lit: row.first
        }

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: row.name
                size: Fonts.bodyPlus
                weight: Fonts.semibold
                wrapMode: Text.WordWrap
                maximumLineCount: Look.small ? 3 : 2
                Accessible.ignored: true
            }

            Row {
                visible: row.grade !== "" || row.tail !== ""
                spacing: Look.pick(14, 10)

                GradeMark {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.grade !== ""
                    level: row.gradeLevel
                    word: Look.small && !row.sellable ? "" : Words.grade(row.grade)
                }

                KText {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.tail !== ""
                    text: row.tail
                    size: Fonts.small
                    color: Colors.ink2
                    Accessible.ignored: true
                }
            }

            KText {
                Layout.fillWidth: true
                visible: row.comparison !== ""
                text: row.comparison
                size: Fonts.small
                color: Colors.ink2
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }
        }

        StatusChip {
            id: chip

            visible: chip.text !== "" && !(Look.small && row.sellable && row.unitState !== "")
            tone: row.unitState !== "" ? Words.stateTone(row.unitState) : row.stock > 0 ? "ok" : row.stock === 0 ? "wait" : ""
            iconName: row.unitState !== "" ? Words.stateIcon(row.unitState) : row.stock > 0 ? "circle-check" : "package"
            text: row.sellable && row.unitState !== "" ? qsTr("ici") : row.unitState !== "" ? Words.state(row.unitState) : row.stock >= 0 ? qsTr("%1 en stock").arg(row.stock) : ""
        }

        MoneyText {
            Layout.rightMargin: Look.pick(28, 18)
            Layout.minimumWidth: Look.pick(110, 84)
            amount: row.price
            size: Look.pick(24, 18)
            color: row.sellable ? Colors.ink : Colors.ink2
        }
    }
}
