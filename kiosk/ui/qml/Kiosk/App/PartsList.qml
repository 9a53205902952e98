pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The parts of the kiosk, each with how it is; touching one opens its page.
Card {
    id: list

    required property AppViewModel app

    padding: Look.pick(14, 8)
    radius: Sizes.radiusSheet

    KText {
        id: listTitle

        x: Sizes.s16
        y: Look.pick(14, 8)
        text: qsTr("État de la borne")
        size: Fonts.label
        weight: Fonts.semibold
    }

    ListView {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: listTitle.bottom
        anchors.topMargin: Look.pick(20, 8)
        anchors.bottom: parent.bottom
        clip: true
        interactive: contentHeight > height
        model: list.app.status.parts

        delegate: ListRow {
            id: part

            required property string key
            required property string condition
            required property string since
            required property int count
            required property var model

            width: ListView.view.width
            height: Math.max(Look.pick(96, 72), implicitHeight)
            bare: true
            separator: false
            chevron: true
            iconName: part.model.iconName
            tone: part.model.tone !== "" ? part.model.tone : part.model.idle ? "" : "ok"
            chosen: part.model.chosen
            title: StatusWords.part(key)
            subtitle: StatusWords.condition(key, condition, since, count)
            subtitleIcon: part.model.idle ? "circle-dashed" : tone === "ok" ? "circle-check" : tone === "wait" ? "triangle-alert" : "circle-x"
            onClicked: list.app.openFault(key)
        }
    }
}
