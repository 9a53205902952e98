import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Today's board: five figures, the takings by the hour, what to look at, stock and trade-ins, and closing the day.
FocusScope {
    id: page

    required property StoreViewModel store
    required property BoardViewModel board

    Flickable {
        id: sheet

        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(32, 16)
        anchors.bottomMargin: Look.pick(24, 12)
        clip: true
        contentWidth: width
        contentHeight: Math.max(height, Look.small ? column.implicitHeight : 0)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            width: sheet.width
            height: sheet.contentHeight
            spacing: Sizes.cardGap

            StoreHead {
                Layout.fillWidth: true
                Layout.topMargin: Look.pick(10, 2)
                store: page.store
                title: qsTr("Aujourd’hui")
                detail: page.board.day
            }

            BoardFigures {
                Layout.fillWidth: true
                board: page.board
            }

            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: !Look.small
                columns: Look.small ? 1 : 2
                columnSpacing: Sizes.cardGap
                rowSpacing: Sizes.cardGap

                HourChart {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 60
                    Layout.minimumHeight: Look.small ? Look.px(280) : 0
                    board: page.board
                }

                ToLookAt {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 40
                    Layout.minimumHeight: Look.small ? Look.px(280) : 0
                    board: page.board
                    onStockAsked: state => {
                        page.store.showStock(state);
                    }
                }
            }

            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.maximumHeight: Look.small ? 10000 : Look.pick(324, 248)
                columns: Look.small ? 1 : 4
                columnSpacing: Sizes.cardGap
                rowSpacing: Sizes.cardGap

                StateCard {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 28
                    Layout.preferredHeight: Look.pick(324, 248)
                    board: page.board
                }

                AgeCard {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 28
                    Layout.preferredHeight: Look.pick(324, 248)
                    board: page.board
                }

                TradeInCard {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 28
                    Layout.preferredHeight: Look.pick(324, 248)
                    board: page.board
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 17
                    spacing: Sizes.tileGap

                    Button {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Look.pick(72, 56)
                        iconName: Look.large ? "refresh-cw" : ""
                        text: qsTr("Recalculer")
                        enabled: !page.board.busy
                        onClicked: page.board.refresh()
                    }

                    Item {
                        Layout.fillHeight: true
                    }

                    Button {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Look.pick(112, 84)
                        role: Button.Role.Primary
                        text: qsTr("Clore la journée")
                        fact: page.board.drawerOpen ? qsTr("caisse à compter") : qsTr("caisse fermée")
                        onClicked: page.store.closeDay()
                    }
                }
            }
        }
    }
}
