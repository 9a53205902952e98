import QtQuick
import Kiosk.Style
import Kiosk.Controls

// Buttons and choices in every state.
Column {
    id: column

    readonly property real half: (column.width - Sizes.s16) / 2

    spacing: Sizes.s16

    GallerySection {
        topPadding: 0
        text: qsTr("Boutons")
    }

    Button {
        width: column.width
        role: Button.Role.Primary
        text: qsTr("Encaisser")
        trailingIcon: "arrow-right"
    }

    Row {
        spacing: Sizes.s16

        Button {
            width: column.half
            role: Button.Role.Primary
            down: true
            text: qsTr("Pressé")
        }

        Button {
            width: column.half
            role: Button.Role.Primary
            enabled: false
            text: qsTr("Inactif")
        }
    }

    Button {
        id: focused

        width: column.width
        role: Button.Role.Primary
        text: qsTr("Focus clavier")

        FocusRing {
            shown: true
            around: focused.radius
        }
    }

    Row {
        spacing: Sizes.s16

        Button {
            width: column.half
            iconName: "hourglass"
            text: qsTr("En attente")
        }

        Button {
            width: column.half
            iconName: "hourglass"
            down: true
            text: qsTr("Pressé")
        }
    }

    Row {
        spacing: Sizes.s16

        Button {
            width: column.half
            iconName: "hourglass"
            enabled: false
            text: qsTr("Inactif")
        }

        Button {
            width: column.half
            role: Button.Role.Quiet
            trailingIcon: "chevron-right"
            text: qsTr("Voir tout")
        }
    }

    Row {
        spacing: Sizes.s16

        Button {
            role: Button.Role.Destructive
            iconName: "trash-2"
            text: qsTr("Vider le panier")
        }

        Button {
            chosen: true
            iconName: "sliders-horizontal"
            text: qsTr("Filtres")
        }

        Button {
            iconName: "ellipsis-vertical"
            spoken: qsTr("Autres actions")
        }
    }

    GallerySection {
        text: qsTr("Choix")
    }

    SegmentTabs {
        width: column.width
        labels: [qsTr("Jour"), qsTr("Semaine"), qsTr("Mois")]
    }

    Row {
        spacing: Sizes.s24

        SwitchRow {
            checked: true
            text: qsTr("Sons")
        }

        SwitchRow {
            text: qsTr("Animations")
        }

        CheckRow {
            checked: true
            text: qsTr("Lu")
        }
    }

    Row {
        spacing: Sizes.s16

        Stepper {
            value: "2"
        }

        ToggleTile {
            implicitHeight: Look.pick(60, 56)
            chosen: true
            text: "S1"
        }

        ToggleTile {
            implicitHeight: Look.pick(60, 56)
            text: "S2"
        }
    }

    Banner {
        width: column.width
        tone: "ok"
        title: qsTr("Ligne retirée du panier")
        detail: qsTr("Verre trempé, 14,90 €")
        action: qsTr("Annuler")
    }
}
