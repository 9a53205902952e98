import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The inspection is closed: the grade, the price, the label, and what may be done with the unit now.
Item {
    id: page

    required property InspectionViewModel inspection
    readonly property bool sellable: page.inspection.sellable

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.topMargin: Sizes.s8
        anchors.bottomMargin: Sizes.actionBarBottom + Sizes.actionBar + Sizes.columnGap
        radius: Sizes.radiusSheet
        color: page.sellable ? Colors.okTint : Colors.waitTint

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Look.pick(56, 24)
            spacing: Look.pick(16, 8)

            RowLayout {
                spacing: Sizes.s16

                Icon {
                    name: page.sellable ? "circle-check" : "wrench"
                    size: Look.pick(34, 28)
                    color: page.sellable ? Colors.ok : Colors.wait
                }

                KText {
                    text: page.sellable ? qsTr("Appareil en vente") : qsTr("Contrôle terminé")
                    size: Look.pick(28, 22)
                    weight: Fonts.semibold
                    color: page.sellable ? Colors.ok : Colors.wait
                }
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("%1 · %2").arg(DiagnosticWords.device(page.inspection.device.model, page.inspection.device.storage, page.inspection.device.colour)).arg(DiagnosticWords.identifier(page.inspection.device.byImei, page.inspection.device.identifierTail))
                size: Look.pick(20, 16)
                color: Colors.ink2
            }

            Item {
                Layout.fillHeight: true
            }

            KText {
                text: page.sellable ? DiagnosticWords.grade(page.inspection.doneLevel) : DiagnosticWords.outcome(page.inspection.doneOutcome)
                size: Look.pick(64, 40)
                weight: Fonts.bold
            }

            MoneyText {
                visible: page.sellable
                amount: page.inspection.donePrice
                size: Look.pick3(170, 100, 80)
                weight: Fonts.heavy
            }

            KText {
                Layout.fillWidth: true
                visible: !page.sellable
                text: DiagnosticWords.outcomeDetail(page.inspection.doneOutcome)
                size: Fonts.label
                wrapMode: Text.WordWrap
            }

            Item {
                Layout.fillHeight: true
            }

            DoneFact {
                Layout.fillWidth: true
                iconName: "clipboard-check"
                label: qsTr("Règle appliquée")
                value: qsTr("règle %1").arg(page.inspection.doneRule)
            }

            DoneFact {
                Layout.fillWidth: true
                iconName: "tag"
                label: qsTr("Étiquette")
                value: page.inspection.doneLabel
            }
        }
    }

    ActionBar {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Sizes.columnMargin
        anchors.rightMargin: Sizes.columnMargin
        anchors.bottomMargin: Sizes.actionBarBottom
        backVisible: false
        nextText: qsTr("Contrôle suivant")
        nextWidth: Look.pick(520, 360)
        onNextRequested: page.inspection.leave()

        Button {
            Layout.fillHeight: true
            visible: page.sellable && page.inspection.passport.offered
            iconName: "qr-code"
            text: qsTr("Passeport")
            onClicked: page.inspection.showPassport()
        }

        Button {
            Layout.fillHeight: true
            visible: page.sellable
            iconName: "pencil"
            text: qsTr("Changer l’état")
            onClicked: page.inspection.changeGrade()
        }

        Item {
            Layout.fillWidth: true
        }
    }

    GradeChangeSheet {
        regrade: page.inspection.regrade
    }

    PassportSheet {
        passport: page.inspection.passport
    }
}
