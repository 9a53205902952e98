pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The device tests itself: a large quiet code for its camera, what will be tested, and each verdict once it came back.
Sheet {
    id: sheet

    required property SelfTestViewModel selfTest

    title: sheet.selfTest.received ? qsTr("Résultat reçu du téléphone") : qsTr("Test par le téléphone")
    open: sheet.selfTest.open
    takesScans: true
    sheetWidth: Look.pick3(1180, 960, 900)
    onCloseRequested: sheet.selfTest.close()
    Keys.onReturnPressed: sheet.selfTest.close()
    Keys.onEnterPressed: sheet.selfTest.close()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(24, 14)

        RowLayout {
            Layout.fillWidth: true
            spacing: Look.pick(32, 20)

            ColumnLayout {
                Layout.fillWidth: false
                Layout.preferredWidth: Look.pick3(460, 380, 360)
                Layout.alignment: Qt.AlignTop
                spacing: Look.pick(16, 10)

                Rectangle {
                    Layout.fillWidth: true
                    visible: !sheet.selfTest.received
                    implicitHeight: width
                    radius: Sizes.radiusTile
                    color: Colors.codePaper
                    border.width: Sizes.hair
                    border.color: Colors.line

                    Image {
                        anchors.centerIn: parent
                        width: sourceSize.width * Math.max(1, Math.floor((parent.width - Sizes.s16) / Math.max(1, sourceSize.width)))
                        height: width
                        source: sheet.selfTest.qrSource
                        smooth: false
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("QR code du test, à scanner avec l’appareil testé")
                    }
                }

                SelfTestGrid {
                    Layout.alignment: Qt.AlignHCenter
                    visible: sheet.selfTest.received && sheet.selfTest.missing.length > 0
                    missing: sheet.selfTest.missing
                }

                Icon {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.topMargin: Sizes.s24
                    visible: sheet.selfTest.received && sheet.selfTest.missing.length === 0
                    name: sheet.selfTest.failCount > 0 ? "circle-x" : "circle-check"
                    size: Look.pick(150, 110)
                    color: Colors.of(sheet.selfTest.failCount > 0 ? "bad" : "ok")
                }

                KText {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: sheet.selfTest.received ? (sheet.selfTest.missing.length > 0 ? qsTr("Cases sans réponse : %1").arg(sheet.selfTest.missing.length) : "") : qsTr("Valable jusqu’à %1, une seule fois").arg(sheet.selfTest.until)
                    visible: text !== ""
                    size: Fonts.body
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Look.pick(14, 8)

                StatusChip {
                    text: sheet.selfTest.received ? sheet.summary() : sheet.selfTest.sent ? qsTr("Page ouverte sur l’appareil") : qsTr("En attente du téléphone")
                    tone: sheet.selfTest.received ? (sheet.selfTest.failCount > 0 ? "bad" : "ok") : "wait"
                    iconName: !sheet.selfTest.received ? "hourglass" : sheet.selfTest.failCount > 0 ? "circle-x" : "circle-check"
                }

                KText {
                    Layout.fillWidth: true
                    visible: !sheet.selfTest.received
                    text: sheet.selfTest.controller && sheet.selfTest.public ? qsTr("Reliez la manette à un téléphone ou à une tablette, puis scannez ce code avec lui. À la fin, présentez son écran au lecteur de la borne.") : sheet.selfTest.public ? qsTr("Scannez ce code avec l’appareil à tester. À la fin, présentez son écran au lecteur de la borne.") : qsTr("Cette borne ne connaît pas l’adresse publique de la page : ouvrez-la par le câble.")
                    size: Look.pick(20, 17)
                    wrapMode: Text.WordWrap
                }

                Grid {
                    id: list

                    Layout.fillWidth: true
                    columns: sheet.selfTest.received ? 1 : 2
                    columnSpacing: Look.pick(32, 20)

                    Repeater {
                        model: sheet.selfTest.rows

                        SelfTestLine {
                            width: (list.width - (list.columns - 1) * list.columnSpacing) / list.columns
                        }
                    }
                }

                CounterSoundRow {
                    Layout.fillWidth: true
                    visible: sheet.selfTest.sound.offered && !sheet.selfTest.received
                    sound: sheet.selfTest.sound
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            Button {
                Layout.preferredHeight: Sizes.control
                iconName: "refresh-cw"
                text: qsTr("Nouveau code")
                enabled: !sheet.selfTest.busy
                onClicked: sheet.selfTest.start()
            }

            Button {
                Layout.preferredHeight: Sizes.control
                visible: sheet.selfTest.cable && !sheet.selfTest.received
                iconName: "cable"
                text: qsTr("Ouvrir par le câble")
                enabled: !sheet.selfTest.busy
                onClicked: sheet.selfTest.openByCable()
            }

            Item {
                Layout.fillWidth: true
            }

            Button {
                Layout.preferredWidth: Look.pick3(360, 280, 240)
                Layout.preferredHeight: Sizes.control
                role: sheet.selfTest.received ? Button.Role.Primary : Button.Role.Secondary
                text: sheet.selfTest.received ? qsTr("Continuer") : qsTr("Fermer")
                onClicked: sheet.selfTest.close()
            }
        }
    }

    function summary(): string {
        const faults = sheet.selfTest.failCount > 0 ? qsTr("%n défaut(s)", "", sheet.selfTest.failCount) : qsTr("aucun défaut");
        return sheet.selfTest.handCount > 0 ? qsTr("%1 conformes, %2, %3 à la main").arg(sheet.selfTest.passCount).arg(faults).arg(sheet.selfTest.handCount) : qsTr("%1 conformes, %2").arg(sheet.selfTest.passCount).arg(faults);
    }
}
