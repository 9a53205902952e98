import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// Bottom of every guided or deep page: back at the left, other actions after it (children), air, the next action at the right.
Item {
    id: bar

    property string backText: ""
    property string backIcon: "arrow-left"
    property bool backVisible: true
    property real backWidth: Look.pick(160, 64)
    property string nextText: ""
    property string nextIcon: ""
    property string nextTrailingIcon: "arrow-right"
    property string nextFact: ""
    property bool nextEnabled: true
    property bool nextVisible: bar.nextText !== ""
    property real nextWidth: Sizes.offerWidth
    default property alias actions: middle.data

    signal backRequested
    signal nextRequested

    implicitHeight: Sizes.actionBar
    implicitWidth: row.implicitWidth

    RowLayout {
        id: row

        anchors.fill: parent
        spacing: Look.pick(16, 10)

        Button {
            visible: bar.backVisible
            Layout.preferredWidth: bar.backWidth
            Layout.fillHeight: true
            iconName: bar.backIcon
            text: bar.backWidth >= Look.px(130) ? bar.backText : ""
            spoken: bar.backText
            onClicked: bar.backRequested()
        }

        RowLayout {
            id: middle

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Look.pick(24, 10)
            Layout.rightMargin: Sizes.actionAir
            spacing: Look.pick(16, 10)
        }

        Button {
            visible: bar.nextVisible
            Layout.preferredWidth: Math.max(bar.nextWidth, implicitWidth)
            Layout.fillHeight: true
            role: Button.Role.Primary
            enabled: bar.nextEnabled
            text: bar.nextText
            fact: bar.nextFact
            iconName: bar.nextIcon
            trailingIcon: bar.nextFact === "" ? bar.nextTrailingIcon : ""
            onClicked: bar.nextRequested()
        }
    }
}
