import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// A counted amount: the figure, the number pad, and the one next action. For the float in the morning and the count at night.
Rectangle {
    id: pad

    required property string title
    required property string amount
    required property string next
    property string detail: ""
    property string separator: ","
    property bool nextEnabled: true
    property bool nextVisible: true
    property bool decimal: true
    readonly property bool narrow: pad.width < Look.px(330)

    signal typed(string character)
    signal erased
    signal nextRequested

    radius: Sizes.radiusSheet
    color: Colors.surface
    border.width: Sizes.hair
    border.color: Colors.line

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Look.pick(26, 14)
        spacing: Look.pick(20, 10)

        KText {
            text: pad.title
            size: Fonts.bodyPlus
            weight: Fonts.semibold
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick(120, 84)
            radius: Sizes.radiusControl
            color: Colors.surface
            border.width: Sizes.focusWidth
            border.color: Colors.accent

            KText {
                x: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                visible: !pad.narrow
                text: pad.detail
                size: Fonts.small
                color: Colors.ink2
            }

            MoneyText {
                anchors.right: parent.right
                anchors.rightMargin: Sizes.s20
                anchors.verticalCenter: parent.verticalCenter
                amount: pad.amount
                size: pad.narrow ? Look.px(38) : Look.pick(72, 48)
            }
        }

        NumberPad {
            Layout.fillWidth: true
            Layout.fillHeight: true
            keyHeight: Look.px(56)
            decimal: pad.decimal
            separator: pad.separator
            onTyped: character => pad.typed(character)
            onErased: pad.erased()
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Look.pick(112, 72)
            visible: pad.nextVisible
            role: Button.Role.Primary
            enabled: pad.nextEnabled
            text: pad.next
            trailingIcon: "check"
            onClicked: pad.nextRequested()
        }
    }
}
