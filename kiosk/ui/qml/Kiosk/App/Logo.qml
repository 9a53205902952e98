import QtQuick
import Kiosk.Style
import Kiosk.Controls

// Our mark: a ring that is almost closed, and the tick.
DeviceDrawing {
    name: "logo"
    height: Look.pick(44, 38)
    body: Colors.accent
    ink: Colors.ink
}
