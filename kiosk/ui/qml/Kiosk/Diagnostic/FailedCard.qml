import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The first point that failed, in words, and what follows from it.
Card {
    id: card

    required property GradeViewModel grade

    signal openRequested

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
            text: card.grade.failedValue
            size: Look.pick(18, 16)
            wrapMode: Text.WordWrap
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.controlInRow
            iconName: "rotate-ccw"
            text: qsTr("Refaire ce point")
            onClicked: card.openRequested()
        }
    }
}
