pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A scanned number says the model, not always its storage and colour: the exact one is chosen here, the likeliest first. What the device
// says of itself, and who disagrees, stands above.
Sheet {
    id: sheet

    required property DiagnosticViewModel bench
    readonly property IdentifiedViewModel found: sheet.bench.identified

    title: qsTr("Quel modèle exactement ?")
    open: sheet.bench.choosingModel
    sheetHeight: Look.pick(860, 640)
    onCloseRequested: sheet.bench.closeModels()

    ColumnLayout {
        anchors.fill: parent
        spacing: Sizes.s12

        KText {
            Layout.fillWidth: true
            text: qsTr("Numéro ···· %1 : lisez stockage et couleur sur l’appareil.").arg(sheet.found.identifierTail)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Banner {
            Layout.fillWidth: true
            visible: sheet.found.unsold
            tone: "wait"
            title: qsTr("%1 : pas au catalogue de la chaîne").arg(sheet.found.named)
            detail: qsTr("C’est le nom que l’appareil se donne. S’il porte un autre nom chez nous, choisissez-le ; sinon, ne le reprenez pas.")
        }

        PastLine {
            Layout.fillWidth: true
            past: sheet.bench.past
        }

        ModelDoubt {
            Layout.fillWidth: true
            visible: sheet.found.doubted
            found: sheet.found
        }

        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: sheet.found.models
            spacing: Sizes.tileGap
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            onCountChanged: positionViewAtBeginning()

            delegate: Button {
                required property string modelId
                required property string brand
                required property string model
                required property string storage
                required property string colour
                required property bool likely

                width: ListView.view.width
                implicitHeight: Look.pick(76, 64)
                role: likely ? Button.Role.Primary : Button.Role.Secondary
                alignLeft: true
                iconName: "smartphone"
                text: DiagnosticWords.device(model, storage, colour)
                onClicked: sheet.bench.chooseModel(modelId)
            }
        }
    }
}
