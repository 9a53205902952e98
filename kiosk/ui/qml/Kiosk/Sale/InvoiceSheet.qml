pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The company that wants an invoice in its name; once issued, its number and whether its file is ready.
Sheet {
    id: sheet

    required property InvoiceViewModel invoice
    readonly property bool issued: sheet.invoice.number !== ""

    function issue(): void {
        sheet.invoice.issue(company.text, siren.text, street.text, town.text);
    }

    title: sheet.issued ? qsTr("Facture %1").arg(sheet.invoice.number) : qsTr("Facture pour une entreprise")
    open: sheet.invoice.open
    sheetWidth: Look.pick(820, 640)
    onCloseRequested: sheet.invoice.close()
    onOpenChanged: {
        if (sheet.open && !sheet.issued) {
            for (const field of [company, siren, street, town])
                field.clear();
            company.forceActiveFocus();
        }
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(16, 10)

        GridLayout {
            Layout.fillWidth: true
            visible: !sheet.issued
            columns: 2
            columnSpacing: Sizes.s16
            rowSpacing: Look.pick(16, 8)

            Field {
                id: company

                Layout.fillWidth: true
                Layout.columnSpan: 2
                fieldHeight: Sizes.controlInRow
                label: qsTr("Raison sociale")
                fault: sheet.invoice.wrong === "name" ? qsTr("À compléter") : ""
            }

            Field {
                id: siren

                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                fieldHeight: Sizes.controlInRow
                label: qsTr("SIREN")
                inputMethodHints: Qt.ImhDigitsOnly
                fault: sheet.invoice.wrong === "siren" ? qsTr("9 chiffres, à relire") : ""
            }

            Field {
                id: town

                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                fieldHeight: Sizes.controlInRow
                label: qsTr("Code postal et ville")
                fault: sheet.invoice.wrong === "address" ? qsTr("À compléter") : ""
            }

            Field {
                id: street

                Layout.fillWidth: true
                Layout.columnSpan: 2
                fieldHeight: Sizes.controlInRow
                label: qsTr("Rue et numéro")
                onAccepted: sheet.issue()
            }
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.issued
            text: sheet.invoice.ready ? qsTr("Établie pour %1. Le fichier Factur-X est enregistré dans les documents de la caisse.").arg(sheet.invoice.company) : qsTr("Établie pour %1. Le fichier Factur-X se prépare.").arg(sheet.invoice.company)
            size: Fonts.bodyPlus
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: sheet.invoice.fault !== ""
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
            onClicked: sheet.issued ? sheet.invoice.close() : sheet.issue()
        }
    }
}
