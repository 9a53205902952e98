pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// One control point, guided: what to do, the question, large answers. It goes on to the next point by itself until closed.
Sheet {
    id: sheet

    required property InspectionViewModel inspection
    required property CableViewModel cable
    property bool choosingReason: false
    readonly property QuestionViewModel question: sheet.inspection.question

    title: qsTr("%1 · %2").arg(sheet.inspection.nextNumber).arg(sheet.inspection.nextTitle)
    open: sheet.inspection.asking
    sheetWidth: Look.pick3(1080, 860, 800)
    onCloseRequested: {
        sheet.choosingReason = false;
        sheet.inspection.closePoint();
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(24, 14)

        KText {
            Layout.fillWidth: true
            text: sheet.inspection.instruction
            size: Look.pick(22, 17)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: text !== "" && text !== sheet.inspection.nextTitle
            text: sheet.question.text
            size: Look.pick(34, 24)
            weight: Fonts.bold
            wrapMode: Text.WordWrap
        }

        PointReading {
            Layout.fillWidth: true
            visible: sheet.inspection.reading.readable
            reading: sheet.inspection.reading
            cable: sheet.cable
        }

        TesterLine {
            Layout.fillWidth: true
            visible: sheet.inspection.tester.wanted
            tester: sheet.inspection.tester
        }

        MeasurePad {
            Layout.fillWidth: true
            visible: sheet.question.measured
            question: sheet.question
            typed: sheet.inspection.typed
            fault: sheet.inspection.measureFault
            onDigit: character => sheet.inspection.typeDigit(character)
            onErased: sheet.inspection.eraseDigit()
        }

        RowLayout {
            Layout.fillWidth: true
            visible: sheet.inspection.photosWanted
            spacing: Sizes.tileGap

            Repeater {
                model: sheet.inspection.photos

                PhotoTile {
                    required defect

                    front: sheet.inspection.device.frontDrawing
                    implicitWidth: Look.pick3(132, 104, 96)
                    implicitHeight: Look.pick(150, 120)
                    lit: slot === sheet.inspection.photoMissing
                    enabled: !sheet.inspection.busy
                    onClicked: sheet.inspection.photographing.touch(slot)
                }
            }

            KText {
                Layout.fillWidth: true
                text: sheet.inspection.photoMissing === "" ? "" : qsTr("Il manque la photo : %1").arg(DiagnosticWords.slot(sheet.inspection.photoMissing))
                size: Look.pick(22, 17)
                weight: Fonts.semibold
                color: Colors.accent
                wrapMode: Text.WordWrap
            }
        }

        Column {
            Layout.fillWidth: true
            visible: sheet.question.choice || sheet.choosingReason
            spacing: Look.pick(12, 8)

            Repeater {
                model: sheet.inspection.answers

                Button {
                    required property string optionId
                    required property string name
                    required property bool defect
                    required text

                    width: parent?.width ?? 0
                    implicitHeight: Look.pick(76, 60)
                    role: defect ? Button.Role.AnswerBad : Button.Role.Secondary
                    iconName: defect ? "circle-x" : "circle-check"
                    alignLeft: true
                    spoken: name
                    visible: sheet.question.choice || defect
                    onClicked: {
                        sheet.choosingReason = false;
                        sheet.inspection.answer(optionId);
                    }
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: !sheet.question.choice && !sheet.choosingReason
            spacing: Look.pick(16, 10)

            Button {
                Layout.preferredWidth: Look.pick3(260, 200, 180)
                Layout.preferredHeight: Sizes.actionBar
                visible: sheet.question.canLeave
                role: Button.Role.Answer
                iconName: "circle-question-mark"
                text: qsTr("Non testable")
                onClicked: sheet.inspection.give("not_tested")
            }

            Button {
                Layout.preferredWidth: Look.pick3(260, 200, 180)
                Layout.preferredHeight: Sizes.actionBar
                visible: sheet.question.canFail
                role: Button.Role.AnswerBad
                iconName: "circle-x"
                text: qsTr("Défaut")
                onClicked: sheet.question.severalReasons ? sheet.choosingReason = true : sheet.inspection.give("fail")
            }

            Item {
                Layout.fillWidth: true
            }

            Button {
                Layout.preferredWidth: Look.pick3(424, 316, 280)
                Layout.preferredHeight: Sizes.actionBar
                visible: sheet.question.questionId !== ""
                enabled: !sheet.question.measured || sheet.inspection.typed !== ""
                role: Button.Role.Primary
                iconName: "circle-check"
                text: sheet.question.measured ? qsTr("Enregistrer la mesure") : qsTr("Conforme")
                fact: sheet.question.measured || sheet.question.passText === text ? "" : sheet.question.passText
                spoken: text
                onClicked: sheet.question.measured ? sheet.inspection.saveMeasure() : sheet.inspection.give("pass")
            }
        }
    }
}
