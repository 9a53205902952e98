import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Where the shell's notices come up: above the action bar, so that they never cover what comes next.
Notice {
    id: notice

    required property AppViewModel app

    x: Math.round((parent.width - width) / 2)
    y: Math.round(parent.height - height - Sizes.actionBar - Sizes.actionBarBottom - Sizes.s12)
    width: Math.min(parent.width - 2 * Sizes.s24, Look.pick(960, 720))
    shown: notice.app.noticeShown
    title: notice.app.noticeTitle
    detail: notice.app.noticeDetail
    tone: notice.app.noticeTone
    onExpired: notice.app.dismissNotice()
    onCloseRequested: notice.app.dismissNotice()
}
