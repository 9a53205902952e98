import QtQuick
import Kiosk.Style

// A sheet of paper on the counter. `tone` tints it ("ok", "wait", "bad", "accent"); `quiet` is a card inside a card; children fill it inside `padding`.
Rectangle {
    id: card

    property real padding: Sizes.cardPadding
    property string tone: ""
    property bool quiet: false
    default property alias content: inside.data
    readonly property alias inner: inside

    // The first child's own wish, as a Control does: what the children became would be a loop for those that fill the card.
    readonly property Item first: inside.children.length > 0 ? inside.children[0] : null

    implicitWidth: (card.first ? card.first.implicitWidth : 0) + 2 * card.padding
    implicitHeight: (card.first ? card.first.implicitHeight : 0) + 2 * card.padding
    radius: Sizes.radiusCard
    color: card.tone !== "" ? Colors.tintOf(card.tone) : card.quiet ? Colors.raised : Colors.surface
    border.width: card.tone === "" ? Sizes.hair : 0
    border.color: Colors.line

    Item {
        id: inside

        anchors.fill: parent
        anchors.margins: card.padding
    }
}
