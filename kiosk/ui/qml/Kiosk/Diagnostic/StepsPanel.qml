pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The left column: clock and the sixteen steps. A reading; the list as a whole is one target that opens the page of steps.
Card {
    id: panel

    required property ClockViewModel clock
    required property var steps
    required property StepViewModel step

    signal listRequested

    padding: 0
    radius: Sizes.radiusSheet

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: !Look.small

        ClockPanel {
            Layout.fillWidth: true
            Layout.leftMargin: Look.pick(24, 14)
            Layout.rightMargin: Look.pick(16, 10)
            Layout.topMargin: Look.pick(22, 12)
            Layout.bottomMargin: Look.pick(22, 10)
            clock: panel.clock
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.hair
            color: Colors.line
        }

        Touchable {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Look.pick(8, 5)
            spoken: qsTr("Toutes les étapes")
            radius: Sizes.radiusCard
            onClicked: panel.listRequested()

            Column {
                id: rows

                anchors.fill: parent

                Repeater {
                    id: repeater

                    model: panel.steps

                    StepRow {
                        required property string title
                        required property string short
                        required property string aside
                        required property bool untested
                        required property bool automatic
                        required look
                        required matters
                        required remaining

                        width: rows.width
                        name: Look.large ? title : short
                        height: (rows.height - Look.pick(16, 9)) / Math.max(1, repeater.count) + (current ? Look.pick(16, 9) : 0)
                        trailing: untested ? qsTr("non testé") : automatic ? qsTr("auto") : aside
                    }
                }
            }
        }
    }

    Touchable {
        anchors.fill: parent
        visible: Look.small
        radius: panel.radius
        spoken: qsTr("Toutes les étapes")
        onClicked: panel.listRequested()

        contentItem: Item {
            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Sizes.s12
                spacing: Sizes.s12

                ProgressRing {
                    anchors.horizontalCenter: parent.horizontalCenter
                    implicitWidth: Look.px(68)
                    thick: Look.px(9)
                    remaining: panel.clock.leftPart
                    tone: panel.clock.tone

                    Icon {
                        anchors.centerIn: parent
                        name: panel.clock.paused ? "pause" : "timer"
                        size: Sizes.iconTile
                        color: Colors.of(panel.clock.tone)
                    }
                }

                KText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: panel.clock.remaining
                    size: Fonts.label
                    weight: Fonts.bold
                    color: panel.clock.tone === "accent" ? Colors.ink : Colors.of(panel.clock.tone)
                }

                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Look.px(56)
                    height: Look.px(56)
                    radius: Sizes.radiusControl
                    color: Colors.inverse

                    Icon {
                        anchors.centerIn: parent
                        name: panel.step.iconName
                        color: Colors.inverseInk
                    }
                }

                KText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: qsTr("%1/%2").arg(panel.step.place).arg(panel.step.count)
                    size: Fonts.body
                    weight: Fonts.semibold
                }

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "list"
                    color: Colors.ink2
                }
            }
        }
    }
}
