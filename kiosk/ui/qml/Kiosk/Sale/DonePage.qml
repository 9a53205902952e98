pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// After a sale: the change once more, what became of the paper, and the next sale, which a scan also starts.
FocusScope {
    id: page

    required property DoneViewModel done

    focus: true
    Keys.onReturnPressed: page.done.startNext()
    Keys.onEnterPressed: page.done.startNext()

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(24, 16)
        anchors.rightMargin: Look.pick(24, 12)
        anchors.topMargin: Look.pick(8, 0)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Look.pick(40, 20)

        DoneSheet {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 46
            done: page.done
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 54
            spacing: Look.pick(20, 12)

            KText {
                Layout.topMargin: Look.pick(20, 8)
                Layout.fillWidth: true
                text: page.done.receipt.asked ? qsTr("Quel ticket pour le client ?") : qsTr("Le ticket du client")
                size: Fonts.title
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            ReceiptChoice {
                Layout.fillWidth: true
                done: page.done
            }

            PaperState {
                Layout.fillWidth: true
                visible: !page.done.paperNone
                done: page.done
            }

            HandedOver {
                Layout.fillWidth: true
                visible: page.done.hasUnit
                done: page.done
            }

            Item {
                Layout.fillHeight: true
            }

            Notice {
                Layout.fillWidth: true
                visible: page.done.noticeShown
                shown: page.done.noticeShown
                tone: page.done.noticeTone
                title: page.done.noticeTitle
                detail: page.done.noticeDetail
                onCloseRequested: page.done.closeNotice()
                onExpired: page.done.closeNotice()
            }

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.preferredHeight: Sizes.actionBar
                Layout.maximumHeight: Sizes.actionBar
                spacing: Sizes.actionAir

                Button {
                    Layout.fillHeight: true
                    iconName: "gift"
                    text: Look.small ? "" : Look.large ? qsTr("Ticket cadeau") : qsTr("Cadeau")
                    spoken: qsTr("Ticket cadeau")
                    enabled: !page.done.receipt.busy
                    onClicked: page.done.receipt.printGift()
                }

                Button {
                    Layout.fillHeight: true
                    iconName: "file-check"
                    visible: page.done.invoice.offered
                    text: Look.small ? "" : qsTr("Facture")
                    spoken: qsTr("Facture")
                    onClicked: page.done.invoice.ask()
                }

                Button {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    role: Button.Role.Primary
                    text: qsTr("Nouvelle vente")
                    fact: qsTr("ou scannez l’article suivant")
                    onClicked: page.done.startNext()
                }
            }
        }
    }

    QrSheet {
        done: page.done
    }

    InvoiceSheet {
        invoice: page.done.invoice
    }

    EmailSheet {
        done: page.done
    }
}
