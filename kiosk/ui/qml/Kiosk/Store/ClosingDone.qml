pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The day is closed: the number of the Z and the grand totals that can never go back.
RowLayout {
    id: done

    required property ClosingViewModel closing

    spacing: Sizes.columnGap

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        tone: "ok"
        radius: Sizes.radiusSheet
        padding: Look.pick(40, 20)

        ColumnLayout {
            anchors.fill: parent
            spacing: Look.pick(12, 6)

            RowLayout {
                spacing: Sizes.s12

                Icon {
                    name: "circle-check"
                    size: Look.pick(34, 28)
                    color: Colors.ok
                }

                KText {
                    text: qsTr("Journée close")
                    size: Fonts.heading
                    weight: Fonts.bold
                    color: Colors.ok
                }
            }

            KText {
                Layout.topMargin: Look.pick(40, 12)
                text: qsTr("Clôture Z n° %1").arg(done.closing.zNumber)
                size: Fonts.title
                weight: Fonts.bold
            }

            MoneyText {
                objectName: "dayTotal"
                amount: done.closing.dayTotal
                size: Look.pick3(148, 96, 60)
                weight: Fonts.heavy
            }

            Item {
                Layout.fillHeight: true
            }

            Button {
                objectName: "reprint"
                iconName: "printer"
                text: qsTr("Imprimer une copie")
                onClicked: done.closing.reprint()
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Le Z est dans la file de l’imprimante. Agrafez-le avec les tickets de carte.")
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
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
                text: qsTr("Grands totaux")
                size: Fonts.heading
                weight: Fonts.bold
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Ventes du jour")
                figure: done.closing.daySales
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Retours du jour")
                figure: done.closing.dayReturns
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Grand total perpétuel")
                figure: done.closing.perpetual
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Grand total perpétuel absolu")
                figure: done.closing.perpetualAbsolute
            }

            FigureRow {
                Layout.fillWidth: true
                name: qsTr("Écart de caisse")
                figure: done.closing.gap
            }

            Item {
                visible: others.count === 0
                Layout.fillHeight: true
            }

            KText {
                visible: others.count > 0
                Layout.topMargin: Sizes.s12
                text: qsTr("Tout ce qui a été clos")
                size: Fonts.body
                weight: Fonts.semibold
            }

            ListView {
                id: others

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: count > 0
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: done.closing.closings

                delegate: FigureRow {
                    required property int number
                    required property string period
                    required property string label
                    required property string total

                    width: others.width
                    name: period === "day" ? qsTr("Z %1 · jour %2").arg(number).arg(label) : period === "month" ? qsTr("Mois %1").arg(label) : qsTr("Année %1").arg(label)
                    figure: total
                }
            }
        }
    }
}
