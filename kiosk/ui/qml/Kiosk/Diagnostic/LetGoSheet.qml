pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Why a unit leaves the state that holds it: a reason is kept with the name, whoever it is.
Sheet {
    id: sheet

    required property WorkshopViewModel workshop

    title: qsTr("Pourquoi ?")
    open: sheet.workshop.askingReason
    onCloseRequested: sheet.workshop.closeReasons()

    Column {
        width: parent.width
        spacing: Sizes.tileGap

        Repeater {
            model: ["lock_removed", "made_safe", "photo_compared", "mistaken", "not_worth_it"]

            Button {
                required property string modelData

                width: parent?.width ?? 0
                implicitHeight: Look.pick(76, 60)
                alignLeft: true
                text: WorkshopWords.letGoReason(modelData)
                onClicked: sheet.workshop.giveReason(modelData)
            }
        }
    }
}
