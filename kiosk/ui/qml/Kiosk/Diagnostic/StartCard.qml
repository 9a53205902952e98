pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Begin a trade-in: scan the IMEI, or type it on the pad. Where none is offered, the card says so and begins what waits in the shop.
Card {
    id: card

    required property DiagnosticViewModel bench

    radius: Sizes.radiusSheet
    padding: Look.pick(36, 18)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(16, 8)

        RowLayout {
            Layout.fillWidth: true
            spacing: Look.pick(24, 14)

            Rectangle {
                implicitWidth: Look.pick(96, 64)
                implicitHeight: implicitWidth
                radius: Sizes.radiusCard
                color: Colors.accentTint

                Icon {
                    anchors.centerIn: parent
                    name: "scan-barcode"
                    size: Look.pick(52, 36)
                    color: Colors.accent
                }
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.textGap

                KText {
                    Layout.fillWidth: true
                    text: card.bench.tradeInsOpen ? qsTr("Scannez l’appareil à reprendre") : qsTr("Scannez un appareil du magasin")
                    size: Look.pick3(32, 24, 20)
                    weight: Fonts.bold
                    wrapMode: Text.WordWrap
                }

                KText {
                    Layout.fillWidth: true
                    text: card.bench.tradeInsOpen ? qsTr("IMEI sur *#06#, sur le tiroir SIM ou sur la boîte") : card.bench.tradeInsOffered ? qsTr("Les reprises attendent la déclaration en préfecture : le siège doit renseigner le numéro et la date du récépissé de ce magasin.") : qsTr("Les reprises ne sont pas proposées dans ce pays : le contrat et le registre que sa loi demande ne sont pas dans cette borne.")
                    size: Fonts.body
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }
            }
        }

        Repeater {
            model: card.bench.cable.phones

            Button {
                id: phone

                required property string udid
                required property string model
                required property string identifierTail
                required property bool byImei
                required property bool reading

                Layout.fillWidth: true
                Layout.preferredHeight: Look.pick(84, 60)
                iconName: phone.reading ? "loader" : "usb"
                alignLeft: true
                visible: phone.udid !== ""
                enabled: !card.bench.busy
                text: qsTr("%1 · %2").arg(phone.model).arg(DiagnosticWords.identifier(phone.byImei, phone.identifierTail))
                spoken: qsTr("Commencer avec %1 branché").arg(phone.model)
                onClicked: card.bench.cable.begin(phone.udid)
            }
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Sizes.s8
            implicitHeight: Sizes.control
            radius: Sizes.radiusControl
            color: Colors.raised
            border.width: Sizes.edge
            border.color: Colors.control

            KText {
                anchors.fill: parent
                anchors.leftMargin: Sizes.s20
                anchors.rightMargin: Sizes.s20
                verticalAlignment: Text.AlignVCenter
                text: card.bench.typed === "" ? qsTr("ou tapez l’IMEI") : card.bench.typed
                size: card.bench.typed === "" ? Fonts.body : Fonts.label
                weight: card.bench.typed === "" ? Fonts.regular : Fonts.semibold
                color: card.bench.typed === "" ? Colors.ink3 : Colors.ink
            }
        }

        LaptopCard {
            Layout.fillWidth: true
            laptops: card.bench.laptops
        }

        NumberPad {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: Look.pick(480, 360)
            decimal: false
            keyHeight: Look.pick(98, 64)
            onTyped: character => card.bench.typeDigit(character)
            onErased: card.bench.eraseDigit()
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.actionBar
            role: Button.Role.Primary
            enabled: card.bench.typed.length >= 8 && !card.bench.busy
            text: card.bench.tradeInsOpen ? qsTr("Commencer la reprise") : qsTr("Ouvrir l’appareil")
            trailingIcon: "arrow-right"
            onClicked: card.bench.beginTyped()
        }
    }
}
