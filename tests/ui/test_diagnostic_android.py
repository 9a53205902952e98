"""An Android phone on the bench's cable: what it proves is answered, what it cannot prove is asked, what was tampered with is shown. And how that looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.hardware.faults import PhoneDebuggingOff, PhoneNotAllowing
from kiosk.hardware.virtual.android_says import AndroidSelf
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.viewmodels.app import Frame
from tests.bench import Bench
from tests.phones import GALAXY
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.photographing import SIZES
from tests.ui.shell import Shell


def otherwise(**says: bytes) -> AndroidSelf:
    return replace(GALAXY, says=says)


WITH_AN_ACCOUNT = otherwise(accounts=b"Accounts: 1\ntype=com.google\n")
FROZEN = otherwise(battery=b"Current Battery Service state:\n  (UPDATES STOPPED -- use 'reset' to restart)\n  level: 100\n")
PADDED = otherwise(getprop=GALAXY.answers()["getprop"].replace(b"[green]", b"[green ]"))


@pytest.fixture
def desk(bench: Bench, jobs: HandJobs, clock: ManualClock) -> Desk:
    made = Desk(bench, jobs, clock)
    made.sign_in("yanis")
    made.scan(decode(GALAXY.imei))
    return made


def kept(bench: Bench) -> TradeInScreen:
    (row,) = bench.trade_ins.open_trade_ins()
    return bench.trade_ins.screen(row.session_id)


def by_cable(bench: Bench) -> dict[str, str]:
    return {name: given.option_id for name, given in kept(bench).answers.items() if given.method is Method.AUTO_USB}


def read_out(desk: Desk, step_id: str) -> list[tuple[str, str, str, bool]]:
    desk.do(lambda: desk.page.tradeIn.openStep(step_id))
    return [(row.fact, row.value, row.trust, row.bad) for row in desk.page.tradeIn.parts.reading.rows.rows]


def test_a_galaxy_answers_its_identity_its_locks_its_software_and_its_battery(desk: Desk, bench: Bench) -> None:
    desk.plug_android(GALAXY)
    assert by_cable(bench) == {
        "imei_match": "pass", "account_lock": "pass", "management": "pass", "software": "pass", "battery_pct": "measured",
    }  # fmt: skip
    assert read_out(desk, "locks") == [
        ("reset_lock", "clear", "measured", False), ("management", "clear", "measured", False), ("software", "genuine", "measured", False),
    ]  # fmt: skip
    assert read_out(desk, "battery")[0] == ("battery_pct", "86\u202f%", "measured", False)
    assert read_out(desk, "identification")[1:3] == [("storage_gb", "128", "measured", False), ("ram_gb", "8", "measured", False)]
    assert desk.page.tradeIn.parts.device.system == "Android 14"


def test_a_google_account_blocks_the_offer_until_the_cable_sees_that_it_is_gone(desk: Desk, bench: Bench) -> None:
    desk.plug_android(WITH_AN_ACCOUNT)
    assert (by_cable(bench)["account_lock"], desk.page.tradeIn.cannotBuy) == ("account_lock", True)
    assert read_out(desk, "locks")[0] == ("reset_lock", "locked", "measured", True)
    desk.plug_android(GALAXY)
    assert (by_cable(bench)["account_lock"], desk.page.tradeIn.cannotBuy) == ("pass", False)


def test_a_frozen_battery_is_no_answer_and_the_screen_says_why(desk: Desk, bench: Bench) -> None:
    desk.plug_android(FROZEN)
    given = kept(bench).answers["battery_pct"]
    assert (given.verdict, given.number, given.method) == (Verdict.INCONCLUSIVE, None, Method.AUTO_USB)
    desk.do(lambda: desk.page.tradeIn.openStep("battery"))
    row = desk.page.tradeIn.parts.reading.rows.rows[0]
    assert (row.fact, row.value, row.trust, row.why) == ("battery_pct", "", "unknown", "frozen")


def test_rewritten_properties_are_modified_software(desk: Desk, bench: Bench) -> None:
    desk.plug_android(PADDED)
    assert by_cable(bench)["software"] == "software_modified"
    assert ("software", "modified", "measured", True) in read_out(desk, "locks")


def allowing(desk: Desk) -> None:
    desk.page.plugging.waits(PhoneNotAllowing(udid="R5CR31K7XYA"))


def debugging(desk: Desk) -> None:
    desk.page.plugging.unplugged("R5CR31K7XYA")
    desk.page.plugging.waits(PhoneDebuggingOff(udid="R5CR31K7XYA"))


def locks(desk: Desk) -> None:
    desk.page.plugging.unplugged("R5CR31K7XYA")
    desk.scan(decode(GALAXY.imei))
    desk.plug_android(WITH_AN_ACCOUNT)
    desk.do(lambda: desk.page.tradeIn.openStep("locks"))


def frozen(desk: Desk) -> None:
    desk.plug_android(FROZEN)
    desk.do(lambda: desk.page.tradeIn.openStep("battery"))


PAGES: dict[str, Callable[[Desk], None]] = {"allowing": allowing, "debugging": debugging, "locks": locks, "frozen": frozen}
LOOKED_AT = {1366: ("allowing", "locks", "frozen"), 1920: ("debugging",)}


@pytest.mark.timeout(240)
def test_what_the_cable_says_of_an_android_phone_is_readable_and_touchable_at_every_size(
    bench: Bench, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt
) -> None:
    desk = Desk(bench, jobs, clock)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=SIZES[0])
    person = desk.bench.person("yanis")
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
            if page in LOOKED_AT.get(width, ()):
                look_at(window, f"android-{page}-{width}-fr")
    assert not found, "\n".join(found)
