pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The trade-ins of the day as a funnel: started, offered, accepted.
Card {
    id: card

    required property BoardViewModel board
    readonly property list<string> names: [qsTr("Commencées"), qsTr("Offre faite"), qsTr("Acceptées")]

    padding: Look.pick(24, 14)

    KText {
        id: title

        text: qsTr("Reprises du jour")
        size: Fonts.bodyPlus
        weight: Fonts.semibold
    }

    KText {
        anchors.right: parent.right
        anchors.baseline: title.baseline
        text: Look.medium ? card.board.boughtAmount : qsTr("%1 achetés").arg(card.board.boughtAmount)
        size: Fonts.small
        color: Colors.ink2
    }

    KText {
        id: pauses

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: card.board.paused !== ""
        text: qsTr("%1 de pause : %2").arg(card.board.paused).arg(card.board.pausedFor)
        size: Fonts.small
        color: Colors.ink2
        wrapMode: Text.WordWrap
        maximumLineCount: Look.large ? 2 : 1
        elide: Text.ElideRight
    }

    ColumnLayout {
        anchors.top: title.bottom
        anchors.topMargin: Look.pick(18, 8)
        anchors.bottom: pauses.visible ? pauses.top : parent.bottom
        anchors.bottomMargin: pauses.visible ? Sizes.s8 : 0
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Sizes.s4

        Repeater {
            model: card.board.funnel

            Item {
                id: stage

                required property int place
                required property int count
                required property int part
                required property string share
                readonly property bool last: stage.place === 2
                readonly property real smallest: name.implicitWidth + number.implicitWidth + Sizes.s40

                Layout.fillWidth: true
                Layout.fillHeight: true

                Rectangle {
                    id: bar

                    width: Math.max(stage.smallest, stage.width * stage.part / 1000)
                    height: parent.height
                    radius: Sizes.s8
                    color: stage.last ? Colors.accent : stage.place === 1 ? Colors.accentTint : Colors.well

                    KText {
                        id: name

                        x: Look.pick(14, 10)
                        anchors.verticalCenter: parent.verticalCenter
                        text: card.names[stage.place]
                        size: Fonts.body
                        weight: Fonts.medium
                        color: stage.last ? Colors.accentInk : Colors.ink
                    }

                    KText {
                        id: number

                        anchors.right: parent.right
                        anchors.rightMargin: Look.pick(14, 10)
                        anchors.verticalCenter: parent.verticalCenter
                        text: stage.count
                        size: Fonts.bodyPlus
                        weight: Fonts.bold
                        color: stage.last ? Colors.accentInk : Colors.ink
                    }
                }

                KText {
                    anchors.left: bar.right
                    anchors.leftMargin: Sizes.s8
                    anchors.verticalCenter: parent.verticalCenter
                    visible: stage.share !== "" && x + width <= stage.width
                    text: stage.share
                    size: Fonts.small
                    color: Colors.ink2
                }
            }
        }
    }
}
