import QtQuick
import Kiosk.Style

// One figure of the day with one comparison. One `first` (inverse) card per page.
Rectangle {
    id: card

    required property string name
    required property string number
    property string comparison: ""
    property string comparisonTone: ""
    property string comparisonIcon: ""
    property bool first: false

    implicitWidth: Look.pick(310, 200)
    implicitHeight: Sizes.statCard
    radius: Sizes.radiusCard
    color: card.first ? Colors.inverse : Colors.surface
    border.width: card.first ? 0 : Sizes.hair
    border.color: Colors.line
    Accessible.role: Accessible.StaticText
    Accessible.name: [card.name, card.number, card.comparison].filter(part => part !== "").join(", ")

    KText {
        x: Look.pick(24, 14)
        y: Look.pick(16, 10)
        text: card.name
        size: Fonts.body
        weight: Fonts.strong
        color: card.first ? Colors.inverseInk2 : Colors.ink2
        Accessible.ignored: true
    }

    MoneyText {
        x: Look.pick(24, 14)
        anchors.verticalCenter: parent.verticalCenter
        amount: card.number
        size: card.first && card.width >= Look.pick(400, 260) ? Fonts.statFirst : Fonts.stat
        color: card.first ? Colors.inverseInk : Colors.ink
        Accessible.ignored: true
    }

    Row {
        x: Look.pick(24, 14)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Look.pick(16, 9)
        spacing: Sizes.s8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: card.comparisonIcon
            size: Sizes.iconStrip
            color: comparisonText.color
        }

        KText {
            id: comparisonText

            text: card.comparison
            size: Fonts.small
            weight: Fonts.strong
            color: card.first ? (card.comparisonTone === "ok" ? Colors.inverseOk : card.comparisonTone === "bad" ? Colors.inverseBad : Colors.inverseInk2) : Colors.of(card.comparisonTone)
            Accessible.ignored: true
        }
    }
}
