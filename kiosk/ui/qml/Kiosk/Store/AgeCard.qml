pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// How long the units have been in the shop, and what they cost: old stock is money that sleeps.
Card {
    id: card

    required property BoardViewModel board

    padding: Look.pick(24, 14)

    KText {
        id: title

        text: qsTr("Ancienneté en rayon")
        size: Fonts.bodyPlus
        weight: Fonts.semibold
    }

    KText {
        anchors.right: parent.right
        anchors.baseline: title.baseline
        visible: !Look.medium
        text: qsTr("%1 d’achats").arg(card.board.stockCost)
        size: Fonts.small
        color: Colors.ink2
    }

    ColumnLayout {
        anchors.top: title.bottom
        anchors.topMargin: Look.pick(12, 4)
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        Repeater {
            model: card.board.ages

            RowLayout {
                id: band

                required property int fromDays
                required property int upToDays
                required property int count
                required property int part

                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Sizes.s12

                KText {
                    Layout.preferredWidth: Look.pick(132, 104)
                    text: band.upToDays > 0 ? qsTr("%1 à %2 j").arg(band.fromDays).arg(band.upToDays) : qsTr("plus de %1 j").arg(band.fromDays - 1)
                    size: Fonts.body
                    weight: band.upToDays > 0 ? Fonts.regular : Fonts.semibold
                    color: band.upToDays > 0 ? Colors.ink : Colors.wait
                }

                Item {
                    id: track

                    Layout.fillWidth: true
                    implicitHeight: Look.pick(18, 13)

                    Rectangle {
                        visible: band.count > 0
                        width: Math.max(height, track.width * band.part / 1000)
                        height: parent.height
                        radius: Sizes.s4
                        color: band.upToDays > 0 ? (band.upToDays > 60 ? Colors.control : Colors.ink) : Colors.waitFill
                    }
                }

                KText {
                    Layout.minimumWidth: Look.px(32)
                    horizontalAlignment: Text.AlignRight
                    text: band.count
                    size: Fonts.body
                    weight: Fonts.semibold
                }
            }
        }
    }
}
