pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// One line of the register with all its columns; the pencil begins a correction, which is a line of its own.
Sheet {
    id: sheet

    required property PoliceViewModel police
    readonly property bool correcting: sheet.police.column !== ""

    title: sheet.correcting ? qsTr("Rectifier : %1").arg(PoliceWords.column(sheet.police.column)) : qsTr("N° %1").arg(sheet.police.number)
    open: sheet.police.lineOpen
    sheetWidth: Look.pick3(1080, 900, 840)
    sheetHeight: sheet.correcting ? Look.pick(620, 520) : Look.pick(940, 700)
    onCloseRequested: sheet.correcting ? sheet.police.beginCorrection("") : sheet.police.openLine("")
    onCorrectingChanged: {
        if (sheet.correcting) {
            right.text = sheet.police.oldText;
            reason.clear();
            right.forceActiveFocus();
        }
    }

    ListView {
        id: columns

        anchors.fill: parent
        visible: !sheet.correcting
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: sheet.police.columns
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Colonnes de la ligne")

        delegate: RowLayout {
            id: fact

            required property string column
            required property string value
            required property bool correctable

            width: columns.width
            height: Math.max(Sizes.target, text.implicitHeight + Sizes.s12)
            spacing: Sizes.s16

            KText {
                Layout.preferredWidth: Look.pick(260, 200)
                Layout.alignment: Qt.AlignVCenter
                text: PoliceWords.column(fact.column)
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            KText {
                id: text

                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter
                text: fact.value
                size: Fonts.bodyPlus
                weight: Fonts.semibold
                wrapMode: Text.WordWrap
            }

            Button {
                Layout.preferredWidth: Sizes.target
                Layout.preferredHeight: Sizes.target
                visible: fact.correctable
                role: Button.Role.Quiet
                iconName: "pencil"
                spoken: qsTr("Rectifier : %1").arg(PoliceWords.column(fact.column))
                onClicked: sheet.police.beginCorrection(fact.column)
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        visible: sheet.correcting
        spacing: Look.pick(20, 12)

        KText {
            Layout.fillWidth: true
            text: qsTr("La ligne d’origine reste telle qu’elle a été écrite. Une nouvelle ligne dira ce qui est juste, pourquoi, et ce qu’elle rectifie.")
            size: Fonts.body
            color: Colors.ink2
            wrapMode: Text.WordWrap
        }

        Field {
            id: right

            Layout.fillWidth: true
            label: PoliceWords.column(sheet.police.column)
            maximumLength: 200
            onEdited: sheet.police.writeText(right.text)
        }

        Field {
            id: reason

            Layout.fillWidth: true
            label: qsTr("Motif de la rectification")
            maximumLength: 120
            onEdited: sheet.police.writeReason(reason.text)
            onAccepted: sheet.police.correct()
        }

        Item {
            Layout.fillHeight: true
        }

        Button {
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: Sizes.offerWidth
            role: Button.Role.Primary
            text: qsTr("Écrire la rectification")
            enabled: sheet.police.canSave
            onClicked: sheet.police.correct()
        }
    }
}
