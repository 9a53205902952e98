pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Store
import Kiosk.ViewModels

// A device's former life with us: its stations, and what the books know of it. Not for the customer's eyes.
Sheet {
    id: sheet

    required property PastViewModel past
    property string batteryNow: ""
    readonly property var facts: [
        {
            "name": qsTr("Magasin"),
            "value": sheet.past.shop
        },
        {
            "name": qsTr("État alors"),
            "value": DiagnosticWords.grade(sheet.past.level)
        },
        {
            "name": qsTr("Batterie alors"),
            "value": sheet.past.battery
        },
        {
            "name": qsTr("Batterie aujourd’hui"),
            "value": sheet.batteryNow
        },
        {
            "name": qsTr("Acheté"),
            "value": sheet.past.bought
        },
        {
            "name": qsTr("Prix de vente"),
            "value": sheet.past.price
        },
        {
            "name": qsTr("Garantie légale jusqu’au"),
            "value": sheet.past.guaranteeUntil
        }
    ]

    title: sheet.past.model
    open: sheet.past.opened
    sheetWidth: Look.pick3(1320, 1080, 900)
    onCloseRequested: sheet.past.close()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(28, 16)

        KText {
            Layout.fillWidth: true
            visible: sheet.past.copied
            text: qsTr("Le même numéro sur deux modèles\u202f: l’un des deux appareils porte un numéro copié. Ne le reprenez pas sans votre responsable.")
            size: Fonts.body
            weight: Fonts.semibold
            color: Colors.of("bad")
            wrapMode: Text.WordWrap
        }

        KText {
            visible: sheet.past.lives > 1
            text: qsTr("Passé %n fois chez nous\u202f; voici la dernière.", "", sheet.past.lives)
            size: Fonts.body
            color: Colors.ink2
        }

        LifeLine {
            Layout.fillWidth: true
            life: sheet.past.stations
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
    }
}
