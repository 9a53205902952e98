import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Style
import Kiosk.ViewModels

// The card terminal of the demo's counter: its cable, the amount that it shows, and what the customer does there.
Card {
    id: terminal

    required property CounterViewModel viewModel
    readonly property bool asks: terminal.viewModel.terminalAsks !== ""

    padding: Sizes.s8

    ColumnLayout {
        anchors.fill: parent
        spacing: Sizes.s8

        SwitchRow {
            Layout.fillWidth: true
            Layout.leftMargin: Sizes.s16
            text: terminal.asks ? qsTr("Le terminal affiche %1").arg(terminal.viewModel.terminalAsks) : qsTr("Terminal de carte branché")
            checked: terminal.viewModel.terminal
            onToggled: terminal.viewModel.setInPlace("terminal", checked)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s8

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Sizes.controlInRow
                enabled: terminal.asks
                text: qsTr("Carte")
                spoken: qsTr("La carte est acceptée")
                onClicked: terminal.viewModel.card("accepted")
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Sizes.controlInRow
                enabled: terminal.asks
                text: qsTr("Refusée")
                spoken: qsTr("La carte est refusée")
                onClicked: terminal.viewModel.card("refused")
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: Sizes.controlInRow
                enabled: terminal.asks
                text: qsTr("Rouge")
                spoken: qsTr("Touche rouge du terminal")
                onClicked: terminal.viewModel.card("given_up")
            }
        }
    }
}
