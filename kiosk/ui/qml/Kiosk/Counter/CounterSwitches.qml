import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Style
import Kiosk.ViewModels

// The cables and the paper of the demo's counter, and which scanner is in the hand.
Card {
    id: switches

    required property CounterViewModel viewModel

    GridLayout {
        width: parent.width
        columns: 1
        columnSpacing: Sizes.s24

        SwitchRow {
            Layout.fillWidth: true
            text: qsTr("Réseau branché")
            checked: switches.viewModel.network
            onToggled: switches.viewModel.setInPlace("network", checked)
        }
        SwitchRow {
            Layout.fillWidth: true
            text: qsTr("Papier dans l’imprimante")
            checked: switches.viewModel.paper
            onToggled: switches.viewModel.setInPlace("paper", checked)
        }
        SwitchRow {
            Layout.fillWidth: true
            text: qsTr("Imprimante allumée")
            checked: switches.viewModel.printer
            onToggled: switches.viewModel.setInPlace("printer", checked)
        }
        SwitchRow {
            Layout.fillWidth: true
            text: qsTr("Lecteur clavier (sinon série)")
            checked: switches.viewModel.byWedge
            onToggled: switches.viewModel.useWedge(checked)
        }
    }
}
