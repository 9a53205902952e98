import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The company that wants an invoice in its name; once issued, how it leaves.
Sheet {
    id: sheet

    required property InvoiceViewModel invoice
    readonly property bool issued: sheet.invoice.number !== ""

    function begin(): void {
        if (!sheet.open)
            return;
        if (sheet.issued)
            roads.begin();
        else
            form.begin();
    }

    title: !sheet.issued ? qsTr("Facture pour une entreprise") : (sheet.invoice.credit ? qsTr("Avoir %1") : qsTr("Facture %1")).arg(sheet.invoice.number)
    open: sheet.invoice.open
    sheetWidth: Look.pick(820, 640)
    onCloseRequested: sheet.invoice.close()
    onOpenChanged: sheet.begin()
    onIssuedChanged: sheet.begin()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(16, 10)

        InvoiceForm {
            id: form

            Layout.fillWidth: true
            visible: !sheet.issued
            invoice: sheet.invoice
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.issued
            text: sheet.invoice.ready ? qsTr("Établie pour %1. Le fichier Factur-X est enregistré dans les documents de la caisse.").arg(sheet.invoice.company) : qsTr("Établie pour %1. Le fichier Factur-X se prépare.").arg(sheet.invoice.company)
            size: Fonts.bodyPlus
            wrapMode: Text.WordWrap
        }

        InvoiceRoads {
            id: roads

            Layout.fillWidth: true
            visible: sheet.issued
            invoice: sheet.invoice
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.invoice.fault !== "" && sheet.invoice.wrong !== "email"
            text: sheet.invoice.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.control
            role: Button.Role.Primary
            text: sheet.issued ? qsTr("Fermer") : qsTr("Établir la facture")
            enabled: !sheet.invoice.busy
            onClicked: sheet.issued ? sheet.invoice.close() : form.issue()
        }
    }
}
