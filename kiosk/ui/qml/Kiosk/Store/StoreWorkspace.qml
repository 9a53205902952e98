pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The workspace *Magasin*: today's board, the stock, closing the day, and the registers. Who may not see it is told whom to ask.
FocusScope {
    id: workspace

    required property StoreViewModel viewModel

    focus: true

    StackLayout {
        anchors.fill: parent
        visible: workspace.viewModel.allowed
        currentIndex: workspace.viewModel.step

        BoardPage {
            focus: workspace.viewModel.step === 0
            store: workspace.viewModel
            board: workspace.viewModel.board
        }

        UnitsPage {
            focus: workspace.viewModel.step === 1
            store: workspace.viewModel
            units: workspace.viewModel.units
        }

        ClosingPage {
            focus: workspace.viewModel.step === 2
            closing: workspace.viewModel.closing
        }

        RecordsPage {
            focus: workspace.viewModel.step === 3
            store: workspace.viewModel
            records: workspace.viewModel.records
        }

        PolicePage {
            focus: workspace.viewModel.step === 4
            store: workspace.viewModel
            police: workspace.viewModel.police
        }

        Loader {
            active: workspace.viewModel.movesUnits
            focus: workspace.viewModel.step === 5
            sourceComponent: TransfersPage {
                focus: true
                store: workspace.viewModel
                transfers: workspace.viewModel.transfers
            }
        }

        CreditTransfersPage {
            focus: workspace.viewModel.step === 6
            store: workspace.viewModel
            transfers: workspace.viewModel.creditTransfers
        }
    }

    Notice {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(360, 260)
        visible: shown
        shown: workspace.viewModel.board.noticeShown
        tone: workspace.viewModel.board.noticeTone
        iconName: workspace.viewModel.board.noticeIcon
        title: workspace.viewModel.board.noticeTitle
        detail: workspace.viewModel.board.noticeDetail
        onCloseRequested: workspace.viewModel.board.closeNotice()
        onExpired: workspace.viewModel.board.closeNotice()
    }

    EmptyState {
        anchors.centerIn: parent
        width: Look.pick(640, 480)
        visible: !workspace.viewModel.allowed
        iconName: "lock"
        title: qsTr("Le magasin est réservé aux responsables")
        detail: qsTr("Demandez à un responsable de s’identifier par son badge ou son code. Vos paniers restent en attente.")
    }
}
