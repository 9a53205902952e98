import QtQuick
import Kiosk.Style

// A finished amount ("418,80 €", "€418.80"). From 40 px up the cents stand at 60 % on the same baseline.
Item {
    id: money

    required property string amount
    property real size: Fonts.price
    property int weight: Fonts.bold
    property color color: Colors.ink
    property bool struck: false

    readonly property var parts: money.size >= Fonts.splitCentsFrom ? /^(.*\d)([.,]\d\d\D*)$/.exec(money.amount) : null
    readonly property string whole: money.parts ? money.parts[1] : money.amount
    readonly property string cents: money.parts ? money.parts[2] : ""

    implicitWidth: wholeText.implicitWidth + (centsText.visible ? centsText.implicitWidth : 0)
    implicitHeight: wholeText.implicitHeight
    baselineOffset: wholeText.baselineOffset
    Accessible.role: Accessible.StaticText
    Accessible.name: money.amount

    KText {
        id: wholeText

        anchors.right: centsText.visible ? centsText.left : parent.right
        text: money.whole
        size: money.size
        weight: money.weight
        color: money.color
        font.strikeout: money.struck
        Accessible.ignored: true
    }

    KText {
        id: centsText

        anchors.right: parent.right
        anchors.baseline: wholeText.baseline
        visible: money.cents !== ""
        text: money.cents
        size: Math.round(money.size * Fonts.centsRatio)
        weight: money.weight
        color: money.color
        Accessible.ignored: true
    }
}
