pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Style
import Kiosk.ViewModels

// The papers that came out of the printer, newest first.
Item {
    id: papers

    required property CounterViewModel viewModel

    EmptyState {
        anchors.centerIn: parent
        width: parent.width
        visible: papers.viewModel.paperCount === 0
        iconName: "printer"
        title: qsTr("Le papier sortira ici")
    }

    ListView {
        anchors.fill: parent
        clip: true
        spacing: Sizes.s16
        model: papers.viewModel.papers

        delegate: Image {
            required property string picture
            required property string name

            width: ListView.view.width
            fillMode: Image.PreserveAspectFit
            source: picture
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Papier %1").arg(name)
        }
    }
}
