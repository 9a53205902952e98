pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// How long the clock stood for each reason.
Column {
    id: list

    required property var totals

    spacing: Sizes.s8

    Repeater {
        model: list.totals

        RowLayout {
            id: row

            required property string text
            required property string paused

            width: list.width
            spacing: Sizes.s16

            KText {
                Layout.fillWidth: true
                text: row.text
                size: Fonts.body
                color: Colors.ink2
                wrapMode: Text.WordWrap
            }

            KText {
                text: row.paused
                size: Fonts.body
                weight: Fonts.semibold
            }
        }
    }
}
