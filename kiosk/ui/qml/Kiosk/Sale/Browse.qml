pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What stands under the search while nothing is searched: categories, favourites, baskets that wait, the last ticket.
ColumnLayout {
    id: browse

    required property SaleViewModel sale
    readonly property bool waitingHere: browse.sale.basket.hasWaiting && browse.sale.basket.itemCount > 0 && browse.sale.basket.told === "" && !browse.sale.basket.noticeShown

    spacing: Look.pick(20, 12)

    RowLayout {
        Layout.fillWidth: true
        uniformCellSizes: true
        spacing: Sizes.tileGap

        Repeater {
            model: Look.small ? browse.sale.finder.fewCategories : browse.sale.finder.categories

            Tile {
                required property string category
                required property string drawingName
                required property int count

                Layout.fillWidth: true
                text: Words.category(category)
                drawing: drawingName
                corner: count
                onClicked: browse.sale.finder.openCategory(category)
            }
        }
    }

    RowLayout {
        spacing: Look.pick(14, 12)

        KText {
            Layout.alignment: Qt.AlignBaseline
            text: qsTr("Favoris")
            size: Fonts.label
            weight: Fonts.bold
        }

        KText {
            Layout.alignment: Qt.AlignBaseline
            visible: !Look.small
            text: qsTr("les plus vendus de ce magasin")
            size: Fonts.small
            color: Colors.ink2
        }
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: Look.small ? 3 : 4
        uniformCellWidths: true
        uniformCellHeights: true
        columnSpacing: Sizes.tileGap
        rowSpacing: Sizes.tileGap

        Repeater {
            model: Look.small ? browse.sale.finder.fewFavourites : browse.sale.finder.favourites

            Tile {
                required property string productId
                required property string name
                required property string glyph
                required property string amount
                required property bool perMonth

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Look.px(104)
                text: name
                iconName: glyph
                price: perMonth && !Look.small ? qsTr("%1/mois").arg(amount) : amount
                onClicked: browse.sale.finder.take(productId)
            }
        }
    }

    KText {
        visible: browse.waitingHere
        text: browse.sale.basket.hasParked ? qsTr("Paniers en attente") : qsTr("Dernière vente")
        size: Fonts.body
        weight: Fonts.semibold
    }

    RowLayout {
        visible: browse.waitingHere
        Layout.fillWidth: true
        spacing: Sizes.tileGap

        Repeater {
            model: browse.sale.basket.parked

            ParkedTile {
                required property string basketId
                required property int place

                Layout.fillWidth: true
                visible: place < 2
                onClicked: browse.sale.basket.resume(basketId)
            }
        }

        ParkedTile {
            Layout.fillWidth: !browse.sale.basket.hasParked
            Layout.maximumWidth: Look.pick3(320, 260, 240)
            Layout.preferredWidth: Look.pick3(220, 164, 152)
            visible: browse.sale.basket.hasLastTicket
            last: true
            label: qsTr("Dernier ticket")
            firstName: ""
            moreCount: 0
            total: browse.sale.basket.lastTicketTotal
            waitedMinutes: 0
            onClicked: browse.sale.reviewLastTicket()
        }
    }
}
