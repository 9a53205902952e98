import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Devices kept for somebody and prices promised to somebody: the list at the left, at the right the one that is open and what can be done.
FocusScope {
    id: page

    required property CommitmentsViewModel commitments
    readonly property bool deposits: page.commitments.tab === 0

    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2)
            search.forceActiveFocus();
        else if (event.key === Qt.Key_F6)
            page.commitments.show(page.deposits ? 1 : 0);
        else if (event.key === Qt.Key_F12)
            page.commitments.take();
        else if (event.key === Qt.Key_Escape)
            page.commitments.leave();
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
            Layout.preferredWidth: Look.pick3(640, 480, 372)
            Layout.maximumWidth: Look.pick3(640, 480, 372)
            spacing: Look.pick(20, 10)

            SegmentTabs {
                Layout.fillWidth: true
                labels: [page.commitments.lateCount > 0 ? qsTr("Acomptes · %n échu(s)", "", page.commitments.lateCount) : qsTr("Acomptes"), qsTr("Devis")]
                current: page.commitments.tab
                onChosen: index => page.commitments.show(index)
            }

            SearchBar {
                id: search

                Layout.fillWidth: true
                placeholder: page.deposits ? (Look.large ? qsTr("Client, appareil ou fin d’IMEI") : qsTr("Client, fin d’IMEI")) : qsTr("N° de devis, client")
                spoken: page.deposits ? qsTr("Chercher un acompte") : qsTr("Chercher un devis")
                query: page.commitments.query
                onTyped: text => page.commitments.search(text)
                onCleared: page.commitments.search("")
                onChosen: page.commitments.openFirst()
            }

            CommitmentList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                commitments: page.commitments
            }

            Button {
                Layout.fillWidth: false
                Layout.preferredHeight: Sizes.primary
                iconName: "arrow-left"
                text: qsTr("Retour à la vente")
                onClicked: page.commitments.leave()
            }
        }

        CommitmentDetail {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: page.commitments.hasChosen
            commitments: page.commitments
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !page.commitments.hasChosen

            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                EmptyState {
                    anchors.centerIn: parent
                    width: parent.width - 2 * Sizes.s24
                    iconName: page.deposits ? "calendar-clock" : "file-text"
                    title: page.deposits ? qsTr("Touchez un acompte, ou scannez son papier") : qsTr("Touchez un devis, ou scannez-le")
                    detail: page.deposits ? qsTr("Il se vend, se prolonge, ou se libère : l’appareil revient en vente et le client est remboursé.") : qsTr("Il revient dans le panier, à ses prix tant qu’il est valable.")
                }
            }

            CommitmentNotice {
                Layout.fillWidth: true
                commitments: page.commitments
            }
        }
    }

    CommitmentRelease {
        commitments: page.commitments
    }
}
