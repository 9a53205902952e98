import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Right column of the cosmetic step: the two classes, and the offer that moves with them.
ColumnLayout {
    id: panel

    required property TradeInViewModel tradeIn

    spacing: Sizes.cardGap

    Card {
        Layout.fillWidth: true
        radius: Sizes.radiusSheet
        padding: Look.pick(24, 14)
        implicitHeight: classes.implicitHeight + 2 * padding

        ColumnLayout {
            id: classes

            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Look.pick(16, 10)

            ClassPicker {
                Layout.fillWidth: true
                visible: panel.tradeIn.hasScreenClass
                title: qsTr("Écran")
                aside: Look.small ? "" : qsTr("allumé puis éteint")
                classes: panel.tradeIn.parts.screenClasses
                meaning: panel.tradeIn.screenMeaning
                onPicked: optionId => panel.tradeIn.answerTo("screen_class", optionId)
            }

            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.hair
                visible: panel.tradeIn.hasScreenClass
                color: Colors.line
            }

            ClassPicker {
                Layout.fillWidth: true
                title: qsTr("Coque")
                aside: Look.small ? "" : qsTr("la pire des faces")
                classes: panel.tradeIn.parts.bodyClasses
                meaning: panel.tradeIn.bodyMeaning
                onPicked: optionId => panel.tradeIn.answerTo("body_class", optionId)
            }
        }
    }

    MarksCard {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: Look.large
        tradeIn: panel.tradeIn
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: !Look.large
        implicitHeight: offer.implicitHeight + 2 * padding
        radius: Sizes.radiusSheet
        padding: Look.pick(24, 14)

        ColumnLayout {
            id: offer

            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Sizes.s8

            KText {
                text: qsTr("Offre en ce moment")
                size: Fonts.small
                weight: Fonts.semibold
                color: Colors.ink2
            }

            KText {
                Layout.fillWidth: true
                text: panel.tradeIn.parts.offer.interval
                size: Look.pick3(46, 34, 28)
                weight: Fonts.bold
            }

            KText {
                Layout.fillWidth: true
                visible: panel.tradeIn.classGain !== "" && !Look.small
                text: qsTr("%1 au lieu de %2 : +%3").arg(panel.tradeIn.betterClass).arg(panel.tradeIn.presentClass).arg(panel.tradeIn.classGain)
                size: Look.pick(18, 16)
                weight: Fonts.semibold
                color: Colors.ok
            }
        }
    }
}
