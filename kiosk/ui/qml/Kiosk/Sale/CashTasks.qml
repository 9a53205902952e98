pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What can be done with the drawer, and which of it is up.
ColumnLayout {
    id: tasks

    required property CashViewModel cash

    spacing: Sizes.tileGap

    KText {
        Layout.fillWidth: true
        text: qsTr("Caisse")
        size: Fonts.title
        weight: Fonts.bold
    }

    KText {
        Layout.fillWidth: true
        Layout.bottomMargin: Sizes.s8
        text: !Look.large ? qsTr("depuis %1").arg(tasks.cash.openedAt) : qsTr("%1 · ouverte à %2").arg(tasks.cash.sessionNumber).arg(tasks.cash.openedAt)
        size: Fonts.small
        color: Colors.ink2
        elide: Text.ElideRight
    }

    Repeater {
        model: 8

        Button {
            required property int index

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Look.pick(88, 64)
            alignLeft: true
            iconName: CashWords.icons[index]
            text: CashWords.task(index)
            chosen: tasks.cash.task === index
            onClicked: tasks.cash.choose(index)
        }
    }

    Item {
        Layout.fillHeight: true
    }
}
