import QtQuick
import Kiosk.Style

// A modal sheet over the page, for a short task that belongs to it. Escape or a tap outside closes it, unless `mustAnswer`.
// While it is up a scan does nothing beneath it, unless `takesScans`.
FocusScope {
    id: sheet

    property string title: ""
    property bool open: false
    property bool mustAnswer: false
    property bool takesScans: false
    property bool counted: false
    property real sheetWidth: Look.pick(720, 560)
    property real sheetHeight: header.height + inside.childrenRect.height + 2 * Sizes.cardPaddingWide
    default property alias content: inside.data

    signal closeRequested

    function countAs(up: bool) {
        if (up !== sheet.counted) {
            sheet.counted = up;
            Dialogs.count += up ? 1 : -1;
        }
    }

    anchors.fill: parent
    visible: sheet.open
    z: 10
    onVisibleChanged: sheet.countAs(sheet.visible && !sheet.takesScans)
    Component.onCompleted: sheet.countAs(sheet.visible && !sheet.takesScans)
    Component.onDestruction: sheet.countAs(false)
    onOpenChanged: {
        if (sheet.open)
            sheet.forceActiveFocus();
        else
            sheet.focus = false;
    }

    Keys.onEscapePressed: {
        if (!sheet.mustAnswer)
            sheet.closeRequested();
    }

    Rectangle {
        anchors.fill: parent
        color: Colors.scrim

        MouseArea {
            anchors.fill: parent
            onClicked: {
                if (!sheet.mustAnswer)
                    sheet.closeRequested();
            }
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(sheet.sheetWidth, sheet.width - 2 * Sizes.s24)
        height: Math.min(sheet.sheetHeight, sheet.height - 2 * Sizes.s24)
        radius: Sizes.radiusSheet
        color: Colors.surface
        border.width: Sizes.hair
        border.color: Colors.line
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        MouseArea {
            anchors.fill: parent
        }

        Item {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Sizes.cardPaddingWide
            anchors.bottomMargin: 0
            height: sheet.title === "" && sheet.mustAnswer ? 0 : Sizes.controlInRow + Sizes.s16

            KText {
                anchors.left: parent.left
                anchors.right: closer.left
                height: Sizes.controlInRow
                verticalAlignment: Text.AlignVCenter
                text: sheet.title
                size: Fonts.heading
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            Button {
                id: closer

                anchors.right: parent.right
                width: Sizes.controlInRow
                height: Sizes.controlInRow
                visible: !sheet.mustAnswer
                iconName: "x"
                spoken: qsTr("Fermer")
                onClicked: sheet.closeRequested()
            }
        }

        Item {
            id: inside

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.bottom: parent.bottom
            anchors.leftMargin: Sizes.cardPaddingWide
            anchors.rightMargin: Sizes.cardPaddingWide
            anchors.bottomMargin: Sizes.cardPaddingWide
        }
    }
}
