pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The camera's picture large, the view to show beside it: Enter or a tap takes it and leads to the next view that is missing.
Sheet {
    id: sheet

    required property PhotographingViewModel photographing
    required property var photos
    required property bool busy
    property string front: ""
    property string notice: ""
    readonly property bool ready: sheet.photographing.finder.frame !== "" && !sheet.busy

    title: qsTr("Photo : %1").arg(DiagnosticWords.slot(sheet.photographing.aimed))
    open: sheet.photographing.aimed !== ""
    sheetWidth: Look.pick3(1560, 1220, 940)
    onCloseRequested: sheet.photographing.closeFinder()
    onVisibleChanged: {
        if (!sheet.visible && sheet.photographing)
            sheet.photographing.closeFinder();
    }
    Keys.onReturnPressed: sheet.photographing.shoot()
    Keys.onEnterPressed: sheet.photographing.shoot()
    Keys.onSpacePressed: sheet.photographing.shoot()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(22, 14)

        RowLayout {
            Layout.fillWidth: true
            spacing: Look.pick(28, 18)

            Viewfinder {
                Layout.fillWidth: true
                Layout.preferredHeight: Look.pick3(690, 470, 400)
                finder: sheet.photographing.finder
            }

            ColumnLayout {
                Layout.preferredWidth: Look.pick3(280, 220, 190)
                Layout.maximumWidth: Look.pick3(280, 220, 190)
                Layout.alignment: Qt.AlignTop
                spacing: Sizes.s12

                KText {
                    Layout.fillWidth: true
                    text: qsTr("À montrer")
                    size: Fonts.small
                    weight: Fonts.semibold
                    color: Colors.ink2
                }

                DeviceDrawing {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredHeight: Look.pick3(220, 150, 120)
                    Layout.preferredWidth: Layout.preferredHeight
                    name: PhotoWords.drawing(sheet.photographing.aimed, sheet.front)
                }

                KText {
                    Layout.fillWidth: true
                    text: PhotoWords.hint(sheet.photographing.aimed)
                    size: Fonts.small
                    wrapMode: Text.WordWrap
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Sizes.s8

                    Repeater {
                        model: sheet.photos

                        Button {
                            required property string slot
                            required property string picture
                            required property string defect

                            width: Sizes.controlInRow
                            height: Sizes.controlInRow
                            iconName: picture !== "" ? "check" : slot === sheet.photographing.aimed ? "camera" : "circle"
                            spoken: qsTr("Photo %1").arg(defect === "" ? DiagnosticWords.slot(slot) : defect)
                            onClicked: sheet.photographing.aim(slot)
                        }
                    }
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            KText {
                Layout.fillWidth: true
                text: sheet.notice !== "" ? sheet.notice : qsTr("Entrée prend la photo, Échap revient.")
                size: Fonts.small
                color: sheet.notice !== "" ? Colors.bad : Colors.ink2
                wrapMode: Text.WordWrap
            }

            Button {
                Layout.preferredWidth: Look.pick3(380, 300, 260)
                Layout.preferredHeight: Sizes.actionBar
                role: Button.Role.Primary
                iconName: "camera"
                enabled: sheet.ready
                text: qsTr("Prendre la photo")
                onClicked: sheet.photographing.shoot()
            }
        }
    }
}
