pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Style
import Kiosk.ViewModels

// What can be held before the camera: a touch, and the next photo shows it. Untouched, the camera finds each view by itself.
Card {
    id: photos

    required property CounterViewModel viewModel

    padding: Sizes.s8

    ListView {
        anchors.fill: parent
        clip: true
        spacing: Sizes.s8
        orientation: ListView.Horizontal
        model: photos.viewModel.photos
        boundsBehavior: Flickable.StopAtBounds

        delegate: Touchable {
            id: photo

            required property string slot
            required property string picture
            required property bool held

            width: Sizes.control
            height: ListView.view.height
            spoken: qsTr("Photo à présenter : %1").arg(photo.slot)
            onClicked: photos.viewModel.present(photo.slot)

            contentItem: Image {
                source: photo.picture
                fillMode: Image.PreserveAspectFit
                opacity: photo.held ? 1 : 0.75
                Accessible.ignored: true
            }
        }
    }
}
