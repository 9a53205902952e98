import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Central's address and the one-time code.
ColumnLayout {
    id: form

    required property SetupViewModel setup

    spacing: Look.pick(28, 16)

    Field {
        id: address

        Layout.fillWidth: true
        label: qsTr("Adresse du central")
        placeholder: "https://central.exemple.fr"
        text: form.setup.address
        iconName: "globe"
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        onAccepted: code.forceActiveFocus()
    }

    Field {
        id: code

        Layout.fillWidth: true
        label: qsTr("Code d’installation")
        placeholder: "ABCD-EFGH"
        iconName: "key-round"
        inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        onAccepted: {
            if (bar.nextEnabled)
                form.setup.enrol(address.text, code.text);
        }
    }

    ActionBar {
        id: bar

        Layout.fillWidth: true
        Layout.topMargin: Sizes.s8
        backText: qsTr("Retour")
        nextText: qsTr("Installer la borne")
        nextEnabled: address.text !== "" && code.text !== ""
        onBackRequested: form.setup.back()
        onNextRequested: form.setup.enrol(address.text, code.text)
    }
}
