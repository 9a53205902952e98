"""The bench with a phone on its cable, as it is seen: nothing clipped or nameless at any size, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.hardware.faults import PhoneUntrusted
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from tests.bench import IPHONE_12_64, build_bench, load_demo_shop
from tests.phones import IPHONE_12, IPHONE_13, WITH_FIND_MY
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.photographing import LANGUAGES, SIZES
from tests.ui.shell import Shell

LOCKED = replace(IPHONE_12, says=WITH_FIND_MY, locked=True)


def at_home(desk: Desk) -> None:
    desk.plug(LOCKED, may_begin=False)


def hint(desk: Desk) -> None:
    desk.page.plugging.waits(PhoneUntrusted(udid="00008110-0011223344556677"))


def locks(desk: Desk) -> None:
    desk.page.plugging.unplugged("00008110-0011223344556677")
    desk.scan(decode(IPHONE_12_64))
    desk.do(lambda: desk.page.tradeIn.openStep("locks"))


def identification(desk: Desk) -> None:
    desk.do(lambda: desk.page.tradeIn.openStep("identification"))


def unknown_battery(desk: Desk) -> None:
    desk.do(lambda: desk.page.tradeIn.openStep("battery"))


def battery(desk: Desk) -> None:
    desk.plug(IPHONE_12)


def settings(desk: Desk) -> None:
    desk.page.tradeIn.askAgain("battery_pct")
    for digit in "84":
        desk.page.tradeIn.typeDigit(digit)


def both(desk: Desk) -> None:
    desk.do(desk.page.tradeIn.saveMeasure)
    desk.do(lambda: desk.page.tradeIn.openStep("battery"))


def coach(desk: Desk) -> None:
    desk.plug(LOCKED)
    desk.do(lambda: desk.page.tradeIn.openStep("locks"))
    desk.do(lambda: desk.page.tradeIn.coach.begin("unlock"))
    desk.page.tradeIn.coach.tick(1)


def still_locked(desk: Desk) -> None:
    desk.page.tradeIn.coach.check()
    desk.plug(LOCKED)


def point(desk: Desk) -> None:
    """Another person inspects a unit that hangs on the cable; a second phone lies beside it."""
    desk.do(desk.page.tradeIn.coach.stop)
    desk.do(desk.page.tradeIn.leave)
    desk.page.plugging.unplugged(LOCKED.udid)
    desk.page.welcome(replace(desk.bench.person("ines"), language=desk.page.tradeIn.person.language))
    unit = next(unit for unit in desk.bench.stock.units_to_inspect() if unit.model_id == "m-iphone-12-128-go-bleu")
    desk.do(lambda: desk.page.inspect(unit.unit_id))
    desk.plug(IPHONE_13)
    desk.do(lambda: desk.page.inspection.openPoint("battery_pct"))
    desk.plug(replace(IPHONE_12, imei=unit.imei or "", serial=unit.serial or ""))
    desk.do(lambda: desk.page.inspection.openPoint("battery_pct"))


PAGES: dict[str, Callable[[Desk], None]] = {
    "home": at_home, "hint": hint, "locks": locks, "identification": identification, "unknown-battery": unknown_battery, "battery": battery,
    "settings": settings, "both": both, "coach": coach, "still-locked": still_locked, "point": point,
}  # fmt: skip
LOOKED_AT = {(1366, "fr"): tuple(PAGES), (1920, "fr"): ("locks", "coach", "point"), (1366, "en"): ("locks", "coach")}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_cable_says_is_readable_and_touchable_at_every_size(
    language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs, show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    load_demo_shop(database)
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock, language=language)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=SIZES[0])
    person = replace(desk.bench.person("yanis"), language=language)
    desk.page.welcome(person)
    shell.app.welcome(person)
    shell.app.openWorkspace("diagnostic")
    desk.settle()
    found: list[str] = []
    for page, arrive in PAGES.items():
        arrive(desk)
        for width, height in SIZES:
            window.window.setWidth(width)
            window.window.setHeight(height)
            found += [f"{page} {width}: {fault}" for fault in faults(window)]
            if page in LOOKED_AT.get((width, language), ()):
                look_at(window, f"cable-{page}-{width}-{language}")
    assert not found, "\n".join(found)
