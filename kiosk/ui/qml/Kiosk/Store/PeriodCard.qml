import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Which days: a month, a year, or from a day to a day.
Card {
    id: card

    required property RecordsViewModel records
    readonly property bool days: card.records.choice === 2

    padding: Look.pick(20, 12)
    implicitHeight: column.implicitHeight + 2 * card.padding

    ColumnLayout {
        id: column

        width: parent.width
        spacing: Sizes.tileGap

        SegmentTabs {
            Layout.fillWidth: true
            labels: [qsTr("Mois"), qsTr("Année"), qsTr("Du… au…")]
            current: card.records.choice
            onChosen: index => card.records.choosePeriod(index)
        }

        RowLayout {
            visible: !card.days
            spacing: Sizes.tileGap

            Button {
                Layout.preferredWidth: Sizes.control
                iconName: "arrow-left"
                spoken: card.records.choice === 0 ? qsTr("Le mois d’avant") : qsTr("L’année d’avant")
                onClicked: card.records.earlier()
            }

            KText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: card.records.periodText
                size: Fonts.heading
                weight: Fonts.semibold
            }

            Button {
                Layout.preferredWidth: Sizes.control
                enabled: card.records.canLater
                iconName: "arrow-right"
                spoken: card.records.choice === 0 ? qsTr("Le mois d’après") : qsTr("L’année d’après")
                onClicked: card.records.later()
            }
        }

        RowLayout {
            visible: card.days
            uniformCellSizes: true
            spacing: Sizes.tileGap

            Field {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                text: card.records.firstText
                placeholder: card.records.example
                spoken: qsTr("Premier jour")
                inputMethodHints: Qt.ImhDate
                maximumLength: 10
                fault: card.records.firstWrong ? qsTr("Par exemple %1").arg(card.records.example) : ""
                onEdited: card.records.typeFirst(text)
            }

            Field {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                text: card.records.lastText
                placeholder: card.records.example
                spoken: qsTr("Dernier jour")
                inputMethodHints: Qt.ImhDate
                maximumLength: 10
                fault: card.records.lastWrong ? qsTr("Le même jour ou après") : ""
                onEdited: card.records.typeLast(text)
            }
        }
    }
}
