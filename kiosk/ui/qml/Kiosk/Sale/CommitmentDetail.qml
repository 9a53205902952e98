pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The deposit or the quotation that is open: whose, how much, until when, what is in it; what can be done, the likeliest bottom right.
ColumnLayout {
    id: detail

    required property CommitmentsViewModel commitments
    readonly property bool deposit: detail.commitments.isDeposit

    spacing: Look.pick(16, 10)

    RowLayout {
        Layout.fillWidth: true
        spacing: Look.pick(20, 14)

        Thumb {
            visible: detail.commitments.drawing !== ""
            implicitWidth: Look.pick(84, 64)
            implicitHeight: implicitWidth
            drawing: detail.commitments.drawing
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Sizes.textGap

            KText {
                Layout.fillWidth: true
                text: detail.deposit ? detail.commitments.name : qsTr("Devis %1").arg(detail.commitments.name)
                size: Fonts.heading
                weight: Fonts.bold
                wrapMode: Text.WordWrap
            }

            Row {
                visible: detail.deposit
                spacing: Look.pick(14, 10)

                GradeMark {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: detail.commitments.grade !== ""
                    level: detail.commitments.level
                    word: Words.grade(detail.commitments.grade)
                }

                KText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: Words.identifier(detail.commitments.tailKind, detail.commitments.identifierTail)
                    size: Fonts.small
                    color: Colors.ink2
                }
            }
        }
    }

    StatusChip {
        tone: detail.commitments.late ? "wait" : "ok"
        iconName: detail.commitments.late ? "triangle-alert" : "circle-check"
        text: detail.deposit ? (detail.commitments.late ? qsTr("Échu depuis le %1").arg(detail.commitments.until) : qsTr("Réservé jusqu’au %1 inclus").arg(detail.commitments.until)) : detail.commitments.late ? qsTr("Expiré depuis le %1 : prix d’aujourd’hui").arg(detail.commitments.until) : qsTr("Ses prix tiennent jusqu’au %1 inclus").arg(detail.commitments.until)
    }

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        padding: 0

        Flickable {
            anchors.fill: parent
            anchors.margins: Look.pick(24, 14)
            contentHeight: facts.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            ColumnLayout {
                id: facts

                width: parent.width
                spacing: Look.pick(14, 8)

                CommitmentFact {
                    name: qsTr("Client")
                    value: detail.commitments.customer === "" ? qsTr("Sans nom") : [detail.commitments.customer, detail.commitments.phone].filter(part => part !== "").join(" · ")
                }

                CommitmentFact {
                    visible: !detail.deposit
                    name: qsTr("Fait le")
                    value: detail.commitments.madeOn
                }

                CommitmentFact {
                    visible: detail.deposit
                    name: qsTr("Prix")
                    value: detail.commitments.price
                }

                CommitmentFact {
                    visible: detail.deposit
                    name: qsTr("Acompte versé")
                    value: detail.commitments.paid
                }

                Repeater {
                    model: detail.commitments.lines

                    CommitmentFact {
                        required property string amount

                        value: amount
                    }
                }

                CommitmentFact {
                    strong: true
                    name: detail.deposit ? qsTr("Reste à payer") : qsTr("Total")
                    value: detail.deposit ? detail.commitments.left : detail.commitments.price
                }
            }
        }
    }

    KText {
        Layout.fillWidth: true
        visible: detail.deposit && detail.commitments.late
        text: qsTr("L’appareil reste réservé tant que personne ne décide : vendez-le à son client, prolongez, ou libérez-le.")
        size: Fonts.body
        color: Colors.ink2
        wrapMode: Text.WordWrap
    }

    CommitmentNotice {
        Layout.fillWidth: true
        commitments: detail.commitments
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Sizes.destructiveAir

        Button {
            visible: detail.deposit
            Layout.preferredHeight: Sizes.primary
            role: Button.Role.Destructive
            enabled: !detail.commitments.busy
            iconName: Look.small ? "" : "lock-open"
            text: qsTr("Libérer")
            spoken: qsTr("Libérer l’appareil et rembourser l’acompte")
            onClicked: detail.commitments.askToRelease()
        }

        Button {
            visible: detail.deposit
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primary
            enabled: !detail.commitments.busy
            iconName: Look.small ? "" : "calendar-clock"
            text: Look.large ? qsTr("Prolonger jusqu’au %1").arg(detail.commitments.extendUntil) : qsTr("Prolonger")
            spoken: qsTr("Prolonger jusqu’au %1").arg(detail.commitments.extendUntil)
            onClicked: detail.commitments.extend()
        }

        Button {
            Layout.fillWidth: true
            Layout.preferredHeight: Sizes.primary
            role: Button.Role.Primary
            enabled: detail.commitments.canTake
            text: detail.deposit ? qsTr("Vendre") : qsTr("Reprendre dans le panier")
            spoken: detail.deposit ? qsTr("Vendre l’appareil à son client") : qsTr("Reprendre le devis dans le panier")
            trailingIcon: "arrow-right"
            onClicked: detail.commitments.take()
        }
    }
}
