pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// One unit in the workshop: what failed at the left, the parts in the middle, time and cost at the right; the other ways out at the bottom.
Item {
    id: page

    required property WorkshopViewModel workshop

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.topMargin: Sizes.s8
        anchors.bottomMargin: Sizes.actionBarBottom
        spacing: Sizes.columnGap

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Sizes.columnGap

            WorkshopUnitCard {
                Layout.preferredWidth: Look.pick3(480, 330, 270)
                Layout.maximumWidth: Look.pick3(480, 330, 270)
                Layout.fillHeight: true
                workshop: page.workshop
            }

            Card {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: page.workshop.inWorkshop
                radius: Sizes.radiusSheet
                padding: Look.pick(28, 14)

                ColumnLayout {
                    anchors.fill: parent
                    spacing: Look.pick(14, 8)

                    KText {
                        text: qsTr("Pièces posées")
                        size: Fonts.label
                        weight: Fonts.bold
                    }

                    ListView {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        clip: true
                        cacheBuffer: 0
                        spacing: Look.pick(10, 6)
                        boundsBehavior: Flickable.StopAtBounds
                        model: page.workshop.parts

                        delegate: PartUsedRow {
                            width: ListView.view.width
                            enabled: page.workshop.canRepair
                            onToggled: page.workshop.togglePart(part)
                            onGenuineSaid: genuine => page.workshop.sayGenuine(part, genuine)
                            onCostWritten: text => page.workshop.writeCost(part, text)
                            onReferenceWritten: text => page.workshop.writeReference(part, text)
                        }
                    }
                }
            }

            WorkshopCostCard {
                Layout.fillWidth: !page.workshop.inWorkshop
                Layout.preferredWidth: Look.pick3(360, 260, 220)
                Layout.fillHeight: true
                workshop: page.workshop
            }
        }

        ActionBar {
            Layout.fillWidth: true
            backText: qsTr("Retour")
            nextText: page.workshop.inWorkshop ? qsTr("Rendre au contrôle") : ""
            nextFact: page.workshop.cost
            nextEnabled: page.workshop.canSave && !page.workshop.busy
            onBackRequested: page.workshop.leave()
            onNextRequested: page.workshop.save()

            Button {
                Layout.fillHeight: true
                visible: page.workshop.inWorkshop && page.workshop.holds.canHold
                iconName: "shield"
                text: qsTr("Mettre à part")
                onClicked: page.workshop.holds.ask()
            }

            Item {
                Layout.fillWidth: true
            }

            Repeater {
                model: page.workshop.ways

                Button {
                    required property string unitState

                    Layout.preferredWidth: Look.pick3(280, 200, 170)
                    Layout.fillHeight: true
                    enabled: !page.workshop.busy
                    iconName: WorkshopWords.wayIcon(unitState)
                    text: WorkshopWords.way(unitState)
                    onClicked: page.workshop.letGo(unitState)
                }
            }
        }
    }

    LetGoSheet {
        workshop: page.workshop
    }

    HoldSheet {
        holds: page.workshop.holds
    }
}
