pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What sellers are owed by transfer: what waits is chosen for the next file, what is in a file is said to be paid. Accounts are shown by their end.
FocusScope {
    id: page

    required property StoreViewModel store
    required property CreditTransfersViewModel transfers
    readonly property real narrow: Look.pick3(170, 124, 112)
    readonly property real wide: Look.pick3(250, 176, 150)

    function column(name: string, width: real): var {
        return {
            "name": name,
            "key": name,
            "width": width,
            "right": name === qsTr("Montant")
        };
    }

    function stateText(row: var): string {
        if (row.payState === "waiting")
            return row.isChosen ? qsTr("Choisi") : qsTr("Pas cette fois");
        return row.payState === "paid" ? qsTr("Payé le %1").arg(row.paidOn) : qsTr("Fichier %1").arg(row.file);
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(32, 16)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Sizes.cardGap

        StoreHead {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(10, 2)
            Layout.minimumHeight: Sizes.target
            store: page.store
            title: qsTr("Virements aux vendeurs")
            detail: Look.small ? "" : qsTr("%n virement(s)", "", page.transfers.totalCount)
        }

        Banner {
            Layout.fillWidth: true
            visible: !page.transfers.hasAccount && page.transfers.totalCount > 0
            tone: "wait"
            title: qsTr("Le compte du magasin n’est pas connu")
            detail: qsTr("Le siège l’ajoute aux réglages du magasin ; d’ici là, seule la liste CSV est possible.")
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: 0

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Sizes.hair
                spacing: 0

                TableHeader {
                    Layout.fillWidth: true
                    columns: [page.column(qsTr("Titulaire"), 0), page.column(qsTr("IBAN"), page.narrow), page.column(qsTr("Contrat"), page.wide), page.column(qsTr("Appareil"), page.narrow), page.column(qsTr("Dû depuis"), page.narrow), page.column(qsTr("Situation"), page.wide), page.column(qsTr("Montant"), page.narrow)]
                }

                ListView {
                    id: table

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: page.transfers.rows
                    Accessible.role: Accessible.Table
                    Accessible.name: qsTr("Virements")

                    delegate: TableRow {
                        required property string transferId
                        required property string holder
                        required property string account
                        required property string number
                        required property string device
                        required property string day
                        required property string amount
                        required property string payState
                        required property bool isChosen
                        required property var model

                        width: table.width
                        chosen: isChosen
                        enabled: payState !== "paid"
                        cells: [
                            {
                                "text": holder,
                                "strong": true
                            },
                            {
                                "text": account,
                                "width": page.narrow
                            },
                            {
                                "text": number,
                                "width": page.wide
                            },
                            {
                                "text": device,
                                "width": page.narrow
                            },
                            {
                                "text": day,
                                "width": page.narrow
                            },
                            {
                                "text": page.stateText(model),
                                "width": page.wide,
                                "tone": payState === "paid" ? "ok" : payState === "waiting" ? "wait" : ""
                            },
                            {
                                "text": amount,
                                "width": page.narrow,
                                "right": true,
                                "strong": true
                            }
                        ]
                        onClicked: page.transfers.touch(transferId)
                    }

                    EmptyState {
                        anchors.centerIn: parent
                        width: table.width - 2 * Sizes.s40
                        visible: page.transfers.totalCount === 0
                        iconName: "banknote"
                        title: qsTr("Aucun virement")
                        detail: qsTr("Un rachat payé par virement arrive ici dès sa signature.")
                    }
                }
            }
        }

        ActionBar {
            Layout.fillWidth: true
            backText: qsTr("Retour")
            nextText: page.transfers.busy ? qsTr("Écriture en cours") : qsTr("Fichier pour la banque")
            nextFact: page.transfers.chosenCount > 0 ? qsTr("%n virement(s), %1", "", page.transfers.chosenCount).arg(page.transfers.chosenTotal) : ""
            nextEnabled: page.transfers.chosenCount > 0 && page.transfers.hasAccount && !page.transfers.busy
            onBackRequested: page.store.show(3)
            onNextRequested: page.transfers.make("xml")

            Button {
                Layout.fillHeight: true
                iconName: "list"
                text: qsTr("Liste CSV")
                enabled: page.transfers.chosenCount > 0 && !page.transfers.busy
                onClicked: page.transfers.make("csv")
            }

            Button {
                Layout.fillHeight: true
                visible: page.transfers.lastFile !== "" && page.transfers.hasAccount
                iconName: "rotate-ccw"
                text: Look.large ? qsTr("Réécrire %1").arg(page.transfers.lastFile) : qsTr("Réécrire")
                spoken: qsTr("Réécrire le dernier fichier")
                enabled: !page.transfers.busy
                onClicked: page.transfers.writeAgain()
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }

    CreditTransferSheets {
        transfers: page.transfers
    }
}
