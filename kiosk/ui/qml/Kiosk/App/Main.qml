pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The one window. It tells the style what the screen is, and shows the stage that is up.
Window {
    id: main

    required property AppViewModel app

    minimumWidth: 1024
    minimumHeight: 640
    color: Colors.ground
    title: main.app.shopName === "" ? qsTr("Borne") : qsTr("%1, %2").arg(main.app.shopName).arg(main.app.tillName)

    Binding {
        target: Look
        property: "dark"
        value: main.app.dark
    }

    Binding {
        target: Look
        property: "training"
        value: main.app.training
    }

    Binding {
        target: Look
        property: "motion"
        value: main.app.motion
    }

    Binding {
        target: Look
        property: "pxPerMm"
        value: main.app.pxPerMm
    }

    Binding {
        target: main.app
        property: "dialogOpen"
        value: Dialogs.count > 0
    }

    Binding {
        target: Look
        property: "windowWidth"
        value: main.width
    }

    Binding {
        target: Look
        property: "windowHeight"
        value: main.height
    }

    Item {
        id: paper

        transform: Translate {
            y: -keyboard.lift
        }
        anchors.fill: parent
        anchors.topMargin: main.app.training ? Sizes.trainingFrame : 0
        anchors.bottomMargin: anchors.topMargin
        anchors.leftMargin: anchors.rightMargin
        anchors.rightMargin: Look.pick3(anchors.topMargin, anchors.topMargin, 0)

        TrainingBand {
            id: band

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: shell.visible ? Sizes.rail : 0
            visible: main.app.training
        }

        // Made once there are pages behind the door, while people choose their name; then it stays, so that a lock loses nothing.
        Loader {
            id: shell

            readonly property bool wanted: main.app.stage === "work" || main.app.sale !== null

            anchors.fill: parent
            active: false
            asynchronous: main.app.stage !== "work"
            visible: main.app.stage === "work"
            enabled: shell.visible
            focus: shell.visible
            Component.onCompleted: shell.make()
            onWantedChanged: shell.make()

            function make(): void {
                if (shell.wanted)
                    shell.active = true;
            }

            sourceComponent: Shell {
                topInset: main.app.training ? band.height : 0
                app: main.app
            }
        }

        Loader {
            anchors.fill: parent
            anchors.topMargin: main.app.training ? band.height : 0
            active: main.app.stage === "signIn"
            focus: active

            sourceComponent: SignInPage {
                app: main.app
            }
        }

        Loader {
            anchors.fill: parent
            active: main.app.stage === "setup"
            focus: active

            sourceComponent: SetupPage {
                app: main.app
            }
        }
    }

    NoticeHost {
        app: main.app
    }

    KeyboardHost {
        id: keyboard

        anchors.fill: parent
        language: main.app.language
        fingers: main.app.fingers
        focused: main.activeFocusItem
    }

    TrainingVeil {
        anchors.fill: parent
        visible: main.app.training
    }
}
