pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style

// The colours, side by side.
Row {
    id: swatches

    readonly property list<color> shown: [Colors.ground, Colors.well, Colors.surface, Colors.raised, Colors.line, Colors.control, Colors.ink3, Colors.ink2, Colors.ink, Colors.accentTint, Colors.accent, Colors.okTint, Colors.ok, Colors.waitTint, Colors.waitFill, Colors.wait, Colors.badTint, Colors.bad, Colors.train]

    spacing: Sizes.s8

    Repeater {
        model: swatches.shown.length

        Rectangle {
            required property int index

            width: Look.px(44)
            height: width
            radius: Sizes.s12
            color: swatches.shown[index]
            border.width: Sizes.hair
            border.color: Colors.line
        }
    }
}
