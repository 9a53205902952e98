import QtQuick
import Kiosk.Style

// The on-screen keyboard comes up only when a finger put the focus into a text field, and is loaded only then, from this one place.
// An owner who needs another keyboard, or another licence, replaces OnScreenKeyboard.qml.
Item {
    id: host

    required property bool fingers
    required property Item focused
    required property string language
    readonly property TextInput field: host.focused as TextInput
    readonly property bool wanted: host.fingers && host.field !== null && !host.field.readOnly
    // How far the page moves up so that the field stays above the keyboard.
    property real lift: 0

    function load(): void {
        if (host.wanted)
            loader.active = true;
        host.settle();
    }

    function settle(): void {
        if (!host.wanted || !loader.item || loader.height <= 0) {
            host.lift = 0;
            return;
        }
        const bottom = host.field.mapToItem(host, 0, host.field.height).y + host.lift;
        host.lift = Math.max(0, bottom + Sizes.s24 - loader.y);
    }

    onWantedChanged: host.load()
    onFieldChanged: host.settle()
    Component.onCompleted: host.load()

    Loader {
        id: loader

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        active: false
        source: "OnScreenKeyboard.qml"
        visible: host.wanted
        onYChanged: host.settle()
    }

    Binding {
        target: loader.item
        property: "language"
        value: host.language
        when: loader.status === Loader.Ready
    }
}
