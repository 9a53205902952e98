pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Who takes the till: names at the left, the pad at the right, or a badge at any moment.
FocusScope {
    id: page

    required property AppViewModel app
    readonly property SignInViewModel door: page.app.signIn

    focus: true
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1) {
            page.door.type(event.text);
            event.accepted = true;
        } else if (event.key === Qt.Key_Backspace) {
            page.door.erase();
            event.accepted = true;
        }
    }
    Keys.onReturnPressed: page.door.open()
    Keys.onEnterPressed: page.door.open()
    Keys.onEscapePressed: page.door.clear()

    Item {
        id: left

        visible: !page.app.faultPage
        anchors.left: parent.left
        anchors.right: pad.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Look.pick3(96, 48, 28)
        anchors.rightMargin: Look.pick3(124, 48, 28)

        SignInHead {
            anchors.left: parent.left
            anchors.right: parent.right
            y: Look.pick(62, 28)
            app: page.app
        }

        Column {
            id: greeting

            y: Look.pick(222, 118)
            width: parent.width
            spacing: Look.pick(14, 8)

            KText {
                width: parent.width
                text: qsTr("Bonjour, qui prend la caisse ?")
                size: Fonts.greeting
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            Row {
                spacing: Sizes.s12

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "id-card"
                    color: Colors.ink2
                }

                KText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Touchez votre nom, ou scannez votre badge.")
                    size: Fonts.lead
                    color: Colors.ink2
                }
            }
        }

        GridView {
            id: tiles

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.rightMargin: -Look.pick(20, 10)
            anchors.top: greeting.bottom
            anchors.topMargin: Look.pick(44, 22)
            anchors.bottom: foot.top
            anchors.bottomMargin: Sizes.s12
            cellWidth: Math.floor(width / (Look.small ? 2 : 3))
            cellHeight: Sizes.signInTile + Look.pick(20, 10)
            clip: tiles.contentHeight > tiles.height
            interactive: tiles.contentHeight > tiles.height
            model: page.door.people

            delegate: PersonTile {
                width: tiles.cellWidth - Look.pick(20, 10)
                height: Sizes.signInTile
                onClicked: page.door.choose(personId)
            }
        }

        SignInFoot {
            id: foot

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Look.pick(40, 16)
            app: page.app
        }
    }

    PinPanel {
        id: pad

        visible: !page.app.faultPage
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Look.pick3(680, 476, 404)
        door: page.door
    }

    Loader {
        anchors.fill: parent
        active: page.app.faultPage

        sourceComponent: FaultPage {
            app: page.app
        }
    }

    // Nobody can sign in while the journal takes nothing: the way out of that is asked for at the door.
    Loader {
        anchors.fill: parent
        active: page.app.faultPage && page.app.approval !== null

        sourceComponent: ApprovalSheet {
            approval: page.app.approval
        }
    }
}
