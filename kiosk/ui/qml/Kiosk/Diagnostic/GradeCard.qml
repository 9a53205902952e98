pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The grade as it stands: the word, where it stands among four, the three facts behind it, and the rule that fired.
Card {
    id: card

    required property GradeViewModel grade

    radius: Sizes.radiusSheet
    padding: Look.pick(28, 15)
    implicitHeight: facts.implicitHeight + 2 * card.padding

    component Fact: ColumnLayout {
        id: fact

        required property string label
        required property string value

        visible: fact.value !== ""
        spacing: 0

        KText {
            text: fact.label
            size: Fonts.small
            color: Colors.ink2
        }

        KText {
            text: fact.value
            size: Look.pick(24, 20)
            weight: Fonts.semibold
        }
    }

    ColumnLayout {
        id: facts

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Look.pick(12, 6)

        KText {
            text: card.grade.settled ? qsTr("État calculé") : qsTr("État calculé, à cet instant")
            size: Look.pick(18, 16)
            weight: Fonts.semibold
            color: Colors.ink2
        }

        KText {
            Layout.fillWidth: true
            text: card.grade.level > 0 ? DiagnosticWords.grade(card.grade.level) : DiagnosticWords.outcome(card.grade.outcome)
            size: Look.pick3(54, 36, 28)
            weight: Fonts.bold
            color: card.grade.level > 0 ? Colors.ink : Colors.bad
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            visible: card.grade.level > 0
            spacing: Sizes.s8
            uniformCellSizes: true

            Repeater {
                model: 4

                ColumnLayout {
                    id: segment

                    required property int index
                    readonly property bool reached: segment.index < card.grade.level

                    spacing: Sizes.s4

                    Rectangle {
                        Layout.fillWidth: true
                        implicitHeight: Look.pick(12, 10)
                        radius: height / 2
                        color: segment.reached ? Colors.ink : Colors.none
                        border.width: segment.reached ? 0 : Sizes.edgeStrong
                        border.color: Colors.control
                    }

                    KText {
                        visible: Look.large
                        text: DiagnosticWords.shortGrade(segment.index + 1)
                        size: Fonts.small
                        weight: segment.index + 1 === card.grade.level ? Fonts.semibold : Fonts.regular
                        color: segment.index + 1 === card.grade.level ? Colors.ink : Colors.ink2
                    }
                }
            }
        }

        KText {
            Layout.fillWidth: true
            visible: card.grade.level === 0
            text: DiagnosticWords.outcomeDetail(card.grade.outcome)
            size: Look.pick(18, 16)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.hair
            color: Colors.line
        }

        RowLayout {
            spacing: Look.pick(28, 20)

            Fact {
                label: qsTr("Écran")
                value: card.grade.screen
            }

            Fact {
                label: qsTr("Coque")
                value: card.grade.body
            }

            Fact {
                label: qsTr("Batterie")
                value: card.grade.battery
            }
        }

        KText {
            Layout.fillWidth: true
            text: card.grade.settled ? qsTr("Règle %1").arg(card.grade.rule) : Look.large ? qsTr("Si les points restants sont conformes · règle %1").arg(card.grade.rule) : qsTr("Si le reste est conforme · règle %1").arg(card.grade.rule)
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }
    }
}
