import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The identity document before the camera: read by itself as soon as its strip is seen whole. No picture is kept.
Sheet {
    id: sheet

    required property StripViewModel strip

    title: qsTr("Présentez la bande <<< à la caméra")
    open: sheet.strip.seen
    sheetWidth: Look.pick3(1400, 1100, 920)
    onCloseRequested: sheet.strip.close()
    onVisibleChanged: {
        if (!sheet.visible && sheet.strip)
            sheet.strip.close();
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        Viewfinder {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick3(700, 460, 440)
            finder: sheet.strip.finder
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            KText {
                Layout.fillWidth: true
                text: sheet.strip.hint !== "" ? sheet.strip.hint : qsTr("Posez la pièce à plat, la bande nette et bien éclairée. Elle se lit seule ; aucune image n’est gardée.")
                size: Fonts.small
                color: sheet.strip.hint !== "" ? Colors.wait : Colors.ink2
                wrapMode: Text.WordWrap
            }

            Button {
                Layout.preferredHeight: Sizes.control
                iconName: "keyboard"
                text: qsTr("Taper à la main")
                onClicked: sheet.strip.close()
            }
        }
    }
}
