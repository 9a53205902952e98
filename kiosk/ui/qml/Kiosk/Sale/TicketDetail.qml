pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// One ticket: when, how much, whether it is still time, its lines to choose from, why they come back, and the one next action.
ColumnLayout {
    id: detail

    required property TicketsViewModel tickets

    spacing: Look.pick(16, 8)

    RowLayout {
        Layout.fillWidth: true
        spacing: Sizes.s16

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            KText {
                Layout.fillWidth: true
                text: qsTr("Ticket %1").arg(detail.tickets.number)
                size: Fonts.heading
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: [detail.tickets.soldOn, detail.tickets.cashier, detail.tickets.total].join(" · ")
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }
        }

        Button {
            iconName: "copy"
            text: Look.small ? "" : qsTr("Duplicata")
            spoken: qsTr("Imprimer un duplicata")
            enabled: detail.tickets.canReprint
            onClicked: detail.tickets.reprint()
        }
    }

    StatusChip {
        visible: detail.tickets.anyLeft
        tone: detail.tickets.inTime ? "ok" : "wait"
        iconName: detail.tickets.inTime ? "circle-check" : "lock"
        text: detail.tickets.inTime ? qsTr("Retour possible jusqu’au %1").arg(detail.tickets.returnUntil) : Look.small ? qsTr("Délai passé le %1").arg(detail.tickets.returnUntil) : qsTr("Délai passé le %1 : accord d’un responsable").arg(detail.tickets.returnUntil)
    }

    GuaranteeCard {
        Layout.fillWidth: true
        visible: detail.tickets.guarantee !== ""
        guarantee: detail.tickets.guarantee
        until: detail.tickets.guaranteeUntil
        presumedUntil: detail.tickets.presumedUntil
        houseUntil: detail.tickets.houseUntil
        lengthenedDays: detail.tickets.lengthenedDays
        canRepair: detail.tickets.repair.canAsk
        hasPassport: detail.tickets.repair.passport.offered
        onRepair: detail.tickets.repair.ask()
        onPassport: detail.tickets.repair.showPassport()
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Look.px(120)
        padding: 0

        ListView {
            id: lines

            anchors.fill: parent
            anchors.margins: Sizes.s4
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: detail.tickets.lines
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Lignes du ticket")

            delegate: GiveBackLine {
                width: lines.width
                onTouched: lineId => detail.tickets.touchLine(lineId)
                onMore: lineId => detail.tickets.more(lineId)
                onLess: lineId => detail.tickets.less(lineId)
            }
        }
    }

    TicketsNotice {
        Layout.fillWidth: true
        tickets: detail.tickets
    }

    Flow {
        Layout.fillWidth: true
        visible: detail.tickets.choosing && !detail.tickets.noticeShown
        spacing: Sizes.tileGap

        Repeater {
            model: detail.tickets.reasons

            ToggleTile {
                required property string code
                required property string words
                required property bool isChosen

                height: Sizes.filterChip
                figure: Fonts.body
                text: words
                chosen: isChosen
                onClicked: detail.tickets.chooseReason(code)
            }
        }
    }

    Field {
        Layout.fillWidth: true
        visible: detail.tickets.choosing && !detail.tickets.noticeShown
        fieldHeight: Sizes.controlInRow
        text: detail.tickets.note
        placeholder: qsTr("État constaté : rayure, boîte ouverte…")
        spoken: qsTr("État constaté de ce qui revient")
        maximumLength: detail.tickets.longestNote
        onEdited: detail.tickets.say(text)
        onAccepted: detail.tickets.giveBack()
    }

    Button {
        Layout.fillWidth: true
        Layout.preferredHeight: Sizes.primary
        visible: detail.tickets.anyLeft
        role: Button.Role.Primary
        enabled: detail.tickets.canGiveBack
        text: detail.tickets.choosing ? qsTr("Reprendre · %1").arg(detail.tickets.refund) : qsTr("Choisissez ce qui revient")
        fact: detail.tickets.scanTail !== "" ? qsTr("scannez l’appareil ···· %1").arg(detail.tickets.scanTail) : detail.tickets.choosing && !detail.tickets.canGiveBack ? qsTr("dites pourquoi") : ""
        trailingIcon: "arrow-right"
        onClicked: detail.tickets.giveBack()
    }
}
