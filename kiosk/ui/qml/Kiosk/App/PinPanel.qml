import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The right side of the door: whose code, the dots, the pad, and what the door said.
Rectangle {
    id: panel

    required property SignInViewModel door
    readonly property bool locked: panel.door.said === "locked"
    readonly property bool wrong: panel.door.said === "wrong"

    color: Colors.surface

    Rectangle {
        width: Sizes.hair
        height: parent.height
        color: Colors.line
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Look.pick3(512, 332, 332)
        spacing: 0

        KText {
            Layout.alignment: Qt.AlignHCenter
            text: panel.door.chosenName === "" ? qsTr("Votre nom") : panel.door.chosenName
            size: Fonts.title
            weight: Fonts.bold
            color: panel.door.chosenName === "" ? Colors.ink2 : Colors.ink
        }

        Row {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Sizes.s4
            Layout.preferredHeight: Look.pick(36, 26)
            spacing: Sizes.s8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: panel.locked ? "lock" : panel.wrong ? "circle-x" : ""
                size: Sizes.iconTile
                color: Colors.bad
            }

            KText {
                anchors.verticalCenter: parent.verticalCenter
                text: {
                    if (panel.door.chosenName === "")
                        return qsTr("Touchez-le à gauche");
                    if (panel.door.busy)
                        return qsTr("Vérification…");
                    if (panel.locked)
                        return qsTr("Trop d’essais, réessayez dans %1").arg(panel.door.lockLeft);
                    if (panel.wrong)
                        return qsTr("Code faux, encore %n essai(s)", "", panel.door.attemptsLeft);
                    return qsTr("Votre code à %1 chiffres").arg(panel.door.pinLength);
                }
                size: Fonts.bodyPlus
                weight: panel.wrong || panel.locked ? Fonts.semibold : Fonts.regular
                color: panel.wrong || panel.locked ? Colors.bad : Colors.ink2
                Accessible.role: panel.wrong || panel.locked ? Accessible.AlertMessage : Accessible.StaticText
            }
        }

        PinPad {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(58, 20)
            enabled: panel.door.canType
            length: panel.door.pinLength
            filled: panel.door.filled
            wrong: panel.wrong && panel.door.filled === 0
            onTyped: digit => panel.door.type(digit)
            onErased: panel.door.erase()
            onCleared: panel.door.clear()
        }

        Button {
            Layout.fillWidth: true
            Layout.topMargin: Look.pick(28, 14)
            implicitHeight: Look.pick(104, 72)
            role: Button.Role.Primary
            enabled: panel.door.canOpen
            text: qsTr("Ouvrir")
            trailingIcon: "arrow-right"
            onClicked: panel.door.open()
        }
    }
}
