import QtQuick
import Kiosk.Style
import Kiosk.Controls

// The device from its front with the sign of the step on it.
Item {
    id: figure

    required property string drawing
    required property string iconName

    DeviceDrawing {
        anchors.fill: parent
        name: figure.drawing
        stroke: 3.5
        body: Colors.surface
        glass: Colors.raised
        fillMode: Image.PreserveAspectFit
        horizontalAlignment: Image.AlignLeft
    }

    Rectangle {
        anchors.centerIn: parent
        width: Look.pick(124, 84)
        height: width
        radius: width / 2
        color: Colors.accentTint
        border.width: Sizes.edge
        border.color: Colors.accentLine

        Icon {
            anchors.centerIn: parent
            name: figure.iconName
            size: Sizes.iconEmpty
            color: Colors.accent
        }
    }
}
