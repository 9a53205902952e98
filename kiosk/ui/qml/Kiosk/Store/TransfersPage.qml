pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Parcels between the shops at the left; at the right the one on show, or the one being packed. Every unit moves by a scan.
FocusScope {
    id: page

    required property StoreViewModel store
    required property TransfersViewModel transfers

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(32, 16)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Sizes.cardGap

        StoreHead {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(10, 2)
            store: page.store
            title: qsTr("Transferts")
            detail: Look.large ? qsTr("Entre les magasins de la société") : ""
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Sizes.cardGap

            Card {
                Layout.fillHeight: true
                Layout.preferredWidth: Look.pick3(620, 460, 360)
                Layout.maximumWidth: Look.pick3(620, 460, 360)
                padding: 0

                ListView {
                    id: list

                    anchors.fill: parent
                    anchors.margins: Sizes.hair
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: page.transfers.parcels
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Colis")

                    delegate: TableRow {
                        required property string parcelId
                        required property string shopName
                        required property string day
                        required property bool arriving
                        required property int waiting
                        required property int count
                        required property bool isOpen

                        width: list.width
                        chosen: isOpen
                        cells: [
                            {
                                "text": (arriving ? qsTr("De %1") : qsTr("À %1")).arg(shopName),
                                "strong": true
                            },
                            {
                                "text": Look.small ? "" : day,
                                "width": Look.pick3(130, 110, 1)
                            },
                            {
                                "text": waiting > 0 ? qsTr("%1 à scanner").arg(waiting) : qsTr("%n appareil(s)", "", count),
                                "width": Look.pick(130, 104),
                                "right": true,
                                "tone": waiting > 0 ? "wait" : ""
                            }
                        ]
                        onClicked: page.transfers.open(parcelId)
                    }

                    EmptyState {
                        anchors.centerIn: parent
                        width: list.width - 2 * Sizes.s24
                        visible: list.count === 0
                        iconName: "package"
                        title: qsTr("Aucun colis")
                        detail: page.transfers.noShops ? qsTr("Le central n’a pas encore nommé d’autre magasin de la société.") : qsTr("Un colis annoncé par un autre magasin apparaît ici.")
                    }
                }
            }

            ParcelPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                transfers: page.transfers
            }
        }

        Notice {
            Layout.fillWidth: true
            visible: page.transfers.noticeShown
            shown: page.transfers.noticeShown
            tone: page.transfers.noticeTone
            iconName: page.transfers.noticeIcon
            title: page.transfers.noticeTitle
            detail: page.transfers.noticeDetail
            onCloseRequested: page.transfers.closeNotice()
            onExpired: page.transfers.closeNotice()
        }

        ActionBar {
            Layout.fillWidth: true
            Layout.fillHeight: false
            backVisible: page.transfers.packing || page.transfers.number !== ""
            backText: qsTr("Fermer")
            nextText: page.transfers.packing ? qsTr("Envoyer à %1").arg(page.transfers.toName) : qsTr("Préparer un colis")
            nextFact: page.transfers.packing ? qsTr("%n appareil(s)", "", page.transfers.count) : ""
            nextEnabled: page.transfers.allowed && (page.transfers.packing ? page.transfers.canSend : !page.transfers.noShops)
            nextWidth: Look.pick(520, 360)
            onBackRequested: page.transfers.giveUp()
            onNextRequested: page.transfers.packing ? page.transfers.send() : page.transfers.pack()

            Button {
                Layout.fillHeight: true
                visible: page.transfers.number !== ""
                iconName: "printer"
                text: qsTr("Bon de transfert")
                onClicked: page.transfers.printSlip()
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }

    Sheet {
        title: qsTr("Pourquoi le refuser ?")
        open: page.transfers.refusing
        onCloseRequested: page.transfers.giveReason("")

        Column {
            width: parent.width
            spacing: Sizes.tileGap

            Repeater {
                model: ["damaged", "wrong_device", "not_ordered"]

                Button {
                    required property string modelData

                    width: parent?.width ?? 0
                    implicitHeight: Look.pick(76, 60)
                    alignLeft: true
                    text: modelData === "damaged" ? qsTr("Abîmé dans le transport") : modelData === "wrong_device" ? qsTr("Ce n’est pas l’appareil annoncé") : qsTr("Pas demandé")
                    onClicked: page.transfers.giveReason(modelData)
                }
            }
        }
    }
}
