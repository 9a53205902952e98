pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// How the kiosk is, part by part; for the chosen one: the fact, since when, what still works, what to do, what waits.
Item {
    id: page

    required property AppViewModel app
    readonly property StatusViewModel status: page.app.status

    Rectangle {
        anchors.fill: parent
        color: Colors.ground
    }

    PartsList {
        id: list

        x: Sizes.columnMargin
        y: Look.pick(8, 4)
        width: Look.pick3(440, 336, 288)
        height: foot.y - y - Look.pick(24, 12)
        app: page.app
    }

    Card {
        id: sheet

        anchors.left: list.right
        anchors.leftMargin: Sizes.columnGap
        anchors.right: parent.right
        anchors.rightMargin: Sizes.columnMargin
        y: list.y
        height: list.height
        padding: Look.pick(40, 20)
        radius: Sizes.radiusSheet

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Look.pick(32, 14)

            RowLayout {
                Layout.fillWidth: true
                spacing: Look.pick(28, 16)

                Rectangle {
                    implicitWidth: Look.pick(88, 60)
                    implicitHeight: implicitWidth
                    radius: Sizes.radiusCard
                    color: page.status.chosenTone === "" ? Colors.okTint : Colors.tintOf(page.status.chosenTone)

                    Icon {
                        anchors.centerIn: parent
                        name: page.status.chosenIcon
                        size: Look.pick(44, 32)
                        color: page.status.chosenTone === "" ? Colors.ok : Colors.of(page.status.chosenTone)
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Sizes.textGap

                    KText {
                        Layout.fillWidth: true
                        text: StatusWords.title(page.status.chosenKey, page.status.chosenCondition)
                        size: Fonts.title
                        weight: Fonts.bold
                        wrapMode: Text.WordWrap
                    }

                    KText {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: StatusWords.sinceLine(page.status.chosenKey, page.status.chosenTone, page.status.chosenSince, page.status.chosenMinutes, page.status.machine)
                        size: Fonts.bodyPlus
                        color: Colors.ink2
                        wrapMode: Text.WordWrap
                    }
                }
            }

            Banner {
                Layout.fillWidth: true
                tone: page.status.chosenCondition === "quarantined" ? "bad" : "ok"
                iconName: page.status.chosenCondition === "quarantined" ? "triangle-alert" : "shopping-basket"
                title: StatusWords.works(page.status.chosenKey, page.status.chosenCondition, page.status.waiting.length)
            }

            KText {
                visible: steps.visible
                text: qsTr("Que faire")
                size: Fonts.label
                weight: Fonts.semibold
            }

            RowLayout {
                id: steps

                Layout.fillWidth: true
                visible: page.status.chosenTone !== "" && repeater.count > 0
                spacing: Sizes.cardGap
                uniformCellSizes: true

                Repeater {
                    id: repeater

                    model: FaultSteps.of(page.status.chosenKey, page.status.chosenCondition)

                    FaultStep {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                    }
                }
            }

            Button {
                visible: page.status.offersSeries
                iconName: "lock-open"
                text: qsTr("Vendre sans attendre le central")
                fact: qsTr("accord d’un responsable")
                onClicked: page.status.beginSeries()
            }

            Flow {
                Layout.fillWidth: true
                visible: page.status.waiting.length > 0 && !Look.small
                spacing: Sizes.s12

                KText {
                    height: Sizes.controlInRow
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("En attente d’impression")
                    weight: Fonts.semibold
                }

                Repeater {
                    model: page.status.waiting

                    Rectangle {
                        id: paper

                        required property string modelData

                        width: words.implicitWidth + 2 * Sizes.s16
                        height: Sizes.controlInRow
                        radius: Sizes.radiusControl
                        color: Colors.well

                        KText {
                            id: words

                            anchors.centerIn: parent
                            text: PaperWords.name(paper.modelData)
                            weight: Fonts.medium
                        }
                    }
                }
            }
        }
    }

    ActionBar {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.bottomMargin: Sizes.actionBarBottom
        backText: page.app.stage === "signIn" ? qsTr("Retour") : qsTr("Retour au travail")
        backWidth: Look.pick(300, 200)
        nextVisible: page.status.chosenKey === "printer" || page.status.chosenKey === "labels" || page.status.chosenKey === "sync"
        nextText: page.status.chosenKey === "sync" ? qsTr("Réessayer maintenant") : qsTr("Imprimer un essai")
        nextIcon: page.status.chosenKey === "sync" ? "refresh-cw" : "printer"
        nextTrailingIcon: ""
        onBackRequested: page.app.closeFault()
        onNextRequested: page.status.test()
    }
}
