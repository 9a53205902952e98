import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One step of the unlock coach: its number, what to do, ticked off by a touch.
Touchable {
    id: row

    required property int number
    required property string sentence
    required property bool done

    implicitHeight: Math.max(Look.pick(68, 58), words.implicitHeight + Sizes.s16)
    radius: Sizes.radiusControl
    spoken: qsTr("Étape %1, %2").arg(row.number).arg(row.sentence)
    Accessible.checkable: true
    Accessible.checked: row.done

    background: Rectangle {
        radius: row.radius
        color: row.down ? Colors.well : row.done ? Colors.okTint : Colors.raised
        border.width: Sizes.hair
        border.color: row.done ? Colors.okLine : Colors.line
    }

    contentItem: RowLayout {
        spacing: Sizes.s16

        Rectangle {
            Layout.leftMargin: Sizes.s12
            implicitWidth: Look.px(36)
            implicitHeight: implicitWidth
            radius: width / 2
            color: row.done ? Colors.ok : Colors.accentTint

            KText {
                anchors.centerIn: parent
                visible: !row.done
                text: row.number
                size: Fonts.body
                weight: Fonts.bold
                color: Colors.accent
                Accessible.ignored: true
            }

            Icon {
                anchors.centerIn: parent
                visible: row.done
                name: "check"
                size: Sizes.iconStrip
                color: Colors.surface
            }
        }

        KText {
            id: words

            Layout.fillWidth: true
            Layout.rightMargin: Sizes.s12
            text: row.sentence
            size: Look.pick(22, 18)
            weight: Fonts.medium
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }
}
