import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A question of the step with what was found; a tap asks it again.
Touchable {
    id: row

    required property string finding
    required property string iconName
    required property string tone
    required property bool answered
    required property bool byCable
    property bool asked: false

    visible: row.answered || !row.asked
    // A finding of two numbers takes three lines of its narrow half.
    implicitHeight: Math.max(Look.pick(64, 56), words.implicitHeight + Sizes.s16, row.finding.length > 32 ? Look.pick(112, 92) : 0)
    enabled: row.answered && !row.asked
    spoken: row.finding === "" ? row.text : row.byCable ? qsTr("%1, %2, lu par câble").arg(row.text).arg(row.finding) : row.text + ", " + row.finding

    background: Rectangle {
        color: row.down ? Colors.well : Colors.none

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Sizes.hair
            color: Colors.line
        }
    }

    contentItem: RowLayout {
        spacing: Sizes.s12

        KText {
            id: words

            Layout.fillWidth: true
            text: row.text
            size: Look.pick(20, 16)
            weight: row.asked ? Fonts.semibold : Fonts.medium
            color: row.answered || row.asked ? Colors.ink : Colors.ink2
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }

        Icon {
            visible: row.byCable
            name: "usb"
            size: Sizes.iconStrip
            color: Colors.ink2
        }

        KText {
            Layout.maximumWidth: row.width * 0.42
            text: row.finding
            size: Look.pick(20, 16)
            weight: Fonts.semibold
            color: Colors.of(row.tone)
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }

        Icon {
            name: row.asked ? "circle-dot" : row.iconName
            size: Sizes.iconTile
            color: row.asked ? Colors.accent : Colors.of(row.tone)
        }
    }
}
