import QtQuick
import Kiosk.Style
import Kiosk.Controls

// A basket line from its model row; the current one shows its tools: stepper where it is counted, discount, and the bin alone.
LineItem {
    id: line

    required property string lineId
    required property string lineName
    required property string lineDrawing
    required property string lineIcon
    required property int level
    required property string grade
    required property string tailKind
    required property string identifierTail
    required property int guaranteeMonths
    required property bool onMargin
    required property string amount
    required property string fullAmount
    required property string discount
    required property string unitAmount
    required property int quantity
    required property bool counted
    required property bool isCurrent
    required property string backFrom
    required property string newAmount
    required property string newSource
    required property string newDay

    readonly property string guarantee: {
        const months = line.guaranteeMonths > 0 ? qsTr("Garantie %1 mois").arg(line.guaranteeMonths) : "";
        return [months, line.onMargin ? qsTr("TVA sur marge") : ""].filter(part => part !== "").join(" · ");
    }

    signal touched(string lineId)
    signal less
    signal more
    signal discountAsked
    signal removeAsked

    name: line.lineName
    drawing: line.lineDrawing
    iconName: line.lineIcon
    gradeLevel: line.level
    gradeWord: Words.grade(line.grade)
    tail: line.identifierTail !== "" && Look.small ? "·· " + line.identifierTail : Words.identifier(line.tailKind, line.identifierTail)
    detail: line.backFrom !== "" ? qsTr("Rendu · ticket %1").arg(line.backFrom) : line.discount !== "" ? qsTr("Remise : %1").arg(line.discount) : line.counted && line.quantity > 1 ? qsTr("%1 l’unité").arg(line.unitAmount) : Look.large ? line.guarantee : ""
    detailTone: line.backFrom !== "" ? "wait" : line.discount !== "" ? "ok" : ""
    remark: Words.priceNew(line.newAmount, line.newSource, line.newDay)
    price: line.amount
    struckPrice: line.fullAmount
    count: line.counted && !line.isCurrent ? "× " + line.quantity : ""
    current: line.isCurrent
    onClicked: line.touched(line.lineId)

    Stepper {
        visible: line.counted
        height: Sizes.controlInRow
        width: Look.pick3(200, 168, 150)
        value: line.quantity
        canLess: line.quantity > 1
        spoken: qsTr("Quantité de %1").arg(line.lineName)
        onLess: line.less()
        onMore: line.more()
    }

    Button {
        visible: line.backFrom === ""
        height: Sizes.controlInRow
        width: Look.small ? Sizes.controlInRow : implicitWidth
        iconName: "percent"
        text: Look.small ? "" : qsTr("Remise")
        spoken: qsTr("Remise sur %1").arg(line.lineName)
        onClicked: line.discountAsked()
    }

    Item {
        width: Sizes.destructiveAir - Sizes.tileGap
        height: 1
    }

    Button {
        height: Sizes.controlInRow
        width: Sizes.controlInRow
        role: Button.Role.Destructive
        iconName: "trash-2"
        spoken: qsTr("Retirer %1").arg(line.lineName)
        onClicked: line.removeAsked()
    }
}
