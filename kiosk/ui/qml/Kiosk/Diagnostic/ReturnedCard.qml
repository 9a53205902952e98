pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A customer who is back with an offer: what was promised, then each fact that has changed since, then and now, with its euros.
Card {
    id: card

    required property ReturnedViewModel returned

    radius: Sizes.radiusSheet
    padding: Look.pick(24, 14)
    tone: card.returned.expired ? "wait" : "accent"
    implicitHeight: words.implicitHeight + 2 * card.padding

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Look.pick(10, 5)

        KText {
            Layout.fillWidth: true
            text: card.returned.expired ? qsTr("Offre du %1 expirée").arg(card.returned.madeOn) : qsTr("Offre du %1, tenue").arg(card.returned.madeOn)
            size: Look.pick(18, 16)
            weight: Fonts.semibold
            color: card.returned.expired ? Colors.wait : Colors.accent
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            text: card.returned.changedCount === 0 && card.returned.byBook === "" ? qsTr("%1, rien n’a changé").arg(card.returned.promised) : qsTr("%1, aujourd’hui %2").arg(card.returned.promised).arg(card.returned.price)
            size: Look.pick(24, 19)
            weight: Fonts.bold
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: card.returned.expired
            text: card.returned.byBook === "" ? qsTr("Elle valait jusqu’au %1 ; la base de prix du jour donne le même prix.").arg(card.returned.until) : qsTr("Elle valait jusqu’au %1 ; la base de prix du jour change le prix de %2.").arg(card.returned.until).arg(card.returned.byBook)
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: card.returned.facts

            RowLayout {
                id: row

                required property string label
                required property string before
                required property string after
                required property string amount
                required property bool costs

                Layout.fillWidth: true
                spacing: Sizes.s12
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1 : %2, puis %3, %4").arg(row.label).arg(row.before).arg(row.after).arg(row.amount)

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    KText {
                        Layout.fillWidth: true
                        text: row.label
                        size: Fonts.small
                        color: Colors.ink2
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }

                    KText {
                        Layout.fillWidth: true
                        text: qsTr("%1 → %2").arg(row.before === "" ? qsTr("non testé") : row.before).arg(row.after === "" ? qsTr("non testé") : row.after)
                        size: Look.pick(18, 16)
                        weight: Fonts.semibold
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }
                }

                KText {
                    text: row.amount
                    size: Look.pick(20, 17)
                    weight: Fonts.semibold
                    color: row.costs ? Colors.bad : Colors.ink
                    Accessible.ignored: true
                }
            }
        }
    }
}
