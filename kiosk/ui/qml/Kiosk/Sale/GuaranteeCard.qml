import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// Is it under guarantee? The answer first, then its last days.
Card {
    id: card

    required property string guarantee
    required property string until
    required property string presumedUntil
    required property string houseUntil
    required property int lengthenedDays
    property bool canRepair: false
    property bool hasPassport: false
    readonly property bool covered: card.guarantee === "presumed" || card.guarantee === "covered"

    signal repair
    signal passport

    tone: card.covered ? "ok" : "wait"
    padding: Look.pick(18, 12)

    RowLayout {
        anchors.fill: parent
        spacing: Look.pick(16, 12)

        Icon {
            name: card.covered ? "shield-check" : "shield"
            size: Sizes.iconLarge
            color: Colors.of(card.tone)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: card.covered ? qsTr("Sous garantie légale jusqu’au %1").arg(card.until) : card.guarantee === "given_back" ? qsTr("Appareil rendu : plus de garantie") : qsTr("Garantie légale terminée le %1").arg(card.until)
                size: Fonts.bodyPlus
                weight: Fonts.semibold
                color: Colors.of(card.tone)
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                visible: card.covered
                text: [card.guarantee === "presumed" ? qsTr("défaut présumé d’origine jusqu’au %1").arg(card.presumedUntil) : qsTr("au client de prouver le défaut depuis le %1").arg(card.presumedUntil), card.houseUntil !== "" && Look.large ? qsTr("garantie du magasin jusqu’au %1").arg(card.houseUntil) : "", card.lengthenedDays > 0 ? qsTr("+ %1 jours après réparation").arg(card.lengthenedDays) : ""].filter(part => part !== "").join(" · ")
                size: Fonts.small
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }
        }

        Button {
            visible: card.hasPassport
            iconName: "qr-code"
            text: Look.large ? qsTr("Passeport") : ""
            spoken: qsTr("Passeport de l’appareil au jour de la vente")
            onClicked: card.passport()
        }

        Button {
            visible: card.canRepair
            iconName: "wrench"
            text: Look.small ? "" : qsTr("Réparation")
            spoken: qsTr("Réparation sous garantie")
            onClicked: card.repair()
        }
    }
}
