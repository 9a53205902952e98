import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Who the invoice is for, filled in as far as the customer's file knows.
GridLayout {
    id: form

    required property InvoiceViewModel invoice

    function issue(): void {
        form.invoice.issue(company.text, siren.text, vat.text, street.text, town.text);
    }

    function begin(): void {
        company.text = form.invoice.knownName;
        siren.text = form.invoice.knownSiren;
        vat.text = form.invoice.knownVat;
        street.text = form.invoice.knownStreet;
        town.text = form.invoice.knownTown;
        company.forceActiveFocus();
    }

    columns: 2
    uniformCellWidths: true
    columnSpacing: Sizes.s16
    rowSpacing: Look.pick(16, 8)

    Field {
        id: company

        Layout.fillWidth: true
        Layout.columnSpan: 2
        fieldHeight: Sizes.controlInRow
        label: qsTr("Raison sociale")
        fault: form.invoice.wrong === "name" ? qsTr("À compléter") : ""
    }

    Field {
        id: siren

        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        fieldHeight: Sizes.controlInRow
        label: qsTr("SIREN ou SIRET")
        inputMethodHints: Qt.ImhDigitsOnly
        fault: form.invoice.wrong === "siren" ? qsTr("9 ou 14 chiffres, à relire") : ""
    }

    Field {
        id: vat

        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        fieldHeight: Sizes.controlInRow
        label: qsTr("N° de TVA")
        placeholder: qsTr("déduit du SIREN")
        fault: form.invoice.wrong === "vat_number" ? qsTr("Pas celui de ce SIREN") : ""
    }

    Field {
        id: street

        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        fieldHeight: Sizes.controlInRow
        label: qsTr("Rue et numéro")
        fault: form.invoice.wrong === "address" ? qsTr("À compléter") : ""
    }

    Field {
        id: town

        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        fieldHeight: Sizes.controlInRow
        label: qsTr("Code postal et ville")
        fault: form.invoice.wrong === "address" ? qsTr("À compléter") : ""
        onAccepted: form.issue()
    }
}
