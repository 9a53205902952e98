import QtQuick
import QtQuick.Window
import Kiosk.Style

// A drawing of a real device, by name: phone, phone-front, phone-back, phone-side, tablet, laptop, console, watch, blender, case, glass.
Image {
    id: drawing

    property string name: "phone"
    property color ink: Colors.ink
    property color body: Colors.surface
    property color glass: Colors.well
    property color accent: Colors.accent
    property real stroke: drawing.height < Look.px(90) ? 1.8 : drawing.height < Look.px(240) ? 2.4 : 3.5
    readonly property real ratio: Screen.devicePixelRatio

    function hex(color: color): string {
        return String(color).replace("#", "").slice(-6);
    }

    width: height
    height: Sizes.thumb
    fillMode: Image.PreserveAspectFit
    sourceSize: Qt.size(Math.round(drawing.width * drawing.ratio), Math.round(drawing.height * drawing.ratio))
    source: drawing.name === "" || drawing.height <= 0 ? "" : "image://device/" + drawing.name + "/" + drawing.stroke * drawing.ratio + "/" + drawing.hex(drawing.ink) + "/" + drawing.hex(drawing.body) + "/" + drawing.hex(drawing.glass) + "/" + drawing.hex(drawing.accent)
    Accessible.ignored: true
}
