import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The device was with us before: where and when, in one line; its life is behind the tap. Red when it was another model then.
Touchable {
    id: line

    required property PastViewModel past
    readonly property string tone: line.past.copied ? "bad" : "accent"
    readonly property string grade: DiagnosticWords.grade(line.past.level)

    text: {
        if (line.past.copied)
            return qsTr("Copie possible\u202f: chez nous, ce numéro était un %1").arg(line.past.model);
        const then = line.past.sold ? (line.past.shop === "" ? qsTr("Déjà vu\u202f: vendu ici le %1") : qsTr("Déjà vu\u202f: vendu à %2 le %1")) : (line.past.shop === "" ? qsTr("Déjà vu\u202f: repris ici le %1") : qsTr("Déjà vu\u202f: repris à %2 le %1"));
        const words = line.past.shop === "" ? then.arg(line.past.on) : then.arg(line.past.on).arg(line.past.shop);
        return line.grade === "" ? words : words + ", " + line.grade;
    }
    visible: line.past.known
    radius: Sizes.radiusCard
    implicitHeight: Math.max(Sizes.target, words.implicitHeight + 2 * Sizes.s12)
    onClicked: line.past.open()

    background: Rectangle {
        radius: line.radius
        color: Colors.tintOf(line.tone)
    }

    contentItem: RowLayout {
        spacing: Sizes.s12

        Icon {
            Layout.leftMargin: Sizes.s16
            name: line.past.copied ? "triangle-alert" : "rotate-ccw"
            size: Sizes.icon
            color: Colors.of(line.tone)
        }

        KText {
            id: words

            Layout.fillWidth: true
            text: line.text
            size: Fonts.body
            weight: Fonts.semibold
            color: Colors.of(line.tone)
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }

        Icon {
            Layout.rightMargin: Sizes.s12
            name: "chevron-right"
            size: Sizes.icon
            color: Colors.of(line.tone)
        }
    }
}
