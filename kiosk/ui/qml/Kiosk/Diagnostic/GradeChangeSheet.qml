pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Another grade than the computed one: lower with a reason, better with a second signature. A knock-out is never on this sheet.
Sheet {
    id: sheet

    required property RegradeViewModel regrade

    title: sheet.regrade.askingReason ? qsTr("Pourquoi %1 ?").arg(DiagnosticWords.grade(sheet.regrade.level)) : qsTr("Changer l’état")
    open: sheet.regrade.open
    onCloseRequested: sheet.regrade.close()

    Column {
        width: parent.width
        spacing: Sizes.tileGap

        Repeater {
            model: sheet.regrade.askingReason ? null : sheet.regrade.rows

            ToggleTile {
                required property int level
                required property string price
                required property bool current
                required property bool raises

                width: parent?.width ?? 0
                implicitHeight: Look.pick(92, 72)
                text: qsTr("%1 · %2").arg(DiagnosticWords.grade(level)).arg(price)
                fact: current ? qsTr("état calculé ou donné") : raises ? qsTr("avec une seconde signature") : qsTr("avec un motif")
                chosen: current
                onClicked: sheet.regrade.choose(level)
            }
        }

        Repeater {
            model: sheet.regrade.askingReason ? ["worse_in_hand", "photo_compared", "mistaken"] : []

            Button {
                required property string modelData

                width: parent?.width ?? 0
                implicitHeight: Look.pick(76, 60)
                alignLeft: true
                text: modelData === "worse_in_hand" ? qsTr("Moins bien en main") : modelData === "photo_compared" ? qsTr("Photos comparées") : qsTr("Erreur de contrôle")
                onClicked: sheet.regrade.giveReason(modelData)
            }
        }
    }
}
