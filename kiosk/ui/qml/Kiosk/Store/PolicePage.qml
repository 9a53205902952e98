import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The police register: closed until somebody says what for, then read-only lines, a search, and files to hand over.
FocusScope {
    id: page

    required property StoreViewModel store
    required property PoliceViewModel police

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(32, 16)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Sizes.cardGap

        StoreHead {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(10, 2)
            Layout.minimumHeight: Sizes.target
            store: page.store
            title: qsTr("Livre de police")
            detail: !Look.large ? "" : page.police.declaration !== "" ? qsTr("Déclaration : %1").arg(page.police.declaration) : qsTr("Déclaration en préfecture à renseigner")
        }

        PoliceDoor {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.police.opened
            police: page.police
        }

        PoliceTable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.police.opened
            police: page.police
        }
    }

    Notice {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Look.pick(32, 16)
        width: page.width * 0.6
        visible: shown
        shown: page.police.noticeShown
        tone: page.police.noticeTone
        iconName: page.police.noticeIcon
        title: page.police.noticeTitle
        detail: page.police.noticeDetail
        onCloseRequested: page.police.closeNotice()
        onExpired: page.police.closeNotice()
    }

    PoliceLineSheet {
        police: page.police
    }

    PoliceFileSheet {
        police: page.police
    }

    Timer {
        interval: Motion.lookForDrives
        running: page.visible && page.police.opened
        repeat: true
        onTriggered: page.police.lookForDrives()
    }
}
