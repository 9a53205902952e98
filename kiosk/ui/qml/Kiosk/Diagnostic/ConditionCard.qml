import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What the offer rests on: the two classes, the battery, and how many answers stand behind it.
Card {
    id: card

    required property TradeInViewModel tradeIn

    radius: Sizes.radiusSheet
    padding: Look.pick(24, 14)

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Look.pick(16, 8)

        KText {
            text: qsTr("État constaté")
            size: Look.pick(18, 16)
            weight: Fonts.semibold
            color: Colors.ink2
        }

        KText {
            Layout.fillWidth: true
            text: SellerWords.condition(card.tradeIn.condition)
            size: Look.pick3(34, 26, 22)
            weight: Fonts.bold
            wrapMode: Text.WordWrap
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.hair
            color: Colors.line
        }

        GridLayout {
            Layout.fillWidth: true
            columns: 3
            columnSpacing: Sizes.s24
            rowSpacing: Sizes.s4

            KText {
                text: qsTr("Écran")
                size: Fonts.small
                color: Colors.ink2
            }

            KText {
                text: qsTr("Coque")
                size: Fonts.small
                color: Colors.ink2
            }

            KText {
                text: qsTr("Batterie")
                size: Fonts.small
                color: Colors.ink2
            }

            KText {
                text: card.tradeIn.screenClass
                size: Fonts.label
                weight: Fonts.semibold
            }

            KText {
                text: card.tradeIn.bodyClass
                size: Fonts.label
                weight: Fonts.semibold
            }

            KText {
                text: card.tradeIn.battery
                size: Fonts.label
                weight: Fonts.semibold
            }
        }

        KText {
            Layout.fillWidth: true
            visible: card.tradeIn.bodyMeaning !== ""
            text: qsTr("Écran : %1. Coque : %2.").arg(card.tradeIn.screenMeaning).arg(card.tradeIn.bodyMeaning)
            size: Look.pick(18, 16)
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: Look.large || card.tradeIn.parts.repairCount === 0
            text: qsTr("%n constat(s) enregistré(s), chacun daté et signé par son auteur.", "", card.tradeIn.answerCount)
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            visible: card.tradeIn.notPhotographed.length > 0
            spacing: Sizes.s8

            Icon {
                Layout.alignment: Qt.AlignTop
                name: "camera"
                size: Sizes.iconStrip
                color: Colors.wait
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Non photographié : %1").arg(PhotoWords.list(card.tradeIn.notPhotographed))
                size: Fonts.small
                weight: Fonts.medium
                color: Colors.wait
                wrapMode: Text.WordWrap
            }
        }

        RepairLines {
            Layout.fillWidth: true
            repairs: card.tradeIn.parts.repairs
            count: card.tradeIn.parts.repairCount
        }
    }
}
