pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Why a unit has its grade, under the rules of the day it was inspected: the rule, the facts, what would have raised it; then who mended it or gave another grade.
ColumnLayout {
    id: panel

    required property WhyViewModel why

    function reason(code: string): string {
        switch (code) {
        case "worse_in_hand":
            return qsTr("moins bien en main");
        case "better_in_hand":
            return qsTr("mieux que les classes ne disent");
        case "photo_compared":
            return qsTr("photos comparées");
        case "mistaken":
            return qsTr("erreur de contrôle");
        default:
            return qsTr("autre motif");
        }
    }

    function line(row: var): string {
        if (row.level > 0)
            return row.other === "" ? qsTr("%1 : %2 au lieu de %3, par %4, %5").arg(row.day).arg(DiagnosticWords.grade(row.level)).arg(DiagnosticWords.grade(row.fromLevel)).arg(row.name).arg(panel.reason(row.reason)) : qsTr("%1 : %2 au lieu de %3, par %4 et %5, %6").arg(row.day).arg(DiagnosticWords.grade(row.level)).arg(DiagnosticWords.grade(row.fromLevel)).arg(row.name).arg(row.other).arg(panel.reason(row.reason));
        return row.cost === "" ? qsTr("%1 : réparé par %2, points %3").arg(row.day).arg(row.name).arg(row.points) : qsTr("%1 : réparé par %2, points %3, %4").arg(row.day).arg(row.name).arg(row.points).arg(row.cost);
    }

    spacing: Look.pick(10, 6)

    RowLayout {
        Layout.fillWidth: true
        visible: panel.why.exists
        spacing: Look.pick(28, 16)

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Look.pick(8, 5)

            KText {
                Layout.fillWidth: true
                text: qsTr("Pourquoi cet état ?")
                size: Fonts.label
                weight: Fonts.bold
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Contrôle du %1 par %2 · règle %3 du barème %4").arg(panel.why.day).arg(panel.why.inspector).arg(panel.why.rule).arg(panel.why.version)
                size: Fonts.small
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: panel.why.ruleText
                size: Fonts.body
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: [panel.why.screen === "" ? "" : qsTr("Écran %1").arg(panel.why.screen), panel.why.body === "" ? "" : qsTr("Coque %1").arg(panel.why.body), panel.why.battery === "" ? "" : qsTr("Batterie %1").arg(panel.why.battery)].filter(part => part !== "").join(" · ")
                size: Fonts.body
                weight: Fonts.semibold
                wrapMode: Text.WordWrap
            }
        }

        RiseCard {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: panel.why.rise.exists
            rise: panel.why.rise
        }
    }

    Repeater {
        model: panel.why.past

        KText {
            required property var model

            Layout.fillWidth: true
            text: panel.line(model)
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }
    }
}
