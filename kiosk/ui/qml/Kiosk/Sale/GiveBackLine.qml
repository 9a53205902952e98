import QtQuick
import Kiosk.Style
import Kiosk.Controls

// A line of the open ticket: chosen or not, how many, what came back before, and whether its device was read.
ListRow {
    id: line

    required property string lineId
    required property string lineName
    required property string glyph
    required property string tailKind
    required property string identifierTail
    required property string amount
    required property int sold
    required property int returned
    required property int leftCount
    required property int wanted
    required property bool isUnit
    required property bool scanned

    signal touched(string lineId)
    signal more(string lineId)
    signal less(string lineId)

    readonly property string situation: line.leftCount === 0 ? (line.sold < 0 ? qsTr("repris d’un autre ticket") : line.returned > 0 ? qsTr("déjà rendu") : qsTr("ne se rend pas")) : line.wanted > 0 && line.isUnit ? (line.scanned ? qsTr("appareil vérifié") : qsTr("scannez son IMEI")) : line.returned > 0 ? qsTr("%1 déjà rendus, reste %2").arg(line.returned).arg(line.leftCount) : ""

    enabled: line.leftCount > 0
    iconName: line.wanted > 0 ? "circle-check" : line.glyph
    title: line.sold > 1 ? line.lineName + " × " + line.sold : line.lineName
    subtitle: [Words.identifier(line.tailKind, line.identifierTail), line.situation].filter(part => part !== "").join(" · ")
    tone: line.wanted > 0 && line.isUnit ? (line.scanned ? "ok" : "wait") : ""
    Accessible.checkable: true
    Accessible.checked: line.wanted > 0
    onClicked: line.touched(line.lineId)

    Stepper {
        visible: line.wanted > 0 && !line.isUnit && line.leftCount > 1
        width: Look.pick3(200, 160, 150)
        height: Sizes.controlInRow
        value: line.wanted
        canLess: line.wanted > 1
        canMore: line.wanted < line.leftCount
        spoken: qsTr("Quantité rendue de %1").arg(line.lineName)
        onLess: line.less(line.lineId)
        onMore: line.more(line.lineId)
    }

    MoneyText {
        amount: line.amount
        size: Fonts.bodyPlus
    }
}
