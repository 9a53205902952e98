pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Paying back: how much, by which way, and the one next action. Money goes back the way it came; other ways want a colleague.
FocusScope {
    id: page

    required property SaleViewModel sale
    required property PayBackViewModel payBack

    focus: true
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.payBack.payBack();
        else if (event.key === Qt.Key_E)
            page.payBack.chooseCash();
        else if (event.key === Qt.Key_A)
            page.payBack.chooseCredit();
        else if (event.key === Qt.Key_P)
            page.payBack.chooseAsPaid();
        else if (event.key === Qt.Key_Escape)
            page.payBack.leave();
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(56, 24)
        anchors.rightMargin: Look.pick(56, 24)
        anchors.topMargin: Look.pick(40, 12)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Look.pick(16, 8)

        KText {
            text: page.payBack.even ? qsTr("Échange sans différence") : qsTr("À rendre au client")
            size: Fonts.label
            weight: Fonts.semibold
            color: Colors.ink2
        }

        MoneyText {
            objectName: "amountBack"
            amount: page.payBack.due
            size: Fonts.hero
            weight: Fonts.heavy
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("Articles rendus du ticket %1").arg(page.payBack.originalNumber)
            size: Fonts.body
            color: Colors.ink2
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(28, 10)
            visible: !page.payBack.even
            columns: 3
            uniformCellWidths: true
            columnSpacing: Look.pick(14, 8)

            TenderTile {
                Layout.fillWidth: true
                iconName: "undo-2"
                text: qsTr("Comme payé")
                fact: qsTr("sans accord")
                chosen: page.payBack.way === "as_paid"
                enabled: page.payBack.canChoose
                onClicked: page.payBack.chooseAsPaid()
            }

            TenderTile {
                Layout.fillWidth: true
                iconName: "banknote"
                text: qsTr("Tout en espèces")
                fact: qsTr("accord au besoin")
                chosen: page.payBack.way === "cash"
                enabled: page.payBack.canChoose
                onClicked: page.payBack.chooseCash()
            }

            TenderTile {
                Layout.fillWidth: true
                iconName: "ticket-percent"
                text: qsTr("Tout en avoir")
                fact: qsTr("un bon imprimé, à son montant")
                chosen: page.payBack.way === "voucher"
                enabled: page.payBack.canChoose
                onClicked: page.payBack.chooseCredit()
            }
        }

        Repeater {
            model: page.payBack.tenders

            RowLayout {
                id: way

                required property string kind
                required property string amount

                Layout.fillWidth: true
                Layout.topMargin: Look.pick(10, 4)
                spacing: Sizes.s16

                Icon {
                    name: Words.tenderIcon(way.kind)
                    size: Sizes.iconLarge
                    color: Colors.ink2
                }

                KText {
                    Layout.fillWidth: true
                    text: way.kind === "voucher" ? qsTr("Avoir remis au client") : way.kind === "card" ? qsTr("Recrédité sur la carte") : qsTr("Espèces du tiroir")
                    size: Fonts.bodyPlus
                    weight: Fonts.semibold
                    wrapMode: Text.WordWrap
                }

                MoneyText {
                    amount: way.amount
                    size: Fonts.stat
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        Notice {
            Layout.fillWidth: true
            visible: page.payBack.noticeShown
            shown: page.payBack.noticeShown
            tone: page.payBack.noticeTone
            title: page.payBack.noticeTitle
            detail: page.payBack.noticeDetail
            onCloseRequested: page.payBack.closeNotice()
            onExpired: page.payBack.closeNotice()
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.actionAir

            Button {
                Layout.preferredHeight: Sizes.primarySheet
                iconName: "arrow-left"
                text: qsTr("Retour au panier")
                enabled: page.payBack.canChoose
                onClicked: page.payBack.leave()
            }

            Button {
                Layout.fillWidth: true
                Layout.preferredHeight: Sizes.primarySheet
                role: Button.Role.Primary
                enabled: !page.payBack.busy
                text: page.payBack.even ? qsTr("Valider l’échange") : qsTr("Rendre %1").arg(page.payBack.due)
                trailingIcon: "check"
                onClicked: page.payBack.payBack()
            }
        }
    }

    CardQuestion {
        card: page.payBack.card
    }
}
