pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A file in three touches: which days, which file, make it. While it is being made: how far it is, and a way to stop.
ColumnLayout {
    id: panel

    required property RecordsViewModel records

    function title(kind: string): string {
        switch (kind) {
        case "archive":
            return panel.records.choice === 1 ? qsTr("Archive de l’année") : qsTr("Archive du mois");
        case "inspection":
            return qsTr("Export pour l’administration");
        case "fec":
            return qsTr("Écritures comptables (FEC)");
        case "ereporting":
            return qsTr("E-reporting");
        default:
            return qsTr("Registre de la marge");
        }
    }

    function detail(kind: string, fits: bool): string {
        switch (kind) {
        case "archive":
            if (!fits)
                return qsTr("Choisissez un mois ou une année clos");
            return panel.records.action === "make" ? qsTr("Une seule, signée, pour six ans") : qsTr("Déjà faite : vérifiez-la ou copiez-la");
        case "inspection":
            return qsTr("Tickets, clôtures, événements ; l’export est noté");
        case "fec":
            return qsTr("Pour l’expert-comptable");
        case "ereporting":
            return qsTr("Ventes et encaissements par jour, pour la plateforme");
        default:
            return qsTr("Achat, vente et marge de chaque appareil");
        }
    }

    function why(reason: string): string {
        if (reason === "training")
            return qsTr("Une caisse de formation ne donne pas de fichier ; les archives de la vraie caisse contiennent aussi la formation.");
        return qsTr("L’administration de ce pays ne demande ni archive ni fichier. Les clôtures restent ici.");
    }

    function icon(kind: string): string {
        switch (kind) {
        case "archive":
            return "lock";
        case "inspection":
            return "landmark";
        case "fec":
            return "book-open-check";
        case "ereporting":
            return "globe";
        default:
            return "percent";
        }
    }

    spacing: Sizes.cardGap

    PeriodCard {
        Layout.fillWidth: true
        visible: panel.records.hasKinds
        enabled: !panel.records.busy
        records: panel.records
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        padding: Look.pick(12, 6)

        ListView {
            id: kinds

            anchors.fill: parent
            clip: true
            spacing: Sizes.s4
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            enabled: !panel.records.busy
            model: panel.records.kinds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Fichiers")

            delegate: ListRow {
                required property string kind
                required property bool fits
                required property var model

                width: kinds.width
                bare: true
                separator: false
                chosen: model.chosen
                enabled: fits
                title: panel.title(kind)
                subtitle: Look.large || !fits || (model.chosen && panel.records.action !== "make") ? panel.detail(kind, fits) : ""
                iconName: panel.icon(kind)
                Accessible.checkable: true
                Accessible.checked: model.chosen
                onClicked: panel.records.choose(kind)
            }
        }

        EmptyState {
            anchors.centerIn: parent
            width: parent.width - 2 * Sizes.s24
            visible: !panel.records.hasKinds
            iconName: "lock"
            title: qsTr("Aucun fichier ne se fait ici")
            detail: panel.why(panel.records.whyNoFiles)
        }
    }

    FolderChoice {
        Layout.fillWidth: true
        visible: panel.records.hasKinds
        enabled: !panel.records.busy
        records: panel.records
    }

    MakeButtons {
        Layout.fillWidth: true
        visible: panel.records.hasKinds && !panel.records.busy
        records: panel.records
    }

    ExportProgress {
        Layout.fillWidth: true
        Layout.preferredHeight: Sizes.actionBar
        visible: panel.records.busy
        records: panel.records
        title: panel.title(panel.records.kind)
    }
}
