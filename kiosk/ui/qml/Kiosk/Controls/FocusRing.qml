import QtQuick
import Kiosk.Style

// The ring that keyboard focus draws: 3 px, 3 px outside the control. Put it inside the control it belongs to.
Rectangle {
    id: ring

    required property bool shown
    property real around: Sizes.radiusControl

    anchors.fill: parent
    anchors.margins: -(Sizes.focusGap + Sizes.focusWidth)
    radius: ring.around + Sizes.focusGap + Sizes.focusWidth
    color: Colors.none
    border.width: Sizes.focusWidth
    border.color: Colors.accent
    visible: ring.shown
}
