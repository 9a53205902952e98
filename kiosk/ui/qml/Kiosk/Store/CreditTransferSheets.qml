pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What comes up over the transfers: whether one was made, where the file is, and why nothing happened.
Item {
    id: over

    required property CreditTransfersViewModel transfers

    anchors.fill: parent

    Sheet {
        title: qsTr("Virement fait ?")
        open: over.transfers.askedName !== ""
        onCloseRequested: over.transfers.close()

        ColumnLayout {
            width: parent.width
            spacing: Look.pick(20, 12)

            KText {
                Layout.fillWidth: true
                text: qsTr("%1 à %2").arg(over.transfers.askedAmount).arg(over.transfers.askedName)
                size: Fonts.heading
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Votre nom et l’heure sont notés ; cela ne se dit qu’une fois.")
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            Button {
                Layout.alignment: Qt.AlignRight
                Layout.preferredWidth: Sizes.offerWidth
                role: Button.Role.Primary
                focus: true
                text: qsTr("Noter comme payé")
                onClicked: over.transfers.confirmPaid()
            }
        }
    }

    Sheet {
        title: qsTr("Fichier prêt")
        open: over.transfers.fileName !== ""
        onCloseRequested: over.transfers.close()

        ColumnLayout {
            width: parent.width
            spacing: Look.pick(20, 12)

            KText {
                Layout.fillWidth: true
                text: over.transfers.fileName
                size: Fonts.bodyPlus
                weight: Fonts.semibold
                wrapMode: Text.WrapAnywhere
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Dossier : %1").arg(over.transfers.fileFolder)
                color: Colors.ink2
                wrapMode: Text.WrapAnywhere
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Il contient des comptes bancaires entiers : portez-le à la banque, puis effacez-le. Ces virements ne seront dans aucun autre fichier.")
                wrapMode: Text.WordWrap
            }

            Button {
                Layout.alignment: Qt.AlignRight
                Layout.preferredWidth: Sizes.offerWidth
                role: Button.Role.Primary
                focus: true
                text: qsTr("Terminé")
                onClicked: over.transfers.close()
            }
        }
    }

    Notice {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Look.pick(32, 16)
        width: parent.width * 0.6
        visible: shown
        shown: over.transfers.noticeShown
        tone: over.transfers.noticeTone
        iconName: over.transfers.noticeIcon
        title: over.transfers.noticeTitle
        detail: over.transfers.noticeDetail
        onCloseRequested: over.transfers.closeNotice()
        onExpired: over.transfers.closeNotice()
    }
}
