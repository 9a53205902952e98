import QtQuick
import Kiosk.Style
import Kiosk.Controls

// A name to touch at the door.
Touchable {
    id: tile

    required property string personId
    required property string name
    required property string initials
    required property string trade
    required property bool feminine
    required property bool drawerOpen
    required property bool chosen
    readonly property string tradeText: StaffWords.trade(tile.trade, tile.feminine)

    spoken: [tile.name, tile.tradeText, tile.drawerOpen ? chip.text : ""].filter(part => part !== "").join(", ")
    radius: Sizes.radiusCard + 4
    padding: Look.pick(24, 14)
    // A tap leaves the focus with the page, which takes the figures and Enter.
    focusPolicy: Qt.TabFocus
    Accessible.checked: tile.chosen

    background: Rectangle {
        radius: tile.radius
        color: tile.chosen ? Colors.inverse : tile.down ? Colors.well : Colors.surface
        border.width: tile.chosen ? 0 : Sizes.hair
        border.color: Colors.line
    }

    contentItem: Item {
        Rectangle {
            width: Look.pick(72, 48)
            height: width
            radius: width / 2
            color: tile.chosen ? Colors.accent : Colors.well

            KText {
                anchors.centerIn: parent
                text: tile.initials
                size: Look.pick(26, 18)
                weight: Fonts.semibold
                color: tile.chosen ? Colors.accentInk : Colors.ink
                Accessible.ignored: true
            }
        }

        StatusChip {
            id: chip

            anchors.right: parent.right
            anchors.rightMargin: -Sizes.s8
            visible: tile.drawerOpen && !tile.chosen
            tone: "wait"
            iconName: "wallet"
            text: Look.large ? qsTr("tiroir à compter") : qsTr("à compter")
        }

        Icon {
            anchors.right: parent.right
            name: tile.chosen ? "circle-check" : ""
            size: Look.pick(30, 24)
            color: Colors.inverseInk
        }

        Column {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: -Look.pick(6, 2)
            width: parent.width

            KText {
                width: parent.width
                text: tile.name
                size: Look.pick(27, 20)
                weight: Fonts.bold
                color: tile.chosen ? Colors.inverseInk : Colors.ink
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            KText {
                width: parent.width
                text: tile.tradeText
                size: Fonts.body
                color: tile.chosen ? Colors.inverseInk2 : Colors.ink2
                Accessible.ignored: true
            }
        }
    }
}
