import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The first point that failed, in words, and what follows from it.
Card {
    id: card

    required property GradeViewModel grade

    property bool canSend: false

    signal openRequested
    signal sendRequested

    radius: Sizes.radiusSheet
    padding: Look.pick(28, 15)
    tone: "bad"
    border.width: Sizes.hair
    border.color: Colors.badLine
    implicitHeight: words.implicitHeight + 2 * card.padding

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Look.pick(10, 6)

        RowLayout {
            spacing: Sizes.s12

            Icon {
                name: "circle-x"
                color: Colors.bad
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("%1 · %2").arg(card.grade.failedNumber).arg(card.grade.failedTitle)
                size: Look.pick(20, 16)
                weight: Fonts.semibold
                color: Colors.bad
                wrapMode: Text.WordWrap
            }
        }

        KText {
            Layout.fillWidth: true
            visible: !Look.small
            text: card.grade.failedAgain === "" ? card.grade.failedValue : Look.large ? qsTr("%1. L’appareil ira à l’atelier, puis %2 seront refaits.").arg(card.grade.failedValue).arg(card.grade.failedAgain) : qsTr("%1 : atelier, puis refaire %2.").arg(card.grade.failedValue).arg(card.grade.failedAgain)
            size: Look.pick(18, 16)
            wrapMode: Text.WordWrap
        }

        GridLayout {
            Layout.fillWidth: true
            columns: card.canSend ? 2 : 1
            uniformCellWidths: true
            columnSpacing: Sizes.s8
            rowSpacing: Sizes.s8

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.controlInRow
                iconName: Look.large || !card.canSend ? "rotate-ccw" : ""
                text: card.canSend ? qsTr("Refaire") : qsTr("Refaire ce point")
                spoken: qsTr("Refaire ce point")
                onClicked: card.openRequested()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.controlInRow
                visible: card.canSend
                iconName: Look.large ? "wrench" : ""
                text: qsTr("Atelier")
                spoken: qsTr("Envoyer à l’atelier")
                onClicked: card.sendRequested()
            }
        }
    }
}
