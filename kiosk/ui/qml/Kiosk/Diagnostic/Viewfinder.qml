import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What the camera sees now, or why it sees nothing.
Rectangle {
    id: view

    required property ViewfinderViewModel finder

    radius: Sizes.radiusTile
    color: Colors.well
    border.width: Sizes.hair
    border.color: Colors.line
    Accessible.role: Accessible.Graphic
    Accessible.name: view.finder.fault !== "" ? view.finder.fault : qsTr("Image de la caméra")

    Image {
        anchors.fill: parent
        anchors.margins: Sizes.hair
        visible: view.finder.frame !== ""
        source: view.finder.frame
        fillMode: Image.PreserveAspectFit
        cache: false
        asynchronous: true
        retainWhileLoading: true
        Accessible.ignored: true
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Sizes.s24, Look.px(520))
        visible: view.finder.frame === ""
        spacing: Sizes.s12

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: view.finder.fault === "" ? "camera" : "unplug"
            size: Sizes.iconChoice
            color: view.finder.fault === "" ? Colors.ink2 : Colors.wait
        }

        KText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: view.finder.fault === "" ? qsTr("La caméra s’allume…") : view.finder.fault
            size: Fonts.label
            weight: Fonts.semibold
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }

        KText {
            Layout.fillWidth: true
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: view.finder.todo
            size: Fonts.small
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }
    }
}
