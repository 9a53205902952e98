pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The seller's identity, copied from the document in hand: what the police register asks for. A missing field is named under it.
Card {
    id: panel

    required property AgreementViewModel seller

    radius: Sizes.radiusSheet
    padding: Look.pick(34, 18)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(18, 8)

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s24

            KText {
                text: qsTr("Identité du vendeur")
                size: Fonts.displaySize
                weight: Fonts.bold
            }

            Field {
                id: zone

                Layout.fillWidth: true
                fieldHeight: Sizes.controlInRow
                iconName: "scan"
                spoken: qsTr("Bande de lecture de la pièce")
                placeholder: panel.seller.reading > 0 ? qsTr("%n ligne(s) lue(s), passez la suivante", "", panel.seller.reading) : Look.large ? qsTr("Bande <<< : scannez ou tapez") : qsTr("Bande <<< de la pièce")
                maximumLength: 120
                onEdited: panel.seller.readZone(zone.text)

                Connections {
                    target: panel.seller

                    function onZoneRead(): void {
                        zone.clear();
                    }
                }
            }

            Button {
                Layout.preferredWidth: Sizes.controlInRow
                Layout.preferredHeight: Sizes.controlInRow
                visible: panel.seller.strip.available
                enabled: !panel.seller.strip.busy
                iconName: "camera"
                spoken: qsTr("Lire la bande à la caméra")
                onClicked: panel.seller.strip.start()
            }

            SwitchRow {
                Layout.preferredWidth: Look.pick(260, 190)
                text: qsTr("Société")
                checked: panel.seller.company
                onToggled: panel.seller.sellForCompany(!panel.seller.company)
            }
        }

        KText {
            Layout.fillWidth: true
            visible: Look.large
            text: qsTr("Recopiez la pièce d’identité présentée : elle entre au livre de police, conservée chiffrée sur cette caisse.")
            size: Look.pick(20, 16)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Flickable {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: grid.implicitHeight
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds

            GridLayout {
                id: grid

                width: scroll.width
                columns: 3
                uniformCellWidths: true
                columnSpacing: Look.pick(24, 14)
                rowSpacing: Look.pick(16, 8)

                Repeater {
                    model: panel.seller.fields

                    Field {
                        required property string fieldId
                        required property string value
                        required property bool missing
                        required property int span

                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        Layout.columnSpan: span
                        fieldHeight: Sizes.controlInRow
                        label: SellerWords.sellerField(fieldId)
                        placeholder: SellerWords.sellerExample(fieldId)
                        fault: missing ? SellerWords.sellerFault(fieldId) : ""
                        Component.onCompleted: text = value
                        onValueChanged: text = value
                        onActiveFocusChanged: {
                            if (activeFocus)
                                scroll.contentY = Math.max(0, Math.min(y, grid.implicitHeight - scroll.height));
                        }
                        onEdited: panel.seller.write(fieldId, text)
                    }
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.tileGap
            uniformCellSizes: true

            Repeater {
                model: panel.seller.documentKinds

                ToggleTile {
                    required property string modelData

                    Layout.fillWidth: true
                    implicitHeight: Sizes.controlInRow
                    text: SellerWords.documentKind(modelData)
                    figure: Fonts.body
                    chosen: modelData === panel.seller.documentKind
                    onClicked: panel.seller.chooseDocument(modelData)
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.tileGap
            uniformCellSizes: true

            Repeater {
                model: panel.seller.provenances

                ToggleTile {
                    required property string modelData

                    Layout.fillWidth: true
                    implicitHeight: Sizes.controlInRow
                    text: SellerWords.provenance(modelData)
                    figure: Fonts.body
                    chosen: modelData === panel.seller.provenance
                    onClicked: panel.seller.chooseProvenance(modelData)
                }
            }
        }

        CheckRow {
            Layout.fillWidth: true
            text: qsTr("Majorité vérifiée sur la pièce présentée")
            checked: panel.seller.majorityChecked
            onToggled: panel.seller.checkMajority(checked)
        }
    }
}
