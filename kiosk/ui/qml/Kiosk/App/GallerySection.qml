import QtQuick
import Kiosk.Style
import Kiosk.Controls

// The small heading above a group of components.
KText {
    size: Fonts.body
    weight: Fonts.semibold
    color: Colors.ink2
    topPadding: Look.pick(9, 12)
    bottomPadding: Sizes.s4
}
