pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls

// The striped band above the strip in training, with its one sentence.
Rectangle {
    id: band

    implicitHeight: Sizes.trainingBand - Sizes.trainingFrame
    height: implicitHeight
    color: Colors.train
    clip: true
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence.text

    Row {
        spacing: Sizes.s24

        Repeater {
            model: Math.ceil(band.width / (Sizes.s24 + Sizes.s16)) + 2

            Rectangle {
                width: Sizes.s16
                height: band.height * 2
                y: -band.height / 2
                rotation: 30
                color: Colors.trainStripe
            }
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: words.width + 2 * Sizes.s24
        height: parent.height
        color: Colors.train
    }

    Row {
        id: words

        anchors.centerIn: parent
        spacing: Sizes.s12

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "graduation-cap"
            color: Colors.trainInk
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("MODE FORMATION")
            size: Fonts.body
            weight: Fonts.bold
            color: Colors.trainInk
        }

        KText {
            id: sentence

            anchors.verticalCenter: parent.verticalCenter
            text: Look.small ? qsTr("rien n’est vendu ni encaissé") : qsTr("rien n’est vendu, rien n’est encaissé, chaque papier porte « FORMATION »")
            size: Fonts.body
            weight: Fonts.medium
            color: Colors.trainInk
        }
    }
}
