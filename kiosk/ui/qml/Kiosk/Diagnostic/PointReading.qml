import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What the cable says of one control point, how sure it is, and which phone it is: on a desk with two of them only the unit's own one counts.
Rectangle {
    id: panel

    required property ReadingViewModel reading
    required property CableViewModel cable

    implicitHeight: row.implicitHeight + 2 * Sizes.s12
    radius: Sizes.radiusCard
    color: Colors.raised
    border.width: Sizes.hair
    border.color: Colors.line

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Sizes.s12
        spacing: Sizes.s16

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.s4

            RowLayout {
                Layout.fillWidth: true
                spacing: Sizes.s8

                Icon {
                    name: panel.cable.ownReading ? "loader" : panel.cable.ownHere ? "usb" : "unplug"
                    size: Sizes.iconTile
                    color: Colors.accent
                }

                KText {
                    Layout.fillWidth: true
                    text: panel.cable.ownReading ? qsTr("Lecture en cours…") : panel.reading.speaks ? (panel.cable.ownHere ? qsTr("Lu par câble") : qsTr("Lu par câble, débranché depuis")) : panel.cable.ownHere ? qsTr("Le câble n’en dit rien : à tester à la main") : qsTr("Branchez l’appareil : ce point se lit par câble")
                    size: Look.pick(18, 16)
                    weight: Fonts.semibold
                    color: Colors.accent
                    wrapMode: Text.WordWrap
                }
            }

            ReadingLines {
                Layout.fillWidth: true
                visible: panel.reading.speaks
                reading: panel.reading
            }

            KText {
                Layout.fillWidth: true
                visible: panel.cable.others !== ""
                text: qsTr("Aussi branché, et pas cet appareil : %1").arg(panel.cable.others)
                size: Fonts.small
                color: Colors.wait
                wrapMode: Text.WordWrap
            }
        }

        Button {
            visible: panel.cable.ownHere
            enabled: !panel.cable.ownReading
            iconName: "refresh-cw"
            text: qsTr("Relire")
            spoken: qsTr("Relire par câble")
            onClicked: panel.cable.readAgain()
        }
    }
}
