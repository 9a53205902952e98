pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A whole count: by pieces or as one figure at the left, the figure and the pad at the right. What is expected is nowhere.
FocusScope {
    id: area

    required property CountingViewModel counting
    required property string title
    required property string next
    property string detail: ""
    property bool nextEnabled: true
    property bool nextVisible: true
    property real padWidth: Sizes.paymentPad
    default property alias about: slot.data

    signal nextRequested

    function pressed(event: var): void {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            if (area.counting.piecewise && !area.counting.atLast && !(event.modifiers & Qt.ControlModifier))
                area.counting.step(1);
            else
                area.nextRequested();
        } else if (event.key === Qt.Key_Backspace)
            area.counting.erase();
        else if (area.counting.piecewise && (event.key === Qt.Key_Down || event.key === Qt.Key_Right))
            area.counting.step(1);
        else if (area.counting.piecewise && (event.key === Qt.Key_Up || event.key === Qt.Key_Left))
            area.counting.step(-1);
        else if (area.counting.piecewise && (event.text === "+" || event.text === "-"))
            area.counting.add(event.text === "+" ? 1 : -1);
        else if (/^[0-9.,]$/.test(event.text))
            area.counting.type(event.text);
        else
            return;
        event.accepted = true;
    }

    Keys.onPressed: event => area.pressed(event)

    RowLayout {
        anchors.fill: parent
        spacing: Look.pick(40, 20)

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Look.pick(16, 8)

            SegmentTabs {
                Layout.fillWidth: true
                Layout.maximumWidth: Look.pick(440, 360)
                labels: [qsTr("Un montant"), qsTr("Billets et pièces")]
                current: area.counting.piecewise ? 1 : 0
                onChosen: index => area.counting.byPieces(index === 1)
            }

            Item {
                id: slot

                visible: !area.counting.piecewise
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            PieceGrid {
                visible: area.counting.piecewise
                Layout.fillWidth: true
                counting: area.counting
            }

            Item {
                visible: area.counting.piecewise
                Layout.fillHeight: true
            }
        }

        CountPad {
            Layout.fillHeight: true
            Layout.fillWidth: false
            Layout.preferredWidth: area.padWidth
            Layout.maximumWidth: area.padWidth
            title: area.title
            detail: area.counting.piecewise ? area.counting.here : area.detail
            amount: area.counting.total
            decimal: !area.counting.piecewise
            separator: area.counting.decimalSign
            next: area.next
            nextEnabled: area.nextEnabled
            nextVisible: area.nextVisible
            onTyped: character => area.counting.type(character)
            onErased: area.counting.erase()
            onNextRequested: area.nextRequested()
        }
    }
}
