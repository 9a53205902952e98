pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The running reading: for who sees cash everything, for others what the cash cannot be worked out from.
RowLayout {
    id: reading

    required property CashViewModel cash

    component Row: RowLayout {
        id: line

        property string name
        property string figure

        Layout.fillWidth: true
        Layout.preferredHeight: Look.pick(52, 38)

        KText {
            Layout.fillWidth: true
            text: line.name
            size: Fonts.body
            color: Colors.ink2
            elide: Text.ElideRight
        }

        MoneyText {
            amount: line.figure
            size: Fonts.bodyPlus
        }
    }

    spacing: Sizes.columnGap

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        radius: Sizes.radiusSheet
        padding: Look.pick(32, 18)

        ColumnLayout {
            anchors.fill: parent
            spacing: 0

            KText {
                Layout.bottomMargin: Sizes.s12
                text: qsTr("La journée jusqu’ici")
                size: Fonts.heading
                weight: Fonts.bold
            }

            Row {
                visible: reading.cash.seesCash
                name: qsTr("Total")
                figure: reading.cash.takings
            }

            Row {
                name: qsTr("Tickets")
                figure: reading.cash.tickets
            }

            Row {
                name: qsTr("Articles")
                figure: reading.cash.articles
            }

            Repeater {
                model: reading.cash.tenders

                Row {
                    required property string kind
                    required property string amount

                    name: Words.tender(kind)
                    figure: amount
                }
            }

            StatusChip {
                visible: reading.cash.unsent > 0
                Layout.topMargin: Sizes.s12
                tone: "wait"
                iconName: "cloud-off"
                text: qsTr("%n ticket(s) pas encore envoyé(s)", "", reading.cash.unsent)
            }

            Item {
                Layout.fillHeight: true
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("La lecture X ne ferme rien et ne prend pas de numéro.")
                size: Fonts.small
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }
        }
    }

    Card {
        visible: reading.cash.seesCash
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        radius: Sizes.radiusSheet
        padding: Look.pick(32, 18)

        ColumnLayout {
            anchors.fill: parent
            spacing: 0

            KText {
                Layout.bottomMargin: Sizes.s12
                text: qsTr("Dans le tiroir")
                size: Fonts.heading
                weight: Fonts.bold
            }

            Repeater {
                model: reading.cash.drawers

                Row {
                    required property string kind
                    required property string amount
                    required property var model

                    name: CashWords.moved(kind, model.name)
                    figure: amount
                }
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
