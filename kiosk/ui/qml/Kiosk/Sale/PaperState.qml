import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What became of the receipt: printed, on its way, waiting for the printer, or unknown, which only eyes can settle.
Card {
    id: paper

    required property DoneViewModel done

    padding: Look.pick(28, 16)
    implicitHeight: row.implicitHeight + 2 * paper.padding

    RowLayout {
        id: row

        width: parent.width
        spacing: Look.pick(24, 14)

        Thumb {
            implicitWidth: Look.pick(84, 60)
            implicitHeight: implicitWidth
            iconName: "printer"
            tone: paper.done.paperTone
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: paper.done.paperPrinted ? qsTr("Le ticket est imprimé") : paper.done.paperNone ? qsTr("Pas de ticket imprimé") : paper.done.paperUnknown ? qsTr("Le ticket est-il sorti ?") : paper.done.paperFailed ? qsTr("Le ticket n’est pas sorti") : qsTr("Le ticket attend l’imprimante")
                size: Fonts.lead
                weight: Fonts.bold
                color: Colors.of(paper.done.paperTone)
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: paper.done.paperPrinted ? qsTr("Remettez-le au client avec sa monnaie.") : paper.done.paperNone ? qsTr("Rien ne l’impose pour ces articles. Il s’imprime si le client le demande.") : paper.done.paperUnknown ? qsTr("L’imprimante n’a pas répondu à temps. Regardez-la avant d’en refaire un.") : paper.done.paperFailed ? qsTr("La vente est enregistrée. Un duplicata peut être imprimé.") : qsTr("La vente est enregistrée. Il sortira tout seul dès que l’imprimante répondra.")
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            RowLayout {
                Layout.topMargin: Sizes.s8
                visible: paper.done.paperUnknown
                spacing: Sizes.s12

                Button {
                    Layout.preferredHeight: Sizes.controlInRow
                    iconName: "check"
                    text: qsTr("Oui, il est sorti")
                    onClicked: paper.done.paperCameOut()
                }

                Button {
                    Layout.preferredHeight: Sizes.controlInRow
                    iconName: "x"
                    text: qsTr("Non, rien")
                    onClicked: paper.done.paperDidNotComeOut()
                }
            }
        }
    }
}
