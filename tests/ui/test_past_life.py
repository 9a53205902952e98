"""A device that was with us before: said in one line before and during its trade-in, its life behind a tap, a copied number in red."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.laptop_drives import LaptopDrives
from kiosk.hardware.ports import PluggedPhone
from kiosk.journal.ledger import Ledger
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.storage.engine import Database
from kiosk.sync.past import PastLives
from kiosk.tradein.history import PastLife, joined
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.bench import Beside
from tests.bench import IPHONE_12_64, RESOURCES, build_bench, load_demo_shop
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.photographing import SIZES, photograph
from tests.ui.shell import Shell

LYON = PastLife(
    "u-lyon", "Apple", "iPhone 12", "Lyon Bellecour", UnitState.SOLD, "2026-03-01T10:00:00.000Z", "2026-04-12T15:00:00.000Z", Grade.GOOD, 91, Money(18000),
    Money(29900),
)  # fmt: skip


class Chain(PastLives):
    """The chain's memory as central would tell it; ``told`` are its lives."""

    def __init__(self, bench: object) -> None:
        super().__init__(None, bench.stock, bench.catalogue, guarantee_of=lambda _code: None)  # type: ignore[attr-defined]
        self.told: tuple[PastLife, ...] = ()
        self.asked: list[tuple[str | None, str | None]] = []

    def elsewhere(self, *, imei: str | None, serial: str | None) -> tuple[PastLife, ...]:
        self.asked.append((imei, serial))
        return self.told


@pytest.fixture
def chain(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Chain:
    load_demo_shop(database)
    return Chain(build_bench(database, ledger, clock, ids))


@pytest.fixture
def desk(chain: Chain, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Desk:
    beside = Beside(jobs, LaptopDrives(lambda: (), RESOURCES / "laptop"), chain)
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock, beside=beside)
    desk.sign_in("yanis")
    return desk


def sold_here(desk: Desk, imei: str) -> Unit:
    """A unit of the demo shop as it stood once it was sold, under that IMEI."""
    unit = next(unit for unit in desk.bench.stock.units_to_inspect() if unit.imei)
    with desk.bench.database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE unit SET imei = ?, state = 'sold', holder = 'out', grade = 'good', model_id = 'm-iphone-12-64-go-noir' WHERE id = ?", (imei, unit.unit_id)
        )
    found = desk.bench.stock.unit_by_code(imei)
    assert found is not None
    return found


def test_a_device_that_was_never_here_shows_nothing(desk: Desk, chain: Chain) -> None:
    desk.scan(decode(IPHONE_12_64))
    assert (desk.page.past.known, chain.asked) == (False, [(IPHONE_12_64, None)])


def test_what_another_shop_sold_is_said_with_where_and_when(desk: Desk, chain: Chain) -> None:
    chain.told = (LYON,)
    desk.scan(decode(IPHONE_12_64))
    past = desk.page.past
    assert (past.known, past.sold, past.shop, past.on, past.level, past.copied) == (True, True, "Lyon Bellecour", "12/04/2026", 2, False)
    assert len(chain.asked) == 1, "the same device is not asked about again when its trade-in begins"
    desk.do(past.open)
    assert (past.opened, past.bought, past.price, past.battery) == (True, "180,00\u202f€", "299,00\u202f€", "91\u202f%")
    assert [(row.unit_state, row.latest) for row in past.stations.rows] == [("to_erase", False), ("sold", True)]
    desk.do(past.close)
    assert not past.opened


def test_our_own_records_need_no_central_and_are_said_before_the_model_is_chosen(desk: Desk) -> None:
    unit = sold_here(desk, IPHONE_12_64)
    desk.do(lambda: desk.page.on_scan(decode(IPHONE_12_64)))
    past = desk.page.past
    assert desk.page.choosingModel and (past.known, past.shop, past.model, past.level) == (True, "", "Apple iPhone 12", 2)
    assert past.bought.startswith(f"{unit.purchase_price.amount_cents // 100}")


def test_the_same_number_on_another_model_is_called_a_copy(desk: Desk, chain: Chain) -> None:
    chain.told = (replace(LYON, name="iPhone 13"),)
    desk.scan(decode(IPHONE_12_64))
    assert (desk.page.past.copied, desk.page.past.model) == (True, "Apple iPhone 13")


def test_an_answer_about_the_device_before_this_one_is_late(desk: Desk, chain: Chain) -> None:
    chain.told = (LYON,)
    page = desk.page
    page.past.look("490154203237518", None, None, family=None)
    chain.told = ()
    page.past.look(IPHONE_12_64, None, None, family=None)
    desk.settle()
    assert not page.past.known


def test_a_life_that_both_know_is_ours_with_the_day_that_another_till_sold_it() -> None:
    ours = replace(LYON, shop_name="", sold_at_utc="", guarantee_until=date(2028, 4, 12))
    older = replace(LYON, unit_id="u-older", sold_at_utc="2024-01-01T10:00:00.000Z")
    assert joined((ours,), (older, LYON)) == (replace(ours, sold_at_utc=LYON.sold_at_utc), older)


def test_the_line_and_the_life_are_readable(desk: Desk, chain: Chain, jobs: HandJobs, show: Show, look_at: LookAt) -> None:
    chain.told = (LYON, replace(LYON, unit_id="u-older", sold_at_utc="2024-01-01T10:00:00.000Z"))
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, desk.clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(desk.bench.person("yanis"))
    shell.app.openWorkspace("diagnostic")
    desk.scan(decode(IPHONE_12_64))
    found = photograph(shell, window, look_at, "bench-past-line", language="fr")
    desk.do(desk.page.past.open)
    found += photograph(shell, window, look_at, "bench-past-life", language="fr")
    desk.do(desk.page.past.close)
    desk.do(desk.page.tradeIn.leave)
    phone = PluggedPhone("00008101-000A1D2E3F40801E", "499001200000004", "F17GK2X40D81", "iPhone14,5")
    desk.do(lambda: desk.page.plugging.plugged(phone, may_begin=True))
    found += photograph(shell, window, look_at, "bench-past-copy", language="fr")
    assert not found, "\n".join(found)
