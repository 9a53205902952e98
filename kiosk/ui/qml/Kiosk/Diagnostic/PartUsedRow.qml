import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A part of the price book: put in or not, and then what it cost, whether it is genuine, and the supplier's invoice that says so.
GridLayout {
    id: row

    required property string part
    required property string name
    required property string cost
    required property bool chosen
    required property bool genuine
    required property string reference

    signal toggled
    signal genuineSaid(bool genuine)
    signal costWritten(string text)
    signal referenceWritten(string text)

    columns: Look.small ? 2 : 4
    columnSpacing: Look.pick(16, 8)
    rowSpacing: Sizes.s8

    ToggleTile {
        Layout.preferredWidth: Look.pick3(280, 200, 168)
        implicitHeight: Sizes.controlInRow
        text: row.name
        figure: Look.pick(20, 16)
        chosen: row.chosen
        onClicked: row.toggled()
    }

    KText {
        Layout.fillWidth: true
        visible: !row.chosen
        text: row.cost
        size: Fonts.body
        color: Colors.ink2
    }

    Field {
        Layout.preferredWidth: Look.pick3(150, 110, 96)
        Layout.maximumWidth: Look.pick3(150, 110, 96)
        visible: row.chosen
        fieldHeight: Sizes.controlInRow
        spoken: qsTr("Coût, %1").arg(row.name)
        alignRight: true
        text: row.cost
        onAccepted: row.costWritten(text)
        onEdited: row.costWritten(text)
    }

    ToggleTile {
        Layout.preferredWidth: Look.pick3(170, 116, 168)
        visible: row.chosen
        implicitHeight: Sizes.controlInRow
        text: qsTr("D’origine")
        spoken: qsTr("D’origine, %1").arg(row.name)
        figure: Look.pick(18, 16)
        chosen: row.genuine
        onClicked: row.genuineSaid(!row.genuine)
    }

    Field {
        Layout.fillWidth: true
        visible: row.chosen
        fieldHeight: Sizes.controlInRow
        spoken: qsTr("Facture du fournisseur, %1").arg(row.name)
        placeholder: qsTr("Facture")
        text: row.reference
        onEdited: row.referenceWritten(text)
    }
}
