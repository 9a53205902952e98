pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// The head of a table: touch a name to sort by it. `columns`: [{name, key, width (0 = the rest), right (bool)}, …].
Item {
    id: head

    required property var columns
    property string sortedBy: ""
    property bool descending: false
    property real sideMargin: Sizes.s20

    signal sortRequested(string key)

    implicitHeight: Sizes.controlInRow

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: head.sideMargin
        anchors.rightMargin: head.sideMargin
        spacing: Sizes.s16

        Repeater {
            model: head.columns

            Touchable {
                id: cell

                required property var modelData
                readonly property bool sorted: cell.modelData.key === head.sortedBy

                Layout.fillWidth: !cell.modelData.width
                Layout.preferredWidth: cell.modelData.width || 1
                Layout.fillHeight: true
                text: cell.modelData.name
                spoken: qsTr("Trier par %1").arg(cell.text)
                onClicked: head.sortRequested(cell.modelData.key)

                contentItem: Item {
                    Row {
                        anchors.verticalCenter: parent.verticalCenter
                        x: cell.modelData.right ? parent.width - width : 0
                        spacing: Sizes.s4

                        KText {
                            text: cell.text
                            size: Fonts.small
                            weight: Fonts.semibold
                            color: cell.sorted ? Colors.ink : Colors.ink2
                            Accessible.ignored: true
                        }

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: cell.sorted ? (head.descending ? "arrow-down" : "arrow-up") : ""
                            size: Sizes.iconChip
                        }
                    }
                }
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Sizes.hair
        color: Colors.line
    }
}
