pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Why the customer does not sell today: the offer is kept with it, for the day they come back.
Sheet {
    id: sheet

    required property TradeInViewModel tradeIn

    title: qsTr("Pourquoi le client refuse-t-il ?")
    onCloseRequested: sheet.open = false

    Column {
        width: parent.width
        spacing: Sizes.tileGap

        Repeater {
            model: ["thinks_about_it", "too_low", "keeps_it", "elsewhere", "other"]

            Button {
                required property string modelData

                width: parent?.width ?? 0
                implicitHeight: Look.pick(76, 60)
                iconName: "undo-2"
                alignLeft: true
                text: SellerWords.refusal(modelData)
                onClicked: {
                    sheet.open = false;
                    sheet.tradeIn.agreement.decline(modelData);
                }
            }
        }
    }
}
