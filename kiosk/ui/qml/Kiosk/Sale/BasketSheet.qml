pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The sheet at the right of a sale: lines, the perforation above what is due, the total and the one next action.
Rectangle {
    id: sheet

    required property SaleViewModel sale
    readonly property real side: Look.pick(32, 20)

    radius: Sizes.radiusSheet
    color: Colors.surface
    border.width: Sizes.hair
    border.color: Colors.line

    Item {
        id: header

        width: parent.width
        height: Sizes.basketHeader

        Row {
            x: sheet.side
            anchors.verticalCenter: parent.verticalCenter
            spacing: Look.pick(14, 12)

            KText {
                id: title

                text: qsTr("Panier")
                size: Fonts.heading
                weight: Fonts.bold
            }

            KText {
                anchors.baseline: title.baseline
                visible: sheet.sale.basket.itemCount > 0
                text: Words.articles(sheet.sale.basket.itemCount)
                size: Fonts.body
                color: Colors.ink2
            }
        }

        Button {
            anchors.right: empty.visible ? empty.left : till.left
            anchors.rightMargin: Sizes.s8
            anchors.verticalCenter: parent.verticalCenter
            height: Look.px(56)
            iconName: sheet.sale.basket.customer === "" ? "user-plus" : "user"
            text: sheet.sale.basket.customer === "" ? qsTr("Client") : sheet.sale.basket.customer.length > Look.pick3(14, 12, 8) ? sheet.sale.basket.customer.slice(0, Look.pick3(13, 11, 7)) + "…" : sheet.sale.basket.customer
            spoken: sheet.sale.basket.customer === "" ? qsTr("Choisir le client") : qsTr("Client : %1").arg(sheet.sale.basket.customer)
            onClicked: sheet.sale.promises.askCustomer()
        }

        Button {
            id: empty

            anchors.right: parent.right
            anchors.rightMargin: Look.pick(32, 20)
            anchors.verticalCenter: parent.verticalCenter
            height: Look.px(56)
            visible: sheet.sale.basket.itemCount > 0
            role: Button.Role.Quiet
            iconName: "trash-2"
            text: ""
            spoken: qsTr("Vider le panier")
            onClicked: sheet.sale.basket.askToEmpty()
        }

        Button {
            id: till

            anchors.right: parent.right
            anchors.rightMargin: Look.pick(32, 20)
            anchors.verticalCenter: parent.verticalCenter
            height: Look.px(56)
            visible: sheet.sale.basket.itemCount === 0
            role: Button.Role.Quiet
            iconName: "inbox"
            text: qsTr("Caisse")
            spoken: qsTr("Caisse : espèces, comptage, lecture X")
            onClicked: sheet.sale.openCash()
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Sizes.hair
            color: Colors.line
        }
    }

    ListView {
        id: lines

        anchors.top: header.bottom
        anchors.bottom: foot.top
        width: parent.width
        visible: sheet.sale.basket.itemCount > 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        // A scan may jump to any line: those beyond the edges stand built already.
        cacheBuffer: 4000
        model: sheet.sale.basket.lines
        currentIndex: sheet.sale.basket.currentPlace
        highlightFollowsCurrentItem: true
        highlightMoveDuration: Motion.line
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Lignes du panier")

        delegate: BasketLine {
            width: lines.width
            sideMargin: sheet.side
            onTouched: lineId => sheet.sale.basket.touchLine(lineId)
            onLess: sheet.sale.basket.oneLess()
            onMore: sheet.sale.basket.oneMore()
            onDiscountAsked: sheet.sale.basket.askDiscount()
            onRemoveAsked: sheet.sale.basket.removeLine()
        }

        add: Transition {
            NumberAnimation {
                property: "x"
                from: Motion.lineSlide
                to: 0
                duration: Motion.line
                easing.type: Easing.OutCubic
            }
        }
    }

    EmptyBasket {
        anchors.top: header.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: sheet.side
        anchors.rightMargin: sheet.side
        visible: sheet.sale.basket.itemCount === 0
        sale: sheet.sale
    }

    BasketFoot {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        side: sheet.side
        sale: sheet.sale
    }
}
