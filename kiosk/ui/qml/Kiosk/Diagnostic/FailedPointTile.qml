import QtQuick
import Kiosk.Style
import Kiosk.Controls

// A point that failed: touched when this repair mends it. What will be tested again with it stands under it.
ToggleTile {
    id: tile

    required property string pointId
    required property string number
    required property string title
    required property string finding
    required property string again

    text: qsTr("%1 · %2").arg(tile.number).arg(tile.title)
    fact: tile.again === "" || !Look.large ? tile.finding : qsTr("%1 · à refaire avec %2").arg(tile.finding).arg(tile.again)
    figure: Look.pick(20, 16)
    implicitHeight: Look.pick(96, 72)
}
