import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A kept photo as large as the screen allows; arrows turn to the others of the step, and one that is not good is taken again.
Sheet {
    id: sheet

    required property PhotographingViewModel photographing
    required property bool busy

    title: DiagnosticWords.slot(sheet.photographing.viewed)
    open: sheet.photographing.viewed !== ""
    sheetWidth: Look.pick3(1720, 1300, 980)
    onCloseRequested: sheet.photographing.closeLarge()
    Keys.onLeftPressed: sheet.photographing.turn(-1)
    Keys.onRightPressed: sheet.photographing.turn(1)

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(22, 14)

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick3(770, 470, 450)
            radius: Sizes.radiusTile
            color: Colors.well

            Image {
                anchors.fill: parent
                source: sheet.photographing.large
                fillMode: Image.PreserveAspectFit
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Photo %1").arg(sheet.title)
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            Button {
                Layout.preferredHeight: Sizes.control
                Layout.preferredWidth: Look.pick(160, 110)
                visible: sheet.photographing.several
                iconName: "arrow-left"
                spoken: qsTr("Photo précédente")
                onClicked: sheet.photographing.turn(-1)
            }

            Button {
                Layout.preferredHeight: Sizes.control
                Layout.preferredWidth: Look.pick(160, 110)
                visible: sheet.photographing.several
                iconName: "arrow-right"
                spoken: qsTr("Photo suivante")
                onClicked: sheet.photographing.turn(1)
            }

            Item {
                Layout.fillWidth: true
            }

            Button {
                Layout.preferredHeight: Sizes.control
                iconName: "rotate-ccw"
                enabled: !sheet.busy
                text: qsTr("Reprendre la photo")
                onClicked: sheet.photographing.retake()
            }

            Button {
                Layout.preferredHeight: Sizes.control
                Layout.preferredWidth: Look.pick(220, 170)
                role: Button.Role.Primary
                iconName: "check"
                text: qsTr("Garder")
                onClicked: sheet.photographing.closeLarge()
            }
        }
    }
}
