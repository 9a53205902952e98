import QtQuick
import Kiosk.Style
import Kiosk.Controls

// One status in the strip: silent when well; a tinted pill with what and since when when not. Opens its page.
Touchable {
    id: item

    property string iconName: ""
    property string tone: ""
    property string calm: ""
    property string fault: ""
    // A fault has words while there is room for them; its icon and tint always.
    property bool wordy: true
    property bool idle: false
    readonly property bool faulty: item.tone !== ""

    spoken: item.faulty ? item.fault : item.calm
    implicitHeight: Sizes.target
    implicitWidth: Math.max(Sizes.target, row.implicitWidth + 2 * (item.faulty ? Sizes.s16 : Sizes.s12))
    radius: Sizes.radiusControl

    background: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Look.px(48)
            radius: item.radius
            color: item.faulty ? Colors.tintOf(item.tone) : item.down ? Colors.well : Colors.none
        }
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Look.pick(10, 8)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: item.faulty && item.wordy ? "triangle-alert" : item.iconName
                size: Sizes.iconStrip
                color: item.faulty ? Colors.of(item.tone) : Colors.ink2
            }

            KText {
                anchors.verticalCenter: parent.verticalCenter
                visible: item.faulty ? item.wordy : !Look.small
                text: item.faulty ? item.fault : item.calm
                size: Fonts.small
                weight: item.faulty ? Fonts.semibold : Fonts.medium
                color: item.faulty ? Colors.of(item.tone) : Colors.ink2
                Accessible.ignored: true
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: !item.faulty
                width: Sizes.dot
                height: Sizes.dot
                radius: width / 2
                color: item.idle ? Colors.none : Colors.ok
                border.width: item.idle ? Sizes.edgeStrong : 0
                border.color: Colors.control
            }
        }
    }
}
