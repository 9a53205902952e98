pragma Singleton
import QtQuick

// What the screen is and how it should look: set once by Main.qml, read by the token files beside this one.
QtObject {
    id: look

    property bool dark: false
    property bool training: false
    property bool motion: true
    property real windowWidth: 1920
    property real windowHeight: 1080
    property real pxPerMm: 0

    // Denser panels get every size multiplied, and the size class is chosen on the divided width.
    readonly property real densityScale: Math.max(1, look.pxPerMm / 5.3)
    readonly property real width: look.windowWidth / look.densityScale
    readonly property bool large: look.width >= 1600
    readonly property bool medium: !look.large && look.width >= 1200
    readonly property bool small: look.width < 1200

    // A size by class: at L, and at M and S.
    function pick(large: real, compact: real): real {
        return Math.round((look.large ? large : compact) * look.densityScale);
    }

    // A size that differs in all three classes.
    function pick3(large: real, medium: real, small: real): real {
        return Math.round((look.large ? large : look.medium ? medium : small) * look.densityScale);
    }

    // A size that is the same in every class.
    function px(size: real): real {
        return Math.round(size * look.densityScale);
    }
}
