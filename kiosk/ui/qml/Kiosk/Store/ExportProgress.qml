import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What is being made and how far it is. Leaving the page leaves it running.
Card {
    id: card

    required property RecordsViewModel records
    required property string title

    padding: Look.pick(16, 8)

    RowLayout {
        anchors.fill: parent
        spacing: Sizes.s12

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.s4

            KText {
                Layout.fillWidth: true
                text: card.title
                size: Fonts.body
                weight: Fonts.semibold
                elide: Text.ElideRight
            }

            ProgressBar {
                Layout.fillWidth: true
                visible: card.records.part >= 0
                done: card.records.part / 1000
            }

            KText {
                Layout.fillWidth: true
                visible: card.records.part < 0 || Look.large
                text: card.records.part < 0 ? qsTr("En cours, la vente continue") : card.records.steps
                size: Fonts.small
                color: Colors.ink2
            }
        }

        Button {
            text: qsTr("Arrêter")
            onClicked: card.records.cancel()
        }
    }
}
