pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// What wants a look today: units that wait too long, states that block a sale. Each row opens its list.
Card {
    id: card

    required property BoardViewModel board

    signal stockAsked(string state)

    function words(kind: string, count: int): string {
        switch (kind) {
        case "to_erase":
            return qsTr("%n appareil(s) à effacer", "", count);
        case "to_inspect":
            return qsTr("%n appareil(s) à contrôler", "", count);
        case "rework":
            return qsTr("%n appareil(s) à l’atelier", "", count);
        case "blocked":
            return qsTr("%n appareil(s) bloqué(s)", "", count);
        case "quarantine":
            return qsTr("%n appareil(s) en quarantaine", "", count);
        case "late_deposits":
            return qsTr("%n acompte(s) échu(s)", "", count);
        case "unlawful_names":
            return qsTr("%n nom(s) interdit(s) au catalogue", "", count);
        default:
            return qsTr("%n appareil(s) depuis plus de 90 jours", "", count);
        }
    }

    function advice(kind: string): string {
        switch (kind) {
        case "to_erase":
            return qsTr("L’effacement se prouve avant le contrôle");
        case "to_inspect":
            return qsTr("Trente points avant la mise en vente");
        case "rework":
            return qsTr("Réparation puis nouveau contrôle");
        case "blocked":
            return qsTr("Ne se vend pas : voir la raison");
        case "quarantine":
            return qsTr("Délai de garde en cours");
        case "late_deposits":
            return qsTr("À prolonger ou à libérer : Vente, F6");
        case "unlawful_names":
            return qsTr("Un appareil d’occasion ne se dit pas neuf : retiré partout, à corriger au central");
        default:
            return qsTr("Prix ou vitrine à revoir");
        }
    }

    padding: Look.pick(24, 14)

    KText {
        id: title

        text: qsTr("À regarder")
        size: Fonts.bodyPlus
        weight: Fonts.semibold
    }

    KText {
        anchors.right: parent.right
        anchors.baseline: title.baseline
        visible: card.board.pointCount > 0
        text: qsTr("%n point(s)", "", card.board.pointCount)
        size: Fonts.small
        color: Colors.ink2
    }

    ColumnLayout {
        anchors.top: title.bottom
        anchors.topMargin: Look.pick(12, 4)
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        Repeater {
            model: card.board.points

            ListRow {
                id: point

                required property int index
                required property string kind
                required property int count
                required property string unitState
                required property string toneName
                required property string glyph

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: Look.pick(96, 72)
                visible: Look.large || point.index < 3
                sideMargin: 0
                title: card.words(point.kind, point.count)
                subtitle: card.advice(point.kind)
                iconName: point.glyph
                tone: point.toneName
                chevron: true
                onClicked: card.stockAsked(point.unitState)
            }
        }

        EmptyState {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignCenter
            visible: card.board.pointCount === 0
            iconName: "circle-check"
            title: qsTr("Rien à signaler")
            detail: qsTr("Aucun appareil n’attend trop longtemps.")
        }
    }
}
