pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style

// A few exclusive views side by side in a well. Left and right arrows move, as in every tab bar.
Rectangle {
    id: tabs

    required property list<string> labels
    property int current: 0

    signal chosen(int index)

    implicitWidth: Look.pick(440, 330)
    implicitHeight: Sizes.control
    radius: Sizes.radiusControl
    color: Colors.well

    Row {
        anchors.fill: parent

        Repeater {
            model: tabs.labels

            Touchable {
                id: tab

                required property int index
                required property string modelData

                width: parent.width / tabs.labels.length
                height: parent.height
                text: modelData
                Accessible.role: Accessible.PageTab
                Accessible.checked: tab.index === tabs.current
                Keys.onLeftPressed: tabs.chosen(Math.max(0, tabs.current - 1))
                Keys.onRightPressed: tabs.chosen(Math.min(tabs.labels.length - 1, tabs.current + 1))
                onClicked: tabs.chosen(tab.index)

                background: Item {
                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: Sizes.s4
                        radius: tab.radius - Sizes.s4
                        color: tab.index === tabs.current ? Colors.surface : Colors.none
                        border.width: tab.index === tabs.current ? Sizes.edge : 0
                        border.color: Colors.control
                    }
                }

                contentItem: KText {
                    text: tab.text
                    size: Fonts.body
                    weight: tab.index === tabs.current ? Fonts.semibold : Fonts.medium
                    color: tab.index === tabs.current ? Colors.ink : Colors.ink2
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
