import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The first sync: what is coming, and how far.
Card {
    id: card

    required property SetupViewModel setup

    padding: Sizes.cardPaddingWide
    implicitHeight: column.implicitHeight + 2 * card.padding

    ColumnLayout {
        id: column

        width: parent.width
        spacing: Sizes.s16

        KText {
            Layout.fillWidth: true
            text: {
                switch (card.setup.feed) {
                case "catalogue":
                    return qsTr("Articles, modèles et prix");
                case "people":
                    return qsTr("L’équipe");
                case "units":
                    return qsTr("Les appareils du magasin");
                default:
                    return card.setup.step === "enrolling" ? qsTr("Présentation au central…") : qsTr("Premier échange…");
                }
            }
            size: Fonts.label
            weight: Fonts.semibold
        }

        ProgressBar {
            Layout.fillWidth: true
            done: card.setup.syncPart
        }

        KText {
            visible: card.setup.syncTotal > 0
            text: qsTr("%1 sur %2").arg(card.setup.syncDone).arg(card.setup.syncTotal)
            color: Colors.ink2
        }
    }
}
