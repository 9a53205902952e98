import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// Why nothing happened, beside the ticket on show or in its place.
Notice {
    id: notice

    required property TicketsViewModel tickets

    visible: notice.tickets.noticeShown
    shown: notice.tickets.noticeShown
    tone: notice.tickets.noticeTone
    iconName: notice.tickets.noticeIcon
    title: notice.tickets.noticeTitle
    detail: notice.tickets.noticeDetail
    onCloseRequested: notice.tickets.closeNotice()
    onExpired: notice.tickets.closeNotice()
}
