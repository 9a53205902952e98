pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The tickets of today, or those that were found: newest first.
Card {
    id: list

    required property TicketsViewModel tickets

    padding: 0

    function kind(code: string): string {
        return code === "refund" ? qsTr("Remboursement") : code === "exchange" ? qsTr("Échange") : "";
    }

    ListView {
        id: view

        anchors.fill: parent
        anchors.margins: Sizes.s4
        visible: count > 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: list.tickets.found
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Tickets")

        delegate: ListRow {
            id: row

            required property string number
            required property string day
            required property string clock
            required property string total
            required property string ticketKind
            required property string firstName
            required property int moreCount
            required property bool isOpen
            required property string tillName

            width: view.width
            iconName: ticketKind === "sale" ? "receipt" : ticketKind === "refund" ? "undo-2" : "arrow-left-right"
            title: moreCount > 0 ? firstName + " + " + moreCount : firstName
            subtitle: [tillName, list.kind(ticketKind), number, day, clock].filter(part => part !== "").join(" · ")
            chosen: isOpen
            chevron: Look.large
            onClicked: list.tickets.open(number)

            MoneyText {
                amount: row.total
                color: row.titleColor
                size: Fonts.bodyPlus
            }
        }
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Sizes.s24
        visible: view.count === 0
        iconName: "receipt"
        title: list.tickets.foundNothing ? qsTr("Aucun ticket trouvé") : qsTr("Aucun ticket aujourd’hui")
        detail: list.tickets.foundNothing ? qsTr("Vérifiez le numéro, ou cherchez par la fin de l’IMEI. Les autres caisses gardent les leurs : touchez « Autres caisses ».") : ""
    }
}
