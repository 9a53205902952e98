pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.ViewModels

// Rail, strip and the pages. Pages stay alive once they were opened, so that a lock or a look elsewhere loses nothing.
FocusScope {
    id: shell

    required property AppViewModel app
    property real topInset: 0

    focus: true

    // A sheet of the shell takes the keys from the workspace; closed, it hands them back.
    function keysBack(): void {
        for (const host of [sale, diagnostic, store])
            if (host.shown)
                host.forceActiveFocus();
    }

    Rail {
        id: rail

        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Sizes.rail
        app: shell.app
        onTrainingWanted: training.open = true
    }

    Strip {
        id: strip

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: shell.topInset
        height: Sizes.strip
        app: shell.app
    }

    Loader {
        anchors.fill: parent
        z: 10
        active: shell.visible && shell.app.approval !== null

        sourceComponent: ApprovalSheet {
            approval: shell.app.approval
            onOpenChanged: {
                if (!open)
                    shell.keysBack();
            }
        }
    }

    Item {
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: strip.bottom
        anchors.bottom: parent.bottom

        WorkspaceHost {
            id: sale

            anchors.fill: parent
            address: "../Sale/SaleWorkspace.qml"
            workspace: shell.app.sale
            shown: shell.visible && !shell.app.faultPage && shell.app.workspace === "sale"
        }

        WorkspaceHost {
            id: diagnostic

            anchors.fill: parent
            address: "../Diagnostic/DiagnosticWorkspace.qml"
            workspace: shell.app.diagnostic
            shown: shell.visible && !shell.app.faultPage && shell.app.workspace === "diagnostic"
        }

        WorkspaceHost {
            id: store

            anchors.fill: parent
            address: "../Store/StoreWorkspace.qml"
            workspace: shell.app.store
            shown: shell.visible && !shell.app.faultPage && shell.app.workspace === "store"
        }

        Loader {
            anchors.fill: parent
            active: shell.app.faultPage
            focus: active

            sourceComponent: FaultPage {
                app: shell.app
            }
        }
    }

    TrainingSheet {
        id: training

        app: shell.app
        onOpenChanged: {
            if (!open)
                shell.keysBack();
        }
    }
}
