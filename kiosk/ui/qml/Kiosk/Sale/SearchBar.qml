import QtQuick
import QtQuick.Templates as T
import Kiosk.Style
import Kiosk.Controls

// Search as you type. Its right end says that scanning needs no field, and clears what was typed.
FocusScope {
    id: bar

    property string query: ""
    property string placeholder: Look.large ? qsTr("Chercher un article, une marque, un EAN ou la fin d’un IMEI") : Look.medium ? qsTr("Article, marque, EAN, fin d’IMEI") : qsTr("Nom, EAN, fin d’IMEI")
    property string spoken: qsTr("Chercher un article")
    property bool clearable: bar.query !== ""

    signal typed(string text)
    signal cleared
    signal chosen

    function take(text: string): void {
        if (input.text !== text)
            input.text = text;
    }

    implicitHeight: Look.pick(76, 60)
    onQueryChanged: bar.take(bar.query)

    Rectangle {
        anchors.fill: parent
        radius: Sizes.radiusPrimary
        color: Colors.surface
        border.width: input.activeFocus ? Sizes.focusWidth : Sizes.edgeStrong
        border.color: input.activeFocus ? Colors.accent : Colors.control
    }

    Icon {
        id: lens

        x: Look.pick(24, 18)
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        size: Look.pick(28, 24)
        color: input.activeFocus ? Colors.accent : Colors.ink2
    }

    T.TextField {
        id: input

        anchors.left: lens.right
        anchors.leftMargin: Look.pick(18, 12)
        anchors.right: hint.visible ? hint.left : clear.left
        anchors.rightMargin: Sizes.s8
        height: parent.height
        focus: true
        verticalAlignment: TextInput.AlignVCenter
        color: Colors.ink
        placeholderTextColor: Colors.none
        placeholderText: bar.placeholder
        selectionColor: Colors.accent
        selectedTextColor: Colors.accentInk
        selectByMouse: true
        maximumLength: 60
        font.family: Fonts.familyOf(Fonts.bodyPlus)
        font.pixelSize: Fonts.bodyPlus
        renderType: Text.QtRendering
        Accessible.role: Accessible.EditableText
        Accessible.name: bar.spoken
        onTextEdited: bar.typed(input.text)
        onAccepted: bar.chosen()
        Keys.onEscapePressed: bar.cleared()

        KText {
            anchors.verticalCenter: parent.verticalCenter
            width: input.width
            visible: input.text === "" && input.preeditText === ""
            text: input.placeholderText
            size: Fonts.bodyPlus
            color: Colors.ink3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }

    Rectangle {
        id: hint

        anchors.right: parent.right
        anchors.rightMargin: Sizes.s8
        anchors.verticalCenter: parent.verticalCenter
        visible: input.text === "" && !bar.clearable
        width: words.width + Look.pick(36, 28)
        height: parent.height - 2 * Sizes.s8
        radius: Sizes.radiusControl
        color: Colors.well

        Row {
            id: words

            anchors.centerIn: parent
            spacing: Sizes.s12

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "scan-barcode"
                size: Sizes.iconStrip
                color: Colors.ink2
            }

            KText {
                anchors.verticalCenter: parent.verticalCenter
                text: Look.large ? qsTr("ou scannez, à tout moment") : Look.medium ? qsTr("ou scannez") : qsTr("scannez")
                size: Fonts.small
                weight: Fonts.medium
                color: Colors.ink2
            }
        }
    }

    Button {
        id: clear

        anchors.right: parent.right
        anchors.rightMargin: Sizes.s8
        anchors.verticalCenter: parent.verticalCenter
        visible: !hint.visible
        width: Sizes.target
        height: Math.min(Sizes.target, parent.height - Sizes.s4)
        role: Button.Role.Quiet
        iconName: "x"
        spoken: qsTr("Effacer la recherche")
        onClicked: bar.cleared()
    }
}
