import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The kiosk's own microphone and loudspeaker: it listens to the device's three notes, and plays them for the device.
Rectangle {
    id: row

    required property CounterSoundViewModel sound

    implicitHeight: content.implicitHeight + 2 * Sizes.s12
    radius: Sizes.radiusTile
    color: Colors.well

    ColumnLayout {
        id: content

        anchors.fill: parent
        anchors.margins: Sizes.s12
        spacing: Sizes.s8

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s12

            Icon {
                name: row.sound.heard === "pass" ? "circle-check" : row.sound.heard === "" ? "audio-lines" : "triangle-alert"
                size: Look.pick(28, 22)
                color: Colors.of(row.sound.heard === "pass" ? "ok" : row.sound.heard === "" ? "" : "wait")
            }

            KText {
                Layout.fillWidth: true
                text: row.words()
                size: Look.pick(19, 16)
                wrapMode: Text.WordWrap
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s12

            Button {
                Layout.preferredHeight: Sizes.controlInRow
                Layout.fillWidth: true
                iconName: "mic"
                text: row.sound.doing === "listening" ? qsTr("À l’écoute…") : row.sound.heard === "" ? qsTr("Écouter l’appareil") : qsTr("Écouter encore")
                enabled: row.sound.doing === ""
                onClicked: row.sound.listen()
            }

            Button {
                Layout.preferredHeight: Sizes.controlInRow
                Layout.fillWidth: true
                iconName: "volume-2"
                text: row.sound.doing === "playing" ? qsTr("Trois notes…") : qsTr("Jouer les notes")
                enabled: row.sound.doing === ""
                onClicked: row.sound.play()
            }

            Button {
                Layout.preferredHeight: Sizes.controlInRow
                visible: row.sound.heard === "weak" && !row.sound.noted
                text: qsTr("Noter trop faible")
                enabled: row.sound.doing === ""
                onClicked: row.sound.noteWeak()
            }
        }
    }

    function words(): string {
        switch (row.sound.heard) {
        case "pass":
            return qsTr("La borne a entendu les trois notes : %1.").arg(row.sound.figure);
        case "weak":
            return row.sound.noted ? qsTr("Noté : haut-parleur trop faible, %1.").arg(row.sound.figure) : qsTr("Trop faible : %1, il en faut 12. Montez le volume, approchez le haut-parleur du micro.").arg(row.sound.figure);
        case "mute":
            return qsTr("Le micro de la borne n’entend rien du tout : vérifiez qu’il n’est pas coupé.");
        case "overdriven":
            return qsTr("Trop fort pour le micro de la borne : éloignez l’appareil et recommencez.");
        case "no_notes":
            return qsTr("La borne n’a pas entendu trois notes. Volume à fond, puis touchez « Jouer » sur l’appareil pendant l’écoute.");
        default:
            return qsTr("Quand l’appareil le demande, la borne l’écoute ou joue pour lui. Rien n’est enregistré.");
        }
    }
}
