import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// Bottom of a test: back, air, then Non testable, Défaut, Conforme. A measure is kept, a finished step leads to the next.
Item {
    id: bar

    required property TradeInViewModel tradeIn
    readonly property QuestionViewModel question: bar.tradeIn.parts.question
    readonly property bool asking: bar.question.ready && !bar.question.measured

    signal reasonsRequested

    implicitHeight: Sizes.actionBar

    RowLayout {
        anchors.fill: parent
        spacing: Look.pick(16, 10)

        Button {
            Layout.preferredWidth: Sizes.back
            Layout.fillHeight: true
            iconName: "arrow-left"
            text: Look.large ? qsTr("Retour") : ""
            spoken: qsTr("Retour")
            onClicked: bar.tradeIn.leave()
        }

        Item {
            Layout.fillWidth: true
        }

        Button {
            Layout.preferredWidth: Look.pick3(335, 240, 178)
            Layout.fillHeight: true
            visible: bar.question.canLeave
            role: Button.Role.Answer
            iconName: "circle-question-mark"
            text: qsTr("Non testable")
            onClicked: bar.tradeIn.give("not_tested")
        }

        Button {
            Layout.preferredWidth: Look.pick3(335, 240, 178)
            Layout.fillHeight: true
            visible: bar.question.canFail && !bar.question.choice
            role: Button.Role.AnswerBad
            iconName: "circle-x"
            text: qsTr("Défaut")
            onClicked: bar.question.severalReasons ? bar.reasonsRequested() : bar.tradeIn.give("fail")
        }

        Button {
            Layout.preferredWidth: Sizes.offerWidth
            Layout.fillHeight: true
            visible: bar.asking && bar.question.canPass
            role: Button.Role.Primary
            iconName: "circle-check"
            text: qsTr("Conforme")
            fact: bar.question.passText === text ? "" : bar.question.passText
            spoken: qsTr("Conforme")
            onClicked: bar.tradeIn.give("pass")
        }

        Button {
            Layout.preferredWidth: Sizes.offerWidth
            Layout.fillHeight: true
            visible: bar.question.measured
            enabled: bar.tradeIn.typed !== ""
            role: Button.Role.Primary
            iconName: "circle-check"
            text: qsTr("Enregistrer la mesure")
            onClicked: bar.tradeIn.saveMeasure()
        }

        Button {
            Layout.preferredWidth: Sizes.offerWidth
            Layout.fillHeight: true
            visible: bar.question.questionId === ""
            enabled: bar.tradeIn.canContinue
            role: Button.Role.Primary
            text: bar.tradeIn.photosLeft > 0 ? qsTr("Continuer sans photo") : qsTr("Étape suivante")
            trailingIcon: "arrow-right"
            onClicked: bar.tradeIn.goOn()
        }
    }
}
