pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls

// Training cannot be mistaken: a frame around the window and the word across it, above the content and under the touch.
Item {
    id: veil

    enabled: false
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        color: Colors.none
        border.width: Sizes.trainingFrame
        border.color: Colors.train
    }

    Repeater {
        model: 16

        KText {
            required property int index

            x: veil.width / 4 * (index % 4 + 0.5) - width / 2
            y: veil.height / 4 * (Math.floor(index / 4) + 0.5) - height / 2
            text: qsTr("FORMATION")
            size: Fonts.watermark
            weight: Fonts.heavy
            color: Colors.train
            rotation: -24
            opacity: Look.dark ? 0.12 : 0.1
            Accessible.ignored: true
        }
    }
}
