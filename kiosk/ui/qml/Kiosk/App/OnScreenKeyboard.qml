import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

// Qt Virtual Keyboard (GPL-3.0); its look is QtQuick/VirtualKeyboard/Styles/Kiosk/style.qml.
InputPanel {
    id: panel

    property string language: "fr"

    // The field had the focus before the panel was there, so the input method has to be asked again.
    function ask(method: var): void {
        method.show();
    }

    visible: panel.active
    Component.onCompleted: panel.ask(Qt.inputMethod)

    Binding {
        target: VirtualKeyboardSettings
        property: "activeLocales"
        value: ["fr_FR", "en_GB"]
    }

    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: panel.language === "en" ? "en_GB" : "fr_FR"
    }
}
