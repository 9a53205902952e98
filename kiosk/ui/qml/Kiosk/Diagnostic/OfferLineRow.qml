import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One line of the offer: the base, a known deduction in red with its minus sign, or an open one, dashed, as a range.
RowLayout {
    id: line

    required property string label
    required property string amount
    property bool base: false
    property bool known: true
    property bool current: false
    property string counter: ""

    spacing: Sizes.s12
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text + ", " + figure.text

    Icon {
        name: line.base ? "" : line.known ? "circle-minus" : "circle-dashed"
        size: Look.pick(22, 20)
        color: line.known ? Colors.bad : Colors.ink2
    }

    KText {
        id: words

        Layout.fillWidth: true
        text: line.base || line.known || !Look.large ? (line.counter === "" ? line.label : SellerWords.counter(line.counter)) : line.current ? qsTr("%1 : en cours").arg(line.label) : qsTr("%1 : à venir").arg(line.label)
        size: Look.pick(18, 16)
        weight: line.base ? Fonts.medium : Fonts.soft
        color: line.base || line.known ? Colors.ink : Colors.ink2
        wrapMode: Text.WordWrap
        Accessible.ignored: true
    }

    KText {
        id: figure

        text: line.base || line.known ? line.amount : qsTr("0 à %1").arg(line.amount)
        size: Look.pick(18, 16)
        weight: line.known ? Fonts.semibold : Fonts.medium
        color: line.base ? Colors.ink : line.known ? Colors.bad : Colors.ink2
        Accessible.ignored: true
    }
}
