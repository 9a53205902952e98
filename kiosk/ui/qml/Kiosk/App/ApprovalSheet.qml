pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A colleague lends a right for one action: why at the left, who and their code at the right, or their badge at any time.
Sheet {
    id: sheet

    required property ApprovalViewModel approval

    title: qsTr("Accord d’un responsable")
    open: sheet.approval.open
    takesScans: true
    sheetWidth: Look.pick3(1080, 900, 900)
    onCloseRequested: sheet.approval.close()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            sheet.approval.erase();
        else if (/^[0-9]$/.test(event.text))
            sheet.approval.type(event.text);
        else
            return;
        event.accepted = true;
    }

    RowLayout {
        width: parent.width
        spacing: Look.pick(48, 28)

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Look.pick(20, 12)

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Sizes.s4

                KText {
                    Layout.fillWidth: true
                    text: StaffWords.approval(sheet.approval.action)
                    size: Fonts.bodyPlus
                    weight: Fonts.semibold
                    wrapMode: Text.WordWrap
                }

                KText {
                    Layout.fillWidth: true
                    visible: sheet.approval.detail !== ""
                    text: sheet.approval.detail
                    size: Fonts.body
                    wrapMode: Text.WordWrap
                }

                KText {
                    Layout.fillWidth: true
                    text: qsTr("Demandé par %1. L’accord, le motif et les deux noms sont inscrits au journal.").arg(sheet.approval.askedBy)
                    size: Fonts.small
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }
            }

            KText {
                text: qsTr("Motif")
                size: Fonts.small
                weight: Fonts.semibold
            }

            GridLayout {
                Layout.fillWidth: true
                columns: 2
                columnSpacing: Sizes.tileGap
                rowSpacing: Sizes.tileGap
                uniformCellWidths: true

                Repeater {
                    model: sheet.approval.reasons

                    Button {
                        required property string code
                        required property string words
                        required property bool isChosen

                        Layout.fillWidth: true
                        text: words
                        chosen: isChosen
                        Accessible.checkable: true
                        Accessible.checked: isChosen
                        onClicked: sheet.approval.chooseReason(code)
                    }
                }
            }

            Field {
                Layout.fillWidth: true
                visible: sheet.approval.wantsNote
                label: qsTr("Lequel ?")
                placeholder: qsTr("En quelques mots")
                maximumLength: 120
                onEdited: sheet.approval.writeNote(text)
                onVisibleChanged: {
                    clear();
                    if (visible)
                        forceActiveFocus();
                }
                onAccepted: sheet.forceActiveFocus()
            }

            Banner {
                Layout.fillWidth: true
                visible: sheet.approval.fault !== ""
                tone: "bad"
                iconName: "circle-x"
                title: sheet.approval.fault
            }
        }

        ColumnLayout {
            Layout.preferredWidth: Look.pick3(420, 340, 340)
            Layout.fillWidth: false
            Layout.alignment: Qt.AlignTop
            spacing: Look.pick(20, 12)

            Flow {
                Layout.fillWidth: true
                spacing: Sizes.tileGap

                Repeater {
                    model: sheet.approval.approvers

                    ToggleTile {
                        required property string personId
                        required property string name
                        required property bool isChosen

                        text: name
                        chosen: isChosen
                        onClicked: sheet.approval.chooseApprover(personId)
                    }
                }
            }

            KText {
                Layout.fillWidth: true
                text: sheet.approval.busy ? qsTr("Vérification…") : sheet.approval.canType ? qsTr("Code du responsable, ou son badge") : qsTr("Choisissez d’abord un motif")
                size: Fonts.body
                color: Colors.ink2
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.WordWrap
            }

            PinPad {
                Layout.fillWidth: true
                spacing: Look.pick(24, 14)
                enabled: sheet.approval.canType
                keyHeight: Look.pick(76, 56)
                filled: sheet.approval.pinFilled
                wrong: sheet.approval.fault !== "" && sheet.approval.pinFilled === 0
                onTyped: digit => sheet.approval.type(digit)
                onErased: sheet.approval.erase()
                onCleared: sheet.approval.clear()
            }
        }
    }
}
