import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The question before a customer is erased: what goes for good, and what the law wants kept.
ColumnLayout {
    id: question

    required property CustomersViewModel customers

    spacing: Look.pick(20, 12)

    Banner {
        Layout.fillWidth: true
        iconName: "eraser"
        tone: "bad"
        title: qsTr("Effacés pour toujours")
        detail: qsTr("Nom, société, téléphone, e-mail, adresse, accord pour les offres, et les adresses où ses tickets ont été envoyés.")
    }

    Banner {
        Layout.fillWidth: true
        iconName: "lock"
        tone: ""
        title: qsTr("Gardés, car la loi l’exige")
        detail: qsTr("Ses tickets, avec les notes et factures qui portent son nom ; le livre de police des appareils qu’il a vendus au magasin, dix ans.")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Sizes.destructiveAir

        Button {
            role: Button.Role.Destructive
            iconName: "trash-2"
            text: qsTr("Effacer la fiche")
            spoken: qsTr("Effacer la fiche pour toujours")
            onClicked: question.customers.erase()
        }

        Button {
            Layout.fillWidth: true
            text: qsTr("Garder la fiche")
            onClicked: question.customers.back()
        }
    }
}
