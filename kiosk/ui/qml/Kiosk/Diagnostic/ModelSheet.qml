pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A scanned number says the model, not always its storage and colour: the exact one is chosen here, the likeliest first.
Sheet {
    id: sheet

    required property DiagnosticViewModel bench

    title: qsTr("Quel modèle exactement ?")
    open: sheet.bench.choosingModel
    sheetHeight: Look.pick(860, 640)
    onCloseRequested: sheet.bench.closeModels()

    ListView {
        anchors.fill: parent
        model: sheet.bench.models
        spacing: Sizes.tileGap
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        header: KText {
            width: ListView.view.width
            bottomPadding: Sizes.s16
            text: qsTr("Numéro ···· %1 : lisez stockage et couleur sur l’appareil.").arg(sheet.bench.chosenTail)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        delegate: Button {
            required property string modelId
            required property string brand
            required property string model
            required property string storage
            required property string colour

            width: ListView.view.width
            implicitHeight: Look.pick(76, 64)
            alignLeft: true
            iconName: "smartphone"
            text: DiagnosticWords.device(model, storage, colour)
            onClicked: sheet.bench.chooseModel(modelId)
        }
    }
}
