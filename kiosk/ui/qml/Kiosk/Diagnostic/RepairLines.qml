pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// What a repair would cost, the grade it would open and what would be left of it: two lines at most, the best first.
ColumnLayout {
    id: lines

    required property var repairs
    required property int count

    visible: lines.count > 0
    spacing: Sizes.s8

    KText {
        text: qsTr("Ce qu’une réparation rapporterait")
        size: Fonts.small
        weight: Fonts.semibold
        color: Colors.accent
    }

    Repeater {
        model: lines.repairs

        ColumnLayout {
            id: line

            required property string part
            required property string cost
            required property string gain
            required property string net
            required property int level
            required property bool worth

            Layout.fillWidth: true
            spacing: 0

            KText {
                Layout.fillWidth: true
                text: qsTr("%1 %2 → %3 +%4").arg(PartWords.part(line.part)).arg(line.cost).arg(DiagnosticWords.grade(line.level)).arg(line.gain)
                size: Look.pick(18, 16)
                weight: Fonts.semibold
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: line.worth ? qsTr("rapporte %1 de plus que son coût").arg(line.net) : qsTr("ne rapporte pas son coût")
                size: Fonts.small
                color: line.worth ? Colors.ok : Colors.ink2
                wrapMode: Text.WordWrap
            }
        }
    }
}
