import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The receipt as a QR code, as large as the screen allows: the customer's phone opens, checks and keeps it. A scan starts the next sale.
Sheet {
    id: sheet

    required property DoneViewModel done
    readonly property ReceiptViewModel receipt: sheet.done.receipt

    title: qsTr("À scanner avec le téléphone du client")
    open: sheet.receipt.qrOpen
    takesScans: true
    sheetWidth: Look.pick(760, 560)
    onCloseRequested: sheet.receipt.close()
    Keys.onReturnPressed: sheet.done.startNext()
    Keys.onEnterPressed: sheet.done.startNext()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: Look.pick3(560, 420, 400)
            implicitHeight: implicitWidth
            radius: Sizes.radiusTile
            color: Colors.codePaper
            border.width: Sizes.hair
            border.color: Colors.line

            Image {
                anchors.centerIn: parent
                width: sourceSize.width * Math.max(1, Math.floor((parent.width - Sizes.s16) / Math.max(1, sourceSize.width)))
                height: width
                source: sheet.receipt.qrSource
                smooth: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code du ticket %1").arg(sheet.done.number)
            }
        }

        KText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: sheet.receipt.qrCopy === "" ? qsTr("Ticket n° %1 · %2").arg(sheet.done.number).arg(sheet.done.total) : qsTr("Ticket n° %1 · %2 · duplicata n° %3").arg(sheet.done.number).arg(sheet.done.total).arg(sheet.receipt.qrCopy)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            Button {
                Layout.preferredHeight: Sizes.control
                iconName: "printer"
                text: qsTr("Imprimer ce code")
                enabled: !sheet.receipt.busy
                onClicked: sheet.receipt.printQr()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.control
                role: Button.Role.Primary
                text: qsTr("Nouvelle vente")
                onClicked: sheet.done.startNext()
            }
        }
    }
}
