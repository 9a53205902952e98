pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The thirty control points: tiles that fill with what was read, and at the right the grade as it stands and what would raise it.
Item {
    id: page

    required property InspectionViewModel inspection
    required property CableViewModel cable

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Sizes.columnMargin
        anchors.topMargin: Look.pick(8, 4)
        anchors.bottomMargin: Sizes.actionBarBottom
        spacing: Look.pick(24, 14)

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Look.pick(16, 8)

            InspectionHead {
                Layout.fillWidth: true
                inspection: page.inspection
            }

            Flickable {
                id: tiles

                Layout.fillWidth: true
                Layout.fillHeight: true
                contentHeight: Look.small ? 6 * (Look.px(126) + Sizes.tileGap) : tiles.height
                clip: Look.small
                interactive: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds

                GridLayout {
                    id: grid

                    width: tiles.width
                    height: tiles.contentHeight
                    columns: Look.pick3(6, 6, 5)
                    columnSpacing: Sizes.tileGap
                    rowSpacing: Sizes.tileGap
                    uniformCellWidths: true
                    uniformCellHeights: true

                    Repeater {
                        model: page.inspection.points

                        ControlPointTile {
                            id: tile

                            required property string pointId
                            required property string title
                            required property string short
                            required property int photosWanted
                            required property string found
                            required look
                            required methodIcon
                            required blocking

                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            implicitWidth: Look.px(96)
                            implicitHeight: Look.px(72)
                            padding: Look.pick(16, 6)
                            text: tile.short
                            spoken: qsTr("Point %1, %2").arg(tile.number).arg(tile.title)
                            Accessible.description: tile.value
                            value: tile.look === "measuring" ? (Look.large ? qsTr("mesure en cours") : qsTr("en cours")) : tile.found !== "" ? tile.found : tile.look === "current" ? qsTr("à vous") : tile.look === "none" ? qsTr("sans objet") : tile.photosWanted > 1 ? qsTr("%1 photos").arg(tile.photosWanted) : tile.photosWanted === 1 ? qsTr("photo") : qsTr("à tester")
                            brief: tile.look === "failed" ? qsTr("défaut") : tile.look === "passed" ? qsTr("conforme") : qsTr("à revoir")
                            onClicked: page.inspection.openPoint(tile.pointId)
                        }
                    }
                }
            }

            RowLayout {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.actionBar
                Layout.maximumHeight: Sizes.actionBar
                spacing: Look.pick(36, 18)

                Button {
                    Layout.preferredWidth: Look.pick3(280, 130, 72)
                    Layout.fillHeight: true
                    iconName: "arrow-left"
                    text: Look.large ? qsTr("File des contrôles") : Look.medium ? qsTr("File") : ""
                    spoken: qsTr("File des contrôles")
                    onClicked: page.inspection.leave()
                }

                MethodLegend {
                    Layout.fillWidth: true
                }

                Button {
                    Layout.preferredHeight: Sizes.control
                    visible: page.inspection.selfTest.offered && !page.inspection.allDone
                    iconName: "monitor-smartphone"
                    text: Look.large ? qsTr("Test par le téléphone") : Look.medium ? qsTr("Téléphone") : ""
                    spoken: qsTr("Test par le téléphone")
                    enabled: !page.inspection.selfTest.busy
                    onClicked: page.inspection.selfTest.start()
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: false
            Layout.preferredWidth: Sizes.inspectionWidth
            Layout.maximumWidth: Sizes.inspectionWidth
            Layout.fillHeight: true
            spacing: Sizes.cardGap

            GradeCard {
                Layout.fillWidth: true
                grade: page.inspection.grade
            }

            RiseCard {
                Layout.fillWidth: true
                visible: page.inspection.rise.exists
                rise: page.inspection.rise
                worth: PartWords.worth(page.inspection)
            }

            FailedCard {
                Layout.fillWidth: true
                visible: page.inspection.grade.hasFailed
                grade: page.inspection.grade
                canSend: !page.inspection.allDone && !page.inspection.busy
                onOpenRequested: page.inspection.openFailed()
                onSendRequested: page.inspection.sendToWorkshop()
            }

            Item {
                Layout.fillHeight: true
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.actionBar
                visible: !page.inspection.allDone
                role: Button.Role.Primary
                text: Look.small ? qsTr("Tester") : qsTr("Tester %1").arg(page.inspection.nextNumber)
                fact: page.inspection.nextTitle
                spoken: qsTr("Tester le point suivant")
                onClicked: page.inspection.testNext()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.actionBar
                visible: page.inspection.allDone
                enabled: !page.inspection.busy
                role: Button.Role.Primary
                text: page.inspection.sellable ? qsTr("Mettre en vente") : qsTr("Terminer le contrôle")
                fact: page.inspection.sellable ? page.inspection.price : DiagnosticWords.outcome(page.inspection.grade.outcome)
                spoken: page.inspection.sellable ? qsTr("Mettre en vente") : qsTr("Terminer le contrôle")
                onClicked: page.inspection.finish()
            }
        }
    }

    SelfTestSheet {
        selfTest: page.inspection.selfTest
    }

    PointSheet {
        inspection: page.inspection
        cable: page.cable
    }

    ViewfinderSheet {
        photographing: page.inspection.photographing
        photos: page.inspection.photos
        busy: page.inspection.busy
        front: page.inspection.device.frontDrawing
        notice: page.inspection.noticeShown ? page.inspection.noticeTitle : ""
    }

    PhotoSheet {
        photographing: page.inspection.photographing
        busy: page.inspection.busy
    }
}
