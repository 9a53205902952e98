import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The sale: find or scan at the left, the basket at the right. Everything here can be done by scanning or from the keyboard.
FocusScope {
    id: page

    required property SaleViewModel sale

    Keys.onPressed: event => {
        if (event.key === Qt.Key_F12 && page.sale.basket.itemCount > 0) {
            page.sale.pay();
            event.accepted = true;
        } else if (event.key === Qt.Key_F9) {
            page.sale.openCash();
            event.accepted = true;
        } else if (event.key === Qt.Key_F4) {
            page.sale.openTickets();
            event.accepted = true;
        } else if (event.key === Qt.Key_F6) {
            page.sale.openCommitments();
            event.accepted = true;
        } else if (event.key === Qt.Key_F2) {
            search.forceActiveFocus();
            event.accepted = true;
        }
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 20)
        anchors.rightMargin: Look.pick(24, 12)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Look.pick(32, 24)

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Look.pick(16, 8)
            spacing: Look.pick(20, 12)

            SearchBar {
                id: search

                Layout.fillWidth: true
                query: page.sale.finder.query
                clearable: page.sale.finder.searching
                onTyped: text => page.sale.finder.search(text)
                onCleared: page.sale.finder.search("")
                onChosen: page.sale.finder.takeFirst()
            }

            Browse {
                visible: !page.sale.finder.searching
                Layout.fillWidth: true
                Layout.fillHeight: true
                sale: page.sale
            }

            ResultList {
                visible: page.sale.finder.searching
                Layout.fillWidth: true
                Layout.fillHeight: true
                finder: page.sale.finder
            }

            QuotationBanner {
                Layout.fillWidth: true
                visible: shown && !page.sale.basket.noticeShown
                basket: page.sale.basket
            }

            Notice {
                Layout.fillWidth: true
                visible: page.sale.basket.noticeShown
                shown: page.sale.basket.noticeShown
                tone: page.sale.basket.noticeTone
                iconName: page.sale.basket.noticeIcon
                title: page.sale.basket.noticeTitle
                detail: page.sale.basket.noticeDetail
                onCloseRequested: page.sale.basket.closeNotice()
                onExpired: page.sale.basket.closeNotice()
            }
        }

        BasketSheet {
            Layout.fillWidth: false
            Layout.fillHeight: true
            Layout.preferredWidth: Sizes.basketWidth
            Layout.maximumWidth: Sizes.basketWidth
            sale: page.sale
        }
    }

    DiscountSheet {
        discount: page.sale.discount
    }

    GiftCardSheet {
        giftCard: page.sale.giftCard
    }

    CustomerSheet {
        customers: page.sale.customers
    }

    NoteSheet {
        promises: page.sale.promises
    }

    DepositSheet {
        promises: page.sale.promises
    }

    Sheet {
        title: qsTr("Vider ce panier ?")
        open: page.sale.basket.emptying
        onCloseRequested: page.sale.basket.keepBasket()

        ColumnLayout {
            width: parent.width
            spacing: Sizes.s24

            KText {
                Layout.fillWidth: true
                text: qsTr("%1 pour %2. Rien n’est encaissé ; les articles restent en vente.").arg(Words.articles(page.sale.basket.itemCount)).arg(page.sale.basket.total)
                size: Fonts.body
                wrapMode: Text.WordWrap
            }

            RowLayout {
                spacing: Sizes.destructiveAir

                Button {
                    role: Button.Role.Destructive
                    iconName: "trash-2"
                    text: qsTr("Vider le panier")
                    onClicked: page.sale.basket.emptyBasket()
                }

                Button {
                    Layout.fillWidth: true
                    text: qsTr("Garder le panier")
                    onClicked: page.sale.basket.keepBasket()
                }
            }
        }
    }
}
