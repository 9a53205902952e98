import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What the verifier found in an archive: all as it was, or the records that are not.
Sheet {
    id: sheet

    required property RecordsViewModel records

    title: sheet.records.sound ? qsTr("L’archive est intacte") : qsTr("L’archive n’est plus ce qu’elle était")
    open: sheet.records.checked
    takesScans: true
    sheetWidth: Look.pick3(880, 760, 700)
    onCloseRequested: sheet.records.closeResult()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s12

            Icon {
                name: sheet.records.sound ? "shield-check" : "triangle-alert"
                size: Sizes.icon
                color: sheet.records.sound ? Colors.ok : Colors.bad
            }

            KText {
                Layout.fillWidth: true
                text: sheet.records.sound ? qsTr("%1 enregistrements : numéros, chaînes, signatures et totaux sont ceux de cette caisse.").arg(sheet.records.records) : qsTr("Gardez ce fichier tel quel et appelez l’assistance. Ce qui ne correspond plus :")
                size: Fonts.bodyPlus
                wrapMode: Text.WordWrap
            }
        }

        KText {
            Layout.fillWidth: true
            visible: !sheet.records.sound
            text: sheet.records.faults
            size: Fonts.body
            wrapMode: Text.Wrap
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Dossier : %1").arg(sheet.records.madeFolder)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WrapAnywhere
        }

        Button {
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: Sizes.offerWidth
            role: Button.Role.Primary
            text: qsTr("Terminé")
            focus: true
            onClicked: sheet.records.closeResult()
        }
    }
}
