import QtQuick
import QtQuick.Shapes
import Kiosk.Style
import Kiosk.ViewModels

// How the interval narrowed, step after step, and where it is heading: what is known as a band, what is to come dashed.
Item {
    id: funnel

    required property OfferViewModel offer
    readonly property var places: funnel.offer.funnelPlaces
    readonly property real nowX: funnel.places.length > 0 ? funnel.places[funnel.places.length - 1] * funnel.width : 0
    readonly property real nowTop: funnel.up(funnel.offer.highPart)
    readonly property real nowBottom: funnel.up(funnel.offer.lowPart)

    function up(part: real): real {
        return funnel.height * (1 - part);
    }

    function band(): var {
        const tops = Array.from(funnel.offer.funnelHighs).map((part, at) => Qt.point(funnel.places[at] * funnel.width, funnel.up(part)));
        const bottoms = Array.from(funnel.offer.funnelLows).map((part, at) => Qt.point(funnel.places[at] * funnel.width, funnel.up(part)));
        return tops.concat(bottoms.reverse());
    }

    implicitHeight: Look.pick(92, 76)
    Accessible.ignored: true

    // A Shape in a layout takes its size from its paths and never comes to rest: it stands in an item of ours.
    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Colors.accentLine
            strokeWidth: Sizes.edge
            fillColor: Colors.accentTint

            PathPolyline {
                path: funnel.band()
            }
        }

        ShapePath {
            strokeColor: Colors.ink2
            strokeWidth: Sizes.edge
            strokeStyle: ShapePath.DashLine
            dashPattern: [4, 4]
            fillColor: Colors.none
            startX: funnel.nowX
            startY: funnel.nowTop

            PathLine {
                x: funnel.width
                y: (funnel.nowTop + funnel.nowBottom) / 2
            }

            PathLine {
                x: funnel.nowX
                y: funnel.nowBottom
            }
        }

        ShapePath {
            strokeColor: Colors.accent
            strokeWidth: Look.px(6)
            fillColor: Colors.none
            startX: funnel.nowX
            startY: funnel.nowTop

            PathLine {
                x: funnel.nowX
                y: Math.max(funnel.nowTop + 1, funnel.nowBottom)
            }
        }
    }
}
