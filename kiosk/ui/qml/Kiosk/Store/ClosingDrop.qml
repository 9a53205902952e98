import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What becomes of the cash tonight: all of it stays, or the float stays and the rest goes to the safe in a numbered envelope.
ColumnLayout {
    id: drop

    required property ClosingViewModel closing

    spacing: Sizes.s8

    KText {
        text: qsTr("Les espèces ce soir")
        size: Fonts.body
        weight: Fonts.semibold
    }

    RowLayout {
        Layout.fillWidth: true
        uniformCellSizes: true
        spacing: Sizes.tileGap

        ToggleTile {
            Layout.fillWidth: true
            figure: Fonts.body
            text: qsTr("Tout reste")
            fact: Look.large ? qsTr("dans le tiroir") : ""
            chosen: !drop.closing.drops
            onClicked: drop.closing.dropRest(false)
        }

        ToggleTile {
            Layout.fillWidth: true
            figure: Fonts.body
            text: drop.closing.drops ? qsTr("%1 au coffre").arg(drop.closing.dropped) : qsTr("Le reste au coffre")
            fact: Look.large ? qsTr("%1 restent").arg(drop.closing.usual) : ""
            chosen: drop.closing.drops
            onClicked: drop.closing.dropRest(true)
        }
    }

    Field {
        visible: drop.closing.drops
        Layout.fillWidth: true
        placeholder: qsTr("Numéro de l’enveloppe")
        maximumLength: 30
        onEdited: drop.closing.nameEnvelope(text)
    }
}
