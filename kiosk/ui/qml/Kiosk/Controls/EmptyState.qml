import QtQuick
import Kiosk.Style

// Nothing here yet: what to do, and the one or two things that can be taken up again (children).
Column {
    id: empty

    required property string title
    property string detail: ""
    property string iconName: "scan-barcode"
    default property alias actions: below.data

    spacing: Look.pick(16, 10)

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: empty.iconName
        size: Sizes.iconEmpty
        color: Colors.ink2
    }

    KText {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, empty.width)
        text: empty.title
        size: Fonts.label
        weight: Fonts.bold
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
    }

    KText {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: empty.detail !== ""
        width: Math.min(implicitWidth, empty.width)
        text: empty.detail
        size: Fonts.body
        color: Colors.ink2
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
    }

    Row {
        id: below

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Sizes.tileGap
    }
}
