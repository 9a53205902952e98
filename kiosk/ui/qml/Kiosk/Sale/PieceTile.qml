import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One note or coin of a count: its face drawn as what it is, how many, and what they make. The chosen one takes the figures.
Touchable {
    id: tile

    required property string face
    required property bool note
    required property int many
    required property string sum
    required property bool isChosen

    text: tile.face
    spoken: tile.many > 0 ? qsTr("%1 × %2, %3").arg(tile.many).arg(tile.face).arg(tile.sum) : tile.face
    radius: Sizes.radiusControl
    implicitHeight: Look.pick3(116, 72, 56)
    leftPadding: Look.pick(14, 8)
    rightPadding: leftPadding
    Accessible.checkable: true
    Accessible.checked: tile.isChosen

    background: Rectangle {
        radius: tile.radius
        color: tile.isChosen ? Colors.accentTint : tile.down ? Colors.well : Colors.surface
        border.width: tile.isChosen ? Sizes.edgeChosen : Sizes.edge
        border.color: tile.isChosen ? Colors.accent : Colors.control
    }

    contentItem: RowLayout {
        spacing: Sizes.s8

        Rectangle {
            implicitHeight: Look.pick3(56, 40, 34)
            implicitWidth: tile.note ? Math.max(Look.pick3(84, 64, 52), face.implicitWidth + Sizes.s12) : Math.max(implicitHeight, face.implicitWidth + Sizes.s12)
            radius: tile.note ? Sizes.s8 : height / 2
            color: tile.many > 0 ? Colors.inverse : Colors.well
            border.width: Sizes.hair
            border.color: tile.many > 0 ? Colors.inverse : Colors.line

            KText {
                id: face

                anchors.centerIn: parent
                text: tile.face
                size: Look.large ? Fonts.body : Fonts.small
                weight: Fonts.bold
                color: tile.many > 0 ? Colors.inverseInk : Colors.ink
                Accessible.ignored: true
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            KText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                text: tile.many > 0 || tile.isChosen ? qsTr("× %1").arg(tile.many) : ""
                size: Fonts.bodyPlus
                weight: Fonts.bold
                Accessible.ignored: true
            }

            KText {
                Layout.fillWidth: true
                visible: Look.large && tile.sum !== ""
                horizontalAlignment: Text.AlignRight
                text: tile.sum
                size: Fonts.small
                color: Colors.ink2
                elide: Text.ElideLeft
                Accessible.ignored: true
            }
        }
    }
}
