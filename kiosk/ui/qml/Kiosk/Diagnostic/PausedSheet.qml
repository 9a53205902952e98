import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The clock stands: why, for how long, and the one way on.
Sheet {
    id: sheet

    required property TradeInViewModel tradeIn

    title: qsTr("Diagnostic en pause")
    open: sheet.tradeIn.parts.clock.paused && !sheet.tradeIn.coach.up
    onCloseRequested: sheet.tradeIn.leave()

    Column {
        width: parent.width
        spacing: Sizes.s24

        KText {
            width: parent.width
            text: sheet.tradeIn.parts.clock.pauseReason
            size: Fonts.label
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        PauseTotals {
            width: parent.width
            visible: sheet.tradeIn.pausing.totalCount > 1
            totals: sheet.tradeIn.pausing.totals
        }

        KText {
            text: sheet.tradeIn.parts.clock.pausedFor === "" ? qsTr("Le temps est arrêté") : qsTr("%1 de pause").arg(sheet.tradeIn.parts.clock.pausedFor)
            size: Fonts.number
            weight: Fonts.bold
        }

        Button {
            width: parent.width
            role: Button.Role.Primary
            implicitHeight: Sizes.primarySheet
            iconName: "play"
            text: qsTr("Reprendre le diagnostic")
            onClicked: sheet.tradeIn.resume()
        }
    }
}
