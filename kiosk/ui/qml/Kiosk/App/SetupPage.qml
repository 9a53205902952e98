import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The first start of an empty kiosk: one question per page.
FocusScope {
    id: page

    required property AppViewModel app
    readonly property SetupViewModel setup: page.app.setup

    focus: true

    Logo {
        x: Look.pick(96, 48)
        y: Look.pick(62, 28)
        height: Look.pick(62, 48)
    }

    Button {
        anchors.right: parent.right
        anchors.rightMargin: Look.pick(96, 48)
        y: Look.pick(62, 28)
        text: page.app.language === "fr" ? "English" : "Français"
        spoken: page.app.language === "fr" ? "Switch to English" : "Passer en français"
        iconName: "languages"
        onClicked: page.app.chooseLanguage(page.app.language === "fr" ? "en" : "fr")
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(page.width - 2 * Look.pick(96, 48), Look.pick(1040, 820))
        spacing: Look.pick(40, 24)

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.s8

            KText {
                Layout.fillWidth: true
                text: page.setup.step === "choose" ? qsTr("Bienvenue. À quel magasin appartient cette borne ?") : page.setup.step === "code" ? qsTr("Le code d’installation") : page.setup.step === "enrolling" ? qsTr("La borne se présente au central") : qsTr("Le magasin arrive sur la borne")
                size: Fonts.greeting
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                text: page.setup.step === "choose" ? qsTr("Rien n’est encore installé. Ce choix se fait une seule fois.") : page.setup.step === "code" ? qsTr("Le siège donne un code à usage unique par borne, valable quinze minutes.") : page.setup.step === "enrolling" ? qsTr("Elle crée sa clé, puis demande sa place. Quelques secondes suffisent.") : qsTr("Vous pourrez travailler dès que tout est là, même sans réseau.")
                size: Fonts.lead
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }
        }

        Banner {
            Layout.fillWidth: true
            visible: page.setup.errorTitle !== ""
            tone: "bad"
            title: page.setup.errorTitle
            detail: page.setup.errorDetail
        }

        SetupChoice {
            Layout.fillWidth: true
            visible: page.setup.step === "choose"
            setup: page.setup
        }

        SetupCode {
            Layout.fillWidth: true
            visible: page.setup.step === "code"
            setup: page.setup
        }

        SetupProgress {
            Layout.fillWidth: true
            visible: page.setup.step === "enrolling" || page.setup.step === "syncing"
            setup: page.setup
        }
    }
}
