pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Not all that is known names the same model: who says which, and how often the chain has seen it, before anything is begun.
Rectangle {
    id: doubt

    required property IdentifiedViewModel found
    readonly property string tone: doubt.found.copied ? "bad" : "wait"

    implicitHeight: lines.implicitHeight + 2 * Sizes.s16
    radius: Sizes.radiusCard
    color: Colors.tintOf(doubt.tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: heading.text

    Column {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Sizes.s16
        spacing: Sizes.textGap

        KText {
            id: heading

            width: parent.width
            text: doubt.found.copied ? qsTr("Ce numéro est déjà passé chez nous sur un autre modèle : copie possible") : qsTr("Ce numéro ne dit pas partout le même modèle")
            size: Fonts.bodyPlus
            weight: Fonts.semibold
            color: Colors.of(doubt.tone)
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: doubt.found.claims

            KText {
                required property string voice
                required property string model
                required property int confirmations

                width: lines.width
                text: DiagnosticWords.claim(voice, model, confirmations)
                size: Fonts.body
                wrapMode: Text.WordWrap
            }
        }

        KText {
            width: parent.width
            text: qsTr("Comparez avec l’appareil et sa coque avant de choisir.")
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }
    }
}
