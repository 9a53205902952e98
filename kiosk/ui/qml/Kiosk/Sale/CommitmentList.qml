pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Deposits, those that end first before, or quotations, the newest before; what is over says so.
Card {
    id: list

    required property CommitmentsViewModel commitments
    readonly property bool deposits: list.commitments.tab === 0

    padding: 0

    function untilWords(isDeposit: bool, late: bool, until: string): string {
        if (isDeposit)
            return late ? qsTr("échu depuis le %1").arg(until) : qsTr("jusqu’au %1").arg(until);
        return late ? qsTr("expiré depuis le %1").arg(until) : qsTr("valable jusqu’au %1").arg(until);
    }

    ListView {
        id: view

        anchors.fill: parent
        anchors.margins: Sizes.s4
        visible: count > 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: list.commitments.rows
        Accessible.role: Accessible.List
        Accessible.name: list.deposits ? qsTr("Acomptes") : qsTr("Devis")

        delegate: ListRow {
            id: row

            required property string key
            required property bool isDeposit
            required property string name
            required property string customer
            required property string number
            required property string amount
            required property string until
            required property bool late
            required property bool isChosen

            width: view.width
            iconName: isDeposit ? "calendar-clock" : "file-text"
            title: isDeposit || customer === "" ? name : customer
            subtitle: [isDeposit ? customer : number, list.untilWords(isDeposit, late, until)].filter(part => part !== "").join(" · ")
            subtitleIcon: late ? "triangle-alert" : ""
            tone: late ? "wait" : ""
            chosen: isChosen
            chevron: Look.large
            onClicked: list.commitments.open(key)

            MoneyText {
                amount: row.amount
                color: row.titleColor
                size: Fonts.bodyPlus
            }
        }
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Sizes.s24
        visible: view.count === 0
        iconName: list.deposits ? "calendar-clock" : "file-text"
        title: list.commitments.query !== "" ? qsTr("Rien ne correspond à cette recherche") : list.deposits ? qsTr("Aucun appareil réservé") : qsTr("Aucun devis")
        detail: list.commitments.query !== "" ? qsTr("Essayez le nom du client, ou un mot plus court.") : ""
    }
}
