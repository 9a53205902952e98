import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One fact of a reading: what it is, what was read, and how sure that is. Said in words and by an icon, never by colour alone.
Item {
    id: row

    required property string fact
    required property string value
    required property string trust
    required property string why
    required property bool bad
    readonly property bool open: row.trust === "unknown"
    readonly property string said: ReadingWords.value(row.fact, row.value)
    readonly property string sure: row.why !== "" ? ReadingWords.why(row.why) : ReadingWords.trust(row.trust)

    implicitHeight: words.implicitHeight + Look.pick(22, 12)
    Accessible.role: Accessible.StaticText
    Accessible.name: ReadingWords.fact(row.fact) + ", " + row.said + ", " + row.sure

    Rectangle {
        width: parent.width
        height: Sizes.hair
        color: Colors.line
    }

    RowLayout {
        anchors.fill: parent
        spacing: Sizes.s12

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: ReadingWords.fact(row.fact)
                size: Fonts.small
                color: Colors.ink2
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }

            KText {
                Layout.fillWidth: true
                text: row.said
                size: Look.pick(21, 17)
                weight: Fonts.semibold
                color: row.bad ? Colors.bad : row.open ? Colors.ink2 : Colors.ink
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }

            KText {
                Layout.fillWidth: true
                visible: row.trust !== "measured" && !row.bad
                text: row.sure
                size: Fonts.small
                color: row.trust === "claimed" ? Colors.wait : Colors.ink2
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }
        }

        Icon {
            name: row.bad ? "circle-x" : row.open ? "circle-dashed" : row.trust === "claimed" ? "circle-help" : "circle-check"
            size: Sizes.iconTile
            color: row.bad ? Colors.bad : row.open ? Colors.ink2 : row.trust === "claimed" ? Colors.wait : Colors.ok
        }
    }
}
