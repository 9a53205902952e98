import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The code that any phone verifies, in whole screen dots per module; without an address of a page there is none, and that is said.
Rectangle {
    id: code

    required property PassportViewModel passport
    readonly property bool there: code.passport.qrSource !== ""

    implicitHeight: code.there ? implicitWidth : words.implicitHeight + 2 * Sizes.s24
    radius: Sizes.radiusTile
    color: code.there ? Colors.codePaper : Colors.well
    border.width: Sizes.hair
    border.color: Colors.line

    Image {
        anchors.centerIn: parent
        visible: code.there
        width: sourceSize.width * Math.max(1, Math.floor((parent.width - Sizes.s16) / Math.max(1, sourceSize.width)))
        height: width
        source: code.passport.qrSource
        smooth: false
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR code du passeport %1").arg(code.passport.number)
    }

    KText {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        x: Sizes.s24
        width: parent.width - 2 * Sizes.s24
        visible: !code.there
        text: qsTr("Cette caisse ne connaît pas d’adresse où un téléphone vérifierait le passeport : le document s’enregistre sans code.")
        size: Fonts.small
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }
}
