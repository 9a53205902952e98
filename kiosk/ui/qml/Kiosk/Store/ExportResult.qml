pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The files that were made: where they are, what they hold, and the fingerprint that the journal keeps of each.
Sheet {
    id: sheet

    required property RecordsViewModel records

    title: qsTr("%n fichier(s) prêt(s)", "", files.count)
    open: sheet.records.made
    takesScans: true
    sheetWidth: Look.pick3(880, 760, 700)
    onCloseRequested: sheet.records.closeResult()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        KText {
            Layout.fillWidth: true
            text: qsTr("Dossier : %1").arg(sheet.records.madeFolder)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WrapAnywhere
        }

        Repeater {
            id: files

            model: sheet.records.files

            ColumnLayout {
                id: file

                required property string name
                required property string size
                required property string sha256

                Layout.fillWidth: true
                spacing: Sizes.s4

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Sizes.s12

                    Icon {
                        name: "file-check"
                        size: Sizes.icon
                        color: Colors.ok
                    }

                    KText {
                        Layout.fillWidth: true
                        text: file.name
                        size: Fonts.bodyPlus
                        weight: Fonts.semibold
                        wrapMode: Text.WrapAnywhere
                    }

                    KText {
                        text: file.size
                        size: Fonts.body
                        color: Colors.ink2
                    }
                }

                KText {
                    Layout.fillWidth: true
                    text: qsTr("Empreinte SHA-256 : %1").arg(file.sha256)
                    size: Fonts.small
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }
            }
        }

        KText {
            Layout.fillWidth: true
            text: sheet.records.rowCount > 0 ? qsTr("%n ligne(s). L’export est noté dans le journal de la caisse.", "", sheet.records.rowCount) : qsTr("L’export est noté dans le journal de la caisse.")
            size: Fonts.body
            wrapMode: Text.WordWrap
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
