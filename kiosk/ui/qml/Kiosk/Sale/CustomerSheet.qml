pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Who the basket is for: found by any part of a name or number, or written down with as little as they want to say.
Sheet {
    id: sheet

    required property PromisesViewModel promises

    title: sheet.promises.creating ? qsTr("Nouveau client") : qsTr("Client")
    open: sheet.promises.sheet === "customer"
    sheetWidth: Look.pick(840, 720)
    onCloseRequested: sheet.promises.close()
    onOpenChanged: {
        if (sheet.open)
            search.forceActiveFocus();
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(16, 10)

        Field {
            id: search

            Layout.fillWidth: true
            visible: !sheet.promises.creating
            iconName: "search"
            placeholder: qsTr("Nom, société, téléphone ou e-mail")
            onEdited: sheet.promises.search(search.text)
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: !sheet.promises.creating
            spacing: 0

            Repeater {
                model: sheet.promises.customers

                ListRow {
                    required property string customerId
                    required property string label
                    required property string detail
                    required property int index

                    Layout.fillWidth: true
                    visible: index < Look.pick(6, 4)
                    title: label
                    subtitle: detail
                    iconName: "user"
                    chevron: true
                    onClicked: sheet.promises.choose(customerId)
                }
            }

            KText {
                Layout.fillWidth: true
                Layout.topMargin: Sizes.s16
                Layout.bottomMargin: Sizes.s16
                visible: sheet.promises.foundNone
                text: qsTr("Personne de ce nom. Créez la fiche avec le minimum.")
                size: Fonts.body
                color: Colors.ink2
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.WordWrap
            }
        }

        CustomerForm {
            id: form

            Layout.fillWidth: true
            visible: sheet.promises.creating
            promises: sheet.promises
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.promises.fault !== ""
            text: sheet.promises.fault
            size: Fonts.body
            color: Colors.bad
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.tileGap

            Button {
                visible: sheet.promises.hasCustomer && !sheet.promises.creating
                iconName: "x"
                text: qsTr("Retirer du panier")
                onClicked: sheet.promises.nobody()
            }

            Item {
                Layout.fillWidth: true
            }

            Button {
                role: Button.Role.Primary
                text: sheet.promises.creating ? qsTr("Enregistrer le client") : qsTr("Nouveau client")
                trailingIcon: sheet.promises.creating ? "check" : "plus"
                onClicked: sheet.promises.creating ? form.submit() : sheet.promises.create()
            }
        }
    }
}
