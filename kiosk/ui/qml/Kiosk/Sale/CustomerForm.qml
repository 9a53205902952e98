import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The fields of a customer. None is needed beyond one to find them by; the yes to offers stands apart and is empty.
ColumnLayout {
    id: form

    required property PromisesViewModel promises

    function submit(): void {
        form.promises.noteCustomer(fullName.text, phone.text, email.text, company.text, siren.text, address.text, offers.checked);
    }

    function faultOf(name: string): string {
        return form.promises.faultField === name ? qsTr("À corriger") : "";
    }

    spacing: Look.pick(14, 8)
    onVisibleChanged: {
        [fullName, phone, email, company, siren, address].forEach(field => field.clear());
        offers.checked = false;
        if (form.visible)
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
            id: address

            Layout.fillWidth: true
            label: qsTr("Adresse")
            fault: form.faultOf("address")
            maximumLength: 200
        }
    }

    CheckRow {
        id: offers

        Layout.fillWidth: true
        text: qsTr("Le client accepte de recevoir des offres du magasin (à cocher seulement s’il le dit)")
    }
}
