pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The marks that were seen, each with the face it is on and whether a photo proves it.
Card {
    id: card

    required property TradeInViewModel tradeIn

    radius: Sizes.radiusSheet
    padding: Look.pick(24, 14)

    ColumnLayout {
        anchors.fill: parent
        spacing: Sizes.s12

        KText {
            text: qsTr("Marques relevées")
            size: Look.pick(20, 17)
            weight: Fonts.semibold
        }

        KText {
            Layout.fillWidth: true
            visible: card.tradeIn.markCount === 0
            text: qsTr("Aucune pour l’instant : touchez le dessin.")
            size: Look.pick(18, 16)
            color: Colors.ink2
        }

        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: card.tradeIn.parts.marks
            spacing: Sizes.s12
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            delegate: RowLayout {
                id: row

                required property int number
                required property string face
                required property bool pictured
                required property string code

                width: ListView.view.width
                spacing: Sizes.s16

                Rectangle {
                    implicitWidth: Look.px(36)
                    implicitHeight: Look.px(36)
                    radius: width / 2
                    color: Colors.waitTint
                    border.width: Sizes.edgeStrong
                    border.color: Colors.wait

                    KText {
                        anchors.centerIn: parent
                        text: row.number
                        size: Fonts.small
                        weight: Fonts.bold
                        color: Colors.wait
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    KText {
                        Layout.fillWidth: true
                        text: row.code === "" ? DiagnosticWords.face(row.face) : qsTr("%1 · %2").arg(DiagnosticWords.face(row.face)).arg(MethodWords.classRule(row.code))
                        size: Look.pick(18, 16)
                        weight: Fonts.medium
                    }

                    Row {
                        spacing: Sizes.s8

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: "camera"
                            size: Sizes.iconChip
                            color: row.pictured ? Colors.ok : Colors.ink2
                        }

                        KText {
                            text: row.pictured ? qsTr("photo prise") : qsTr("sans photo")
                            size: Fonts.small
                            color: row.pictured ? Colors.ok : Colors.ink2
                        }
                    }
                }

                KText {
                    text: row.code === "" ? qsTr("à juger") : row.code
                    size: row.code === "" ? Fonts.small : Look.pick(22, 18)
                    weight: Fonts.semibold
                    color: row.code === "" ? Colors.wait : Colors.ink
                }
            }
        }
    }
}
