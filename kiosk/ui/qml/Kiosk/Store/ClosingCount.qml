import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.Sale
import Kiosk.ViewModels

// The blind count: what is expected is not shown, so that the count is one. Each open drawer in its turn.
CountArea {
    id: count

    required property ClosingViewModel closing

    counting: count.closing.count
    title: qsTr("Compté")
    detail: qsTr("fond de caisse compris")
    next: ""
    nextVisible: false
    onNextRequested: count.closing.goOn()

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(16, 10)

        Item {
            Layout.fillHeight: true
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Combien y a-t-il dans le tiroir ?")
            size: Fonts.displaySize
            weight: Fonts.bold
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            Layout.maximumWidth: Look.pick(820, 520)
            text: qsTr("Comptez tous les billets et toutes les pièces, fond de caisse compris. Le montant attendu n’est pas montré : l’écart sera calculé après.")
            size: Fonts.bodyPlus
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            Layout.topMargin: Sizes.s16
            text: count.closing.sessionCount > 1 ? qsTr("Tiroir %1 sur %2 · session %3 ouverte à %4").arg(count.closing.sessionPlace).arg(count.closing.sessionCount).arg(count.closing.sessionNumber).arg(count.closing.openedAt) : qsTr("Session %1 ouverte à %2").arg(count.closing.sessionNumber).arg(count.closing.openedAt)
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
