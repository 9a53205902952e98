import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The one fact that would raise the grade, and what it would bring.
Card {
    id: card

    required property RiseViewModel rise
    property string worth: ""
    readonly property string goal: card.rise.level > 0 ? DiagnosticWords.grade(card.rise.level) : DiagnosticWords.outcome(card.rise.outcome)

    function condition(): string {
        switch (card.rise.how) {
        case "proven_battery":
            return qsTr("%1 si la batterie est lue par un instrument").arg(card.goal);
        case "proven_erasure":
            return qsTr("%1 si l’effacement est prouvé").arg(card.goal);
        case "genuine_parts":
            return qsTr("%1 si les pièces sont d’origine").arg(card.goal);
        case "battery":
            return qsTr("%1 si la batterie est à %2 % au lieu de %3 %").arg(card.goal).arg(card.rise.then).arg(card.rise.now);
        case "charged":
            return qsTr("%1 si la batterie est mesurée à %2 % au moins").arg(card.goal).arg(card.rise.then);
        case "classes":
            return qsTr("%1 si %2 : %3 au lieu de %4").arg(card.goal).arg(card.rise.subject).arg(card.rise.then).arg(card.rise.now);
        case "tested":
            return qsTr("%1 si ce point est testé et conforme : %2").arg(card.goal).arg(card.rise.subject);
        case "several":
            return card.rise.subject === "" ? qsTr("Plusieurs faits devraient changer ensemble") : qsTr("Plusieurs points à reprendre ensemble : %1").arg(card.rise.subject);
        default:
            return qsTr("%1 si ce point devient conforme : %2").arg(card.goal).arg(card.rise.subject);
        }
    }

    radius: Sizes.radiusSheet
    padding: Look.pick(28, 15)
    tone: "accent"
    implicitHeight: words.implicitHeight + 2 * card.padding

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Look.pick(10, 5)

        RowLayout {
            spacing: Sizes.s12

            Icon {
                name: "trending-up"
                size: Sizes.icon
                color: Colors.accent
            }

            KText {
                Layout.fillWidth: true
                text: Look.small ? qsTr("Pour monter") : qsTr("Ce qui ferait monter l’état")
                size: Look.pick(18, 16)
                weight: Fonts.semibold
                color: Colors.accent
            }
        }

        KText {
            Layout.fillWidth: true
            text: card.condition()
            size: Look.pick(22, 17)
            weight: Fonts.semibold
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            visible: card.worth !== ""
            text: card.worth
            size: Look.pick(18, 16)
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }
    }
}
