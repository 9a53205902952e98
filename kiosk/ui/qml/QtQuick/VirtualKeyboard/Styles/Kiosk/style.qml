pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard.Styles
import Kiosk.Style

// Qt's keyboard in the kiosk's clothes: our keys, our ink, no shadow. Qt finds this file by its path (QT_VIRTUALKEYBOARD_STYLE=Kiosk).
KeyboardStyle {
    id: style

    readonly property real keyGap: Sizes.s4

    keyboardDesignWidth: 2560
    keyboardDesignHeight: 660
    keyboardRelativeLeftMargin: 60 / keyboardDesignWidth
    keyboardRelativeRightMargin: 60 / keyboardDesignWidth
    keyboardRelativeTopMargin: 24 / keyboardDesignHeight
    keyboardRelativeBottomMargin: 24 / keyboardDesignHeight

    component Key: KeyPanel {
        id: key

        property string face: key.control ? key.control.displayText : ""
        property string iconName: ""
        property bool quiet: false
        property bool primary: false

        Rectangle {
            anchors.fill: parent
            anchors.margins: style.keyGap
            radius: Sizes.radiusControl
            color: key.primary ? (key.control?.pressed ? Colors.accentPress : Colors.accent) : key.control?.pressed ? Colors.line : key.quiet ? Colors.raised : Colors.surface
            border.width: key.primary ? 0 : Sizes.edge
            border.color: key.quiet ? Colors.line : Colors.control

            Text {
                anchors.centerIn: parent
                visible: key.iconName === ""
                text: key.face
                color: key.primary ? Colors.accentInk : key.control?.enabled ? Colors.ink : Colors.ink3
                font.family: Fonts.text
                font.pixelSize: Fonts.label
                font.weight: Fonts.medium
                font.capitalization: key.control?.uppercased ? Font.AllUppercase : Font.MixedCase
            }

            Image {
                anchors.centerIn: parent
                visible: key.iconName !== ""
                width: Sizes.icon
                height: Sizes.icon
                sourceSize: Qt.size(Sizes.icon, Sizes.icon)
                source: key.iconName === "" ? "" : "image://icon/" + key.iconName + "/2/" + String(key.primary ? Colors.accentInk : Colors.ink).replace("#", "").slice(-6)
            }
        }
    }

    component Choice: SelectionListItem {
        id: choice

        property string word: ""

        width: label.width + 2 * Sizes.s16

        Text {
            id: label

            anchors.centerIn: parent
            text: choice.word
            color: Colors.ink
            font.family: Fonts.text
            font.pixelSize: Fonts.body
            font.weight: Fonts.medium
        }
    }

    keyboardBackground: Rectangle {
        color: Colors.well

        Rectangle {
            width: parent.width
            height: Sizes.hair
            color: Colors.line
        }
    }

    keyPanel: Key {}

    backspaceKeyPanel: Key {
        quiet: true
        iconName: "delete"
    }

    languageKeyPanel: Key {
        quiet: true
        iconName: "languages"
    }

    enterKeyPanel: Key {
        primary: true
        iconName: "arrow-right"
    }

    hideKeyPanel: Key {
        quiet: true
        iconName: "chevron-down"
    }

    shiftKeyPanel: Key {
        quiet: true
        iconName: "arrow-up"
    }

    spaceKeyPanel: Key { face: "" }

    symbolKeyPanel: Key {
        quiet: true
    }

    modeKeyPanel: Key {
        quiet: true
    }

    characterPreviewDelegate: Item {
        id: preview

        property string text
        property string flickLeft
        property string flickTop
        property string flickRight
        property string flickBottom

        Rectangle {
            anchors.fill: parent
            radius: Sizes.radiusControl
            color: Colors.inverse

            Text {
                anchors.centerIn: parent
                text: preview.text
                color: Colors.inverseInk
                font.family: Fonts.text
                font.pixelSize: Fonts.heading
            }
        }
    }

    alternateKeysListItemWidth: Sizes.control
    alternateKeysListItemHeight: Sizes.control
    alternateKeysListDelegate: Item {
        id: alternate

        required property var model

        width: style.alternateKeysListItemWidth
        height: style.alternateKeysListItemHeight

        Text {
            anchors.centerIn: parent
            text: alternate.model.text
            color: Colors.ink
            font.family: Fonts.text
            font.pixelSize: Fonts.label
        }
    }
    alternateKeysListHighlight: Rectangle {
        radius: Sizes.radiusControl
        color: Colors.accentTint
    }
    alternateKeysListBackground: Rectangle {
        radius: Sizes.radiusControl
        color: Colors.surface
        border.width: Sizes.edge
        border.color: Colors.control
    }

    selectionListHeight: 0
    selectionListDelegate: Choice {
        required property var model

        word: model.display
    }
    popupListDelegate: Choice {
        required property var model

        word: model.display
    }
    languageListDelegate: Choice {
        required property var model

        word: model.displayName
    }
    languageListBackground: Rectangle {
        color: Colors.surface
        border.width: Sizes.edge
        border.color: Colors.control
    }
    languagePopupListEnabled: true
}
