pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Diagnostic
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
            page.tickets.elsewhere.isOpen ? page.tickets.elsewhere.take() : page.tickets.giveBack();
        else if (event.key === Qt.Key_F3)
            page.tickets.askOthers();
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

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                spacing: Sizes.tileGap

                Button {
                    Layout.preferredHeight: Sizes.primary
                    iconName: "arrow-left"
                    text: Look.large ? qsTr("Retour à la vente") : qsTr("Retour")
                    spoken: qsTr("Retour à la vente")
                    onClicked: page.tickets.leave()
                }

                Button {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Sizes.primary
                    iconName: "search"
                    enabled: page.tickets.query !== "" && !page.tickets.elsewhere.looking
                    text: page.tickets.elsewhere.looking ? qsTr("Recherche…") : qsTr("Autres caisses")
                    spoken: qsTr("Chercher aux autres caisses")
                    onClicked: page.tickets.askOthers()
                }
            }
        }

        TicketDetail {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.tickets.isOpen && !page.tickets.elsewhere.isOpen
            tickets: page.tickets
        }

        ElsewherePanel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.tickets.elsewhere.isOpen
            tickets: page.tickets
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.tickets.isOpen && !page.tickets.elsewhere.isOpen

            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Sizes.s24
                title: qsTr("Scannez le ticket ou l’appareil")
                detail: qsTr("Le ticket s’ouvre avec ses garanties et ce qui peut encore être rendu. Sans ticket : la fin de l’IMEI ou les 4 derniers chiffres de la carte.")
            }

            TicketsNotice {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                tickets: page.tickets
            }
        }
    }
    RepairSheet {
        repair: page.tickets.repair
    }

    Loader {
        anchors.fill: parent
        active: page.tickets.repair.passport.open
        sourceComponent: PassportSheet {
            passport: page.tickets.repair.passport
        }
    }
}
