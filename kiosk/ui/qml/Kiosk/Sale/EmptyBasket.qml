pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// An empty basket says what to do, and offers what can be taken up again.
Item {
    id: empty

    required property SaleViewModel sale

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Look.pick(48, 20)
        anchors.bottomMargin: Sizes.s12
        spacing: Look.pick(12, 8)

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: Look.pick(128, 88)
            implicitHeight: implicitWidth
            radius: Look.pick(36, 24)
            color: Colors.well

            Icon {
                anchors.centerIn: parent
                name: "scan-barcode"
                size: Sizes.iconEmpty
            }
        }

        KText {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(20, 8)
            text: qsTr("Scannez un premier article")
            size: Fonts.heading
            weight: Fonts.bold
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
        }

        KText {
            Layout.fillWidth: true
            text: qsTr("IMEI, code-barres, étiquette ou bon d’achat.")
            size: Fonts.body
            color: Colors.ink2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
        }

        Item {
            Layout.fillHeight: true
        }

        KText {
            visible: empty.sale.basket.hasWaiting
            text: qsTr("Reprendre")
            size: Fonts.small
            weight: Fonts.semibold
            color: Colors.ink2
        }

        Repeater {
            model: empty.sale.basket.parked

            ParkedTile {
                required property string basketId
                required property int place
                required tillName

                Layout.fillWidth: true
                visible: place < (Look.large ? 3 : 2)
                onClicked: empty.sale.basket.resume(basketId)
            }
        }

        ParkedTile {
            Layout.fillWidth: true
            visible: empty.sale.basket.hasLastTicket
            last: true
            label: qsTr("Dernier ticket n° %1").arg(empty.sale.basket.lastTicketNumber)
            firstName: ""
            moreCount: 0
            total: qsTr("%1, à %2").arg(empty.sale.basket.lastTicketTotal).arg(empty.sale.basket.lastTicketClock)
            waitedMinutes: 0
            onClicked: empty.sale.reviewLastTicket()
        }

        RowLayout {
            Layout.fillWidth: true
            uniformCellSizes: empty.sale.basket.hasLastTicket
            spacing: Sizes.tileGap

            Button {
                Layout.fillWidth: true
                visible: empty.sale.basket.hasLastTicket
                role: Button.Role.Quiet
                iconName: Look.large ? "receipt-text" : ""
                text: qsTr("Tickets, retours")
                spoken: qsTr("Tickets, retours et garanties")
                onClicked: empty.sale.openTickets()
            }

            Button {
                readonly property int late: empty.sale.commitments.lateCount

                Layout.fillWidth: true
                role: Button.Role.Quiet
                iconName: late > 0 ? "triangle-alert" : Look.large ? "calendar-clock" : ""
                text: late > 0 ? qsTr("%n acompte(s) échu(s)", "", late) : qsTr("Devis, acomptes")
                spoken: late > 0 ? qsTr("Devis et acomptes, dont %n échu(s)", "", late) : qsTr("Devis et acomptes")
                onClicked: empty.sale.openCommitments()
            }
        }
    }
}
