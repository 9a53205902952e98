pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style
import Kiosk.Controls

// The change as the notes and coins to hand over, drawn as such, largest first.
Flow {
    id: pieces

    required property var model
    property real noteHeight: Look.pick(46, 34)
    property int most: 99
    // A part of the change would be worse than none of it.
    readonly property int sortCount: sorts.count
    readonly property bool fits: sorts.count <= pieces.most

    spacing: Math.round(pieces.noteHeight * 0.22)

    Repeater {
        id: sorts

        model: pieces.model

        Rectangle {
            id: piece

            required property string face
            required property bool note
            required property int count

            width: piece.note ? Math.max(Math.round(pieces.noteHeight * 1.7), words.width + Sizes.s24) : Math.max(piece.height, words.width + (piece.count > 1 ? Math.round(piece.height * 0.6) : Sizes.s12))
            height: pieces.noteHeight
            radius: piece.note ? Sizes.s8 : piece.height / 2
            color: Colors.surface
            border.width: Sizes.edgeStrong
            border.color: Colors.ok
            Accessible.role: Accessible.StaticText
            Accessible.name: words.text

            Rectangle {
                visible: pieces.noteHeight > Look.px(70)
                anchors.fill: parent
                anchors.margins: Sizes.s8
                radius: piece.note ? Sizes.s8 : piece.radius
                color: Colors.none
                border.width: Sizes.hair
                border.color: Colors.okLine
            }

            KText {
                id: words

                anchors.centerIn: parent
                text: piece.count > 1 ? qsTr("%1 × %2").arg(piece.count).arg(piece.face) : piece.face
                size: Math.max(Fonts.small, Math.round(pieces.noteHeight * 0.34))
                weight: Fonts.bold
                color: Colors.ok
                Accessible.ignored: true
            }
        }
    }
}
