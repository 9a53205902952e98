import QtQuick
import Kiosk.Style
import Kiosk.Controls

// One view to photograph: its drawing until it is taken, then the picture itself. A tap takes it, or shows the one that was taken. `lit` is the one
// that is missing; `defect` names what failed where the photo is of that.
Touchable {
    id: tile

    required property string slot
    required property string picture
    property string defect: ""
    property string front: ""
    property bool lit: false
    readonly property string drawing: tile.taken ? "" : PhotoWords.drawing(tile.slot, tile.front)
    readonly property bool taken: tile.picture !== ""

    text: tile.defect === "" ? DiagnosticWords.slot(tile.slot) : qsTr("Photo du défaut")
    spoken: tile.defect === "" ? qsTr("Photo %1").arg(tile.text) : qsTr("Photo du défaut, %1").arg(tile.defect)
    radius: Sizes.radiusTile
    implicitWidth: Look.pick(150, 104)
    implicitHeight: Look.pick(190, 128)
    Accessible.checkable: true
    Accessible.checked: tile.taken

    background: Rectangle {
        radius: tile.radius
        color: tile.down ? Colors.well : tile.taken ? Colors.surface : tile.lit ? Colors.accentTint : Colors.raised
        border.width: tile.lit ? Sizes.edgeStrong : Sizes.edge
        border.color: tile.taken ? Colors.okLine : tile.lit ? Colors.accent : Colors.control
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
            name: tile.taken || tile.drawing !== "" ? "" : "camera"
            size: Sizes.iconChoice
            color: tile.lit ? Colors.accent : Colors.ink2
        }

        DeviceDrawing {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -caption.height / 2
            visible: tile.drawing !== ""
            height: Math.max(0, Math.min(parent.height - caption.height - Sizes.s24, parent.width - Sizes.s16))
            name: tile.drawing
            ink: tile.lit ? Colors.accent : Colors.ink2
        }

        Rectangle {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Sizes.s12
            visible: tile.taken
            width: Look.pick(30, 26)
            height: width
            radius: width / 2
            color: Colors.okTint

            Icon {
                anchors.centerIn: parent
                name: "check"
                size: Sizes.iconChip
                color: Colors.ok
            }
        }

        KText {
            id: caption

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Sizes.s4
            anchors.bottomMargin: Sizes.s8
            horizontalAlignment: Text.AlignHCenter
            text: tile.text
            size: Fonts.small
            weight: Fonts.medium
            color: tile.taken ? Colors.ok : Colors.ink
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }
}
