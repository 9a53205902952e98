pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// How an issued invoice leaves: by e-mail through central, and as a file on a drive or in the kiosk's folder.
ColumnLayout {
    id: roads

    required property InvoiceViewModel invoice
    readonly property string mailed: roads.invoice.mailState

    function begin(): void {
        address.text = roads.invoice.knownEmail;
        if (roads.invoice.canMail)
            address.forceActiveFocus();
    }

    spacing: Look.pick(16, 10)

    RowLayout {
        Layout.fillWidth: true
        visible: roads.invoice.canMail
        spacing: Sizes.s12

        Field {
            id: address

            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            fieldHeight: Sizes.controlInRow
            label: qsTr("Adresse e-mail de l’entreprise")
            iconName: "mail"
            inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
            maximumLength: 254
            fault: roads.invoice.wrong === "email" ? roads.invoice.fault : ""
            onAccepted: roads.invoice.mail(address.text)
        }

        Button {
            Layout.alignment: roads.invoice.wrong === "email" ? Qt.AlignVCenter : Qt.AlignBottom
            Layout.preferredHeight: Sizes.controlInRow
            text: qsTr("Envoyer")
            enabled: !roads.invoice.busy
            onClicked: roads.invoice.mail(address.text)
        }
    }

    KText {
        Layout.fillWidth: true
        visible: roads.invoice.canMail
        text: roads.mailed === "sent" ? qsTr("Envoyée. L’adresse est effacée.") : roads.mailed === "queued" ? qsTr("Part dès que possible à %1.").arg(roads.invoice.mailAddress) : roads.mailed === "failed" ? qsTr("Elle n’est pas partie : relisez l’adresse.") : qsTr("L’adresse sert à cette facture et elle est effacée dès qu’elle est partie.")
        size: Fonts.small
        color: roads.mailed === "failed" ? Colors.bad : Colors.ink2
        wrapMode: Text.WordWrap
    }

    Flow {
        Layout.fillWidth: true
        visible: roads.invoice.ready
        spacing: Sizes.s12

        Repeater {
            model: roads.invoice.places

            Button {
                required property string path
                required property string name

                height: Sizes.controlInRow
                iconName: name === "" ? "hard-drive" : "usb"
                text: name === "" ? qsTr("Enregistrer sur la borne") : qsTr("Enregistrer sur %1").arg(name)
                enabled: !roads.invoice.busy
                onClicked: roads.invoice.save(path)
            }
        }
    }

    KText {
        Layout.fillWidth: true
        visible: roads.invoice.savedAs !== ""
        text: qsTr("Enregistrée : %1").arg(roads.invoice.savedAs)
        size: Fonts.small
        color: Colors.ink2
        wrapMode: Text.WrapAnywhere
    }
}
