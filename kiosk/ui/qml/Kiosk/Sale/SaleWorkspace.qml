import QtQuick
import QtQuick.Layouts
import Kiosk.ViewModels

// The workspace *Vente*: the drawer first, then the basket, its payment, and what follows it.
FocusScope {
    id: workspace

    required property SaleViewModel viewModel

    focus: true

    StackLayout {
        anchors.fill: parent
        currentIndex: workspace.viewModel.step

        DrawerPage {
            focus: workspace.viewModel.step === 0
            drawer: workspace.viewModel.drawer
        }

        SalePage {
            focus: workspace.viewModel.step === 1
            sale: workspace.viewModel
        }

        PaymentPage {
            focus: workspace.viewModel.step === 2
            sale: workspace.viewModel
            payment: workspace.viewModel.payment
        }

        DonePage {
            focus: workspace.viewModel.step === 3
            done: workspace.viewModel.done
        }

        CashPage {
            focus: workspace.viewModel.step === 4
            cash: workspace.viewModel.cash
        }

        TicketsPage {
            focus: workspace.viewModel.step === 5
            tickets: workspace.viewModel.tickets
        }

        PayBackPage {
            focus: workspace.viewModel.step === 6
            sale: workspace.viewModel
            payBack: workspace.viewModel.payBack
        }

        CommitmentsPage {
            focus: workspace.viewModel.step === 7
            commitments: workspace.viewModel.commitments
        }
    }
}
