import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Make the file; of an archive that was made before, check it or take a copy of it away.
RowLayout {
    id: buttons

    required property RecordsViewModel records

    spacing: Sizes.tileGap

    Button {
        Layout.preferredHeight: Sizes.actionBar
        visible: buttons.records.action === "copy"
        enabled: buttons.records.canVerify
        iconName: "shield-check"
        text: qsTr("Vérifier")
        onClicked: buttons.records.verify()
    }

    Button {
        Layout.fillWidth: true
        Layout.preferredHeight: Sizes.actionBar
        visible: buttons.records.action !== "verify"
        objectName: "makeFile"
        role: Button.Role.Primary
        enabled: buttons.records.canMake
        text: buttons.records.action === "copy" ? qsTr("Copier l’archive") : qsTr("Créer le fichier")
        onClicked: buttons.records.make()
    }

    Button {
        Layout.fillWidth: true
        Layout.preferredHeight: Sizes.actionBar
        visible: buttons.records.action === "verify"
        role: Button.Role.Primary
        enabled: buttons.records.canVerify
        text: qsTr("Vérifier l’archive")
        onClicked: buttons.records.verify()
    }
}
