pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Erasing a unit: which way, whether the result was looked at. Only a verified erase lets it go to its thirty points.
Item {
    id: page

    required property ErasureViewModel erasure

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.topMargin: Sizes.s8
        anchors.bottomMargin: Sizes.actionBarBottom
        spacing: Sizes.columnGap

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            radius: Sizes.radiusSheet
            padding: Look.pick(40, 20)

            ColumnLayout {
                anchors.fill: parent
                spacing: Look.pick(24, 12)

                RowLayout {
                    spacing: Look.pick(24, 14)

                    Thumb {
                        implicitWidth: Look.pick(96, 64)
                        implicitHeight: Look.pick(110, 72)
                        drawing: page.erasure.device.drawing
                    }

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Sizes.textGap

                        KText {
                            text: qsTr("Effacer l’appareil")
                            size: Fonts.displaySize
                            weight: Fonts.bold
                        }

                        KText {
                            Layout.fillWidth: true
                            text: qsTr("%1 · ···· %2").arg(DiagnosticWords.device(page.erasure.device.model, page.erasure.device.storage, page.erasure.device.colour)).arg(page.erasure.device.identifierTail)
                            size: Look.pick(22, 17)
                            color: Colors.ink2
                            wrapMode: Text.WordWrap
                        }
                    }
                }

                KText {
                    text: qsTr("Comment a-t-il été effacé ?")
                    size: Fonts.label
                    weight: Fonts.semibold
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Sizes.tileGap
                    uniformCellSizes: true

                    TenderTile {
                        Layout.fillWidth: true
                        iconName: "rotate-ccw"
                        text: qsTr("Réinitialisation")
                        fact: qsTr("stockage chiffré")
                        spoken: text
                        chosen: page.erasure.method === "factory_reset"
                        onClicked: page.erasure.chooseMethod("factory_reset")
                    }

                    TenderTile {
                        Layout.fillWidth: true
                        iconName: "monitor-smartphone"
                        text: qsTr("Restauration")
                        fact: qsTr("par l’outil du constructeur")
                        spoken: text
                        chosen: page.erasure.method === "restore"
                        onClicked: page.erasure.chooseMethod("restore")
                    }

                    TenderTile {
                        Layout.fillWidth: true
                        iconName: "eraser"
                        text: qsTr("Réécriture")
                        fact: qsTr("par un outil certifié")
                        spoken: text
                        chosen: page.erasure.method === "overwrite"
                        onClicked: page.erasure.chooseMethod("overwrite")
                    }
                }

                KText {
                    text: qsTr("Avec quel outil, dans quelle version ?")
                    size: Fonts.label
                    weight: Fonts.semibold
                }

                Flow {
                    Layout.fillWidth: true
                    spacing: Sizes.tileGap

                    Repeater {
                        model: page.erasure.tools

                        ToggleTile {
                            required property string key
                            required property string name
                            required property string version
                            required property bool isChosen

                            height: Sizes.filterChip
                            figure: Fonts.body
                            chosen: isChosen
                            text: name + " " + version
                            onClicked: page.erasure.chooseTool(key)
                        }
                    }
                }

                CheckRow {
                    Layout.fillWidth: true
                    text: qsTr("L’écran de bienvenue est apparu et aucun compte n’est demandé")
                    spoken: qsTr("Effacement vérifié")
                    checked: page.erasure.verified
                    onToggled: page.erasure.verify(checked)
                }

                Item {
                    Layout.fillHeight: true
                }

                Banner {
                    Layout.fillWidth: true
                    visible: !Look.small
                    tone: "accent"
                    iconName: "info"
                    title: qsTr("Le certificat garde la méthode, l’outil, l’heure et votre nom")
                    detail: qsTr("Sans vérification, l’appareil reste à effacer.")
                }
            }
        }

        ActionBar {
            Layout.fillWidth: true
            backText: qsTr("Retour")
            nextText: qsTr("Enregistrer l’effacement")
            nextTrailingIcon: "check"
            nextEnabled: page.erasure.ready
            onBackRequested: page.erasure.leave()
            onNextRequested: page.erasure.save()

            Button {
                Layout.fillHeight: true
                visible: page.erasure.holds.canHold
                iconName: "shield"
                text: qsTr("Mettre à part")
                onClicked: page.erasure.holds.ask()
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }

    HoldSheet {
        holds: page.erasure.holds
    }
}
