pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Before the register opens: what for. Each opening is noted with who and when; the latest stand at the right.
RowLayout {
    id: door

    required property PoliceViewModel police

    spacing: Sizes.columnGap

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        padding: Look.pick(32, 16)

        ColumnLayout {
            anchors.fill: parent
            spacing: Look.pick(20, 12)

            KText {
                Layout.fillWidth: true
                text: qsTr("Pourquoi ouvrez-vous le livre ?")
                size: Fonts.displaySize
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("Chaque ouverture est notée avec votre nom, l’heure et le motif. La loi le demande ; la liste est gardée un an.")
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            GridLayout {
                Layout.fillWidth: true
                columns: 2
                columnSpacing: Sizes.tileGap
                rowSpacing: Sizes.tileGap
                uniformCellWidths: true

                Repeater {
                    model: door.police.purposes

                    ToggleTile {
                        required property string modelData

                        Layout.fillWidth: true
                        implicitHeight: Sizes.quickCash
                        figure: Fonts.body
                        text: PoliceWords.purpose(modelData)
                        chosen: modelData === door.police.purpose
                        onClicked: door.police.choosePurpose(modelData)
                    }
                }
            }

            Field {
                id: note

                Layout.fillWidth: true
                label: door.police.purpose === "other" ? qsTr("Le motif, en quelques mots") : qsTr("Précision (n° de réquisition, nom du service)")
                maximumLength: 120
                onEdited: door.police.writeNote(note.text)
                onAccepted: door.police.openBook()

                Connections {
                    target: door

                    function onVisibleChanged(): void {
                        note.clear();
                    }
                }
            }

            Item {
                Layout.fillHeight: true
            }

            Button {
                Layout.alignment: Qt.AlignRight
                Layout.preferredWidth: Sizes.offerWidth
                role: Button.Role.Primary
                iconName: "book-open"
                text: door.police.busy ? qsTr("Ouverture") : qsTr("Ouvrir le livre")
                enabled: door.police.canOpen
                onClicked: door.police.openBook()
            }
        }
    }

    Card {
        Layout.preferredWidth: Look.pick3(600, 440, 360)
        Layout.maximumWidth: Look.pick3(600, 440, 360)
        Layout.fillHeight: true
        padding: Look.pick(24, 14)

        ColumnLayout {
            anchors.fill: parent
            spacing: Sizes.s8

            KText {
                text: qsTr("Dernières consultations")
                size: Fonts.label
                weight: Fonts.semibold
            }

            ListView {
                id: list

                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: door.police.readings
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Dernières consultations")

                delegate: ColumnLayout {
                    id: reading

                    required property string moment
                    required property string name
                    required property string purpose
                    required property string note
                    required property string act

                    width: list.width
                    spacing: 0

                    KText {
                        Layout.fillWidth: true
                        Layout.topMargin: Sizes.s8
                        text: qsTr("%1 · %2").arg(reading.moment).arg(reading.name)
                        size: Fonts.body
                        weight: Fonts.semibold
                        wrapMode: Text.WordWrap
                    }

                    KText {
                        Layout.fillWidth: true
                        Layout.bottomMargin: Sizes.s8
                        text: [PoliceWords.purpose(reading.purpose), PoliceWords.act(reading.act), reading.note].filter(part => part !== "").join(" · ")
                        size: Fonts.small
                        color: Colors.ink2
                        wrapMode: Text.WordWrap
                    }
                }

                EmptyState {
                    anchors.centerIn: parent
                    width: list.width
                    visible: list.count === 0
                    iconName: "book-open"
                    title: qsTr("Aucune consultation depuis un an")
                }
            }
        }
    }
}
