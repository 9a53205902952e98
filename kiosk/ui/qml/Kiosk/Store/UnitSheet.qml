pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Diagnostic
import Kiosk.Sale
import Kiosk.ViewModels

// One unit: what it is, its life line from its arrival to today, and what the books know of it. The next scanned unit takes its place.
Sheet {
    id: sheet

    required property UnitsViewModel units
    readonly property var facts: [
        {
            "name": qsTr("Étiquette"),
            "value": sheet.units.labelCode
        },
        {
            "name": qsTr("Livre de police"),
            "value": sheet.units.registerNumber
        },
        {
            "name": qsTr("Batterie"),
            "value": sheet.units.battery
        },
        {
            "name": qsTr("Acheté"),
            "value": sheet.units.bought
        },
        {
            "name": qsTr("Prix de vente"),
            "value": sheet.units.price
        }
    ]

    takesScans: true
    title: sheet.units.name
    open: sheet.units.opened
    sheetWidth: Look.pick3(1320, 1080, 900)
    onCloseRequested: sheet.units.open("")

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(28, 16)

        RowLayout {
            spacing: Look.pick(20, 14)

            Thumb {
                implicitWidth: Look.pick(96, 72)
                implicitHeight: implicitWidth
                drawing: sheet.units.drawing
            }

            StatusChip {
                text: Words.state(sheet.units.unitState)
                tone: Words.stateTone(sheet.units.unitState)
                iconName: Words.stateIcon(sheet.units.unitState)
            }

            GradeMark {
                visible: sheet.units.grade !== ""
                level: sheet.units.level
                word: Words.grade(sheet.units.grade)
            }

            KText {
                text: Words.identifier(sheet.units.tailKind, sheet.units.tail)
                size: Fonts.small
                color: Colors.ink2
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("%n jour(s) en magasin", "", sheet.units.days)
                size: Fonts.small
                color: Colors.ink2
                horizontalAlignment: Text.AlignRight
            }
        }

        HoldList {
            Layout.fillWidth: true
            holds: sheet.units.holds
        }

        LifeLine {
            Layout.fillWidth: true
            life: sheet.units.stations
        }

        GridLayout {
            Layout.fillWidth: true
            columns: Look.small ? 1 : 2
            uniformCellWidths: true
            columnSpacing: Sizes.s40
            rowSpacing: 0

            Repeater {
                model: sheet.facts

                FigureRow {
                    required property var modelData

                    Layout.fillWidth: true
                    visible: modelData.value !== ""
                    name: modelData.name
                    figure: modelData.value
                }
            }
        }

        WhyPanel {
            Layout.fillWidth: true
            why: sheet.units.why
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s12

            Item {
                Layout.fillWidth: true
            }

            Button {
                Layout.preferredHeight: Sizes.control
                visible: sheet.units.holds.canHold
                iconName: "shield"
                text: qsTr("Mettre à part")
                onClicked: sheet.units.holds.ask()
            }

            Button {
                Layout.preferredHeight: Sizes.control
                visible: sheet.units.passport.offered
                iconName: "qr-code"
                text: qsTr("Passeport")
                onClicked: sheet.units.showPassport()
            }
        }
    }
}
