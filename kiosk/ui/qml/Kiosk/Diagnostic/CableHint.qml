pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A phone hangs on the cable and waits for its owner: what to do, step by step. It never stops the work under it and goes by itself.
Rectangle {
    id: hint

    objectName: "cableHint"

    required property CableViewModel cable
    readonly property int now: CableWords.now(hint.cable.hint)
    readonly property list<string> steps: CableWords.steps(hint.cable.hint)

    visible: hint.cable.hint !== ""
    implicitHeight: content.implicitHeight + 2 * Sizes.s20
    radius: Sizes.radiusSheet
    color: Colors.surface
    border.width: Sizes.edge
    border.color: Colors.accentLine
    Accessible.role: Accessible.AlertMessage
    Accessible.name: hint.cable.hintTitle + " " + hint.cable.hintDetail

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Sizes.s20
        spacing: Sizes.s12

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s16

            Rectangle {
                implicitWidth: Look.pick(64, 52)
                implicitHeight: implicitWidth
                radius: Sizes.radiusCard
                color: Colors.accentTint

                Icon {
                    anchors.centerIn: parent
                    name: hint.cable.hint === "phone_locked" ? "lock" : hint.cable.hint === "phone_untrusted" || hint.cable.hint === "phone_not_allowing" ? "handshake" : "cable"
                    size: Sizes.iconLarge
                    color: Colors.accent
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.textGap

                KText {
                    Layout.fillWidth: true
                    text: hint.cable.hintTitle
                    size: Look.pick(24, 20)
                    weight: Fonts.bold
                    wrapMode: Text.WordWrap
                    Accessible.ignored: true
                }

                KText {
                    Layout.fillWidth: true
                    text: hint.cable.hintDetail
                    size: Look.pick(17, 16)
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                    Accessible.ignored: true
                }
            }

            Button {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Sizes.controlInRow
                Layout.preferredHeight: Sizes.controlInRow
                iconName: "x"
                spoken: qsTr("Fermer l’aide du câble")
                onClicked: hint.cable.closeHint()
            }
        }

        Repeater {
            model: CableWords.mostSteps

            RowLayout {
                id: step

                required property int index
                readonly property bool done: step.index < hint.now
                readonly property bool current: step.index === hint.now

                Layout.fillWidth: true
                visible: step.index < hint.steps.length
                spacing: Sizes.s12

                Rectangle {
                    implicitWidth: Look.px(32)
                    implicitHeight: implicitWidth
                    radius: width / 2
                    color: step.current ? Colors.accent : step.done ? Colors.tintOf("ok") : Colors.well

                    KText {
                        anchors.centerIn: parent
                        visible: !step.done
                        text: step.index + 1
                        size: Fonts.small
                        weight: Fonts.bold
                        color: step.current ? Colors.accentInk : Colors.ink2
                    }

                    Icon {
                        anchors.centerIn: parent
                        visible: step.done
                        name: "check"
                        size: Sizes.iconChip
                        color: Colors.ok
                    }
                }

                KText {
                    Layout.fillWidth: true
                    text: hint.steps[step.index] ?? ""
                    size: Look.pick(19, 17)
                    weight: step.current ? Fonts.semibold : Fonts.regular
                    color: step.current ? Colors.ink : Colors.ink2
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
