import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The workspace *Diagnostic*: its home, then the page that the work is on. Pages stay as they were left.
FocusScope {
    id: workspace

    required property DiagnosticViewModel viewModel

    StackLayout {
        anchors.fill: parent
        currentIndex: workspace.viewModel.step

        HomePage {
            bench: workspace.viewModel
        }

        TradeInPage {
            tradeIn: workspace.viewModel.tradeIn
            cable: workspace.viewModel.cable
            past: workspace.viewModel.past
        }

        DonePage {
            tradeIn: workspace.viewModel.tradeIn
        }

        InspectionPage {
            inspection: workspace.viewModel.inspection
            cable: workspace.viewModel.cable
        }

        InspectedPage {
            inspection: workspace.viewModel.inspection
        }

        ErasePage {
            erasure: workspace.viewModel.erasure
        }

        WorkshopPage {
            workshop: workspace.viewModel.workshop
        }
    }

    CableHint {
        x: Math.round(parent.width - width - 2 * Sizes.columnMargin)
        y: Math.round(parent.height - height - Sizes.actionBar - Sizes.actionBarBottom - Sizes.s24)
        z: 1
        width: Math.min(parent.width - Look.pick3(560, 400, 340) - 5 * Sizes.columnMargin, Look.pick(820, 640))
        cable: workspace.viewModel.cable
    }

    PastSheet {
        past: workspace.viewModel.past
        batteryNow: workspace.viewModel.tradeIn.battery
    }

    Notice {
        x: Math.round((parent.width - width) / 2)
        y: Math.round(parent.height - height - Sizes.actionBar - Sizes.actionBarBottom - Sizes.s12)
        width: Math.min(parent.width - 2 * Sizes.s24, Look.pick(960, 720))
        shown: workspace.viewModel.noticeShown
        title: workspace.viewModel.noticeTitle
        detail: workspace.viewModel.noticeDetail
        tone: workspace.viewModel.noticeTone
        iconName: workspace.viewModel.noticeIcon
        onExpired: workspace.viewModel.closeNotice()
        onCloseRequested: workspace.viewModel.closeNotice()
    }
}
