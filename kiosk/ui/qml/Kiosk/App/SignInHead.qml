import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Whose door it is and what time it is.
Item {
    id: head

    required property AppViewModel app

    implicitHeight: Look.pick(76, 56)

    Logo {
        id: logo

        x: Look.pick(2, 0)
        anchors.verticalCenter: parent.verticalCenter
        height: Look.pick(62, 48)
    }

    Column {
        anchors.left: logo.right
        anchors.leftMargin: Look.pick(24, 16)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Sizes.textGap

        KText {
            text: head.app.shopName
            size: Look.pick(24, 20)
            weight: Fonts.semibold
        }

        KText {
            text: head.app.tillName
            size: Fonts.body
            color: Colors.ink2
        }
    }

    Column {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        KText {
            anchors.right: parent.right
            text: head.app.clockText
            size: Look.pick(44, 30)
            weight: Fonts.bold
        }

        KText {
            anchors.right: parent.right
            text: head.app.dayText
            size: Fonts.body
            color: Colors.ink2
        }
    }
}
