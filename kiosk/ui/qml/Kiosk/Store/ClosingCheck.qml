pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Sale
import Kiosk.ViewModels

// The check before what cannot be undone: the count beside what was expected, and the day's figures.
RowLayout {
    id: check

    required property ClosingViewModel closing

    spacing: Sizes.columnGap

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        tone: check.closing.gapTone
        radius: Sizes.radiusSheet
        padding: Look.pick(40, 20)

        ColumnLayout {
            anchors.fill: parent
            spacing: Look.pick(12, 6)

            RowLayout {
                spacing: Sizes.s12

                Icon {
                    name: check.closing.gapNone ? "circle-check" : "triangle-alert"
                    size: Look.pick(34, 28)
                    color: Colors.of(check.closing.gapTone)
                }

                KText {
                    text: check.closing.nothingCounted ? qsTr("Aucun tiroir à compter") : check.closing.gapNone ? qsTr("La caisse est juste") : qsTr("Il y a un écart")
                    size: Fonts.heading
                    weight: Fonts.bold
                    color: Colors.of(check.closing.gapTone)
                }
            }

            KText {
                Layout.topMargin: Look.pick(40, 12)
                text: qsTr("Écart")
                size: Fonts.title
                weight: Fonts.bold
            }

            MoneyText {
                amount: check.closing.gap
                size: Look.pick3(148, 96, 60)
                weight: Fonts.heavy
            }

            Field {
                visible: check.closing.wantsReason
                Layout.fillWidth: true
                Layout.topMargin: Sizes.s12
                label: qsTr("D’où vient cet écart ?")
                placeholder: qsTr("Ou bien : on ne sait pas")
                maximumLength: 120
                onEdited: check.closing.explain(text)
            }

            Item {
                Layout.fillHeight: true
            }

            KText {
                Layout.fillWidth: true
                visible: check.closing.drawersShut > 0
                text: qsTr("%n tiroir(s) déjà fermé(s) et compté(s)", "", check.closing.drawersShut)
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Compté")
                figure: check.closing.counted
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Attendu")
                figure: check.closing.expected
            }
        }
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        radius: Sizes.radiusSheet
        padding: Look.pick(40, 20)

        ColumnLayout {
            anchors.fill: parent
            spacing: Look.pick(8, 2)

            KText {
                Layout.bottomMargin: Sizes.s12
                text: qsTr("Ce qui va être figé")
                size: Fonts.heading
                weight: Fonts.bold
            }

            ClosingWaits {
                Layout.fillWidth: true
                Layout.bottomMargin: Sizes.s8
                closing: check.closing
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Tickets")
                figure: check.closing.tickets
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Encaissements du jour")
                figure: check.closing.takings
            }

            FigureRow {
                Layout.fillWidth: true
                visible: check.closing.nonSale !== ""
                name: qsTr("Cartes et acomptes, hors chiffre d’affaires")
                figure: check.closing.nonSale
            }

            Repeater {
                model: check.closing.tenders

                FigureRow {
                    required property string kind
                    required property string amount

                    Layout.fillWidth: true
                    name: Words.tender(kind)
                    figure: amount
                }
            }

            Item {
                Layout.fillHeight: true
            }

            ClosingDrop {
                visible: check.closing.hasSession
                Layout.fillWidth: true
                Layout.bottomMargin: Sizes.s8
                closing: check.closing
            }

            KText {
                Layout.fillWidth: true
                visible: Look.large || !check.closing.drops
                text: qsTr("La clôture est numérotée et signée. Les ventes suivantes compteront pour la journée d’après.")
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }
        }
    }
}
