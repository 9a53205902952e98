pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The unit on the bench, and how many of its points are done.
RowLayout {
    id: head

    required property InspectionViewModel inspection

    spacing: Look.pick(18, 12)

    Thumb {
        implicitWidth: Look.pick(72, 48)
        implicitHeight: Look.pick(76, 48)
        drawing: head.inspection.device.drawing
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Sizes.textGap

        KText {
            Layout.fillWidth: true
            text: DiagnosticWords.device(head.inspection.device.model, head.inspection.device.storage, head.inspection.device.colour)
            size: Look.pick(30, 22)
            weight: Fonts.bold
            maximumLineCount: 1
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            readonly property string identifier: DiagnosticWords.identifier(head.inspection.device.byImei, head.inspection.device.identifierTail)
            readonly property string origin: head.inspection.device.system !== "" ? qsTr("%1 lu par câble").arg(head.inspection.device.system) : Look.large ? qsTr("contrôle avant vente") : ""
            readonly property string people: head.inspection.repairers !== "" ? qsTr("réparé par %1, contrôlé par %2").arg(head.inspection.repairers).arg(head.inspection.inspector) : qsTr("contrôlé par %1").arg(head.inspection.inspector)

            text: (Look.small ? [identifier] : [identifier, origin, people]).filter(part => part !== "").join(" · ")
            size: Look.pick(18, 16)
            color: Colors.ink2
            wrapMode: Text.WordWrap
            maximumLineCount: 1
        }
    }

    ColumnLayout {
        Layout.fillWidth: false
        spacing: Sizes.s8

        Row {
            Layout.alignment: Qt.AlignRight
            spacing: Sizes.s8

            KText {
                id: figure

                text: head.inspection.grade.doneCount
                size: Look.pick(40, 28)
                weight: Fonts.bold
            }

            KText {
                anchors.baseline: figure.baseline
                text: qsTr("sur %1 points").arg(head.inspection.grade.count)
                size: Look.pick(18, 16)
                color: Colors.ink2
            }
        }

        Row {
            Layout.alignment: Qt.AlignRight
            spacing: Look.px(3)

            Repeater {
                model: head.inspection.grade.count

                Rectangle {
                    required property int index
                    readonly property int passed: head.inspection.grade.doneCount - head.inspection.grade.failedCount

                    width: Look.pick3(6, 6, 4)
                    height: Look.pick(10, 9)
                    radius: Look.px(2)
                    color: index < passed ? Colors.ok : index < head.inspection.grade.doneCount ? Colors.bad : Colors.line
                }
            }
        }
    }
}
