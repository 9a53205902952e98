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

    implicitWidth: inside.childrenRect.width + 2 * card.padding
    implicitHeight: inside.childrenRect.height + 2 * card.padding
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
