import QtQuick
import QtQuick.Window
import Kiosk.Style

// One line icon from resources/icons, by its Lucide name, in one colour. Nothing, and no room taken, while the name is "".
Item {
    id: icon

    property string name: ""
    property real size: Sizes.icon
    property color color: Colors.ink
    readonly property real stroke: icon.size < 28 ? 2 : icon.size < 40 ? 1.75 : 1.5
    readonly property int pixels: Math.round(icon.size * Screen.devicePixelRatio)

    // "#aarrggbb" loses its alpha: icons are never translucent by colour.
    function hex(color: color): string {
        return String(color).replace("#", "").slice(-6);
    }

    implicitWidth: icon.size
    implicitHeight: icon.size
    visible: icon.name !== ""
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        sourceSize: Qt.size(icon.pixels, icon.pixels)
        source: icon.name === "" ? "" : "image://icon/" + icon.name + "/" + icon.stroke * Screen.devicePixelRatio + "/" + icon.hex(icon.color)
    }
}
