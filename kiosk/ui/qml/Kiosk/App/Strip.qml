pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Top edge: shop and till, the state of the kiosk, the time.
Item {
    id: strip

    required property AppViewModel app

    implicitHeight: Sizes.strip

    Row {
        anchors.verticalCenter: parent.verticalCenter
        x: Look.pick(32, 20)
        spacing: Sizes.s12

        KText {
            text: strip.app.shopName
            size: Fonts.body
            weight: Fonts.semibold
        }

        KText {
            anchors.baseline: parent.children[0].baseline
            text: strip.app.tillName
            size: Fonts.body
            color: Colors.ink2
        }
    }

    Row {
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: time.left
        anchors.rightMargin: Look.pick(32, 16)
        spacing: Look.pick3(12, 8, 4)

        Repeater {
            model: strip.app.status.strip

            StripItem {
                id: item

                required property string key
                required property string condition
                required property string since
                required property int minutes
                required property int count
                required property var model

                iconName: item.model.iconName
                tone: item.model.tone
                idle: item.model.idle
                wordy: Look.large || item.model.rank <= (Look.medium ? 2 : 1)
                calm: StatusWords.strip(key, condition, since, Look.large)
                fault: StatusWords.pill(key, condition, since, minutes, count)
                onClicked: strip.app.openFault(key)
            }
        }
    }

    KText {
        id: time

        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Look.pick(32, 20)
        text: strip.app.clockText
        size: Look.pick(24, 20)
        weight: Fonts.semibold
    }
}
