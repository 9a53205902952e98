"""A device that any shop of the chain had before is known by its IMEI or serial number to every till, over real HTTP; without central nobody waits."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from central import past, tills
from central.database import CentralDatabase
from central.ingest import ingest
from central.service import Central
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import SystemIds
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.stock.service import StockService
from kiosk.stock.units import Grade, UnitState
from kiosk.sync.past import PastLives
from kiosk.sync.past_protocol import FindUnits, PastUnit
from kiosk.sync.session import Line
from tests.integration.central.house import PaperTill, Spoiler, sale, serving
from tests.integration.sync_kiosk import Kiosk

IMEI, SERIAL = "490154203237518", "F17GK2X40D81"
NOBODY_LISTENS = "http://127.0.0.1:9"
BOUGHT = {
    "number": "L02-K1-A000001",
    "unit": {
        "unit_id": "u-lyon", "product_id": "pr-iphone13", "model_id": "m-iphone13", "serial": SERIAL, "imei": IMEI, "imei2": "499001200000004",
        "label_code": "L02-U000001", "purchase_price_cents": 25000, "battery_health_pct": 91,
    },
}  # fmt: skip
AT_BOUGHT, AT_SOLD = "2026-03-01T10:00:00.000Z", "2026-04-12T15:00:00.000Z"
LIFE = PastUnit("u-lyon", "L02", "L02", "Apple", "iPhone 13", "sold", AT_BOUGHT, 25000, AT_SOLD, "good", 91, 39900)


@pytest.fixture
def lyon(central_database: CentralDatabase, clock: ManualClock) -> PaperTill:
    """Another shop bought the phone, graded it and sold it."""
    paper = PaperTill("L02", "K1", secret=bytes(range(1, 33)))
    with central_database.write() as connection:
        paper.enrol_at(connection, clock=clock)
    paper.write("tradein.bought", BOUGHT, at_utc=AT_BOUGHT)
    paper.write("stock.unit_graded", {"unit_id": "u-lyon", "grade": "good", "price_cents": 39900}, at_utc=AT_BOUGHT)
    paper.write("sales.ticket_paid", sale("L02-K1-000001", unit_ids=["u-lyon"]), at_utc=AT_SOLD)
    assert ingest(central_database, paper.push(), now_utc=clock.now_utc()).verdicts == ()
    return paper


def found(database: CentralDatabase, **asked: str) -> tuple[PastUnit, ...]:
    with database.read() as connection:
        return past.find(connection, FindUnits(**asked))


@pytest.mark.parametrize("asked", [{"imei": IMEI}, {"imei": "499001200000004"}, {"serial": SERIAL}, {"imei": IMEI, "serial": SERIAL}])
def test_a_device_is_found_by_any_of_its_numbers_with_what_was_made_of_it(central_database: CentralDatabase, lyon: PaperTill, asked: dict[str, str]) -> None:
    assert found(central_database, **asked) == (LIFE,)


def test_what_names_nothing_finds_nothing_and_what_is_unknown_neither(central_database: CentralDatabase, lyon: PaperTill) -> None:
    assert found(central_database) == () and found(central_database, imei="356938035643809") == ()


def test_the_units_of_a_central_of_the_day_before_are_found_after_its_upgrade(central_database: CentralDatabase, lyon: PaperTill) -> None:
    with central_database.write() as connection:
        connection.execute(text("DELETE FROM unit_mark"))
    assert found(central_database, imei=IMEI) == ()
    with central_database.write() as connection:
        past.note_all(connection)
        past.note_all(connection)
    assert found(central_database, imei=IMEI) == (LIFE,)
    assert [unit.unit_id for unit in found(central_database, serial="SN000002")] == ["u-2"]


def lives(kiosk: Kiosk, url: str) -> PastLives:
    line = Line(kiosk.database, kiosk.ledger, kiosk.writer, kiosk.clock, kiosk.key, url)
    catalogue = CatalogueService(kiosk.database)
    stock = StockService(kiosk.database, catalogue, clock=kiosk.clock, ids=SystemIds(kiosk.clock))
    return PastLives(line, stock, catalogue, guarantee_of=lambda _code: None)


def test_a_till_of_another_shop_is_told_and_one_without_central_goes_on_in_silence(central: Central, lyon: PaperTill, tmp_path: Path) -> None:
    spoiler = Spoiler("/v1/units/find", "garbage", times=1)
    kiosk = Kiosk(tmp_path / "k2", secret=bytes(range(32)))
    with serving(central, between=spoiler) as url:
        with central.database.write() as connection:
            code = tills.new_code(connection, "L01", "K2", now_utc=central.clock.now_utc())
        kiosk.enrol(url, code)
        assert lives(kiosk, url).elsewhere(imei=IMEI, serial=None) == ()
        (life,) = lives(kiosk, url).elsewhere(imei=IMEI, serial=None)
        assert lives(kiosk, url).elsewhere(imei=None, serial=None) == ()
    assert (life.shop_name, life.state, life.grade, life.bought, life.price) == ("L02", UnitState.SOLD, Grade.GOOD, Money(25000), Money(39900))
    assert (life.bought_at_utc, life.sold_at_utc, life.battery_health_pct) == (AT_BOUGHT, AT_SOLD, 91)
    assert lives(kiosk, NOBODY_LISTENS).elsewhere(imei=IMEI, serial=None) == ()
    kiosk.database.close()
    kiosk.writer.stop()

