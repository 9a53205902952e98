import QtQuick
import Kiosk.Style

// One key of a pad: a figure, or an icon with the name that is spoken for it.
Touchable {
    id: key

    property string iconName: ""
    property real figure: Fonts.numberKey

    implicitWidth: Sizes.numberKeyWidth
    implicitHeight: Sizes.numberKey
    radius: Sizes.radiusTile
    // The pad belongs to what is being typed: a tap must not take the focus away from it.
    focusPolicy: Qt.TabFocus

    background: Rectangle {
        radius: key.radius
        color: key.down ? Colors.well : key.enabled ? Colors.surface : Colors.well
        border.width: Sizes.edge
        border.color: key.enabled ? Colors.control : Colors.line
    }

    contentItem: Item {
        implicitWidth: face.implicitWidth
        implicitHeight: face.implicitHeight

        KText {
            id: face

            anchors.centerIn: parent
            visible: key.iconName === ""
            text: key.text
            size: key.figure
            weight: Fonts.semibold
            color: key.enabled ? Colors.ink : Colors.ink3
            Accessible.ignored: true
        }

        Icon {
            anchors.centerIn: parent
            name: key.iconName
            size: Look.pick(32, 26)
            color: key.enabled ? Colors.ink : Colors.ink3
        }
    }
}
