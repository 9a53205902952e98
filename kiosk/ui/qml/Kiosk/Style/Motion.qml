pragma Singleton
import QtQuick

// Every duration. All are 0 when motion is off; nothing is known only by movement.
QtObject {
    readonly property int press: Look.motion ? 80 : 0
    readonly property int line: Look.motion ? 160 : 0
    readonly property int total: Look.motion ? 160 : 0
    readonly property int fill: Look.motion ? 200 : 0
    readonly property int page: Look.motion ? 120 : 0
    readonly property int noticeIn: Look.motion ? 160 : 0
    readonly property int noticeOut: Look.motion ? 120 : 0
    readonly property int pulse: Look.motion ? 1200 : 0
    // How long a notice without an action stays: reading time, not movement. Whoever photographs one makes it stay.
    property int noticeStays: 6000
    // How often a page looks whether a drive was plugged in or pulled out.
    readonly property int lookForDrives: 2000
    readonly property int lineSlide: 12
}
