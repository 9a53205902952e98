pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Takings by the hour: plain rectangles. The hour in progress is outlined on tint. Heights are parts of 1000, from the view model.
Card {
    id: chart

    required property BoardViewModel board
    readonly property real axis: Look.pick(64, 60)

    padding: Look.pick(24, 14)
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Encaissements par heure")

    KText {
        id: title

        text: qsTr("Encaissements par heure")
        size: Fonts.bodyPlus
        weight: Fonts.semibold
    }

    Row {
        anchors.right: parent.right
        anchors.verticalCenter: title.verticalCenter
        spacing: Sizes.s8

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Sizes.s16
            height: Sizes.s16
            radius: Sizes.s4
            color: Colors.accent
        }

        KText {
            text: qsTr("aujourd’hui")
            size: Fonts.small
            color: Colors.ink2
        }
    }

    Item {
        id: plot

        anchors.top: title.bottom
        anchors.topMargin: Look.pick(28, 16)
        anchors.left: parent.left
        anchors.leftMargin: chart.axis
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Look.pick(32, 28)

        Repeater {
            model: chart.board.scale

            Rectangle {
                id: grid

                required property string label
                required property int part

                y: plot.height * (1000 - grid.part) / 1000
                width: plot.width
                height: Sizes.hair
                color: grid.part === 0 ? Colors.control : Colors.line

                KText {
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.right: parent.left
                    anchors.rightMargin: Sizes.s16
                    text: grid.label
                    size: Fonts.small
                    color: Colors.ink2
                }
            }
        }

        Row {
            anchors.fill: parent

            Repeater {
                model: chart.board.hours

                Item {
                    id: hour

                    required property int hourOfDay
                    required property int part
                    required property bool now
                    required property string amount

                    width: plot.width / Math.max(1, chart.board.hourCount)
                    height: plot.height
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%1 h : %2").arg(hour.hourOfDay).arg(hour.amount)

                    Rectangle {
                        id: bar

                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: parent.bottom
                        visible: hour.part > 0
                        width: Math.min(Look.px(56), parent.width * 0.62)
                        height: Math.max(Sizes.s8, plot.height * hour.part / 1000)
                        radius: Sizes.s8
                        color: hour.now ? Colors.accentTint : Colors.accent
                        border.width: hour.now ? Sizes.edgeStrong : 0
                        border.color: Colors.accent

                        Rectangle {
                            anchors.bottom: parent.bottom
                            visible: !hour.now
                            width: parent.width
                            height: Math.min(Sizes.s8, parent.height)
                            color: Colors.accent
                        }
                    }

                    KText {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: plot.height + Sizes.s8
                        text: qsTr("%1 h").arg(hour.hourOfDay)
                        size: Fonts.small
                        weight: hour.now ? Fonts.semibold : Fonts.regular
                        color: hour.now ? Colors.ink : Colors.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
