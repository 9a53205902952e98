pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Where files go: the till's own folder, or a drive that is plugged in.
ColumnLayout {
    id: choice

    required property RecordsViewModel records

    spacing: Sizes.s8

    KText {
        Layout.fillWidth: true
        visible: places.count < 2
        text: qsTr("Dans le dossier de la borne. Branchez une clé USB pour l’emporter.")
        size: Fonts.small
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }

    Flow {
        Layout.fillWidth: true
        visible: places.count > 1
        spacing: Sizes.tileGap

        Repeater {
            id: places

            model: choice.records.folders

            ToggleTile {
                required property string path
                required property string name
                required property var model

                height: Sizes.filterChip
                figure: Fonts.body
                iconName: name === "" ? "hard-drive" : "usb"
                text: name === "" ? qsTr("Cette borne") : name
                chosen: model.chosen
                onClicked: choice.records.chooseFolder(path)
            }
        }
    }
}
