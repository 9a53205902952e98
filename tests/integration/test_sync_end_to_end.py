"""A real till and a real central over HTTP: enrolment, first sync, entries up, effects down; the network goes and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from central import demo, pricebooks
from central.database import CentralDatabase
from central.demo import RunningCentral
from kiosk.catalogue import store as catalogue_store
from kiosk.journal import store as journal_store
from kiosk.staff import store as staff_store
from kiosk.stock import store as stock_store
from kiosk.stock.units import UnitState
from kiosk.sync.shop import shop_settings
from kiosk.sync.status import SyncKind
from kiosk.tradein.store import PublishedBook, published_books
from tests.integration.central.house import write_demo
from tests.integration.sync_kiosk import Kiosk

PRICE_BOOK = Path(__file__).resolve().parents[2] / "resources" / "pricebook" / "2026-11.toml"


@pytest.fixture
def central(tmp_path: Path) -> Iterator[RunningCentral]:
    with demo.start(tmp_path / "central", demo_dir=write_demo(tmp_path / "demo")) as running:
        yield running


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path / "kiosk", secret=bytes(range(32)))
    yield made
    made.close()


def test_a_new_till_gets_shop_people_catalogue_and_stock_by_its_first_sync(central: RunningCentral, kiosk: Kiosk) -> None:
    kiosk.enrol(central.url, central.enrolment_code(shop_id="L01", till_code="K2"))
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    with kiosk.database.read() as connection:
        assert [person.short_name for person in staff_store.active_people(connection)] == ["Camille"]
        assert [product.name for product in catalogue_store.products_where(connection, ean="3760000000017")] == ["Câble USB-C 1 m"]
        assert stock_store.count_by_state(connection, holder="shop:L01") == {UnitState.FOR_SALE: 3}
        shop = shop_settings(connection)
        assert shop is not None and shop.header.name == "Nantes Crébillon"
        assert journal_store.acked(connection, 1).seq == 1
    assert kiosk.level() == 10


def test_what_is_sold_is_acknowledged_and_central_shows_it(central: RunningCentral, kiosk: Kiosk) -> None:
    kiosk.enrol(central.url, central.enrolment_code(shop_id="L01", till_code="K2"))
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    kiosk.sell("L01-K2-000001", unit_ids=("u-1",), cables=2)
    kiosk.wait_until_current()
    units = {row["unit_id"]: row["state"] for row in central.rows("units", shop_id="L01")}
    assert units == {"u-1": "sold", "u-2": "for_sale", "u-3": "for_sale"}
    assert central.rows("levels", shop_id="L01") == [{"product_id": "pr-cable", "quantity": 8}]


def test_what_is_sold_without_a_network_arrives_later_once(central: RunningCentral, kiosk: Kiosk) -> None:
    kiosk.enrol(central.url, central.enrolment_code(shop_id="L01", till_code="K2"))
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    kiosk.disconnect()
    kiosk.connect("http://127.0.0.1:9")
    for number in range(1, 4):
        kiosk.sell(f"L01-K2-{number:06d}", unit_ids=(f"u-{number}",), cables=1)
    told = kiosk.wait_for(lambda status: status.kind is SyncKind.OFFLINE and status.pending_count == 3)
    assert told.since_utc is not None
    kiosk.disconnect()
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    assert central.rows("levels", shop_id="L01") == [{"product_id": "pr-cable", "quantity": 7}]
    assert {row["state"] for row in central.rows("units", shop_id="L01")} == {"sold"}
    assert kiosk.level() == 7


def test_a_price_book_that_central_publishes_comes_to_the_till_and_is_journaled(central: RunningCentral, kiosk: Kiosk) -> None:
    kiosk.enrol(central.url, central.enrolment_code(shop_id="L01", till_code="K2"))
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    text = PRICE_BOOK.read_text("utf-8").replace('version = "2026-11"', 'version = "2026-12"').replace('"2026-11-01"', '"2026-12-01"', 1)
    with closing(CentralDatabase.open(data_dir=central.data_dir, url=None)) as database, database.write() as connection:
        published = pricebooks.publish(connection, text.encode(), name="2026-12.toml", now_utc=kiosk.clock.now_utc())
        assert pricebooks.publish(connection, text.encode(), name="2026-12.toml", now_utc=kiosk.clock.now_utc()) == published
        with pytest.raises(pricebooks.VersionTaken):
            pricebooks.publish(connection, text.replace("[186,", "[187,", 1).encode(), name="2026-12.toml", now_utc=kiosk.clock.now_utc())

    def received() -> tuple[PublishedBook, ...]:
        with kiosk.database.read() as connection:
            return published_books(connection)

    kiosk.wait_until(lambda: received() == (published,))
    with kiosk.database.read() as connection:
        last = kiosk.ledger.entries_after(connection, 1, 0, limit=100)[-1]
    assert last.kind == "tradein.price_book_received"
    kiosk.wait_until_current()
