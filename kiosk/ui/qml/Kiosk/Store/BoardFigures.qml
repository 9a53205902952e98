import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Sale
import Kiosk.ViewModels

// The five figures of the day; the first one is the page's one inverse card.
GridLayout {
    id: figures

    required property BoardViewModel board

    columns: Look.small ? 6 : 5
    columnSpacing: Sizes.cardGap
    rowSpacing: Sizes.cardGap

    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 430
        Layout.columnSpan: Look.small ? 2 : 1
        first: true
        name: qsTr("Encaissements")
        number: figures.board.takings
        comparison: figures.board.nonSale === "" ? qsTr("depuis l’ouverture") : qsTr("+ %1 hors chiffre d’affaires").arg(figures.board.nonSale)
    }

    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 310
        Layout.columnSpan: Look.small ? 2 : 1
        name: qsTr("Tickets")
        number: figures.board.tickets
        comparison: Words.articles(figures.board.itemCount)
    }

    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 310
        Layout.columnSpan: Look.small ? 2 : 1
        name: qsTr("Panier moyen")
        number: figures.board.average
        comparison: qsTr("par ticket")
    }

    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 310
        Layout.columnSpan: Look.small ? 3 : 1
        name: qsTr("Marge")
        number: figures.board.margin
        comparison: figures.board.marginPart === "" ? qsTr("hors taxe") : Look.large ? qsTr("%1 des ventes, hors taxe").arg(figures.board.marginPart) : qsTr("%1 des ventes").arg(figures.board.marginPart)
    }

    StatCard {
        Layout.fillWidth: true
        Layout.preferredWidth: 310
        Layout.columnSpan: Look.small ? 3 : 1
        name: qsTr("Espèces attendues")
        number: figures.board.cashExpected
        comparison: qsTr("ouverture %1").arg(figures.board.cashFloat)
    }
}
