import QtQuick
import Kiosk.Style

// A banner that comes, stays 6 s (or until touched, if it has an action) and goes. It never stops the work under it.
Banner {
    id: notice

    objectName: "notice"

    property bool shown: false
    property bool stays: notice.action !== ""

    signal expired

    closable: true
    visible: notice.opacity > 0
    opacity: notice.shown ? 1 : 0
    enabled: notice.shown
    border.width: Sizes.hair
    border.color: Colors.line

    Behavior on opacity {
        NumberAnimation {
            duration: notice.shown ? Motion.noticeIn : Motion.noticeOut
            easing.type: Easing.OutCubic
        }
    }

    Timer {
        running: notice.shown && !notice.stays
        interval: Motion.noticeStays
        onTriggered: notice.expired()
    }
}
