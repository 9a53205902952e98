import QtQuick
import Kiosk.Style
import Kiosk.Controls

// One view to photograph: its drawing until it is taken, then the picture itself. A tap takes it, again replaces it.
Touchable {
    id: tile

    required property string slot
    required property string picture
    readonly property bool taken: tile.picture !== ""

    text: DiagnosticWords.slot(tile.slot)
    spoken: qsTr("Photo %1").arg(tile.text)
    radius: Sizes.radiusTile
    implicitWidth: Look.pick(150, 104)
    implicitHeight: Look.pick(190, 128)
    Accessible.checkable: true
    Accessible.checked: tile.taken

    background: Rectangle {
        radius: tile.radius
        color: tile.down ? Colors.well : tile.taken ? Colors.surface : Colors.raised
        border.width: Sizes.edge
        border.color: tile.taken ? Colors.okLine : Colors.control
    }

    contentItem: Item {
        Image {
            anchors.fill: parent
            anchors.bottomMargin: caption.height + Sizes.s8
            anchors.margins: Sizes.s8
            visible: tile.taken
            source: tile.picture
            fillMode: Image.PreserveAspectFit
            asynchronous: false
            Accessible.ignored: true
        }

        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -caption.height / 2
            name: tile.taken ? "" : "camera"
            size: Sizes.iconChoice
            color: Colors.ink2
        }

        Row {
            id: caption

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Sizes.s8
            spacing: Sizes.s4

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: tile.taken ? "circle-check" : ""
                size: Sizes.iconChip
                color: Colors.ok
            }

            KText {
                text: tile.text
                size: Fonts.small
                weight: Fonts.medium
                color: tile.taken ? Colors.ok : Colors.ink
                Accessible.ignored: true
            }
        }
    }
}
