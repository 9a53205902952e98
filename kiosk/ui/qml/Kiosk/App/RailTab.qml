import QtQuick
import Kiosk.Style
import Kiosk.Controls

// One workspace in the rail; ink fill says "you are here".
Touchable {
    id: tab

    required property string iconName
    property bool here: false
    readonly property color wordColor: tab.here ? Colors.inverseInk : Colors.ink2

    implicitWidth: Sizes.railTab
    implicitHeight: Sizes.railTabHeight
    radius: Sizes.radiusTile
    Accessible.role: Accessible.PageTab
    Accessible.checked: tab.here

    background: Rectangle {
        radius: tab.radius
        color: tab.here ? Colors.inverse : tab.down ? Colors.line : Colors.none
    }

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: Look.pick(6, 4)

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: tab.iconName
                size: Sizes.railIcon
                color: tab.wordColor
            }

            KText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: tab.text
                size: Fonts.small
                weight: tab.here ? Fonts.semibold : Fonts.medium
                color: tab.wordColor
                Accessible.ignored: true
            }
        }
    }
}
