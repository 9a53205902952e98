pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Another price than the formula's: how much, why, and what proves it. Nothing is offered before all three are there.
Sheet {
    id: sheet

    required property CounterOfferViewModel counter

    title: qsTr("Un autre prix que %1").arg(sheet.counter.formula)
    sheetWidth: Look.pick(1100, 900)
    open: sheet.counter.open
    onCloseRequested: sheet.counter.close()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(18, 10)

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.columnGap

            ColumnLayout {
                Layout.preferredWidth: Look.pick(340, 240)
                Layout.maximumWidth: Look.pick(340, 240)
                Layout.alignment: Qt.AlignTop
                spacing: Sizes.s12

                KText {
                    Layout.fillWidth: true
                    text: sheet.counter.price === "" ? qsTr("Prix en euros") : sheet.counter.price
                    size: Fonts.number
                    weight: Fonts.bold
                    color: sheet.counter.price === "" ? Colors.ink3 : Colors.ink
                    horizontalAlignment: Text.AlignRight
                }

                NumberPad {
                    Layout.fillWidth: true
                    decimal: false
                    keyHeight: Look.pick(76, 56)
                    onTyped: character => sheet.counter.typeDigit(character)
                    onErased: sheet.counter.eraseDigit()
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 100
                Layout.alignment: Qt.AlignTop
                spacing: Sizes.tileGap

                KText {
                    text: qsTr("Motif")
                    size: Fonts.small
                    weight: Fonts.semibold
                    color: Colors.ink2
                }

                Repeater {
                    model: sheet.counter.reasons

                    ToggleTile {
                        required property string modelData

                        Layout.fillWidth: true
                        implicitHeight: Sizes.controlInRow
                        figure: Fonts.body
                        text: SellerWords.counter(modelData)
                        chosen: modelData === sheet.counter.reason
                        onClicked: sheet.counter.chooseReason(modelData)
                    }
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 100
                Layout.alignment: Qt.AlignTop
                spacing: Sizes.tileGap

                KText {
                    text: qsTr("Preuve")
                    size: Fonts.small
                    weight: Fonts.semibold
                    color: Colors.ink2
                }

                Flickable {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Look.pick(440, 320)
                    contentHeight: proofs.implicitHeight
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds

                    Column {
                        id: proofs

                        width: parent.width
                        spacing: Sizes.tileGap

                        Repeater {
                            model: sheet.counter.proofs

                            ToggleTile {
                                required property string proofId
                                required property string kind
                                required property string slot
                                required property string measured
                                required chosen

                                width: proofs.width
                                implicitHeight: Sizes.controlInRow
                                figure: Fonts.body
                                text: measured === "" ? SellerWords.proof(kind, DiagnosticWords.slot(slot)) : measured
                                onClicked: sheet.counter.chooseProof(proofId)
                            }
                        }
                    }
                }
            }
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primarySheet
            role: Button.Role.Primary
            enabled: sheet.counter.ready && !sheet.counter.busy
            text: sheet.counter.ready ? qsTr("Offrir %1").arg(sheet.counter.price) : qsTr("Prix, motif et preuve")
            onClicked: sheet.counter.confirm()
        }
    }
}
