import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls

// One test of the phone: what it is, and what came of it. Not touchable.
Item {
    id: line

    required property string testId
    required property string outcome
    required property string iconName
    required property string tone
    required property string figure
    readonly property string word: line.figure !== "" ? line.figure : SelfTestWords.outcome(line.outcome)

    implicitHeight: Look.pick(44, 31)
    Accessible.role: Accessible.StaticText
    Accessible.name: line.word === "" ? SelfTestWords.test(line.testId) : SelfTestWords.test(line.testId) + ", " + line.word

    RowLayout {
        anchors.fill: parent
        spacing: Sizes.s12

        Icon {
            name: line.iconName
            size: Look.pick(26, 20)
            color: line.tone === "" ? Colors.ink2 : Colors.of(line.tone)
        }

        KText {
            Layout.fillWidth: true
            text: SelfTestWords.test(line.testId)
            size: Look.pick(20, 16)
            Accessible.ignored: true
        }

        KText {
            text: line.word
            size: Look.pick(20, 16)
            weight: Fonts.semibold
            color: line.tone === "" ? Colors.ink2 : Colors.of(line.tone)
            Accessible.ignored: true
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Sizes.hair
        color: Colors.line
    }
}
