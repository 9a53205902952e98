pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What holds a unit back: why, what to do, since when and by whom; the answer is said here by who may.
ColumnLayout {
    id: list

    required property HoldsViewModel holds

    spacing: Look.pick(10, 6)
    visible: list.holds.held || list.holds.trouble !== ""

    Banner {
        Layout.fillWidth: true
        visible: list.holds.trouble !== ""
        tone: "wait"
        title: qsTr("Rien n’a changé")
        detail: list.holds.trouble
    }

    Repeater {
        model: list.holds.rows

        Banner {
            required property string reason
            required property string todo
            required property string day
            required property string clock
            required property string name
            required property bool hazard
            required property bool endable
            required property var model

            Layout.fillWidth: true
            tone: hazard ? "bad" : "wait"
            iconName: hazard ? "triangle-alert" : "shield"
            title: model.title
            detail: qsTr("%1 Depuis le %2 à %3, par %4.").arg(todo).arg(day).arg(clock).arg(name)
            action: endable ? qsTr("Réponse reçue") : ""
            actionIcon: endable ? "check" : ""
            onActionRequested: list.holds.askEnd(reason)
        }
    }
}
