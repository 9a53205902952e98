import QtQuick
import Kiosk.Style
import Kiosk.Controls

// A quotation whose number was typed among the articles: whose, how much, until when; a touch takes it up.
ListRow {
    id: row

    required property string number
    required property string customer
    required property string total
    required property string until
    required property bool expired

    separator: false
    radius: Sizes.radiusCard
    iconName: "file-text"
    title: qsTr("Devis %1").arg(row.number)
    subtitle: [row.customer, row.expired ? qsTr("expiré depuis le %1").arg(row.until) : qsTr("valable jusqu’au %1").arg(row.until)].filter(part => part !== "").join(" · ")
    subtitleIcon: row.expired ? "triangle-alert" : ""
    tone: row.expired ? "wait" : ""
    chevron: true

    background: Rectangle {
        radius: row.radius
        color: row.down ? Colors.raised : Colors.surface
        border.width: Sizes.hair
        border.color: Colors.line
    }

    MoneyText {
        amount: row.total
        size: Fonts.bodyPlus
    }
}
