pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Closing the day, one question per page: count the drawer blind, look at what is about to be frozen, the numbered Z.
FocusScope {
    id: page

    required property ClosingViewModel closing

    focus: true
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(24, 12)
        anchors.topMargin: Look.pick(10, 2)
        anchors.bottomMargin: Sizes.actionBarBottom
        spacing: Sizes.cardGap

        KText {
            text: qsTr("Clore la journée")
            size: Fonts.title
            weight: Fonts.bold
        }

        RowLayout {
            spacing: Sizes.tileGap

            Repeater {
                model: [qsTr("Compter le tiroir"), qsTr("Vérifier"), qsTr("Clôture Z")]

                StatusChip {
                    required property int index
                    required property string modelData

                    text: (index + 1) + ". " + modelData
                    tone: page.closing.asksGap ? "" : index === page.closing.step ? "inverse" : index < page.closing.step ? "ok" : ""
                    iconName: !page.closing.asksGap && index < page.closing.step ? "check" : ""
                }
            }
        }

        StackLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            currentIndex: page.closing.step

            ClosingCount {
                focus: page.closing.counting
                closing: page.closing
            }

            ClosingCheck {
                closing: page.closing
            }

            ClosingDone {
                closing: page.closing
            }

            ClosingGap {
                closing: page.closing
            }
        }

        Notice {
            Layout.fillWidth: true
            visible: page.closing.noticeShown
            shown: page.closing.noticeShown
            tone: page.closing.noticeTone
            title: page.closing.noticeTitle
            detail: page.closing.noticeDetail
            onCloseRequested: page.closing.closeNotice()
            onExpired: page.closing.closeNotice()
        }

        ActionBar {
            Layout.fillWidth: true
            backText: qsTr("Retour au tableau")
            backWidth: Look.pick(300, 220)
            backVisible: !page.closing.closed
            nextText: page.closing.asksGap ? qsTr("L’heure est juste, continuer") : page.closing.counting ? qsTr("Valider le compte") : page.closing.checking ? (page.closing.busy ? qsTr("Clôture…") : qsTr("Clore et imprimer le Z")) : qsTr("Terminer")
            nextFact: page.closing.checking ? qsTr("définitif") : ""
            nextTrailingIcon: page.closing.closed ? "check" : "arrow-right"
            nextWidth: Sizes.paymentPad
            nextEnabled: page.closing.canGoOn
            onBackRequested: page.closing.back()
            onNextRequested: page.closing.goOn()
        }
    }
}
