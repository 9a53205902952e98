pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Time on it and what it comes to; what was spent before stands beside it. None of it enters the VAT on the margin.
Card {
    id: card

    required property WorkshopViewModel workshop

    radius: Sizes.radiusSheet
    padding: Look.pick(28, 14)

    component Line: RowLayout {
        id: line

        required property string label
        required property string amount

        KText {
            Layout.fillWidth: true
            text: line.label
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        KText {
            text: line.amount
            size: Fonts.body
            weight: Fonts.semibold
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(16, 10)

        HoldList {
            Layout.fillWidth: true
            holds: card.workshop.holds
        }

        KText {
            visible: card.workshop.inWorkshop
            text: qsTr("Temps passé")
            size: Fonts.label
            weight: Fonts.bold
        }

        Stepper {
            Layout.fillWidth: true
            visible: card.workshop.inWorkshop
            value: qsTr("%1 min").arg(card.workshop.minutes)
            spoken: qsTr("Minutes")
            enabled: card.workshop.canRepair
            canLess: card.workshop.minutes > 0
            onLess: card.workshop.addMinutes(-1)
            onMore: card.workshop.addMinutes(1)
        }

        Line {
            Layout.fillWidth: true
            visible: card.workshop.inWorkshop
            label: qsTr("Main-d’œuvre")
            amount: card.workshop.labour
        }

        Line {
            Layout.fillWidth: true
            visible: card.workshop.spent !== ""
            label: qsTr("Déjà réparé")
            amount: card.workshop.spent
        }

        Repeater {
            model: card.workshop.repairs

            Line {
                required property string day
                required property string cost

                Layout.fillWidth: true
                label: qsTr("Le %1").arg(day)
                amount: cost
            }
        }

        Item {
            Layout.fillHeight: true
        }

        KText {
            Layout.fillWidth: true
            visible: card.workshop.inWorkshop
            text: qsTr("Le coût reste sur l’appareil ; la base de la TVA sur la marge ne change pas.")
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: !card.workshop.inWorkshop
            text: qsTr("Un responsable dit pourquoi il le libère ; le journal garde les deux noms.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }
    }
}
