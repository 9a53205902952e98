pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls

// What the small icons of the tiles mean.
Flow {
    id: legend

    spacing: Look.pick(24, 14)

    Repeater {
        model: [
            {
                "icon": "usb",
                "words": qsTr("lu")
            },
            {
                "icon": "link",
                "words": qsTr("mesuré")
            },
            {
                "icon": "hand",
                "words": qsTr("à la main")
            },
            {
                "icon": "globe",
                "words": qsTr("base externe")
            },
            {
                "icon": "camera",
                "words": qsTr("photo")
            },
            {
                "icon": "shield",
                "words": qsTr("bloquant")
            }
        ]

        Row {
            id: entry

            required property var modelData

            spacing: Sizes.s8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: entry.modelData.icon
                size: Sizes.iconStrip
                color: Colors.ink2
            }

            KText {
                text: entry.modelData.words
                size: Fonts.small
                color: Colors.ink2
            }
        }
    }
}
