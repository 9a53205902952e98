import QtQuick
import Kiosk.Style

// Text of the kiosk: family and tracking follow from the size, figures are tabular. Give it a size of `Fonts`.
Text {
    id: words

    property real size: Fonts.body
    property int weight: Fonts.regular

    color: Colors.ink
    font.family: Fonts.familyOf(words.size)
    font.pixelSize: words.size
    font.weight: words.weight
    font.letterSpacing: Fonts.trackingOf(words.size)
    font.features: ({
            "tnum": 1,
            "ss03": 1
        })
    // Not by lineCount: that changes while the text lays itself out, and leaves a stale height behind.
    lineHeight: words.wrapMode === Text.NoWrap ? 1 : Fonts.lineHeight
    textFormat: Text.PlainText
    renderType: Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text
}
