import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What waits before the day is frozen: nothing of it is lost, and each line says what becomes of it.
Flow {
    id: waits

    required property ClosingViewModel closing

    spacing: Sizes.s8

    StatusChip {
        visible: waits.closing.waitingDays > 0
        tone: "wait"
        iconName: "clock"
        text: qsTr("%n jour(s) d’avant à clore aussi", "", waits.closing.waitingDays)
    }

    StatusChip {
        visible: waits.closing.unsettled > 0
        tone: "bad"
        iconName: "credit-card"
        text: qsTr("%n paiement(s) par carte sans réponse", "", waits.closing.unsettled)
    }

    StatusChip {
        visible: waits.closing.unsent > 0
        tone: "wait"
        iconName: "cloud-off"
        text: qsTr("%n ticket(s) pas encore envoyé(s)", "", waits.closing.unsent)
    }

    StatusChip {
        visible: waits.closing.parked > 0
        tone: ""
        iconName: "pause"
        text: qsTr("%n panier(s) en attente", "", waits.closing.parked)
    }
}
