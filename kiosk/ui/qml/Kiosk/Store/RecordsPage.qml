import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Registers and exports: what was closed at the left; at the right a period, a kind of file, and the file itself.
FocusScope {
    id: page

    required property StoreViewModel store
    required property RecordsViewModel records

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
            title: qsTr("Registres et exports")
            detail: Look.small ? "" : qsTr("%n clôture(s)", "", page.records.closingCount)

            Button {
                Layout.preferredHeight: Look.pick(56, 56)
                visible: page.store.maySeeCreditTransfers
                iconName: "banknote"
                text: Look.large ? qsTr("Virements") : ""
                spoken: qsTr("Virements aux vendeurs")
                onClicked: page.store.showCreditTransfers()
            }

            Button {
                Layout.preferredHeight: Look.pick(56, 56)
                visible: page.store.mayReadRegister
                iconName: "book-open"
                text: Look.small ? "" : qsTr("Livre de police")
                spoken: qsTr("Livre de police")
                onClicked: page.store.showPolice()
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Sizes.columnGap

            ClosingList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                records: page.records
            }

            ExportPanel {
                Layout.fillWidth: false
                Layout.preferredWidth: Look.pick3(600, 440, 392)
                Layout.fillHeight: true
                records: page.records
            }
        }
    }

    Notice {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Look.pick(32, 16)
        width: page.width - Look.pick3(600, 440, 392) - 2 * Look.pick(32, 16) - Sizes.columnGap
        visible: shown
        shown: page.records.noticeShown
        tone: page.records.noticeTone
        iconName: page.records.noticeIcon
        title: page.records.noticeTitle
        detail: page.records.noticeDetail
        onCloseRequested: page.records.closeNotice()
        onExpired: page.records.closeNotice()
    }

    ExportResult {
        records: page.records
    }

    CheckResult {
        records: page.records
    }

    Timer {
        interval: Motion.lookForDrives
        running: page.visible && page.records.hasKinds
        repeat: true
        onTriggered: page.records.lookForDrives()
    }
}
