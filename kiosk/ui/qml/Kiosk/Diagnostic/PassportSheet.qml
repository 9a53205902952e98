pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The passport of a unit on sale: its code to scan at the left, what it says at the right; on a label or as a file. Why there is none stands in its place.
Sheet {
    id: sheet

    required property PassportViewModel passport

    title: sheet.passport.asSold ? qsTr("Passeport au jour de la vente") : qsTr("Passeport de l’appareil")
    open: sheet.passport.open
    takesScans: true
    sheetWidth: Look.pick3(1180, 980, 900)
    onCloseRequested: sheet.passport.close()
    Keys.onReturnPressed: sheet.passport.printLabel()
    Keys.onEnterPressed: sheet.passport.printLabel()

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(24, 14)

        Banner {
            Layout.fillWidth: true
            visible: !sheet.passport.ready && sheet.passport.fault !== ""
            tone: "wait"
            iconName: "triangle-alert"
            title: qsTr("Pas de passeport pour cet appareil")
            detail: sheet.passport.fault
        }

        RowLayout {
            Layout.fillWidth: true
            visible: sheet.passport.ready
            spacing: Look.pick(32, 20)

            PassportCode {
                Layout.alignment: Qt.AlignTop
                implicitWidth: Look.pick3(440, 350, 330)
                passport: sheet.passport
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Look.pick(14, 8)

                KText {
                    Layout.fillWidth: true
                    text: sheet.passport.model
                    size: Fonts.heading
                    weight: Fonts.bold
                    wrapMode: Text.WordWrap
                }

                KText {
                    Layout.fillWidth: true
                    text: qsTr("%1 · contrôlé le %2").arg(sheet.passport.tail).arg(sheet.passport.inspectedOn)
                    size: Fonts.small
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }

                RowLayout {
                    spacing: Sizes.s16

                    GradeMark {
                        level: sheet.passport.level
                        word: sheet.passport.grade
                    }

                    StatusChip {
                        tone: "ok"
                        iconName: "check"
                        text: qsTr("%n point(s) conforme(s)", "", sheet.passport.conforming)
                    }
                }

                Repeater {
                    model: sheet.passport.facts

                    RowLayout {
                        id: fact

                        required property string label
                        required property string value

                        Layout.fillWidth: true
                        spacing: Sizes.s16

                        KText {
                            Layout.alignment: Qt.AlignTop
                            Layout.preferredWidth: Look.pick3(140, 120, 116)
                            text: fact.label
                            size: Fonts.small
                            color: Colors.ink2
                        }

                        KText {
                            Layout.fillWidth: true
                            text: fact.value
                            size: Fonts.small
                            wrapMode: Text.WordWrap
                        }
                    }
                }
            }
        }

        KText {
            Layout.fillWidth: true
            visible: text !== ""
            text: sheet.passport.trouble !== "" ? sheet.passport.trouble : sheet.passport.savedAs !== "" ? qsTr("Enregistré : %1").arg(sheet.passport.savedAs) : sheet.passport.printed ? qsTr("L’étiquette du passeport est partie vers l’imprimante.") : sheet.passport.slipPrinted ? qsTr("Le passeport est parti vers l’imprimante de tickets.") : ""
            size: Fonts.small
            color: sheet.passport.trouble !== "" ? Colors.bad : Colors.ink2
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            Flow {
                Layout.fillWidth: true
                spacing: Sizes.s12

                Repeater {
                    model: sheet.passport.places

                    Button {
                        required property string path
                        required property string name

                        height: Sizes.control
                        iconName: name === "" ? "file-text" : "usb"
                        text: name === "" ? qsTr("Enregistrer le document") : qsTr("Enregistrer sur %1").arg(name)
                        enabled: !sheet.passport.busy
                        onClicked: sheet.passport.save(path)
                    }
                }

                Button {
                    height: Sizes.control
                    iconName: "receipt-text"
                    visible: sheet.passport.ready
                    text: qsTr("Ticket à remettre")
                    enabled: !sheet.passport.busy
                    onClicked: sheet.passport.printSlip()
                }

                Button {
                    height: Sizes.control
                    iconName: "eraser"
                    visible: !sheet.passport.asSold
                    text: qsTr("Certificat d’effacement")
                    enabled: !sheet.passport.busy
                    onClicked: sheet.passport.saveCertificate()
                }
            }

            Button {
                Layout.preferredHeight: Sizes.control
                role: Button.Role.Primary
                iconName: "printer"
                visible: sheet.passport.ready
                text: qsTr("Imprimer l’étiquette")
                enabled: !sheet.passport.busy && sheet.passport.qrSource !== ""
                onClicked: sheet.passport.printLabel()
            }
        }
    }
}
