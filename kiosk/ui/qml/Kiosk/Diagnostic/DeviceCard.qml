import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What is on the bench: drawing, name, the tail of its number, how it was read.
Card {
    id: card

    required property DeviceViewModel device

    padding: Look.pick(18, 12)
    implicitHeight: row.implicitHeight + 2 * card.padding

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Look.pick(18, 12)

        Thumb {
            implicitWidth: Look.pick3(88, 62, 52)
            implicitHeight: Look.pick3(104, 72, 60)
            drawing: card.device.drawing
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: DiagnosticWords.device(card.device.model, card.device.storage, card.device.colour)
                size: Fonts.bodyPlus
                weight: Fonts.semibold
                wrapMode: Text.WordWrap
            }

            KText {
                visible: card.device.identifierTail !== ""
                text: DiagnosticWords.identifier(card.device.byImei, card.device.identifierTail)
                size: Look.pick(18, 16)
                color: Colors.ink2
            }

            Row {
                spacing: Sizes.s8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: card.device.system !== "" || card.device.readBy === "cable" ? "plug-zap" : card.device.readBy === "report" ? "usb" : card.device.readBy === "typed" ? "keyboard" : "scan-barcode"
                    size: Sizes.iconChip
                    color: Colors.ink2
                }

                KText {
                    text: card.device.system === "" ? DiagnosticWords.readBy(card.device.readBy) : Look.small ? card.device.system : qsTr("%1 · lu par câble").arg(card.device.system)
                    size: Fonts.small
                    color: Colors.ink2
                }
            }
        }
    }
}
