import QtQuick
import QtQuick.Shapes
import Kiosk.Style

// Signing by finger. `strokes` holds point lists in 0..1 of the pad's size: [[{x, y}, …], …]; `svgPath()` is what the contract prints.
Rectangle {
    id: pad

    property string hint: qsTr("Signez ici")
    property string caption: ""
    property var strokes: []
    readonly property bool signed: pad.strokes.length > 0
    property var growing: []

    signal strokeEnded

    function clear(): void {
        pad.strokes = [];
        pad.growing = [];
    }

    // The strokes as an SVG path on a 1000 × 400 sheet.
    function svgPath(): string {
        return pad.strokes.map(stroke => stroke.map((point, index) => (index === 0 ? "M" : "L") + Math.round(point.x * 1000) + " " + Math.round(point.y * 400)).join(" ")).join(" ");
    }

    function lines(strokes: var): var {
        return strokes.map(stroke => stroke.map(point => Qt.point(point.x * pad.width, point.y * pad.height)));
    }

    implicitWidth: Look.pick(620, 420)
    implicitHeight: Look.pick(350, 220)
    radius: Sizes.radiusTile
    color: Colors.raised
    border.width: Sizes.edgeStrong
    border.color: Colors.accent
    activeFocusOnTab: true
    Accessible.role: Accessible.Canvas
    Accessible.name: pad.signed ? qsTr("Signature, faite") : pad.hint

    Row {
        x: Sizes.s24
        y: Sizes.s16
        spacing: Sizes.s12

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "pen-line"
            color: Colors.ink2
        }

        KText {
            anchors.verticalCenter: parent.verticalCenter
            text: pad.hint
            color: Colors.ink2
        }
    }

    Rectangle {
        x: Sizes.s40
        y: pad.height - Look.pick(84, 56)
        width: pad.width - 2 * Sizes.s40
        height: Sizes.hair
        color: Colors.control
    }

    KText {
        x: Sizes.s40
        y: pad.height - Look.pick(74, 48)
        text: pad.caption
        size: Fonts.small
        color: Colors.ink2
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Colors.ink
            strokeWidth: Look.px(4)
            fillColor: Colors.none
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathMultiline {
                paths: pad.lines(pad.growing.length > 0 ? pad.strokes.concat([pad.growing]) : pad.strokes)
            }
        }
    }

    MouseArea {
        anchors.fill: parent
        preventStealing: true
        enabled: pad.enabled
        onPressed: mouse => pad.growing = [Qt.point(mouse.x / pad.width, mouse.y / pad.height)]
        onPositionChanged: mouse => pad.growing = pad.growing.concat([Qt.point(mouse.x / pad.width, mouse.y / pad.height)])
        onReleased: {
            if (pad.growing.length > 1)
                pad.strokes = pad.strokes.concat([pad.growing]);
            pad.growing = [];
            pad.strokeEnded();
        }
    }
}
