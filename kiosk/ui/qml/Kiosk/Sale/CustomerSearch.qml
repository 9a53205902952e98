pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The customers who were found: a touch names the basket's, the pencil opens what is kept of them.
ColumnLayout {
    id: list

    required property CustomersViewModel customers

    spacing: Look.pick(16, 10)
    onVisibleChanged: {
        if (list.visible)
            search.forceActiveFocus();
        else
            search.clear();
    }

    Field {
        id: search

        Layout.fillWidth: true
        iconName: "search"
        placeholder: qsTr("Nom, société, téléphone ou e-mail")
        onEdited: list.customers.search(search.text)
    }

    Banner {
        Layout.fillWidth: true
        visible: list.customers.erased !== ""
        tone: "ok"
        iconName: "circle-check"
        title: qsTr("La fiche de %1 est effacée").arg(list.customers.erased)
        detail: qsTr("Ses tickets et ses factures restent, comme la loi le veut.")
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Repeater {
            model: list.customers.customers

            RowLayout {
                id: row

                required property string customerId
                required property string label
                required property string detail
                required property string offersSince
                required property int index

                Layout.fillWidth: true
                visible: row.index < Look.pick(6, 4)
                spacing: Sizes.tileGap

                ListRow {
                    Layout.fillWidth: true
                    title: row.label
                    subtitle: [row.detail, row.offersSince === "" ? "" : qsTr("veut les offres")].filter(part => part !== "").join(" · ")
                    iconName: "user"
                    chevron: true
                    onClicked: list.customers.choose(row.customerId)
                }

                Button {
                    Layout.preferredWidth: Sizes.target
                    Layout.preferredHeight: Sizes.target
                    role: Button.Role.Quiet
                    iconName: "pencil"
                    spoken: qsTr("Fiche de %1").arg(row.label)
                    onClicked: list.customers.edit(row.customerId)
                }
            }
        }

        KText {
            Layout.fillWidth: true
            Layout.topMargin: Sizes.s16
            Layout.bottomMargin: Sizes.s16
            visible: list.customers.foundNone
            text: qsTr("Personne de ce nom. Créez la fiche avec le minimum.")
            size: Fonts.body
            color: Colors.ink2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
        }
    }
}
