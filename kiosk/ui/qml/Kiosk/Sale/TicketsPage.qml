import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Finding a ticket at the left; at the right what it sold, its guarantee, and what of it comes back.
FocusScope {
    id: page

    required property TicketsViewModel tickets

    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2)
            search.forceActiveFocus();
        else if (event.key === Qt.Key_F4)
            page.tickets.repair.ask();
        else if (event.key === Qt.Key_F12)
            page.tickets.giveBack();
        else if (event.key === Qt.Key_Escape)
            page.tickets.leave();
        else
            return;
        event.accepted = true;
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(24, 12)
        anchors.topMargin: Look.pick(16, 8)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Look.pick(32, 14)

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: false
            Layout.preferredWidth: Look.pick3(640, 460, 348)
            Layout.maximumWidth: Look.pick3(640, 460, 348)
            spacing: Look.pick(20, 10)

            SearchBar {
                id: search

                Layout.fillWidth: true
                placeholder: Look.large ? qsTr("Numéro, IMEI, carte, 22/11") : Look.medium ? qsTr("N°, IMEI, fin de carte") : qsTr("N°, IMEI, carte")
                spoken: qsTr("Chercher un ticket")
                query: page.tickets.query
                onTyped: text => page.tickets.search(text)
                onCleared: page.tickets.search("")
                onChosen: page.tickets.openFirst()
            }

            TicketList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                tickets: page.tickets
            }

            Button {
                Layout.fillWidth: false
                Layout.preferredHeight: Sizes.primary
                iconName: "arrow-left"
                text: qsTr("Retour à la vente")
                onClicked: page.tickets.leave()
            }
        }

        TicketDetail {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.tickets.isOpen
            tickets: page.tickets
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.tickets.isOpen

            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Sizes.s24
                title: qsTr("Scannez le ticket ou l’appareil")
                detail: qsTr("Le ticket s’ouvre avec ses garanties et ce qui peut encore être rendu. Sans ticket : la fin de l’IMEI ou les 4 derniers chiffres de la carte.")
            }
        }
    }
    RepairSheet {
        repair: page.tickets.repair
    }
}
