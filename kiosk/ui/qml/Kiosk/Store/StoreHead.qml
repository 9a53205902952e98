pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The head of a page of the store: its title, the day, and the tabs.
RowLayout {
    id: head

    required property StoreViewModel store
    required property string title
    property string detail: ""
    readonly property var tabs: [
        {
            "name": qsTr("Tableau"),
            "icon": "layout-dashboard",
            "step": 0
        },
        {
            "name": qsTr("Stock"),
            "icon": "package",
            "step": 1
        },
        {
            "name": qsTr("Transferts"),
            "icon": "truck",
            "step": 5
        },
        {
            "name": qsTr("Registres"),
            "icon": "landmark",
            "step": 3
        }
    ]

    spacing: Look.pick(16, 10)

    KText {
        Layout.alignment: Qt.AlignBaseline
        text: head.title
        size: Fonts.title
        weight: Fonts.bold
    }

    KText {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignBaseline
        text: head.detail
        size: Fonts.bodyPlus
        color: Colors.ink2
        elide: Text.ElideRight
    }

    Repeater {
        model: head.store.recordsOnly ? [] : head.tabs.filter(tab => tab.step !== 5 || head.store.movesUnits)

        Button {
            id: tab

            required property var modelData

            Layout.preferredHeight: Look.pick(56, 56)
            role: Button.Role.Quiet
            chosen: head.store.step === tab.modelData.step || (tab.modelData.step === 3 && (head.store.step === 4 || head.store.step === 6))
            iconName: tab.modelData.icon
            text: tab.modelData.name
            Accessible.role: Accessible.PageTab
            onClicked: head.store.show(tab.modelData.step)
        }
    }
}
