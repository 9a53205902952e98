pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The sixteen steps at full size: any of them can be opened again while the diagnostic runs.
Sheet {
    id: sheet

    required property TradeInViewModel tradeIn

    title: qsTr("Les étapes")
    sheetWidth: Look.pick(860, 700)
    sheetHeight: sheet.height
    onCloseRequested: sheet.open = false

    Flickable {
        id: scroll

        anchors.fill: parent
        contentHeight: rows.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: rows

            width: scroll.width

            Repeater {
                model: sheet.visible ? sheet.tradeIn.parts.steps : null // rows that nobody sees would be made with each trade-in

                ListRow {
                    id: row

                    required property string stepId
                    required property string aside
                    required property string look
                    required property bool untested

                    width: rows.width
                    implicitHeight: Look.px(72)
                    required title

                    spoken: row.title
                    bare: true
                    iconName: row.look === "done" ? "circle-check" : row.look === "failed" ? "circle-x" : row.look === "warned" ? "circle-question-mark" : row.look === "current" ? "circle-dot" : "circle"
                    chosen: row.look === "current"
                    onClicked: {
                        sheet.open = false;
                        sheet.tradeIn.openStep(row.stepId);
                    }

                    KText {
                        text: row.untested ? qsTr("non testé") : row.aside
                        size: Fonts.body
                        color: row.titleColor
                        Accessible.ignored: true
                    }
                }
            }

            KText {
                visible: sheet.tradeIn.pausing.totalCount > 0
                topPadding: Sizes.s24
                bottomPadding: Sizes.s8
                text: qsTr("Pauses, comptées à part")
                size: Fonts.label
                weight: Fonts.semibold
            }

            PauseTotals {
                width: rows.width
                visible: sheet.tradeIn.pausing.totalCount > 0
                totals: sheet.tradeIn.pausing.totals
            }
        }
    }
}
