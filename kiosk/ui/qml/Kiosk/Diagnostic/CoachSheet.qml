pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Turned to the customer, in their language: how to take the lock off. The clock stands; the cable reads again, or the technician looks.
Sheet {
    id: sheet

    required property TradeInViewModel tradeIn
    required property CableViewModel cable
    readonly property CoachViewModel coach: sheet.tradeIn.coach

    title: sheet.coach.title
    open: sheet.coach.up
    mustAnswer: true
    sheetWidth: Look.pick3(1040, 860, 820)

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(16, 10)

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s16

            Icon {
                name: "languages"
                size: Sizes.icon
                color: Colors.ink2
            }

            SegmentTabs {
                labels: ["Français", "English"]
                current: sheet.coach.language === "en" ? 1 : 0
                onChosen: index => sheet.coach.speak(index === 1 ? "en" : "fr")
            }

            Item {
                Layout.fillWidth: true
            }

            Icon {
                name: "pause"
                size: Sizes.icon
                color: Colors.wait
            }

            KText {
                text: sheet.tradeIn.parts.clock.pausedFor === "" ? qsTr("Le temps est arrêté") : qsTr("%1 de pause").arg(sheet.tradeIn.parts.clock.pausedFor)
                size: Fonts.body
                weight: Fonts.semibold
                color: Colors.wait
            }
        }

        KText {
            Layout.fillWidth: true
            visible: !sheet.coach.stillLocked
            text: sheet.coach.needs
            size: Look.pick(19, 17)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: sheet.coach.steps

            CoachStepRow {
                Layout.fillWidth: true
                onClicked: sheet.coach.tick(number)
            }
        }

        KText {
            Layout.fillWidth: true
            visible: !sheet.coach.stillLocked
            text: sheet.coach.proof
            size: Look.pick(19, 17)
            weight: Fonts.semibold
            color: Colors.ok
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            text: sheet.coach.stuck
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Banner {
            Layout.fillWidth: true
            visible: sheet.coach.stillLocked
            tone: "wait"
            iconName: "lock"
            title: qsTr("Le verrou est encore là")
            detail: qsTr("L’appareil vient d’être relu par câble. Reprenez les étapes, ou arrêtez l’aide.")
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Look.pick(16, 10)

            Button {
                Layout.preferredWidth: Look.pick3(300, 240, 230)
                Layout.preferredHeight: Sizes.primarySheet
                iconName: "x"
                text: qsTr("Arrêter l’aide")
                onClicked: sheet.coach.stop()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.Primary
                enabled: !sheet.tradeIn.busy
                iconName: sheet.coach.checking ? "loader" : "refresh-cw"
                text: sheet.coach.checking ? qsTr("Lecture en cours…") : sheet.cable.phoneCount > 0 ? qsTr("C’est fait, relire par câble") : qsTr("C’est fait, regarder l’écran")
                onClicked: sheet.coach.check()
            }
        }
    }
}
