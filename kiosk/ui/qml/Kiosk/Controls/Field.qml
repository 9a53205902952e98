import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// A text field with its name above and, when something is wrong, the reason under it. The edge becomes the focus ring.
FocusScope {
    id: field

    property string label: ""
    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias readOnly: input.readOnly
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property string iconName: ""
    property string fault: ""
    property string spoken: field.label !== "" ? field.label : input.placeholderText
    property real fieldHeight: Sizes.control
    property bool alignRight: false
    // The gallery shows the focused look without the focus.
    property bool lit: input.activeFocus
    readonly property bool faulty: field.fault !== ""

    signal accepted
    signal edited

    function clear(): void {
        input.clear();
    }

    implicitWidth: Look.pick(320, 240)
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: field.width
        spacing: Sizes.s8

        KText {
            visible: field.label !== ""
            width: parent.width
            text: field.label
            size: Fonts.small
            weight: Fonts.semibold
            color: field.enabled ? Colors.ink : Colors.ink2
            elide: Text.ElideRight
            Accessible.ignored: true
        }

        Rectangle {
            width: parent.width
            height: field.fieldHeight
            radius: Sizes.radiusControl
            color: field.enabled ? Colors.surface : Colors.well
            border.width: field.lit ? Sizes.focusWidth : field.faulty ? Sizes.edgeStrong : Sizes.edge
            border.color: field.lit ? Colors.accent : field.faulty ? Colors.bad : Colors.control

            Icon {
                id: leading

                anchors.left: parent.left
                anchors.leftMargin: Sizes.s16
                anchors.verticalCenter: parent.verticalCenter
                name: field.iconName
                color: field.lit ? Colors.accent : Colors.ink2
            }

            T.TextField {
                id: input

                focus: true
                anchors.fill: parent
                leftPadding: leading.visible ? Sizes.s16 + leading.width + Sizes.s12 : Sizes.s16
                rightPadding: field.faulty ? Sizes.s16 + Sizes.icon + Sizes.s8 : Sizes.s16
                verticalAlignment: TextInput.AlignVCenter
                horizontalAlignment: field.alignRight ? TextInput.AlignRight : TextInput.AlignLeft
                color: field.enabled ? Colors.ink : Colors.ink3
                placeholderTextColor: Colors.ink3
                selectionColor: Colors.accent
                selectedTextColor: Colors.accentInk
                selectByMouse: true
                font.family: Fonts.familyOf(Fonts.bodyPlus)
                font.pixelSize: Fonts.bodyPlus
                renderType: Text.QtRendering
                Accessible.role: Accessible.EditableText
                Accessible.name: field.spoken
                Accessible.description: field.fault
                onAccepted: field.accepted()
                onTextEdited: field.edited()

                KText {
                    x: input.leftPadding
                    anchors.verticalCenter: parent.verticalCenter
                    width: input.width - input.leftPadding - input.rightPadding
                    visible: input.text === "" && input.preeditText === ""
                    text: input.placeholderText
                    size: Fonts.bodyPlus
                    color: Colors.ink3
                    elide: Text.ElideRight
                    horizontalAlignment: field.alignRight ? Text.AlignRight : Text.AlignLeft
                    Accessible.ignored: true
                }
            }

            Icon {
                anchors.right: parent.right
                anchors.rightMargin: Sizes.s16
                anchors.verticalCenter: parent.verticalCenter
                name: field.faulty ? "circle-x" : ""
                color: Colors.bad
            }
        }

        KText {
            visible: field.faulty
            width: parent.width
            text: field.fault
            size: Fonts.small
            color: Colors.bad
            wrapMode: Text.WordWrap
        }
    }
}
