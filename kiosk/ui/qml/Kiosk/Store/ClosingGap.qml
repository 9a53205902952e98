import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// So many days wait for their closing that the clock may be wrong: a manager looks at it before anything is frozen.
Card {
    id: gap

    required property ClosingViewModel closing

    tone: "wait"
    radius: Sizes.radiusSheet
    padding: Look.pick(56, 28)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(20, 10)

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            spacing: Sizes.s12

            Icon {
                name: "clock"
                size: Look.pick(34, 28)
                color: Colors.wait
            }

            KText {
                Layout.fillWidth: true
                text: qsTr("%n jour(s) attendent leur clôture", "", gap.closing.waitingDays)
                size: Fonts.heading
                weight: Fonts.bold
                color: Colors.wait
                wrapMode: Text.WordWrap
            }
        }

        KText {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(24, 8)
            text: qsTr("L’heure de la borne est-elle juste ?")
            size: Fonts.title
            weight: Fonts.bold
            wrapMode: Text.WordWrap
        }

        KText {
            objectName: "clockNow"
            Layout.fillWidth: true
            text: gap.closing.gapNow
            size: Look.pick3(84, 56, 44)
            weight: Fonts.heavy
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            Layout.maximumWidth: Look.pick(1100, 760)
            text: qsTr("Le premier jour à clore est le %1. C’est plus qu’une fermeture ordinaire, et une clôture ne s’efface pas : si l’heure est fausse, retournez au tableau et faites régler l’horloge. Si elle est juste, chaque jour sera clos dans l’ordre et votre nom restera au journal.").arg(gap.closing.gapFirst)
            size: Fonts.bodyPlus
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
