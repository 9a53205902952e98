pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Offers that were refused in the last weeks: a tap takes one up again with the facts that were found then.
Sheet {
    id: sheet

    required property KeptOffersViewModel kept

    title: qsTr("Offres refusées")
    sheetWidth: Look.pick(920, 720)
    open: sheet.kept.open
    onCloseRequested: sheet.kept.close()

    Column {
        width: parent.width
        spacing: Sizes.s12

        KText {
            width: parent.width
            visible: sheet.kept.count === 0
            text: qsTr("Aucune offre refusée ces dernières semaines.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        ListView {
            width: parent.width
            height: Math.min(contentHeight, Look.pick(620, 400))
            model: sheet.kept.offers
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            delegate: ListRow {
                id: row

                required property string sessionId
                required property string number
                required property string model
                required property string storage
                required property string colour
                required property string price
                required property string until
                required property string reason
                required property bool expired
                required drawing

                width: ListView.view.width
                title: qsTr("%1 · %2").arg(DiagnosticWords.device(row.model, row.storage, row.colour)).arg(row.price)
                subtitle: qsTr("%1 · %2").arg(row.number).arg(SellerWords.refusal(row.reason))
                spoken: qsTr("Reprendre l’offre %1").arg(row.number)
                chevron: true
                onClicked: sheet.kept.takeUp(row.sessionId)

                StatusChip {
                    text: row.expired ? qsTr("expirée le %1").arg(row.until) : qsTr("jusqu’au %1").arg(row.until)
                    tone: row.expired ? "wait" : "ok"
                    iconName: row.expired ? "timer" : "circle-check"
                }
            }
        }
    }
}
