import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What may be said of a count: to who sees cash the difference, to others only that it is kept.
Card {
    id: outcome

    required property CashViewModel cash

    tone: outcome.cash.outcomeOpen ? outcome.cash.gapTone : outcome.cash.needsApproval ? "wait" : "ok"
    radius: Sizes.radiusSheet
    padding: Look.pick(40, 20)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(14, 8)

        RowLayout {
            spacing: Sizes.s12

            Icon {
                name: outcome.tone === "ok" ? "circle-check" : "triangle-alert"
                size: Sizes.iconLarge
                color: Colors.of(outcome.tone)
            }

            KText {
                Layout.fillWidth: true
                text: outcome.cash.needsApproval ? qsTr("Un responsable doit regarder ce compte") : qsTr("Compte enregistré")
                size: Fonts.heading
                weight: Fonts.bold
                color: Colors.of(outcome.tone)
                wrapMode: Text.WordWrap
            }
        }

        MoneyText {
            amount: outcome.cash.counted
            size: Look.pick3(120, 84, 60)
            weight: Fonts.heavy
        }

        KText {
            Layout.fillWidth: true
            visible: outcome.cash.outcomeOpen
            text: qsTr("Attendu %1 · écart %2").arg(outcome.cash.expected).arg(outcome.cash.gap)
            size: Fonts.bodyPlus
            weight: Fonts.semibold
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: outcome.cash.needsApproval
            text: qsTr("Vous pouvez recompter : touchez « Fermer la caisse » à gauche. Les deux comptes sont gardés.")
            size: Fonts.body
            wrapMode: Text.WordWrap
        }

        Field {
            visible: outcome.cash.wantsNote
            Layout.fillWidth: true
            Layout.maximumWidth: Look.pick(720, 520)
            label: qsTr("D’où vient cet écart ?")
            maximumLength: 120
            onVisibleChanged: clear()
            onEdited: outcome.cash.write(text)
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
