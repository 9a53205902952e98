pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What is in a parcel: packed by scans, then received by scans; what is missing or refused is said here.
Card {
    id: panel

    required property TransfersViewModel transfers
    readonly property bool there: panel.transfers.packing || panel.transfers.number !== ""

    function word(state: string): string {
        switch (state) {
        case "packed":
            return qsTr("à envoyer");
        case "sent":
            return qsTr("en route");
        case "missing":
            return qsTr("manquant");
        case "refused":
            return qsTr("refusé");
        case "received":
            return qsTr("reçu");
        default:
            return qsTr("repris");
        }
    }

    function toneOf(state: string): string {
        return state === "received" || state === "taken_back" ? "ok" : state === "missing" || state === "refused" ? "bad" : state === "sent" ? "wait" : "";
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Sizes.s24
        visible: !panel.there
        iconName: "arrow-left-right"
        title: qsTr("Scannez un appareil qui arrive")
        detail: qsTr("Il entre dans le stock et dans le livre de police de ce magasin, avec son nouveau numéro. Pour envoyer : préparez un colis, puis scannez.")
    }

    ColumnLayout {
        anchors.fill: parent
        visible: panel.there
        spacing: Look.pick(16, 10)

        KText {
            Layout.fillWidth: true
            text: panel.transfers.packing ? qsTr("Nouveau colis") : qsTr("Colis %1").arg(panel.transfers.number)
            size: Fonts.heading
            weight: Fonts.bold
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            text: panel.transfers.packing ? qsTr("Choisissez le magasin, puis scannez chaque appareil.") : panel.transfers.arriving ? qsTr("De %1, envoyé le %2 : scannez ce qui arrive.").arg(panel.transfers.shopName).arg(panel.transfers.day) : qsTr("À %1, envoyé le %2").arg(panel.transfers.shopName).arg(panel.transfers.day)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Flow {
            Layout.fillWidth: true
            visible: panel.transfers.packing
            spacing: Sizes.tileGap

            Repeater {
                model: panel.transfers.shops

                ToggleTile {
                    required property string shopId
                    required property string name
                    required property bool isChosen

                    height: Sizes.filterChip
                    figure: Fonts.body
                    text: name
                    chosen: isChosen
                    onClicked: panel.transfers.chooseShop(shopId)
                }
            }
        }

        ListView {
            id: lines

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: panel.transfers.lines
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Appareils du colis")

            delegate: Item {
                id: line

                required property string lineId
                required property string name
                required property string tail
                required property string unitState
                required property string reason
                required property string registerNumber
                required property bool canMiss
                required property bool canRefuse

                width: lines.width
                height: Sizes.tableRow + Sizes.s12

                RowLayout {
                    anchors.fill: parent
                    spacing: Sizes.s12

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        KText {
                            Layout.fillWidth: true
                            text: line.name
                            size: Fonts.body
                            weight: Fonts.semibold
                            elide: Text.ElideRight
                        }

                        KText {
                            Layout.fillWidth: true
                            text: ["···· " + line.tail, line.registerNumber === "" ? "" : Look.small ? line.registerNumber : qsTr("livre de police %1").arg(line.registerNumber)].filter(part => part !== "").join(" · ")
                            size: Fonts.small
                            color: Colors.ink2
                            elide: Text.ElideRight
                        }
                    }

                    StatusChip {
                        text: panel.word(line.unitState)
                        tone: panel.toneOf(line.unitState)
                    }

                    Button {
                        visible: line.canMiss
                        text: Look.small ? "" : qsTr("Manquant")
                        iconName: Look.small ? "circle-help" : ""
                        spoken: qsTr("%1 manque dans le colis").arg(line.name)
                        onClicked: panel.transfers.miss(line.lineId)
                    }

                    Button {
                        visible: line.canRefuse
                        text: Look.small ? "" : qsTr("Refuser")
                        iconName: Look.small ? "ban" : ""
                        spoken: qsTr("Refuser %1").arg(line.name)
                        onClicked: panel.transfers.refuseUnit(line.lineId)
                    }

                    Button {
                        visible: line.unitState === "packed"
                        iconName: "x"
                        spoken: qsTr("Retirer %1 du colis").arg(line.name)
                        onClicked: panel.transfers.takeOut(line.lineId)
                    }
                }
            }
        }
    }
}
