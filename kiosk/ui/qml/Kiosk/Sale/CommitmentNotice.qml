import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// What was just done with a deposit, or why nothing was.
Notice {
    id: notice

    required property CommitmentsViewModel commitments
    readonly property bool refused: notice.commitments.noticeShown

    visible: shown
    shown: notice.refused || notice.commitments.told !== ""
    stays: !notice.refused
    closable: notice.refused
    tone: notice.refused ? notice.commitments.noticeTone : "ok"
    iconName: notice.refused ? notice.commitments.noticeIcon : "circle-check"
    title: notice.refused ? notice.commitments.noticeTitle : notice.commitments.told === "extended" ? qsTr("Réservation prolongée jusqu’au %1 inclus").arg(notice.commitments.toldValue) : notice.commitments.told === "released" ? qsTr("%1 est de nouveau en vente").arg(notice.commitments.toldName) : ""
    detail: notice.refused ? notice.commitments.noticeDetail : notice.commitments.told === "released" ? qsTr("L’avoir de %1 sort de l’imprimante : donnez-le au client.").arg(notice.commitments.toldValue) : ""
    onCloseRequested: notice.commitments.closeNotice()
    onExpired: notice.commitments.closeNotice()
}
