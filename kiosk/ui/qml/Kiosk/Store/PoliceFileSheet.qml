import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The file that was made, and where it is.
Sheet {
    id: sheet

    required property PoliceViewModel police

    title: qsTr("Fichier prêt")
    open: sheet.police.fileName !== ""
    onCloseRequested: sheet.police.closeFile()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        KText {
            Layout.fillWidth: true
            text: sheet.police.fileName
            size: Fonts.bodyPlus
            weight: Fonts.semibold
            wrapMode: Text.WrapAnywhere
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Dossier : %1").arg(sheet.police.fileFolder)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WrapAnywhere
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("L’export est noté avec votre nom et le motif. Le fichier contient des identités : remettez-le en main propre.")
            size: Fonts.body
            wrapMode: Text.WordWrap
        }

        Button {
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: Sizes.offerWidth
            role: Button.Role.Primary
            focus: true
            text: qsTr("Terminé")
            onClicked: sheet.police.closeFile()
        }
    }
}
