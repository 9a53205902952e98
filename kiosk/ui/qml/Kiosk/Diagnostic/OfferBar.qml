import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The model's whole range with the interval as it stands on it, and the one before as a tint.
Item {
    id: bar

    required property OfferViewModel offer
    readonly property real pillHeight: Look.pick(22, 18)

    implicitHeight: bar.pillHeight + Sizes.s8 + least.implicitHeight

    Rectangle {
        y: (bar.pillHeight - height) / 2
        width: bar.width
        height: Look.pick(14, 12)
        radius: height / 2
        color: Look.dark ? Colors.line : Colors.well
    }

    Rectangle {
        x: bar.width * bar.offer.wasLowPart
        y: (bar.pillHeight - height) / 2
        width: Math.max(height, bar.width * (bar.offer.wasHighPart - bar.offer.wasLowPart))
        height: Look.pick(18, 14)
        radius: height / 2
        color: Colors.accentTint
        border.width: Sizes.edge
        border.color: Colors.accentLine
    }

    Rectangle {
        x: Math.min(bar.width - width, bar.width * bar.offer.lowPart)
        width: Math.max(bar.pillHeight, bar.width * (bar.offer.highPart - bar.offer.lowPart))
        height: bar.pillHeight
        radius: height / 2
        color: Colors.accent

        Behavior on x {
            NumberAnimation {
                duration: Motion.fill
                easing.type: Easing.InOutQuad
            }
        }

        Behavior on width {
            NumberAnimation {
                duration: Motion.fill
                easing.type: Easing.InOutQuad
            }
        }
    }

    KText {
        id: least

        anchors.bottom: parent.bottom
        text: bar.offer.least
        size: Fonts.small
        color: Colors.ink2
    }

    KText {
        anchors.bottom: parent.bottom
        x: Math.max(least.width + Sizes.s12, Math.min(most.x - width - Sizes.s12, bar.width * (bar.offer.lowPart + bar.offer.highPart) / 2 - width / 2))
        text: bar.offer.half
        size: Fonts.small
        weight: Fonts.semibold
        color: Colors.accent
    }

    KText {
        id: most

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        text: bar.offer.most
        size: Fonts.small
        color: Colors.ink2
    }
}
