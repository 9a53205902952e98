"""A lock that is found is helped off: the customer reads the steps in their language, the clock stands, and the device itself says when it is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.hardware.virtual.phone import VirtualPhone
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from tests.bench import IPHONE_12_64, build_bench, load_demo_shop
from tests.phones import IPHONE_12, WITH_FIND_MY, told, whole
from tests.ui.conftest import HandJobs
from tests.ui.diagnostic_desk import Desk

REASON = "Le client retire un verrou"
LOCKED = replace(IPHONE_12, says=WITH_FIND_MY)


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Desk:
    """On the step of the locks of a scanned iPhone 12."""
    load_demo_shop(database)
    made = Desk(build_bench(database, ledger, clock, ids), jobs, clock)
    made.sign_in("yanis")
    made.scan(decode(IPHONE_12_64))
    made.do(lambda: made.page.tradeIn.openStep("locks"))
    return made


def asked_again_by_cable(desk: Desk) -> list[str]:
    """Whom the cable was asked to read once more."""
    asked: list[str] = []
    desk.page.plugging.cable.readWanted.connect(asked.append)
    return asked


def read_again(desk: Desk, phone: VirtualPhone) -> None:
    desk.page.plugging.plugged(told(phone), may_begin=False)
    desk.page.plugging.plugged(whole(phone), may_begin=False)
    desk.settle()


def test_without_a_lock_there_is_nothing_to_help_with(desk: Desk) -> None:
    assert not desk.page.tradeIn.coach.available


def test_a_lock_seen_by_hand_is_helped_off_in_the_customers_language_while_the_clock_stands(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(lambda: page.answerTo("account_lock", "account_lock"))
    assert page.coach.available and page.cannotBuy
    desk.do(lambda: page.coach.begin("unlock"))
    assert (page.coach.up, page.parts.clock.paused, page.parts.clock.pauseReason) == (True, True, REASON)
    assert (page.coach.title, page.coach.steps.rows[0].sentence) == ("Désactiver Localiser", "Ouvrez Réglages, puis touchez votre nom tout en haut.")
    page.coach.speak("en")
    assert (page.coach.title, page.coach.steps.rows[0].sentence) == ("Turn off Find My", "Open Settings, then tap your name at the very top.")
    page.coach.tick(1)
    assert [row.done for row in page.coach.steps.rows] == [True, False, False, False]
    remaining = page.parts.clock.remaining
    desk.wait(timedelta(minutes=2))
    assert page.parts.clock.remaining == remaining
    desk.do(page.coach.check)
    assert (page.coach.up, page.parts.clock.paused, page.parts.question.questionId) == (False, False, "account_lock")
    desk.do(lambda: page.give("pass"))
    assert not page.cannotBuy and not page.coach.available


def test_a_lock_read_by_the_cable_is_read_again_and_gone_only_when_the_device_says_so(desk: Desk) -> None:
    page, asked = desk.page.tradeIn, asked_again_by_cable(desk)
    desk.plug(LOCKED)
    desk.do(lambda: page.coach.begin("unlock"))
    page.coach.check()
    assert (asked, page.coach.checking) == ([IPHONE_12.udid], True)
    read_again(desk, LOCKED)
    assert (page.coach.up, page.coach.checking, page.coach.stillLocked, page.cannotBuy) == (True, False, True, True)
    page.coach.check()
    read_again(desk, IPHONE_12)
    assert (page.coach.up, page.parts.clock.paused, page.cannotBuy) == (False, False, False)
    assert page.parts.question.questionId == "account_lock"  # a person looks at the screen before it is called free


def test_plugging_it_in_again_is_as_good_as_asking(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.plug(LOCKED)
    desk.do(lambda: page.coach.begin("unlock"))
    desk.unplug(LOCKED)
    assert page.coach.up
    desk.plug(IPHONE_12)
    assert not page.coach.up and not page.cannotBuy


def test_who_cannot_take_it_off_now_keeps_the_lock_and_the_clock_runs_again(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.plug(LOCKED)
    desk.do(lambda: page.coach.begin("unlock"))
    desk.do(page.coach.stop)
    assert (page.coach.up, page.parts.clock.paused, page.cannotBuy, page.coach.available) == (False, False, True, True)


def test_a_company_is_helped_with_its_own_steps(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(lambda: page.answerTo("management", "mdm"))
    desk.do(lambda: page.coach.begin("unlock"))
    assert page.coach.title == "Retirer la gestion d’entreprise"


def test_the_coach_stays_away_from_the_next_trade_in(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(lambda: page.answerTo("account_lock", "account_lock"))
    desk.do(lambda: page.coach.begin("unlock"))
    desk.do(page.leave)
    desk.scan(decode("359101129000017"))
    assert not page.coach.up and not page.coach.available
