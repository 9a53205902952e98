pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What the unit is, where it stands, and which points brought it here.
Card {
    id: card

    required property WorkshopViewModel workshop

    radius: Sizes.radiusSheet
    padding: Look.pick(28, 14)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(14, 8)

        RowLayout {
            spacing: Look.pick(16, 10)

            Thumb {
                implicitWidth: Look.pick(72, 52)
                implicitHeight: implicitWidth
                drawing: card.workshop.device.drawing
            }

            KText {
                Layout.fillWidth: true
                text: DiagnosticWords.device(card.workshop.device.model, card.workshop.device.storage, card.workshop.device.colour)
                size: Look.pick(26, 18)
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }
        }

        KText {
            text: DiagnosticWords.identifier(card.workshop.device.byImei, card.workshop.device.identifierTail)
            size: Fonts.small
            color: Colors.ink2
        }

        StatusChip {
            text: DiagnosticWords.outcome(card.workshop.unitState)
            tone: card.workshop.unitState === "rework" ? "wait" : "bad"
            iconName: card.workshop.unitState === "rework" ? "wrench" : "ban"
        }

        KText {
            Layout.fillWidth: true
            text: card.workshop.canRepair || !card.workshop.inWorkshop ? DiagnosticWords.outcomeDetail(card.workshop.unitState) : qsTr("Vous l’avez contrôlé : un collègue le répare.")
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            cacheBuffer: 0
            spacing: Sizes.tileGap
            boundsBehavior: Flickable.StopAtBounds
            model: card.workshop.failures

            delegate: FailedPointTile {
                required chosen

                width: ListView.view.width
                enabled: card.workshop.canRepair
                onClicked: card.workshop.togglePoint(pointId)
            }
        }
    }
}
