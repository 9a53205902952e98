import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// What happened, what it means and what to do, with at most one action. Bottom of the working area, never over the primary action.
Rectangle {
    id: banner

    required property string title
    property string detail: ""
    property string tone: "accent"
    property string iconName: banner.tone === "ok" ? "circle-check" : banner.tone === "wait" ? "triangle-alert" : banner.tone === "bad" ? "circle-x" : "info"
    property string action: ""
    property string actionIcon: ""
    property bool closable: false

    signal actionRequested
    signal closeRequested

    implicitHeight: Math.max(Sizes.banner, row.implicitHeight + 2 * Sizes.s12)
    implicitWidth: row.implicitWidth + 2 * Sizes.s20
    radius: Sizes.radiusCard
    color: Colors.tintOf(banner.tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.detail === "" ? banner.title : banner.title + ". " + banner.detail

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Sizes.s24
        anchors.rightMargin: Sizes.s12
        spacing: Sizes.s16

        Icon {
            name: banner.iconName
            size: Look.pick(30, 28)
            color: Colors.of(banner.tone)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: banner.title
                size: Fonts.bodyPlus
                weight: Fonts.semibold
                color: Colors.of(banner.tone)
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }

            KText {
                Layout.fillWidth: true
                visible: banner.detail !== ""
                text: banner.detail
                size: Look.pick(17, 16)
                weight: Fonts.soft
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }
        }

        Button {
            visible: banner.action !== ""
            Layout.preferredHeight: Sizes.controlInRow
            text: banner.action
            iconName: banner.actionIcon
            onClicked: banner.actionRequested()
        }

        Button {
            visible: banner.closable
            Layout.preferredHeight: Sizes.controlInRow
            Layout.preferredWidth: Sizes.controlInRow
            iconName: "x"
            spoken: qsTr("Fermer l’avis")
            onClicked: banner.closeRequested()
        }
    }
}
