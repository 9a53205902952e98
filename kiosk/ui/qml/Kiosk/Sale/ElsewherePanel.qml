import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A ticket that another till sold: where, its guarantee, and the one next action, which asks that till for it.
ColumnLayout {
    id: panel

    required property TicketsViewModel tickets
    readonly property ElsewhereViewModel elsewhere: panel.tickets.elsewhere

    spacing: Look.pick(16, 8)

    KText {
        Layout.fillWidth: true
        text: qsTr("Ticket %1").arg(panel.elsewhere.number)
        size: Fonts.heading
        weight: Fonts.bold
        wrapMode: Text.WordWrap
    }

    KText {
        Layout.fillWidth: true
        text: [panel.elsewhere.soldOn, panel.elsewhere.total].join(" · ")
        size: Fonts.body
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }

    StatusChip {
        tone: "wait"
        iconName: "arrow-left-right"
        text: qsTr("Se rend à : %1").arg(panel.elsewhere.tillName)
    }

    GuaranteeCard {
        Layout.fillWidth: true
        visible: panel.elsewhere.guarantee !== ""
        guarantee: panel.elsewhere.guarantee
        until: panel.elsewhere.guaranteeUntil
        presumedUntil: panel.elsewhere.presumedUntil
        houseUntil: panel.elsewhere.houseUntil
        lengthenedDays: panel.elsewhere.lengthenedDays
    }

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        EmptyState {
            anchors.centerIn: parent
            width: parent.width - 2 * Sizes.s24
            iconName: "receipt"
            title: panel.elsewhere.moreCount > 0 ? panel.elsewhere.firstName + " + " + panel.elsewhere.moreCount : panel.elsewhere.firstName
            detail: panel.elsewhere.waiting ? qsTr("On demande ce ticket à l’autre caisse…") : qsTr("Pour le reprendre ici, l’autre caisse doit être allumée et connectée. Une seule caisse à la fois peut le reprendre.")
        }
    }

    TicketsNotice {
        Layout.fillWidth: true
        tickets: panel.tickets
    }

    Button {
        Layout.fillWidth: true
        Layout.preferredHeight: Sizes.primary
        role: Button.Role.Primary
        enabled: !panel.elsewhere.waiting
        text: panel.elsewhere.waiting ? qsTr("Demande en cours…") : qsTr("Reprendre à cette caisse")
        trailingIcon: "arrow-right"
        onClicked: panel.elsewhere.take()
    }
}
