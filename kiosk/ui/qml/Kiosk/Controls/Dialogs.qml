pragma Singleton
import QtQuick

// How many modal sheets are up that want no scan beneath them. Sheet.qml counts itself; Main.qml tells the kiosk.
QtObject {
    property int count: 0
}
