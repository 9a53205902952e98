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
            "name": qsTr("En magasin"),
            "value": sheet.units.days < 0 ? "" : qsTr("%n jour(s)", "", sheet.units.days)
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

            Item {
                Layout.fillWidth: true
            }

            Button {
                Layout.preferredHeight: Sizes.control
                visible: sheet.units.holds.canHold
                iconName: "shield"
                text: Look.small ? "" : qsTr("Mettre à part")
                spoken: qsTr("Mettre à part")
                onClicked: sheet.units.holds.ask()
            }

            Button {
                Layout.preferredHeight: Sizes.control
                visible: sheet.units.canRegrade
                iconName: "pencil"
                text: Look.small ? "" : qsTr("Changer l’état")
                spoken: qsTr("Changer l’état")
                onClicked: sheet.units.changeGrade()
            }

            Button {
                Layout.preferredHeight: Sizes.control
                visible: sheet.units.passport.offered
                iconName: "qr-code"
                text: Look.large ? qsTr("Passeport") : ""
                spoken: qsTr("Passeport de l’appareil")
                onClicked: sheet.units.showPassport()
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
            columns: Look.small ? 2 : 3
            uniformCellWidths: true
            columnSpacing: Look.pick(40, 24)
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

        Banner {
            Layout.fillWidth: true
            visible: sheet.units.noticeShown
            tone: sheet.units.noticeTone
            iconName: sheet.units.noticeIcon
            title: sheet.units.noticeTitle
            detail: sheet.units.noticeDetail
        }
    }
}
