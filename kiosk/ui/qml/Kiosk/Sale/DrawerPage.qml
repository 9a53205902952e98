import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Before the first sale: the float is counted and the drawer session opened.
FocusScope {
    id: page

    required property DrawerViewModel drawer

    focus: true

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 20)
        anchors.rightMargin: Look.pick(24, 12)
        anchors.topMargin: Look.pick(8, 0)
        anchors.bottomMargin: Look.pick(24, 12)
        spacing: Look.pick(16, 8)

        CountArea {
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            counting: page.drawer.counting
            title: qsTr("Fond de caisse")
            detail: qsTr("compté dans le tiroir")
            next: page.drawer.busy ? qsTr("Ouverture…") : qsTr("Ouvrir avec %1").arg(page.drawer.typed)
            nextEnabled: page.drawer.canOpen
            onNextRequested: page.drawer.openDrawer()

            ColumnLayout {
                anchors.fill: parent
                spacing: Look.pick(16, 10)

                Item {
                    Layout.fillHeight: true
                }

                Rectangle {
                    implicitWidth: Look.pick(128, 88)
                    implicitHeight: implicitWidth
                    radius: Look.pick(36, 24)
                    color: Colors.well

                    Icon {
                        anchors.centerIn: parent
                        name: "inbox"
                        size: Sizes.iconEmpty
                    }
                }

                KText {
                    Layout.topMargin: Look.pick(20, 8)
                    Layout.fillWidth: true
                    text: page.drawer.own ? qsTr("Ouvrez votre tiroir") : qsTr("Ouvrez votre caisse")
                    size: Fonts.greeting
                    weight: Fonts.bold
                    wrapMode: Text.WordWrap
                }

                KText {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Look.pick(720, 480)
                    text: qsTr("Comptez les billets et les pièces du tiroir et tapez leur total. C’est le fond de caisse : il sera retiré du compte ce soir.")
                    size: Fonts.bodyPlus
                    color: Colors.ink2
                    wrapMode: Text.WordWrap
                }

                ToggleTile {
                    Layout.topMargin: Sizes.s12
                    text: page.drawer.usualFloat
                    fact: qsTr("fond habituel")
                    chosen: page.drawer.usualChosen
                    onClicked: page.drawer.takeUsual()
                }

                Button {
                    Layout.topMargin: Sizes.s12
                    visible: page.drawer.colleagues
                    iconName: "lock"
                    text: qsTr("Fermer le tiroir d’un collègue")
                    onClicked: page.drawer.closeColleague()
                }

                Item {
                    Layout.fillHeight: true
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            visible: page.drawer.noticeShown
            shown: page.drawer.noticeShown
            tone: page.drawer.noticeTone
            title: page.drawer.noticeTitle
            detail: page.drawer.noticeDetail
            onCloseRequested: page.drawer.closeNotice()
            onExpired: page.drawer.closeNotice()
        }
    }
}
