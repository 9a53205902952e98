pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What the cable reads of the device for this step: each fact with its value and how far it can be trusted.
Rectangle {
    id: panel

    required property ReadingViewModel reading
    required property CableViewModel cable

    implicitHeight: content.implicitHeight + 2 * Sizes.s16
    radius: Sizes.radiusCard
    color: Colors.raised
    border.width: Sizes.hair
    border.color: Colors.line

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Sizes.s16
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.bottomMargin: Sizes.s8
            spacing: Sizes.s8

            Icon {
                name: panel.cable.ownReading ? "loader" : panel.cable.ownHere ? "usb" : "unplug"
                size: Sizes.iconTile
                color: Colors.accent
            }

            KText {
                Layout.fillWidth: true
                text: panel.cable.ownReading ? qsTr("Lecture en cours…") : panel.cable.ownHere ? qsTr("Lu par câble") : qsTr("Lu par câble, débranché depuis")
                size: Look.pick(18, 16)
                weight: Fonts.semibold
                color: Colors.accent
                wrapMode: Text.WordWrap
            }
        }

        KText {
            Layout.fillWidth: true
            Layout.bottomMargin: Sizes.s8
            visible: panel.cable.others !== ""
            text: qsTr("Aussi branché, et pas cet appareil : %1").arg(panel.cable.others)
            size: Fonts.small
            color: Colors.wait
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: panel.reading.rows

            ReadingRow {
                Layout.fillWidth: true
            }
        }
    }
}
