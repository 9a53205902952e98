"""The sheets over a trade-in that one tap opens: why the clock stands, and how marks are judged."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.codes import decode
from kiosk.ui.application import KioskWindow
from kiosk.ui.tour import hands, seeing
from kiosk.ui.viewmodels.app import Frame
from tests.bench import IPHONE_12_64, Bench
from tests.ui.conftest import HandJobs, LookAt, Show, settle
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.photographing import SIZES
from tests.ui.shell import Shell


@pytest.fixture
def desk(bench: Bench, jobs: HandJobs, clock: ManualClock) -> Desk:
    desk = Desk(bench, jobs, clock)
    desk.sign_in("yanis")
    desk.scan(decode(IPHONE_12_64))
    return desk


@pytest.fixture
def window(desk: Desk, jobs: HandJobs, clock: ManualClock, show: Show) -> KioskWindow:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    window = show(shell.app, size=SIZES[1])
    shell.app.welcome(desk.bench.person("yanis"))
    shell.app.openWorkspace("diagnostic")
    settle()
    return window


def touch(kiosk_window: KioskWindow, name: str) -> None:
    (found,) = seeing.touchables(kiosk_window.window, name)
    hands.tap(kiosk_window.window, seeing.middle(found))
    settle()


def test_a_reason_of_ones_own_takes_a_few_words_and_the_clock_stands(desk: Desk, window: KioskWindow, look_at: LookAt) -> None:
    touch(window, "Mettre en pause")
    look_at(window, "pause-sheet-1366-fr-light")
    found = faults(window)
    touch(window, "Autre raison")
    look_at(window, "pause-words-1366-fr-light")
    assert (found, faults(window)) == ([], [])


def test_the_ruler_says_at_which_distance_each_class_is_seen(desk: Desk, window: KioskWindow, look_at: LookAt) -> None:
    desk.do(lambda: desk.page.tradeIn.openStep("cosmetic"))
    touch(window, "Comment juger")
    look_at(window, "ruler-sheet-1366-fr-light")
    assert faults(window) == []
