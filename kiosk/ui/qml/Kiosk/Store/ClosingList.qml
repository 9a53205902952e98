pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Every closing with its totals, newest first: days, and the months and years that they ended.
Card {
    id: card

    required property RecordsViewModel records
    readonly property real amountWidth: Look.pick3(176, 124, 108)
    readonly property var columns: [
        {
            "text": qsTr("Clôture")
        },
        {
            "text": qsTr("Tickets"),
            "width": Look.pick(90, 64),
            "right": true,
            "hidden": Look.small
        },
        {
            "text": qsTr("Total"),
            "width": card.amountWidth,
            "right": true
        },
        {
            "text": qsTr("Perpétuel"),
            "width": card.amountWidth,
            "right": true
        },
        {
            "text": qsTr("Perpétuel absolu"),
            "width": card.amountWidth,
            "right": true,
            "hidden": !Look.large
        },
        {
            "text": qsTr("Archive"),
            "width": Look.pick(110, 78),
            "hidden": Look.small || !card.records.archives
        }
    ]

    function name(period: string, number: string, day: string): string {
        switch (period) {
        case "day":
            return qsTr("Z n° %1 · %2").arg(number).arg(day);
        case "month":
            return qsTr("Mois : %1").arg(day);
        default:
            return qsTr("Année : %1").arg(day);
        }
    }

    function shownOnly(cells: list<var>): list<var> {
        return cells.filter((cell, place) => !card.columns[place].hidden);
    }

    padding: 0

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Sizes.hair
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.tableHeader
            Layout.leftMargin: Sizes.s20
            Layout.rightMargin: Sizes.s20
            spacing: Sizes.s16

            Repeater {
                model: card.shownOnly(card.columns)

                KText {
                    required property var modelData

                    Layout.fillWidth: !modelData.width
                    Layout.preferredWidth: modelData.width || 1
                    text: modelData.text
                    size: Fonts.small
                    weight: Fonts.semibold
                    color: Colors.ink2
                    horizontalAlignment: modelData.right ? Text.AlignRight : Text.AlignLeft
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Sizes.hair
            color: Colors.line
        }

        ListView {
            id: table

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: card.records.closings
            activeFocusOnTab: true
            Accessible.role: Accessible.Table
            Accessible.name: qsTr("Clôtures")

            delegate: TableRow {
                required property string period
                required property string number
                required property string day
                required property string total
                required property string perpetual
                required property string absolute
                required property string tickets
                required property bool archived

                width: table.width
                cells: card.shownOnly([
                    {
                        "text": card.name(period, number, day),
                        "strong": period !== "day"
                    },
                    {
                        "text": tickets,
                        "width": Look.pick(90, 64),
                        "right": true
                    },
                    {
                        "text": total,
                        "width": card.amountWidth,
                        "right": true,
                        "strong": true
                    },
                    {
                        "text": perpetual,
                        "width": card.amountWidth,
                        "right": true
                    },
                    {
                        "text": absolute,
                        "width": card.amountWidth,
                        "right": true
                    },
                    {
                        "text": period === "day" ? "" : archived ? qsTr("Faite") : qsTr("À faire"),
                        "width": Look.pick(110, 78),
                        "tone": period === "day" ? "" : archived ? "ok" : "wait"
                    }
                ])
            }

            EmptyState {
                anchors.centerIn: parent
                width: table.width - 2 * Sizes.s40
                visible: card.records.closingCount === 0
                iconName: "landmark"
                title: qsTr("Aucune clôture pour l’instant")
                detail: qsTr("La première paraîtra ici quand la journée sera close.")
            }
        }
    }
}
