import QtQuick
import QtQuick.Window
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// `kiosk gallery`: every component in every state. The title changes the theme.
Window {
    id: gallery

    required property GalleryViewModel app

    color: Colors.ground
    title: qsTr("Composants")

    Binding {
        target: Look
        property: "dark"
        value: gallery.app.dark
    }

    Binding {
        target: Look
        property: "training"
        value: gallery.app.training
    }

    Binding {
        target: Look
        property: "motion"
        value: gallery.app.motion
    }

    Binding {
        target: Look
        property: "windowWidth"
        value: gallery.width
    }

    Binding {
        target: Look
        property: "windowHeight"
        value: gallery.height
    }

    Flickable {
        id: scroller

        anchors.fill: parent
        contentWidth: width
        contentHeight: page.height
        interactive: contentHeight > height

        Item {
            id: page

            width: scroller.width
            height: Math.max(scroller.height, grid.y + grid.height + Sizes.s24)

            Touchable {
                id: heading

                x: Look.pick(40, 20)
                y: Look.pick(18, 10)
                width: headingText.width + themeText.width + Sizes.s16
                height: Look.px(64)
                spoken: qsTr("Changer de thème")
                onClicked: gallery.app.nextTheme()

                contentItem: Item {
                    KText {
                        id: headingText

                        anchors.verticalCenter: parent.verticalCenter
                        text: qsTr("Composants")
                        size: Fonts.title
                        weight: Fonts.bold
                        Accessible.ignored: true
                    }

                    KText {
                        id: themeText

                        anchors.baseline: headingText.baseline
                        anchors.left: headingText.right
                        anchors.leftMargin: Sizes.s16
                        text: gallery.app.training ? qsTr("thème de formation") : Look.dark ? qsTr("thème sombre") : qsTr("thème clair")
                        size: Fonts.bodyPlus
                        color: Colors.ink2
                        Accessible.ignored: true
                    }
                }
            }

            GallerySwatches {
                anchors.right: parent.right
                anchors.rightMargin: Look.pick(40, 20)
                anchors.verticalCenter: heading.verticalCenter
                visible: Look.large
            }

            Grid {
                id: grid

                x: Look.pick(40, 20)
                y: Look.pick(102, 86)
                width: parent.width - 2 * x
                columns: Look.large ? 4 : 2
                columnSpacing: Look.pick(30, 20)
                rowSpacing: Sizes.s32
                readonly property real cell: Math.floor((grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns)

                GalleryButtons {
                    width: grid.cell
                }

                GalleryFields {
                    width: grid.cell
                }

                GalleryStates {
                    width: grid.cell
                }

                GalleryLists {
                    width: grid.cell
                }
            }
        }
    }
}
