import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The fields of a customer. None is needed beyond one to find them by; the yes to offers stands apart and is empty.
ColumnLayout {
    id: form

    required property CustomersViewModel customers

    function submit(): void {
        form.customers.save(fullName.text, phone.text, email.text, company.text, siren.text, vatNumber.text, address.text, offers.checked);
    }

    function fill(): void {
        fullName.text = form.customers.fullName;
        phone.text = form.customers.phone;
        email.text = form.customers.email;
        company.text = form.customers.company;
        siren.text = form.customers.siren;
        vatNumber.text = form.customers.vatNumber;
        address.text = form.customers.address;
        offers.checked = form.customers.wantsOffers;
    }

    function faultOf(name: string): string {
        return form.customers.faultField === name ? qsTr("À corriger") : "";
    }

    spacing: Look.pick(14, 8)
    onVisibleChanged: {
        if (!form.visible)
            return;
        form.fill();
        fullName.forceActiveFocus();
    }

    GridLayout {
        Layout.fillWidth: true
        columns: 2
        uniformCellWidths: true
        columnSpacing: Sizes.s16
        rowSpacing: Look.pick(14, 8)

        Field {
            id: fullName

            Layout.fillWidth: true
            label: qsTr("Nom")
            fault: form.faultOf("full_name")
            maximumLength: 200
        }

        Field {
            id: phone

            Layout.fillWidth: true
            label: qsTr("Téléphone")
            fault: form.faultOf("phone")
            inputMethodHints: Qt.ImhDialableCharactersOnly
            maximumLength: 40
        }

        Field {
            id: email

            Layout.fillWidth: true
            label: qsTr("E-mail")
            fault: form.faultOf("email")
            inputMethodHints: Qt.ImhEmailCharactersOnly
            maximumLength: 200
        }

        Field {
            id: company

            Layout.fillWidth: true
            label: qsTr("Société")
            fault: form.faultOf("company")
            maximumLength: 200
        }

        Field {
            id: siren

            Layout.fillWidth: true
            label: qsTr("SIREN")
            fault: form.faultOf("siren")
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 20
        }

        Field {
            id: vatNumber

            Layout.fillWidth: true
            label: qsTr("N° de TVA (société)")
            fault: form.faultOf("vat_number")
            inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
            maximumLength: 20
        }

        Field {
            id: address

            Layout.fillWidth: true
            Layout.columnSpan: 2
            label: qsTr("Adresse")
            fault: form.faultOf("address")
            maximumLength: 200
        }
    }

    CheckRow {
        id: offers

        Layout.fillWidth: true
        text: form.customers.consentText
    }

    KText {
        Layout.fillWidth: true
        text: form.customers.offersSince === "" ? qsTr("À cocher seulement si le client le dit.") : offers.checked ? qsTr("Oui depuis le %1. À décocher dès que le client le demande.").arg(form.customers.offersSince) : qsTr("À l’enregistrement, plus aucune offre ne lui est envoyée.")
        size: Fonts.small
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }
}
