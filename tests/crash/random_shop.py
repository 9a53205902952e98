"""The demo shop with shelves full of phones, as a till that is made, started and looked at again: all of it through the composition root."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from kiosk import bootstrap, training
from kiosk.basics.clock import ManualClock, parse_utc
from kiosk.basics.money import Money
from kiosk.bootstrap import House, Services
from kiosk.catalogue.codes import make_unit_label
from kiosk.stock import store as stock_store
from kiosk.stock.units import Unit, UnitState
from kiosk.storage.engine import FILE_NAME
from kiosk.sync.folder import load_folder

DEMO = bootstrap.RESOURCES / "demo"
START_UTC = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)
BETWEEN_LIVES = timedelta(minutes=10)
CASE, CASES = "p-coque-transparente", 100_000
PHONE = "u-000001"
DELIVERED, SHELF_IS_LOW, SHELF = 60, 15, 40


@dataclass(frozen=True, slots=True)
class LivingTill:
    """A till that was started, and the clock that its acts move."""

    house: House
    services: Services
    clock: ManualClock


def make(data_dir: Path) -> None:
    """A till of the demo shop."""
    (data_dir / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    house = bootstrap.open_house(data_dir, clock=ManualClock(START_UTC))
    try:
        with house.database.write() as connection:
            load_folder(connection, house.ledger, DEMO, till_code="K2")
            stock_store.upsert_levels(connection, [(CASE, CASES, 1)])
    finally:
        house.close()


@contextmanager
def looked_at(data_dir: Path) -> Iterator[LivingTill]:
    """The till as it was left: nothing is written."""
    clock = ManualClock(START_UTC)
    house = bootstrap.open_house(data_dir, clock=clock)
    try:
        clock.set_wall(max(START_UTC, _last_moment(house) + BETWEEN_LIVES))
        yield LivingTill(house, bootstrap.build_services(house), clock)
    finally:
        house.close()


@contextmanager
def started(data_dir: Path) -> Iterator[LivingTill]:
    """The till as it starts, some minutes after it went out."""
    with looked_at(data_dir) as till:
        bootstrap.start_of_day(till.house, till.services)
        training.end(till.house, None)
        yield till


@contextmanager
def trained(till: LivingTill) -> Iterator[LivingTill]:
    """The training till beside it, filled and started; days that trainees close pass for them alone."""
    training.begin(till.house, till.services.staff.person("sophie"))
    clock = ManualClock(till.clock.now_utc())
    twin = training.open_training(till.house.data_dir, clock=clock)
    try:
        services = bootstrap.build_services(twin)
        bootstrap.start_of_day(twin, services)
        yield LivingTill(twin, services, clock)
    finally:
        twin.close()
    training.end(till.house, "sophie")


def has_trained(folder: Path) -> bool:
    """Whether there is anything to look at in the training till's folder."""
    return (folder / FILE_NAME).exists()


def shelf(connection: Connection) -> tuple[str, ...]:
    """Phones for sale, some of them."""
    rows = connection.exec_driver_sql(f"SELECT id FROM unit WHERE id LIKE 's%' AND state = 'for_sale' LIMIT {SHELF}")
    return tuple(str(unit_id) for (unit_id,) in rows)


def deliver(till: LivingTill) -> None:
    """More phones when the shelf is nearly empty, as central announces them."""
    with till.house.database.write() as connection:
        if len(shelf(connection)) < SHELF_IS_LOW:
            model = stock_store.unit_by_id(connection, PHONE)
            assert model is not None
            (first,) = connection.exec_driver_sql("SELECT count(*) FROM unit WHERE id LIKE 's%'").one()
            stock_store.upsert_units(connection, [(_phone(model, int(first) + n), 1) for n in range(DELIVERED)])


def _phone(model: Unit, number: int) -> Unit:
    """Each unlike the next: some are sold at a loss."""
    return replace(
        model, unit_id=f"s{number}", serial=f"SN{number:08d}", imei=None, label_code=make_unit_label("L01", "K1", 2000 + number),
        state=UnitState.FOR_SALE, purchase_price=Money(20_000 + 1_307 * (number % 29)), price=Money(39_900 + number % 7),
    )  # fmt: skip


def _last_moment(house: House) -> datetime:
    with house.database.read() as connection:
        found = connection.exec_driver_sql("SELECT entry FROM journal_entry ORDER BY epoch DESC, seq DESC LIMIT 1").one_or_none()
    return START_UTC if found is None else parse_utc(json.loads(found[0])["at"])
