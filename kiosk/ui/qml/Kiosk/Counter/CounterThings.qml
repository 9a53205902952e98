pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// Everything with a code on it; touching a row holds the scanner over it.
Card {
    id: things

    required property CounterViewModel viewModel

    padding: 0

    ListView {
        anchors.fill: parent
        clip: true
        model: things.viewModel.things
        boundsBehavior: Flickable.StopAtBounds

        delegate: ListRow {
            id: row

            required property string code
            required property string detail
            required title
            required iconName
            required property bool pluggable
            required property bool plugged

            width: ListView.view.width
            subtitle: detail
            onClicked: things.viewModel.scan(code)

            Button {
                visible: row.pluggable
                iconName: row.plugged ? "unplug" : "plug"
                chosen: row.plugged
                spoken: row.plugged ? qsTr("Débrancher %1").arg(row.title) : qsTr("Brancher %1").arg(row.title)
                onClicked: things.viewModel.plugPhone(row.code, !row.plugged)
            }
        }
    }
}
