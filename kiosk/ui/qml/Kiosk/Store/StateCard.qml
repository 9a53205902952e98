pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Sale
import Kiosk.ViewModels

// How the units of the shop are spread over their states.
Card {
    id: card

    required property BoardViewModel board

    function fill(code: string): color {
        switch (code) {
        case "for_sale":
            return Colors.accent;
        case "to_inspect":
            return Colors.ink;
        case "rework":
            return Colors.control;
        case "to_erase":
            return Colors.waitFill;
        case "blocked":
        case "quarantine":
            return Colors.bad;
        default:
            return Colors.line;
        }
    }

    padding: Look.pick(24, 14)

    KText {
        id: title

        text: qsTr("Stock par situation")
        size: Fonts.bodyPlus
        weight: Fonts.semibold
    }

    KText {
        anchors.right: parent.right
        anchors.baseline: title.baseline
        text: qsTr("%n appareil(s)", "", card.board.unitCount)
        size: Fonts.small
        color: Colors.ink2
    }

    RowLayout {
        id: band

        anchors.top: title.bottom
        anchors.topMargin: Look.pick(18, 8)
        width: parent.width
        height: Look.pick(24, 16)
        spacing: Look.px(3)

        Repeater {
            model: card.board.states

            Rectangle {
                required property string unitState
                required property int part

                visible: part > 0
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumWidth: Sizes.s8
                Layout.preferredWidth: part
                radius: Sizes.s4
                color: card.fill(unitState)
                Accessible.ignored: true
            }
        }
    }

    ColumnLayout {
        anchors.top: band.bottom
        anchors.topMargin: Look.pick(10, 4)
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        Repeater {
            model: card.board.states

            RowLayout {
                id: row

                required property string unitState
                required property int count

                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Sizes.s12

                Rectangle {
                    implicitWidth: Sizes.s16
                    implicitHeight: Sizes.s16
                    radius: Sizes.s4
                    color: card.fill(row.unitState)
                }

                KText {
                    Layout.fillWidth: true
                    text: Words.state(row.unitState)
                    size: Fonts.body
                }

                KText {
                    text: row.count
                    size: Fonts.body
                    weight: Fonts.semibold
                }
            }
        }
    }
}
