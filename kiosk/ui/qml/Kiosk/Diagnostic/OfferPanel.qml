pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The offer that narrows while testing: interval, bar, deductions, funnel, and the one test that matters next.
Card {
    id: panel

    required property OfferViewModel offer
    readonly property bool refused: panel.offer.stopped || panel.offer.hazard
    // Beside the reason why the offer is suspended a small panel has no place left for how it narrows.
    readonly property bool narrows: !panel.refused && !Look.small && (Look.large || !panel.offer.blocked)

    radius: Sizes.radiusSheet
    padding: Look.pick(24, 14)

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.pick(10, 6)

        KText {
            text: panel.offer.firm ? qsTr("Offre de reprise") : qsTr("Offre de reprise, en ce moment")
            size: Look.pick(18, 16)
            weight: Fonts.semibold
            color: Colors.ink2
        }

        KText {
            Layout.fillWidth: true
            visible: !panel.refused
            text: panel.offer.interval
            size: Look.pick3(64, 46, 40)
            weight: Fonts.bold
            Accessible.name: qsTr("Offre %1").arg(panel.offer.interval)
        }

        Banner {
            Layout.fillWidth: true
            visible: panel.refused || panel.offer.blocked
            tone: panel.refused ? "bad" : "wait"
            title: panel.offer.hazard ? qsTr("Danger, ne pas reprendre") : panel.offer.stopped ? qsTr("Reprise impossible") : qsTr("Offre suspendue")
            detail: panel.offer.reasons
        }

        OfferBar {
            Layout.fillWidth: true
            visible: !panel.refused
            offer: panel.offer
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.hair
            color: Colors.line
        }

        Flickable {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: lines.implicitHeight
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: lines

                width: scroll.width
                spacing: Look.pick(14, 8)

                OfferLineRow {
                    width: parent.width
                    base: true
                    label: Look.large ? qsTr("Valeur du modèle, parfait état") : qsTr("Valeur, parfait état")
                    amount: panel.offer.base
                }

                Repeater {
                    model: panel.offer.lines

                    OfferLineRow {
                        required property int index
                        required known
                        required current
                        required counter

                        width: lines.width
                        visible: known || index < (Look.large ? 4 : 3)
                        // Half a line would be worse than none of it: scrolling brings it whole.
                        opacity: y + height <= scroll.contentY + scroll.height ? 1 : 0
                    }
                }
            }
        }

        KText {
            visible: panel.narrows
            text: qsTr("L’offre se resserre à chaque étape")
            size: Fonts.small
            color: Colors.ink2
        }

        OfferFunnel {
            Layout.fillWidth: true
            visible: panel.narrows
            offer: panel.offer
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Sizes.s4
            visible: panel.offer.adviceStep !== "" && !panel.refused
            implicitHeight: advice.implicitHeight + 2 * Look.pick(16, 10)
            radius: Sizes.radiusTile
            color: Colors.accentTint

            RowLayout {
                anchors.fill: parent
                anchors.margins: Look.pick(16, 10)
                spacing: Sizes.s12

                Rectangle {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Sizes.s4
                    implicitWidth: Look.px(12)
                    implicitHeight: Look.px(12)
                    rotation: 45
                    color: Colors.accent
                }

                ColumnLayout {
                    id: advice

                    Layout.fillWidth: true
                    spacing: Sizes.textGap

                    KText {
                        text: qsTr("Le test qui compte ensuite")
                        size: Fonts.small
                        weight: Fonts.semibold
                        color: Colors.accent
                    }

                    KText {
                        Layout.fillWidth: true
                        text: qsTr("%1 : %2 en jeu").arg(panel.offer.adviceStep).arg(panel.offer.adviceStake)
                        size: Look.pick(20, 17)
                        weight: Fonts.semibold
                        wrapMode: Text.WordWrap
                    }

                    KText {
                        Layout.fillWidth: true
                        visible: Look.large
                        text: panel.offer.adviceText
                        size: Fonts.small
                        color: Colors.ink2
                        wrapMode: Text.WordWrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
