import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The 15-minute clock: what is left, against plan, and the pause.
RowLayout {
    id: panel

    required property ClockViewModel clock
    readonly property color figureColor: panel.clock.tone === "accent" ? Colors.ink : Colors.of(panel.clock.tone)

    spacing: Look.pick(20, 14)

    ProgressRing {
        id: ring

        remaining: panel.clock.leftPart
        tone: panel.clock.tone
        marks: [
            {
                "remaining": 1 - panel.clock.amberPart,
                "tone": "wait"
            },
            {
                "remaining": 1 - panel.clock.redPart,
                "tone": "bad"
            }
        ]

        Icon {
            anchors.centerIn: parent
            name: panel.clock.paused ? "pause" : "timer"
            size: Look.pick(32, 24)
            color: panel.clock.tone === "accent" ? Colors.accent : panel.figureColor
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        KText {
            text: panel.clock.remaining
            size: Fonts.clock
            weight: Fonts.bold
            color: panel.figureColor
            Accessible.name: qsTr("Temps restant %1").arg(panel.clock.remaining)
        }

        KText {
            Layout.topMargin: -Sizes.s4
            text: panel.clock.paused ? qsTr("en pause") : panel.clock.over ? qsTr("temps écoulé") : qsTr("restant sur %1").arg(panel.clock.limit)
            size: Fonts.small
            color: Colors.ink2
        }

        Row {
            Layout.topMargin: Sizes.textGap
            spacing: Sizes.s8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: panel.clock.late ? "triangle-alert" : "circle-check"
                size: Sizes.iconChip
                color: panel.clock.late ? Colors.wait : Colors.ok
            }

            KText {
                text: panel.clock.late ? qsTr("%1 de retard").arg(panel.clock.planGap) : qsTr("%1 d’avance").arg(panel.clock.planGap)
                size: Fonts.small
                weight: Fonts.semibold
                color: panel.clock.late ? Colors.wait : Colors.ok
            }
        }
    }
}
