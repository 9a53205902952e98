"""At the door, on the real staff service: PIN, wrong PIN, lock and countdown, badge, language, idle lock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.basics.clock import ManualClock
from kiosk.staff.service import StaffService
from kiosk.ui.application import Heartbeat, KioskWindow
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, Show
from tests.ui.looking import accessible_name, items, settle
from tests.ui.shell import PAPER_OUT, Shell


@pytest.fixture
def shell(staff: StaffService, jobs: HandJobs, clock: ManualClock) -> Shell:
    return Shell(staff, jobs, clock, idle_lock_minutes=5)


def type_pin(shell: Shell, jobs: HandJobs, person_id: str, pin: str) -> None:
    shell.sign_in.choose(person_id)
    for digit in pin:
        shell.sign_in.type(digit)
    shell.sign_in.open()
    jobs.step()


def find(kiosk_window: KioskWindow, name: str) -> QQuickItem:
    """The touchable that a person calls so."""
    found = [item for item in items(kiosk_window.window.contentItem()) if item.inherits("QQuickAbstractButton") and accessible_name(item).startswith(name)]
    assert found, f"nothing is called {name!r}"
    return found[0]


def tap(kiosk_window: KioskWindow, name: str) -> None:
    item = find(kiosk_window, name)
    centre = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mouseClick(kiosk_window.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre))
    settle()


def test_six_figures_and_open_bring_a_person_to_the_page_of_their_work(shell: Shell, jobs: HandJobs) -> None:
    type_pin(shell, jobs, "person-yb-2", "222222")
    assert (shell.app.frame.stage, shell.app.frame.workspace) == ("work", "diagnostic")
    assert shell.app.property("personName") == "Yanis"
    type_pin(shell, jobs, "person-cl-1", "111111")
    assert (shell.app.frame.stage, shell.app.frame.workspace) == ("work", "sale")


def test_five_figures_do_not_open(shell: Shell, jobs: HandJobs) -> None:
    type_pin(shell, jobs, "person-yb-2", "22222")
    assert shell.app.frame.stage == "signIn"
    assert shell.sign_in.property("canOpen") is False


def test_a_wrong_pin_says_how_many_attempts_are_left_and_the_third_locks_with_a_countdown(shell: Shell, jobs: HandJobs, clock: ManualClock) -> None:
    type_pin(shell, jobs, "person-yb-2", "999999")
    assert (shell.sign_in.property("said"), shell.sign_in.property("attemptsLeft"), shell.sign_in.property("filled")) == ("wrong", 2, 0)
    type_pin(shell, jobs, "person-yb-2", "999999")
    type_pin(shell, jobs, "person-yb-2", "999999")
    assert (shell.sign_in.property("said"), shell.sign_in.property("lockLeft")) == ("locked", "0:30")
    assert shell.sign_in.property("canType") is False
    clock.advance(seconds=12)
    shell.app.tick()
    assert shell.sign_in.property("lockLeft") == "0:18"
    clock.advance(seconds=18)
    shell.app.tick()
    assert (shell.sign_in.property("said"), shell.sign_in.property("canType")) == ("", True)
    type_pin(shell, jobs, "person-yb-2", "222222")
    assert shell.app.frame.stage == "work"


def test_a_lock_is_remembered_and_others_may_still_come_in(shell: Shell, jobs: HandJobs) -> None:
    for _ in range(3):
        type_pin(shell, jobs, "person-yb-2", "999999")
    shell.sign_in.choose("person-cl-1")
    assert shell.sign_in.property("canType") is True
    shell.sign_in.choose("person-yb-2")
    assert (shell.sign_in.property("said"), shell.sign_in.property("lockLeft")) == ("locked", "0:30")


def test_a_badge_signs_in_at_once_and_an_unknown_one_is_said(shell: Shell, jobs: HandJobs) -> None:
    shell.sign_in.sign_in_by_badge("BADGE-NOBODY2345672345")
    jobs.step()
    assert shell.app.frame.stage == "signIn"
    assert shell.app.property("noticeShown") is True
    assert shell.app.property("noticeTitle") != ""
    shell.sign_in.sign_in_by_badge("BADGE-INES234567234567")
    jobs.step()
    assert (shell.app.frame.stage, shell.app.property("personInitials")) == ("work", "IR")


def test_the_pin_is_forgotten_as_soon_as_it_is_checked(shell: Shell) -> None:
    shell.sign_in.choose("person-yb-2")
    for digit in "222222":
        shell.sign_in.type(digit)
    shell.sign_in.open()
    assert shell.sign_in.property("filled") == 0
    assert shell.sign_in.property("busy") is True


def test_nobody_touching_anything_locks_and_keeps_the_page(shell: Shell, jobs: HandJobs, clock: ManualClock) -> None:
    type_pin(shell, jobs, "person-sm-4", "444444")
    shell.app.openWorkspace("store")
    clock.advance(seconds=4 * 60)
    shell.app.touched()
    clock.advance(seconds=4 * 60)
    shell.app.tick()
    assert shell.app.frame.stage == "work"
    clock.advance(seconds=60)
    shell.app.tick()
    assert shell.app.frame.stage == "signIn"
    type_pin(shell, jobs, "person-sm-4", "444444")
    assert (shell.app.frame.stage, shell.app.frame.workspace) == ("work", "store")


def test_each_person_brings_their_language(staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show) -> None:
    shell = Shell(staff, jobs, clock)
    kiosk_window = show(shell.app)
    heartbeat = Heartbeat(kiosk_window, shell.app)
    find(kiosk_window, "Ouvrir")
    camille = staff.person("person-cl-1")
    shell.app.welcome(replace(camille, language="en"))
    settle()
    find(kiosk_window, "Sale")
    shell.app.lock()
    shell.app.welcome(camille)
    settle()
    find(kiosk_window, "Vente")
    heartbeat.deleteLater()


def test_the_door_works_by_touch_and_by_keyboard(shell: Shell, jobs: HandJobs, show: Show) -> None:
    kiosk_window = show(shell.app)
    tap(kiosk_window, "Yanis")
    for _ in range(3):
        tap(kiosk_window, "2")
    tap(kiosk_window, "Effacer le dernier chiffre")
    assert shell.sign_in.property("filled") == 2
    for _ in range(4):
        QTest.keyClick(kiosk_window.window, Qt.Key.Key_2)
    QTest.keyClick(kiosk_window.window, Qt.Key.Key_Return)
    jobs.step()
    assert shell.app.property("personName") == "Yanis"


def test_every_tab_and_status_of_the_shell_answers_to_touch(shell: Shell, jobs: HandJobs, show: Show) -> None:
    kiosk_window = show(shell.app)
    type_pin(shell, jobs, "person-sm-4", "444444")
    settle()
    tap(kiosk_window, "Magasin")
    assert shell.app.frame.workspace == "store"
    shell.know(PAPER_OUT)
    settle()
    tap(kiosk_window, "Papier fini depuis 10:52")
    assert shell.app.property("faultPage") is True
    tap(kiosk_window, "Imprimer un essai")
    assert shell.tested == ["printer"]
    tap(kiosk_window, "Central")
    tap(kiosk_window, "Réessayer maintenant")
    assert shell.tested == ["printer", "sync"]
    tap(kiosk_window, "Retour au travail")
    assert shell.app.property("faultPage") is False
    tap(kiosk_window, "Sophie, verrouiller")
    assert shell.app.frame.stage == "signIn"


def test_enter_and_space_press_what_the_keyboard_reached(shell: Shell, jobs: HandJobs, show: Show) -> None:
    kiosk_window = show(shell.app)
    type_pin(shell, jobs, "person-sm-4", "444444")
    settle()
    for key, workspace in ((Qt.Key.Key_Space, "store"), (Qt.Key.Key_Return, "sale")):
        tab = find(kiosk_window, "Magasin" if workspace == "store" else "Vente")
        tab.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(kiosk_window.window, key)
        assert shell.app.frame.workspace == workspace


def test_signs_of_life_are_keys_and_taps(shell: Shell, jobs: HandJobs, clock: ManualClock, show: Show) -> None:
    kiosk_window = show(shell.app)
    heartbeat = Heartbeat(kiosk_window, shell.app)
    type_pin(shell, jobs, "person-sm-4", "444444")
    clock.advance(seconds=299)
    assert heartbeat.eventFilter(kiosk_window.window, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)) is False
    clock.advance(seconds=299)
    shell.app.tick()
    assert shell.app.frame.stage == "work"
    heartbeat.deleteLater()


def test_setting_up_asks_central_and_says_why_it_was_refused(staff: StaffService, jobs: HandJobs, clock: ManualClock) -> None:
    shell = Shell(staff, jobs, clock, frame=Frame(stage="setup"))
    shell.setup.enterCode()
    shell.setup.enrol(" https://central.demo ", "ABCD")
    assert shell.setup.property("step") == "enrolling"
    assert shell.setup.property("address") == "https://central.demo"
    jobs.step()
    assert (shell.setup.property("step"), shell.enrolled) == ("code", [])
    assert shell.setup.property("errorTitle") != ""
