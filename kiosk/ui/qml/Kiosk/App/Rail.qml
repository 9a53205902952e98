import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Left edge: the three workspaces, training, then the person (touch to lock or to change; a badge changes at once).
Rectangle {
    id: rail

    required property AppViewModel app

    signal trainingWanted

    implicitWidth: Sizes.rail
    color: Colors.well

    Logo {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Look.pick(26, 16)
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Look.pick(112, 84)
        spacing: Look.pick(12, 8)

        RailTab {
            text: qsTr("Vente")
            visible: !rail.app.recordsOnly
            iconName: "shopping-basket"
            here: rail.app.workspace === "sale" && !rail.app.faultPage
            onClicked: rail.app.openWorkspace("sale")
        }

        RailTab {
            text: qsTr("Diagnostic")
            visible: !rail.app.recordsOnly
            iconName: "stethoscope"
            here: rail.app.workspace === "diagnostic" && !rail.app.faultPage
            onClicked: rail.app.openWorkspace("diagnostic")
        }

        RailTab {
            text: qsTr("Magasin")
            iconName: "store"
            here: rail.app.workspace === "store" && !rail.app.faultPage
            onClicked: rail.app.openWorkspace("store")
        }
    }

    RailTab {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: person.top
        anchors.bottomMargin: Look.pick(12, 6)
        visible: rail.app.mayTrain
        enabled: !rail.app.trainingBusy
        text: rail.app.training ? qsTr("Quitter") : qsTr("Formation")
        spoken: rail.app.training ? qsTr("Quitter l’entraînement") : qsTr("S’entraîner")
        iconName: rail.app.training ? "arrow-left" : "graduation-cap"
        onClicked: rail.app.training ? rail.app.train() : rail.trainingWanted()
    }

    Touchable {
        id: person

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Look.pick(20, 10)
        width: Sizes.railTab
        height: Look.pick(100, 86)
        radius: Sizes.radiusTile
        spoken: qsTr("%1, verrouiller ou changer de personne").arg(rail.app.personName)
        onClicked: rail.app.lock()

        background: Rectangle {
            radius: person.radius
            color: person.down ? Colors.line : Colors.none
        }

        contentItem: Item {
            Rectangle {
                id: face

                anchors.horizontalCenter: parent.horizontalCenter
                y: Look.pick(6, 2)
                width: Look.pick(60, 56)
                height: width
                radius: width / 2
                color: Colors.surface
                border.width: Sizes.edge
                border.color: Colors.control

                KText {
                    anchors.centerIn: parent
                    text: rail.app.personInitials
                    size: Fonts.bodyPlus
                    weight: Fonts.semibold
                    Accessible.ignored: true
                }

                Rectangle {
                    x: parent.width - width * 0.72
                    y: parent.height - height * 0.86
                    width: Look.px(24)
                    height: width
                    radius: width / 2
                    color: Colors.inverse
                    border.width: Sizes.edgeStrong
                    border.color: Colors.well

                    Icon {
                        anchors.centerIn: parent
                        name: "lock"
                        size: Look.px(13)
                        color: Colors.inverseInk
                    }
                }
            }

            KText {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: face.bottom
                anchors.topMargin: Look.pick(6, 4)
                text: rail.app.personName
                size: Fonts.small
                weight: Fonts.medium
                Accessible.ignored: true
            }
        }
    }
}
