import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Which safety tester gives the number: what stands on its sticker. Typed once, remembered for the next measures.
RowLayout {
    id: line

    required property TesterViewModel tester

    spacing: Look.pick(24, 14)

    Field {
        Layout.fillWidth: true
        fieldHeight: Sizes.controlInRow
        label: qsTr("N° de série du testeur")
        text: line.tester.serial
        placeholder: "0104-4711"
        onEdited: line.tester.writeSerial(text)
    }

    Field {
        Layout.fillWidth: true
        fieldHeight: Sizes.controlInRow
        label: qsTr("Étalonné le")
        text: line.tester.calibrated
        placeholder: qsTr("jj/mm/aaaa")
        onEdited: line.tester.writeCalibrated(text)
    }
}
