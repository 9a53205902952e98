pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Controls
import Kiosk.ViewModels

// The drawer between opening and closing: what can be done at the left, the task that is up in the middle, its next action bottom right.
FocusScope {
    id: page

    required property CashViewModel cash

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            page.cash.leave();
        else if (event.modifiers === Qt.AltModifier && event.key >= Qt.Key_1 && event.key <= Qt.Key_8)
            page.cash.choose(event.key - Qt.Key_1);
        else if (page.cash.counts)
            count.pressed(event);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.cash.goOn();
        else if (event.key === Qt.Key_Backspace)
            page.cash.erase();
        else if (/^[0-9.,]$/.test(event.text))
            page.cash.type(event.text);
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Look.pick(32, 16)
        anchors.rightMargin: Look.pick(24, 12)
        anchors.topMargin: Look.pick(10, 2)
        anchors.bottomMargin: Sizes.actionBarBottom
        spacing: Sizes.cardGap

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Sizes.columnGap

            CashTasks {
                Layout.fillHeight: true
                Layout.fillWidth: false
                Layout.preferredWidth: Look.pick3(320, 260, 208)
                Layout.maximumWidth: Look.pick3(320, 260, 208)
                cash: page.cash
            }

            StackLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                currentIndex: page.cash.outcomeKnown ? 3 : page.cash.task === 0 ? 0 : page.cash.counts ? 2 : 1

                CashReading {
                    cash: page.cash
                }

                CashMove {
                    cash: page.cash
                }

                CountArea {
                    id: count

                    counting: page.cash.counting
                    title: qsTr("Compté")
                    detail: qsTr("fond compris")
                    next: ""
                    nextVisible: false
                    padWidth: Look.pick3(480, 380, 272)
                    onNextRequested: page.cash.goOn()

                    ColumnLayout {
                        anchors.fill: parent
                        spacing: Look.pick(14, 8)

                        KText {
                            Layout.fillWidth: true
                            Layout.topMargin: Look.pick(24, 6)
                            text: qsTr("Combien y a-t-il dans le tiroir ?")
                            size: Look.pick(Fonts.displaySize, Fonts.heading)
                            weight: Fonts.bold
                            wrapMode: Text.WordWrap
                        }

                        KText {
                            Layout.fillWidth: true
                            text: qsTr("Comptez tout, fond de caisse compris. Le montant attendu n’est pas montré.")
                            size: Fonts.body
                            color: Colors.ink2
                            wrapMode: Text.WordWrap
                        }

                        KText {
                            visible: owners.visible
                            Layout.topMargin: Sizes.s12
                            text: qsTr("Quel tiroir ?")
                            size: Fonts.body
                            weight: Fonts.semibold
                        }

                        Flow {
                            id: owners

                            visible: page.cash.choosesDrawer
                            Layout.fillWidth: true
                            spacing: Sizes.tileGap

                            Repeater {
                                model: page.cash.owners

                                ToggleTile {
                                    required property string sessionId
                                    required property string owner
                                    required property string number
                                    required property bool isChosen

                                    figure: Fonts.body
                                    text: owner
                                    fact: Look.large ? number : ""
                                    chosen: isChosen
                                    onClicked: page.cash.chooseDrawer(sessionId)
                                }
                            }
                        }

                        KText {
                            visible: page.cash.task === 6
                            Layout.topMargin: Sizes.s12
                            text: qsTr("Qui prend la caisse ?")
                            size: Fonts.body
                            weight: Fonts.semibold
                        }

                        Flow {
                            visible: page.cash.task === 6
                            Layout.fillWidth: true
                            spacing: Sizes.tileGap

                            Repeater {
                                model: page.cash.colleagues

                                ToggleTile {
                                    required property string personId
                                    required property string name
                                    required property bool isChosen

                                    figure: Fonts.body
                                    text: name
                                    chosen: isChosen
                                    onClicked: page.cash.chooseColleague(personId)
                                }
                            }
                        }

                        Item {
                            Layout.fillHeight: true
                        }
                    }
                }

                CashOutcome {
                    cash: page.cash
                }
            }
        }

        Notice {
            Layout.fillWidth: true
            visible: page.cash.noticeShown
            shown: page.cash.noticeShown
            tone: page.cash.noticeTone
            title: page.cash.noticeTitle
            detail: page.cash.noticeDetail
            onCloseRequested: page.cash.closeNotice()
            onExpired: page.cash.closeNotice()
        }

        ActionBar {
            Layout.fillWidth: true
            backText: qsTr("Retour à la vente")
            backWidth: Look.pick3(320, 260, 208)
            nextText: CashWords.next(page.cash.task, page.cash.outcomeKnown)
            nextTrailingIcon: page.cash.task === 0 ? "printer" : "check"
            nextWidth: Look.pick3(480, 380, 272)
            nextEnabled: page.cash.canGoOn
            onBackRequested: page.cash.leave()
            onNextRequested: page.cash.goOn()
        }
    }
}
