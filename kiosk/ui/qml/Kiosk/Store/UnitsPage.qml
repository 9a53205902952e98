pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Diagnostic
import Kiosk.Sale
import Kiosk.ViewModels

// Every unit of the shop in a table: search, filter by state, sort. A scan of a unit shows it alone.
FocusScope {
    id: page

    required property StoreViewModel store
    required property UnitsViewModel units
    readonly property real wide: Look.pick3(190, 140, 116)

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(32, 16)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Sizes.cardGap

        StoreHead {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(10, 2)
            store: page.store
            title: qsTr("Stock")
            detail: qsTr("%n appareil(s)", "", page.units.shownCount)
        }

        SearchBar {
            Layout.fillWidth: true
            query: page.units.query
            onTyped: text => page.units.search(text)
            onCleared: page.units.search("")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Sizes.tileGap

            Repeater {
                model: page.units.filters

                ToggleTile {
                    required property string unitState
                    required property int count
                    required property bool isChosen

                    height: Sizes.filterChip
                    figure: Fonts.body
                    chosen: isChosen
                    text: (unitState === "" ? qsTr("Tous") : Words.state(unitState)) + "  " + count
                    onClicked: page.units.showOnly(unitState)
                }
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: 0

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: Sizes.hair
                spacing: 0

                TableHeader {
                    Layout.fillWidth: true
                    columns: [
                        {
                            "name": qsTr("Appareil"),
                            "key": "name"
                        },
                        {
                            "name": qsTr("Identifiant"),
                            "key": "tail",
                            "width": page.wide
                        },
                        {
                            "name": qsTr("État"),
                            "key": "grade",
                            "width": page.wide
                        },
                        {
                            "name": qsTr("Situation"),
                            "key": "state",
                            "width": page.wide
                        },
                        {
                            "name": qsTr("Jours"),
                            "key": "days",
                            "width": Look.pick3(110, 84, 78),
                            "right": true
                        },
                        {
                            "name": qsTr("Prix"),
                            "key": "price",
                            "width": Look.pick3(160, 110, 92),
                            "right": true
                        }
                    ]
                    sortedBy: page.units.sortedBy
                    descending: page.units.descending
                    onSortRequested: key => page.units.sortBy(key)
                }

                ListView {
                    id: table

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: page.units.rows
                    Accessible.role: Accessible.Table
                    Accessible.name: qsTr("Appareils")

                    delegate: TableRow {
                        required property string name
                        required property string tail
                        required property string grade
                        required property string unitState
                        required property int days
                        required property string price
                        required property string unitId
                        required property bool held

                        width: table.width
                        cells: [
                            {
                                "text": name,
                                "strong": true
                            },
                            {
                                "text": "···· " + tail,
                                "width": page.wide
                            },
                            {
                                "text": Words.grade(grade),
                                "width": page.wide
                            },
                            {
                                "text": held && unitState !== "quarantine" && unitState !== "blocked" ? qsTr("%1, retenu").arg(Words.state(unitState)) : Words.state(unitState),
                                "width": page.wide,
                                "tone": held ? "bad" : Words.stateTone(unitState)
                            },
                            {
                                "text": days,
                                "width": Look.pick3(110, 84, 78),
                                "right": true
                            },
                            {
                                "text": price,
                                "width": Look.pick3(160, 110, 92),
                                "right": true,
                                "strong": true
                            }
                        ]
                        onClicked: page.units.open(unitId)
                    }

                    EmptyState {
                        anchors.centerIn: parent
                        width: table.width - 2 * Sizes.s40
                        visible: page.units.shownCount === 0
                        iconName: "package"
                        title: qsTr("Aucun appareil ne correspond")
                        detail: qsTr("Changez le filtre, ou cherchez la fin de l’IMEI.")
                    }
                }
            }
        }
    }

    UnitSheet {
        units: page.units
    }

    PassportSheet {
        passport: page.units.passport
    }

    HoldSheet {
        holds: page.units.holds
    }

    Loader {
        anchors.fill: parent
        active: page.units.regrade !== null
        sourceComponent: GradeChangeSheet {
            regrade: page.units.regrade
        }
    }
}
