pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style

// The touch grid in small: twelve by twenty cells, those that no finger reached in red.
Rectangle {
    id: drawing

    required property var missing
    readonly property real cell: Look.pick(22, 16)

    implicitWidth: 12 * drawing.cell + 2 * Sizes.edgeStrong
    implicitHeight: 20 * drawing.cell + 2 * Sizes.edgeStrong
    color: Colors.okTint
    border.width: Sizes.edgeStrong
    border.color: Colors.control
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Grille tactile, %n case(s) sans réponse", "", drawing.missing.length)

    Repeater {
        model: drawing.missing

        Rectangle {
            required property int modelData

            x: Sizes.edgeStrong + (modelData % 12) * drawing.cell
            y: Sizes.edgeStrong + Math.floor(modelData / 12) * drawing.cell
            width: drawing.cell
            height: drawing.cell
            color: Colors.bad
        }
    }
}
