import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Kiosk.Controls
import Kiosk.Style
import Kiosk.ViewModels

// The demo's second window: what lies on the counter, which cables are in, and the paper that came out.
Window {
    id: counter

    required property CounterViewModel viewModel

    title: qsTr("Comptoir virtuel")
    x: 1390
    y: 20
    width: 520
    height: 1000
    color: Colors.well
    visible: true

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Sizes.s16
        spacing: Sizes.s16

        KText {
            Layout.fillWidth: true
            text: qsTr("Comptoir virtuel")
            size: Fonts.heading
            weight: Fonts.bold
        }
        KText {
            Layout.fillWidth: true
            text: qsTr("Touchez un objet : le lecteur le lit, comme au magasin.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.Wrap
        }
        KText {
            Layout.fillWidth: true
            text: qsTr("Code d’installation de la borne : %1").arg(counter.viewModel.enrolmentCode)
            size: Fonts.body
            weight: Fonts.semibold
            wrapMode: Text.Wrap
        }
        CounterSwitches {
            Layout.fillWidth: true
            viewModel: counter.viewModel
        }
        CounterTerminal {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primary + Sizes.control
            viewModel: counter.viewModel
        }
        CounterPhotos {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primary + Sizes.s16
            viewModel: counter.viewModel
        }
        RowLayout {
            spacing: Sizes.s16

            CounterThings {
                Layout.fillWidth: true
                Layout.fillHeight: true
                viewModel: counter.viewModel
            }
            CounterPapers {
                Layout.preferredWidth: 200
                Layout.fillHeight: true
                viewModel: counter.viewModel
            }
        }
    }
}
