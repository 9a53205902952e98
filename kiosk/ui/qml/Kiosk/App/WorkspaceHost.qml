import QtQuick
import Kiosk.Style

// One workspace: made when it is first shown, kept afterwards; comes and goes by a fade.
Loader {
    id: host

    required property url address
    required property QtObject workspace
    property bool shown: false

    visible: host.opacity > 0
    opacity: host.shown ? 1 : 0
    enabled: host.shown
    focus: host.shown
    onShownChanged: host.make()
    Component.onCompleted: host.make()

    function make(): void {
        if (host.shown && host.workspace && host.status === Loader.Null)
            host.setSource(host.address, {
                "viewModel": host.workspace
            });
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.page
        }
    }
}
