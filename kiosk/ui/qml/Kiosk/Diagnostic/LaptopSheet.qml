pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Several laptop reports lie on what is plugged in: the newest first.
Sheet {
    id: sheet

    required property LaptopsViewModel laptops

    title: qsTr("Quel ordinateur\u202f?")
    open: sheet.laptops.choosing
    sheetHeight: Look.pick(760, 560)
    onCloseRequested: sheet.laptops.close()

    ColumnLayout {
        anchors.fill: parent
        spacing: Sizes.s12

        KText {
            Layout.fillWidth: true
            text: qsTr("Rapports écrits par l’outil de la clé USB, le plus récent en premier.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: sheet.laptops.rows
            spacing: Sizes.tileGap
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            delegate: Button {
                required property string place
                required property string model
                required property string identifierTail

                width: ListView.view.width
                implicitHeight: Look.pick(76, 64)
                alignLeft: true
                iconName: "laptop"
                text: identifierTail === "" ? qsTr("%1 · sans numéro").arg(model) : qsTr("%1 · n° ···· %2").arg(model).arg(identifierTail)
                onClicked: sheet.laptops.choose(place)
            }
        }
    }
}
