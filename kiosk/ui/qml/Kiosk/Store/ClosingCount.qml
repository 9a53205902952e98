import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The blind count: what is expected is not shown, so that the count is one.
RowLayout {
    id: count

    required property ClosingViewModel closing

    spacing: Sizes.columnGap

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Look.pick(16, 10)

        KText {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(32, 10)
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
            Layout.topMargin: Sizes.s16
            text: qsTr("Session %1 ouverte à %2").arg(count.closing.sessionNumber).arg(count.closing.openedAt)
            size: Fonts.body
            color: Colors.ink2
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.maximumWidth: Look.pick(720, 460)
            Layout.topMargin: Sizes.s12
            Layout.preferredHeight: Look.pick(140, 96)
            radius: Sizes.radiusControl
            color: Colors.surface
            border.width: Sizes.focusWidth
            border.color: Colors.accent

            KText {
                x: Sizes.s24
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Compté")
                size: Fonts.body
                color: Colors.ink2
            }

            MoneyText {
                anchors.right: parent.right
                anchors.rightMargin: Sizes.s24
                anchors.verticalCenter: parent.verticalCenter
                amount: count.closing.typed
                size: Look.pick(84, 56)
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }

    Card {
        Layout.fillHeight: true
        Layout.fillWidth: false
        Layout.preferredWidth: Sizes.paymentPad
        Layout.maximumWidth: Sizes.paymentPad
        radius: Sizes.radiusSheet

        NumberPad {
            anchors.fill: parent
            keyHeight: Look.px(48)
            separator: count.closing.decimalSign
            onTyped: character => count.closing.type(character)
            onErased: count.closing.erase()
        }
    }
}
