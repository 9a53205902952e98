pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Why cash moves, or why the drawer is opened; what more there is to say; and, where there is one, the amount.
RowLayout {
    id: move

    required property CashViewModel cash

    spacing: Look.pick(40, 20)

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Sizes.tileGap

        KText {
            Layout.fillWidth: true
            text: CashWords.task(move.cash.task)
            size: Fonts.heading
            weight: Fonts.bold
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            Layout.bottomMargin: Sizes.s8
            text: move.cash.task === 3 ? qsTr("Mettez les billets dans une enveloppe et notez son numéro.") : move.cash.task === 4 ? qsTr("L’ouverture est notée avec son motif.") : qsTr("Choisissez le motif. Un papier sort à signer.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: move.cash.task === 3 ? null : move.cash.reasons

            ToggleTile {
                required property string code
                required property string words
                required property bool isChosen

                Layout.fillWidth: true
                Layout.maximumWidth: Look.pick(640, 480)
                figure: Fonts.body
                text: words
                chosen: isChosen
                onClicked: move.cash.chooseReason(code)
            }
        }

        Field {
            visible: move.cash.wantsNote
            Layout.fillWidth: true
            Layout.maximumWidth: Look.pick(640, 480)
            Layout.topMargin: Sizes.s8
            label: move.cash.task === 3 ? qsTr("Numéro de l’enveloppe") : qsTr("En quelques mots")
            maximumLength: 80
            onVisibleChanged: clear()
            onEdited: move.cash.write(text)
        }

        Item {
            Layout.fillHeight: true
        }
    }

    CountPad {
        visible: move.cash.moves
        Layout.fillHeight: true
        Layout.fillWidth: false
        Layout.preferredWidth: Look.pick3(480, 380, 272)
        Layout.maximumWidth: Look.pick3(480, 380, 272)
        title: qsTr("Montant")
        amount: move.cash.amount
        separator: move.cash.decimalSign
        next: ""
        nextVisible: false
        onTyped: character => move.cash.type(character)
        onErased: move.cash.erase()
    }
}
