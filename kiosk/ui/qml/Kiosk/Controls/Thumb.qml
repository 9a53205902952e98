import QtQuick
import Kiosk.Style

// The square in front of a line: a device drawing at 72 % of its height, or an icon. `lit` on a tinted line.
Rectangle {
    id: thumb

    property string drawing: ""
    property string iconName: ""
    property bool lit: false
    property string tone: ""

    implicitWidth: Sizes.thumb
    implicitHeight: Sizes.thumb
    radius: Sizes.radiusThumb
    color: thumb.lit ? Colors.surface : thumb.tone !== "" ? Colors.tintOf(thumb.tone) : Colors.well

    DeviceDrawing {
        anchors.centerIn: parent
        visible: thumb.drawing !== ""
        height: Math.round(thumb.height * 0.72)
        name: thumb.drawing
        glass: thumb.lit ? Colors.surface : Colors.well
        body: thumb.lit ? Colors.surface : Colors.well
    }

    Icon {
        anchors.centerIn: parent
        name: thumb.drawing === "" ? thumb.iconName : ""
        size: Math.round(thumb.height * 0.46)
        color: thumb.tone !== "" ? Colors.of(thumb.tone) : Colors.ink
    }
}
