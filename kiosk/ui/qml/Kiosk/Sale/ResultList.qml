pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What a search or a category found, filtered by kind; the first row is what Enter takes.
ColumnLayout {
    id: list

    required property FinderViewModel finder

    spacing: Look.pick(20, 12)

    Row {
        visible: !list.finder.onlyOffers
        spacing: Sizes.tileGap

        Repeater {
            model: [
                {
                    "name": qsTr("Tout"),
                    "count": list.finder.allCount
                },
                {
                    "name": qsTr("Appareils"),
                    "count": list.finder.unitCount
                },
                {
                    "name": qsTr("Accessoires"),
                    "count": list.finder.accessoryCount
                },
                {
                    "name": qsTr("Services"),
                    "count": list.finder.serviceCount
                }
            ]

            ToggleTile {
                id: filter

                required property int index
                required property var modelData

                visible: filter.index === 0 || filter.modelData.count > 0
                height: Sizes.filterChip
                figure: Fonts.body
                chosen: list.finder.filter === filter.index
                text: filter.modelData.name + "  " + filter.modelData.count
                onClicked: list.finder.showOnly(filter.index)
            }
        }
    }

    Repeater {
        model: list.finder.offers

        OfferFound {
            Layout.fillWidth: true
            onClicked: list.finder.recall(number)
        }
    }

    Item {
        Layout.fillHeight: true
        visible: list.finder.onlyOffers
    }

    Rectangle {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !list.finder.onlyOffers
        radius: Sizes.radiusCard
        color: Colors.surface
        border.width: Sizes.hair
        border.color: Colors.line

        ListView {
            id: view

            anchors.fill: parent
            anchors.margins: Sizes.hair
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: list.finder.results
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Résultats")

            delegate: ResultRow {
                required property int index
                required property string resultId

                width: view.width
                first: index === 0 && sellable
                onClicked: list.finder.take(resultId)
            }
        }

        EmptyState {
            anchors.centerIn: parent
            width: parent.width - 2 * Sizes.s40
            visible: list.finder.foundNothing
            iconName: "search"
            title: qsTr("Rien ne correspond à cette recherche")
            detail: qsTr("Essayez un mot plus court, la marque, ou la fin de l’IMEI.")
        }
    }
}
