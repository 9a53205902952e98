import QtQuick
import Kiosk.Style

// A word about a state, on its tint: "ok", "wait", "bad", "accent", "inverse", or "" for plain. Not touchable.
Rectangle {
    id: chip

    required property string text
    property string tone: ""
    property string iconName: ""

    implicitWidth: row.implicitWidth + 2 * Sizes.s12
    implicitHeight: Sizes.chip
    radius: chip.height / 2
    color: Colors.tintOf(chip.tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: chip.text

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Sizes.s8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: chip.iconName
            size: Sizes.iconChip
            color: Colors.of(chip.tone)
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            text: chip.text
            size: Fonts.small
            weight: Fonts.strong
            color: Colors.of(chip.tone)
            Accessible.ignored: true
        }
    }
}
