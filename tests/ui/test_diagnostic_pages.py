"""Every page of the diagnostic, as it is seen: at the three sizes, in both languages and both themes, nothing clipped or nameless."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.viewmodels.app import Frame
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, build_bench, load_demo_shop
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.photographing import LANGUAGES, SIZES, photograph
from tests.ui.shell import Shell

VACUUM = "u-000202"


@dataclass(frozen=True, slots=True)
class Day:
    """A bench with the window on it."""

    shell: Shell
    desk: Desk
    window: KioskWindow
    language: str

    def greet(self, person_id: str) -> None:
        person = replace(self.desk.bench.person(person_id), language=self.language)
        self.desk.page.welcome(person)
        self.shell.app.welcome(person)
        self.shell.app.openWorkspace("diagnostic")
        self.desk.settle()


def consent(day: Day) -> None:
    day.desk.scan(decode(IPHONE_12_64))


def photo(day: Day) -> None:
    day.desk.answer_until("identification")


def mark(day: Day) -> None:
    page = day.desk.page.tradeIn
    day.desk.answer_until("cosmetic")
    day.desk.do(lambda: page.marking.touch("back", 0.3, 0.6))


def cosmetic(day: Day) -> None:
    page = day.desk.page.tradeIn
    day.desk.do(page.marking.remove, seconds=0)
    for row in list(page.parts.photos.rows)[:5]:
        day.desk.do(lambda slot=row.slot: page.takePhoto(slot))
    for face, x_part, y_part, code in (("front", 0.36, 0.34, "S1"), ("left", 0.5, 0.52, "B2"), ("back", 0.86, 0.74, "B2")):
        day.desk.do(lambda where=(face, x_part, y_part): page.marking.touch(*where), seconds=2)
        day.desk.do(lambda option_id=code: page.marking.judge(option_id), seconds=2)
    day.desk.do(lambda: page.answerTo("screen_class", "S0"))
    day.desk.do(lambda: page.answerTo("body_class", "B2"))


def measure(day: Day) -> None:
    page = day.desk.page.tradeIn
    day.desk.answer_step()
    day.desk.do(lambda: page.openStep("battery"))
    page.typeDigit("7")
    page.typeDigit("9")


def step(day: Day) -> None:
    page = day.desk.page.tradeIn
    day.desk.do(page.saveMeasure)
    day.desk.do(lambda: page.give("pass"))
    day.desk.do(lambda: page.openStep("display"))
    day.desk.do(lambda: page.give("pass"), seconds=31)


def paused(day: Day) -> None:
    page = day.desk.page.tradeIn
    day.desk.do(lambda: page.pausing.stopFor("password"))


def offer(day: Day) -> None:
    day.desk.do(day.desk.page.tradeIn.resume, seconds=75)
    day.desk.answer_until("offer")


def agreement(day: Day) -> None:
    day.desk.do(day.desk.page.tradeIn.propose)


def signed(day: Day) -> None:
    day.desk.copy_identity()
    day.desk.declare_and_sign()


def bought(day: Day) -> None:
    day.desk.do(day.desk.page.tradeIn.agreement.buy)


def home(day: Day) -> None:
    day.desk.do(day.desk.page.tradeIn.finish)
    day.desk.answer_step()
    day.desk.do(day.desk.page.tradeIn.finish)


def inspection(day: Day) -> None:
    day.greet("ines")
    unit = next(row for row in day.desk.page.toInspect.rows if row.model == "iPhone 12")
    day.desk.do(lambda: day.desk.page.inspect(unit.unit_id))
    for _ in range(24):
        day.desk.inspect_one(87, {"charging": "fail"}, "B2")


def point(day: Day) -> None:
    day.desk.page.inspection.testNext()


def graded(day: Day) -> None:
    page = day.desk.page.inspection
    page.closePoint()
    day.desk.do(page.openFailed)
    day.desk.do(lambda: page.give("pass"))
    day.desk.inspect_all(battery_pct=87)


def for_sale(day: Day) -> None:
    day.desk.do(day.desk.page.inspection.finish)


def erase(day: Day) -> None:
    day.desk.do(day.desk.page.inspection.leave)
    day.desk.do(lambda: day.desk.page.erase(day.desk.page.toErase.rows[0].unit_id))
    day.desk.page.erasure.chooseTool(day.desk.page.erasure.tools.rows[0].key)
    day.desk.page.erasure.verify(True)


def safety(day: Day) -> None:
    page = day.desk.page.inspection
    day.desk.do(day.desk.page.erasure.leave)
    day.desk.do(lambda: day.desk.page.inspect(VACUUM))
    while not page.tester.wanted:
        day.desk.inspect_one(87, {}, "B1")
    page.testNext()
    page.tester.writeSerial("0104-4711")
    page.tester.writeCalibrated("12/03/2026")
    for digit in "9000":
        page.typeDigit(digit)


def counter(day: Day) -> None:
    day.desk.do(day.desk.page.goHome)
    day.desk.scan(decode(ANOTHER_IPHONE_12_64))
    day.desk.answer_until("offer")
    sheet = day.desk.page.tradeIn.counter
    sheet.ask()
    for digit in "160":
        sheet.typeDigit(digit)
    sheet.chooseReason("hidden_damage")
    sheet.chooseProof(sheet.proofs.rows[3].proof_id)
    day.desk.settle()


def kept(day: Day) -> None:
    page = day.desk.page
    page.tradeIn.counter.close()
    day.desk.do(lambda: page.tradeIn.agreement.decline("thinks_about_it"))
    day.desk.do(page.tradeIn.finish)
    day.desk.do(page.keptOffers.ask)


def again(day: Day) -> None:
    page = day.desk.page
    day.desk.do(lambda: page.keptOffers.takeUp(page.keptOffers.offers.rows[0].session_id))
    day.desk.answer_until("offer")
    day.desk.do(lambda: page.tradeIn.answerTo("body_class", "B2"))
    day.desk.do(lambda: page.tradeIn.openStep("offer"))


def workshop(day: Day) -> None:
    inspection, shop = day.desk.page.inspection, day.desk.page.workshop
    inspection.closePoint()
    day.desk.do(inspection.leave)
    waiting = next(row.unit_id for row in day.desk.page.toInspect.rows if row.model == "iPad 9")
    day.desk.do(lambda: day.desk.page.inspect(waiting))
    for point_id, option in (("microphones", "microphone"), ("loudspeaker", "loudspeaker")):
        day.desk.do(lambda name=point_id: inspection.openPoint(name))
        day.desk.do(lambda chosen=option: inspection.answer(chosen))
    day.desk.do(inspection.sendToWorkshop)
    day.desk.do(inspection.leave)
    day.greet("yanis")
    day.desk.do(lambda: shop.open(waiting))
    shop.sayGenuine("loudspeaker", True)
    shop.writeReference("loudspeaker", "F-2026-118")


PAGES: dict[str, Callable[[Day], None]] = {
    "home-empty": lambda _day: None, "consent": consent, "photo": photo, "mark": mark, "cosmetic": cosmetic, "measure": measure, "step": step, "paused": paused,
    "offer": offer, "agreement": agreement, "signed": signed, "bought": bought, "home": home, "inspection": inspection, "point": point,
    "graded": graded, "for-sale": for_sale, "erase": erase, "safety": safety,
    "counter": counter, "kept": kept, "again": again, "workshop": workshop,
}  # fmt: skip
# One picture of each layout is enough where only the words differ.
SEEN_IN_ENGLISH = ("cosmetic", "step", "offer", "signed", "home", "inspection")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_at_the_bench_is_readable_and_touchable_on_every_screen(
    language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs, show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    load_demo_shop(database)
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock, language=language)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    day = Day(shell, desk, show(shell.app, size=SIZES[0]), language)
    day.greet("yanis")
    found: list[str] = []
    for page, arrive in PAGES.items():
        arrive(day)
        found += photograph(shell, day.window, look_at, f"bench-{page}", language=language, in_english=page in SEEN_IN_ENGLISH)
    assert not found, "\n".join(found)
