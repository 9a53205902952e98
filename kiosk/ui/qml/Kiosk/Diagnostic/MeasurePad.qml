import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// A number to read off the device and type: the figure large, its unit, what is possible, what stands beside it, and the pad.
Item {
    id: pad

    required property QuestionViewModel question
    required property string typed
    required property string fault
    default property alias beside: left.data

    signal digit(string character)
    signal erased

    implicitHeight: row.implicitHeight
    implicitWidth: row.implicitWidth

    RowLayout {
        id: row

        anchors.fill: parent
        spacing: Look.pick(40, 20)

        ColumnLayout {
            id: left

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Sizes.s8

            Row {
                spacing: Sizes.s12

                KText {
                    id: figure

                    text: pad.typed === "" ? "–" : pad.typed
                    size: Look.pick(120, 72)
                    weight: Fonts.bold
                    color: pad.typed === "" ? Colors.ink3 : Colors.ink
                    Accessible.name: qsTr("Valeur %1").arg(pad.typed)
                }

                KText {
                    anchors.baseline: figure.baseline
                    text: pad.question.unit
                    size: Look.pick(56, 34)
                    weight: Fonts.bold
                    color: Colors.ink2
                }
            }

            KText {
                Layout.fillWidth: true
                text: pad.fault !== "" ? pad.fault : qsTr("De %1 à %2").arg(pad.question.minimum).arg(pad.question.maximum)
                size: Fonts.body
                color: pad.fault !== "" ? Colors.bad : Colors.ink2
                wrapMode: Text.WordWrap
            }

            KText {
                Layout.fillWidth: true
                visible: pad.question.measuredBeside !== ""
                text: qsTr("Mesuré : %1. Tapez ce que Réglages affiche : la plus basse des deux valeurs compte.").arg(pad.question.measuredBeside)
                size: Fonts.body
                weight: Fonts.semibold
                color: Colors.ink
                wrapMode: Text.WordWrap
            }
        }

        NumberPad {
            Layout.preferredWidth: Look.pick(360, 250)
            Layout.fillWidth: false
            Layout.maximumHeight: Look.pick(340, 260)
            decimal: false
            keyHeight: Look.pick(76, 56)
            onTyped: character => pad.digit(character)
            onErased: pad.erased()
        }
    }
}
