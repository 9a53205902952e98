import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A repair under guarantee is over: when the device was brought, when it was given back, and until when it is covered from now on.
Sheet {
    id: sheet

    required property RepairViewModel repair

    title: qsTr("Réparation sous garantie")
    open: sheet.repair.open
    sheetWidth: Look.pick(760, 640)
    onCloseRequested: sheet.repair.close()
    onOpenChanged: {
        if (sheet.open)
            brought.forceActiveFocus();
    }

    ColumnLayout {
        width: parent.width
        spacing: Look.pick(20, 12)

        KText {
            Layout.fillWidth: true
            text: sheet.repair.device
            size: Fonts.bodyPlus
            weight: Fonts.semibold
            wrapMode: Text.WordWrap
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Sizes.s16
            uniformCellSizes: true

            Field {
                id: brought

                Layout.fillWidth: true
                label: qsTr("Confié le")
                text: sheet.repair.brought
                placeholder: sheet.repair.today
                onEdited: sheet.repair.sayBrought(text)
                onAccepted: sheet.repair.confirm()
            }

            Field {
                Layout.fillWidth: true
                label: qsTr("Rendu au client le")
                text: sheet.repair.givenBack
                placeholder: sheet.repair.today
                onEdited: sheet.repair.sayGivenBack(text)
                onAccepted: sheet.repair.confirm()
            }
        }

        KText {
            Layout.fillWidth: true
            text: sheet.repair.fault !== "" ? sheet.repair.fault : sheet.repair.untilAfter === "" ? qsTr("La réparation prolonge la garantie légale ; les jours sans l’appareil s’y ajoutent.") : [sheet.repair.awayDays > 0 ? qsTr("%n jour(s) sans l’appareil.", "", sheet.repair.awayDays) : "", qsTr("Garantie légale jusqu’au %1 au lieu du %2.").arg(sheet.repair.untilAfter).arg(sheet.repair.until)].join(" ").trim()
            size: Fonts.body
            color: sheet.repair.fault !== "" ? Colors.bad : Colors.ink2
            wrapMode: Text.WordWrap
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.control
            role: Button.Role.Primary
            text: sheet.repair.untilAfter === "" ? qsTr("Prolonger la garantie") : qsTr("Prolonger jusqu’au %1").arg(sheet.repair.untilAfter)
            enabled: sheet.repair.canConfirm
            onClicked: sheet.repair.confirm()
        }
    }
}
