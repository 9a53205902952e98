import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// Whatever can be pressed: Space, Enter or a tap; a name for screen readers and tests; a focus ring. Draws nothing else.
T.AbstractButton {
    id: touchable

    property string spoken: touchable.text
    property real radius: Sizes.radiusControl

    implicitWidth: Math.max(Sizes.target, touchable.implicitContentWidth + touchable.leftPadding + touchable.rightPadding)
    implicitHeight: Math.max(Sizes.target, touchable.implicitContentHeight + touchable.topPadding + touchable.bottomPadding)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: touchable.spoken
    Accessible.onPressAction: touchable.click()

    Keys.onReturnPressed: touchable.click()
    Keys.onEnterPressed: touchable.click()

    FocusRing {
        shown: touchable.visualFocus
        around: touchable.radius
        z: 1
    }
}
