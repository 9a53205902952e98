import QtQuick
import Kiosk.Style

// A button in one of its roles. `chosen` gives the ink fill ("you are here"); `fact` is a second line under the label.
Touchable {
    id: button

    enum Role {
        Primary,
        Secondary,
        Quiet,
        Destructive,
        Answer,
        AnswerBad
    }

    property int role: Button.Role.Secondary
    property string iconName: ""
    property string trailingIcon: ""
    property string fact: ""
    property bool chosen: false
    property bool alignLeft: false
    readonly property bool primary: button.role === Button.Role.Primary
    readonly property bool answer: button.role === Button.Role.Answer || button.role === Button.Role.AnswerBad
    readonly property bool quiet: button.role === Button.Role.Quiet
    readonly property bool big: button.primary || button.answer
    readonly property color inkColor: {
        if (!button.enabled)
            return Colors.ink3;
        if (button.chosen)
            return Colors.inverseInk;
        switch (button.role) {
        case Button.Role.Primary:
            return Colors.accentInk;
        case Button.Role.Destructive:
        case Button.Role.AnswerBad:
            return Colors.bad;
        default:
            return Colors.ink;
        }
    }
    readonly property color fillColor: {
        if (!button.enabled)
            return button.quiet ? Colors.none : Colors.well;
        if (button.chosen)
            return Colors.inverse;
        switch (button.role) {
        case Button.Role.Primary:
            return button.down ? Colors.accentPress : Colors.accent;
        case Button.Role.Quiet:
            return button.down ? Colors.well : Colors.none;
        case Button.Role.AnswerBad:
            return Colors.badTint;
        case Button.Role.Destructive:
            return button.down ? Colors.badTint : Colors.surface;
        default:
            return button.down ? Colors.well : Colors.surface;
        }
    }
    readonly property color edgeColor: {
        if (!button.enabled || button.chosen || button.primary || button.quiet)
            return Colors.none;
        if (button.role === Button.Role.Destructive)
            return Colors.badLine;
        return button.role === Button.Role.AnswerBad ? Colors.bad : Colors.control;
    }

    spoken: button.fact === "" ? button.text : button.text + ", " + button.fact
    radius: button.primary ? Sizes.radiusPrimary : Sizes.radiusControl
    leftPadding: button.text === "" ? Sizes.s12 : Look.pick(24, 16)
    rightPadding: button.leftPadding
    implicitHeight: button.primary ? Sizes.primary : button.answer ? Sizes.actionBar : Sizes.control
    implicitWidth: Math.max(button.implicitHeight, button.implicitContentWidth + button.leftPadding + button.rightPadding)

    background: Rectangle {
        radius: button.radius
        color: button.fillColor
        border.width: button.down && button.role === Button.Role.AnswerBad ? Sizes.edgeStrong : Sizes.edge
        border.color: button.edgeColor

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
            }
        }
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            x: button.alignLeft ? 0 : Math.round((parent.width - row.width) / 2)
            spacing: Look.pick(button.big ? 18 : 14, 10)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                size: button.answer ? Look.pick(32, 26) : button.big ? Look.pick(28, 24) : Look.pick(24, 22)
                color: button.inkColor
            }

            Column {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.text !== ""
                spacing: Sizes.textGap

                KText {
                    x: Math.round((parent.width - width) / 2)
                    text: button.text
                    size: button.big ? Look.pick(26, 20) : Fonts.body
                    weight: button.big ? Fonts.semibold : Fonts.medium
                    color: button.inkColor
                    Accessible.ignored: true
                }

                KText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: button.fact !== ""
                    text: button.fact
                    size: Fonts.body
                    weight: Fonts.medium
                    color: button.inkColor
                    Accessible.ignored: true
                }
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: button.trailingIcon
                size: button.big ? Look.pick(28, 24) : Look.pick(22, 20)
                color: button.inkColor
            }
        }
    }
}
