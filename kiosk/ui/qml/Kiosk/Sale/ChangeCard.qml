import QtQuick
import Kiosk.Style
import Kiosk.Controls

// What to give back on the cash just typed, with the notes and coins; while it is short, what is missing.
Card {
    id: card

    required property string change
    required property string missing
    required property var pieces
    readonly property bool giving: card.change !== ""
    // Notes and coins of many sorts take three rows beside a smaller amount: on a large screen the whole change is drawn, whatever it is.
    readonly property bool manySorts: Look.large && drawn.sortCount > 6

    tone: card.giving ? "ok" : ""
    quiet: !card.giving
    padding: Look.pick(20, 12)
    implicitHeight: Look.pick(148, 100)

    KText {
        id: caption

        text: card.giving ? qsTr("À rendre") : card.missing !== "" ? qsTr("Il restera à payer") : qsTr("Compte juste")
        size: Look.pick(22, 16)
        weight: Fonts.semibold
        color: card.giving ? Colors.ok : Colors.ink2
    }

    MoneyText {
        id: amount

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Look.pick(14, 10)
        visible: card.giving || card.missing !== ""
        amount: card.giving ? card.change : card.missing
        size: card.giving && !card.manySorts ? Look.pick(80, 48) : Look.pick(56, 34)
        color: card.giving ? Colors.ok : Colors.ink2
    }

    Pieces {
        id: drawn

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - amount.implicitWidth - Sizes.s24
        most: Look.large ? 13 : 6
        visible: card.giving && drawn.fits
        model: card.pieces
        noteHeight: card.manySorts ? Look.px(30) : Look.pick(44, 32)
    }
}
