import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// How the receipt reaches the customer, what asks for the least first. What has left is ticked; no receipt at all begins the next sale.
GridLayout {
    id: choice

    required property DoneViewModel done
    readonly property ReceiptViewModel receipt: choice.done.receipt
    readonly property bool printsOriginal: choice.done.paperNone && !choice.receipt.handedOver

    columns: 2
    columnSpacing: Look.pick(16, 8)
    rowSpacing: Look.pick(16, 8)
    uniformCellWidths: true

    TenderTile {
        Layout.fillWidth: true
        objectName: "receiptQr"
        iconName: "qr-code"
        text: qsTr("QR code")
        fact: !choice.receipt.canShow ? qsTr("pas sur cette caisse") : choice.receipt.wasShown ? qsTr("montré au client") : Look.large ? qsTr("à scanner avec son téléphone") : ""
        chosen: choice.receipt.wasShown
        enabled: choice.receipt.canShow && !choice.receipt.busy
        onClicked: choice.receipt.showQr()
    }

    TenderTile {
        Layout.fillWidth: true
        objectName: "receiptPrint"
        iconName: "printer"
        text: choice.printsOriginal ? qsTr("Imprimer") : qsTr("Duplicata")
        fact: choice.printsOriginal ? (Look.large ? qsTr("ticket de caisse") : "") : qsTr("une copie numérotée")
        enabled: choice.done.canReprint && !choice.done.busy
        onClicked: choice.done.reprint()
    }

    TenderTile {
        Layout.fillWidth: true
        objectName: "receiptMail"
        iconName: "mail"
        text: qsTr("E-mail")
        fact: !choice.receipt.canMail ? qsTr("pas sur cette caisse") : choice.receipt.mailState === "sent" ? qsTr("envoyé") : choice.receipt.mailState === "failed" ? qsTr("pas parti") : choice.receipt.mailState !== "" ? qsTr("part dès que possible") : Look.large ? qsTr("adresse oubliée après l’envoi") : ""
        chosen: choice.receipt.mailState === "sent" || choice.receipt.mailState === "queued"
        enabled: choice.receipt.canMail && !choice.receipt.busy
        onClicked: choice.receipt.askEmail()
    }

    TenderTile {
        Layout.fillWidth: true
        objectName: "receiptNone"
        iconName: "x"
        text: qsTr("Sans ticket")
        fact: choice.receipt.asked ? (Look.large ? qsTr("rien n’est imprimé") : "") : qsTr("la loi en veut un")
        enabled: choice.receipt.asked
        onClicked: choice.done.startNext()
    }
}
