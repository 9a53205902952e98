pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Under the names: the language, help for a kiosk that is stuck, and how the kiosk is.
Column {
    id: foot

    required property AppViewModel app

    spacing: Look.pick(44, 12)

    Row {
        spacing: Sizes.s16

        Button {
            text: foot.app.language === "fr" ? "English" : "Français"
            spoken: foot.app.language === "fr" ? "Switch to English" : "Passer en français"
            iconName: "languages"
            onClicked: foot.app.chooseLanguage(foot.app.language === "fr" ? "en" : "fr")
        }

        Button {
            role: Button.Role.Quiet
            text: qsTr("Borne bloquée ?")
            iconName: "life-buoy"
            onClicked: foot.app.openFault("journal")
        }
    }

    Row {
        spacing: Look.pick(32, 20)

        Repeater {
            model: foot.app.status.strip

            Row {
                id: item

                required property string key
                required property string iconName
                required property string condition
                required property string tone
                required property string since
                required property int minutes
                required property int count

                visible: item.key !== "drawer"
                spacing: Sizes.s8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: item.tone === "" ? item.iconName : "triangle-alert"
                    size: Sizes.iconStrip
                    color: item.tone === "" ? Colors.ok : Colors.of(item.tone)
                }

                KText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: item.tone === "" ? StatusWords.door(item.key, item.condition) : StatusWords.pill(item.key, item.condition, item.since, item.minutes, item.count)
                    size: Fonts.small
                    weight: Fonts.medium
                    color: item.tone === "" ? Colors.ink2 : Colors.of(item.tone)
                }
            }
        }
    }
}
