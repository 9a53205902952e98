import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One thing that was done, with its number.
RowLayout {
    id: fact

    required property string iconName
    required property string label
    required property string value

    spacing: Sizes.s16
    Accessible.role: Accessible.StaticText
    Accessible.name: fact.label + ", " + fact.value

    Icon {
        name: fact.iconName
        size: Look.pick(28, 24)
        color: Colors.ok
    }

    KText {
        Layout.fillWidth: true
        text: fact.label
        size: Look.pick(20, 17)
        weight: Fonts.soft
        wrapMode: Text.WordWrap
        Accessible.ignored: true
    }

    KText {
        text: fact.value
        size: Look.pick(20, 17)
        weight: Fonts.semibold
        Accessible.ignored: true
    }
}
