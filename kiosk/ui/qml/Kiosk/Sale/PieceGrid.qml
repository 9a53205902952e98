pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The notes and coins of the currency, to be counted one sort after the other: tap one, or go with the arrows, and type how many.
ColumnLayout {
    id: grid

    required property CountingViewModel counting
    property int across: Look.pick3(4, 4, 3)

    spacing: Look.pick(14, 6)

    KText {
        text: qsTr("Billets")
        size: Fonts.small
        weight: Fonts.semibold
        color: Colors.ink2
    }

    GridLayout {
        Layout.fillWidth: true
        columns: grid.across
        uniformCellWidths: true
        columnSpacing: Sizes.tileGap
        rowSpacing: Sizes.tileGap

        Repeater {
            model: grid.counting.notes

            PieceTile {
                required property int value

                Layout.fillWidth: true
                onClicked: grid.counting.choose(value)
            }
        }
    }

    KText {
        Layout.topMargin: Look.pick(6, 0)
        text: qsTr("Pièces")
        size: Fonts.small
        weight: Fonts.semibold
        color: Colors.ink2
    }

    GridLayout {
        Layout.fillWidth: true
        columns: grid.across
        uniformCellWidths: true
        columnSpacing: Sizes.tileGap
        rowSpacing: Sizes.tileGap

        Repeater {
            model: grid.counting.coins

            PieceTile {
                required property int value

                Layout.fillWidth: true
                onClicked: grid.counting.choose(value)
            }
        }
    }
}
