import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Who the basket is for: found by any part of a name or number, or written down with as little as they want to say; corrected, or erased.
Sheet {
    id: sheet

    required property CustomersViewModel customers

    title: sheet.customers.step === "erase" ? qsTr("Effacer %1 ?").arg(sheet.customers.label) : sheet.customers.step !== "form" ? qsTr("Client") : sheet.customers.isNew ? qsTr("Nouveau client") : sheet.customers.label
    open: sheet.customers.step !== ""
    sheetWidth: Look.pick(880, 720)
    onCloseRequested: sheet.customers.step === "find" ? sheet.customers.close() : sheet.customers.back()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(16, 10)

        CustomerSearch {
            Layout.fillWidth: true
            visible: sheet.customers.step === "find"
            customers: sheet.customers
        }

        CustomerForm {
            id: form

            Layout.fillWidth: true
            visible: sheet.customers.step === "form"
            customers: sheet.customers
        }

        CustomerErasure {
            Layout.fillWidth: true
            visible: sheet.customers.step === "erase"
            customers: sheet.customers
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.customers.fault !== ""
            text: sheet.customers.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            visible: sheet.customers.step !== "erase"
            spacing: Sizes.destructiveAir

            Button {
                visible: sheet.customers.step === "form" && !sheet.customers.isNew
                role: Button.Role.Destructive
                iconName: "trash-2"
                text: qsTr("Effacer la fiche")
                onClicked: sheet.customers.askToErase()
            }

            Button {
                visible: sheet.customers.hasCustomer && sheet.customers.step === "find"
                iconName: "x"
                text: qsTr("Retirer du panier")
                onClicked: sheet.customers.nobody()
            }

            Item {
                Layout.fillWidth: true
            }

            Button {
                readonly property bool writing: sheet.customers.step === "form"

                role: Button.Role.Primary
                text: !writing ? qsTr("Nouveau client") : sheet.customers.isNew ? qsTr("Enregistrer le client") : qsTr("Enregistrer")
                trailingIcon: writing ? "check" : "plus"
                onClicked: writing ? form.submit() : sheet.customers.create()
            }
        }
    }
}
