import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// What it is at the left, how much or who at the right.
RowLayout {
    id: fact

    required property string name
    property string value: ""
    property bool strong: false

    Layout.fillWidth: true
    spacing: Sizes.s16

    KText {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: fact.name
        size: fact.strong ? Fonts.label : Fonts.body
        weight: fact.strong ? Fonts.semibold : Fonts.soft
        color: fact.strong ? Colors.ink : Colors.ink2
        wrapMode: Text.WordWrap
    }

    KText {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: fact.value
        size: fact.strong ? Fonts.heading : Fonts.body
        weight: fact.strong ? Fonts.bold : Fonts.medium
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.WordWrap
    }
}
