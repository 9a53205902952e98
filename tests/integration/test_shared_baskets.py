"""Two tills of one shop and a real central: a basket put aside at one is taken up at the other, once, and nobody's name travels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from central import demo
from central.demo import RunningCentral
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import SystemIds
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.journal import store as journal_store
from kiosk.sales.basket import Basket, Reduction
from kiosk.stock.service import StockService
from kiosk.sync.baskets import BasketOutOfReach, BasketTaken, SharedBaskets
from kiosk.sync.session import Line
from tests.integration.central.house import write_demo
from tests.integration.sale_shop import CAMILLE, Till, open_till
from tests.integration.sync_kiosk import Kiosk

CABLE, PHONE = "3760000000017", "SN000001"


@dataclass(frozen=True, slots=True)
class Counter:
    """One of the shop's two tills at work."""

    kiosk: Kiosk
    till: Till
    shared: SharedBaskets

    def parked_names(self) -> list[tuple[str, str, str, int]]:
        """What waits elsewhere: till, who, first article, how many."""
        return [(item.till_name, item.basket.cashier, item.basket.first_name, item.basket.article_count) for item in self.shared.waiting()]

    def kinds(self) -> list[str]:
        with self.kiosk.database.read() as connection:
            return [entry.kind for entry in journal_store.all_entries(connection)]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[RunningCentral]:
    with demo.start(tmp_path / "central", demo_dir=write_demo(tmp_path / "demo")) as running:
        yield running


def at_work(kiosk: Kiosk, central: RunningCentral, till_code: str, clock: ManualClock) -> Counter:
    kiosk.enrol(central.url, central.enrolment_code(shop_id="L01", till_code=till_code))
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    ids = SystemIds(kiosk.clock)
    till = open_till(kiosk.database, kiosk.ledger, clock, ids)
    line = Line(kiosk.database, kiosk.ledger, kiosk.writer, kiosk.clock, kiosk.key, central.url)
    catalogue = CatalogueService(kiosk.database)
    return Counter(kiosk, till, SharedBaskets(line, catalogue, StockService(kiosk.database, catalogue, clock=clock, ids=ids), ids))


@pytest.fixture
def counters(tmp_path: Path, central: RunningCentral, clock: ManualClock) -> Iterator[tuple[Counter, Counter]]:
    kiosks = [Kiosk(tmp_path / name, secret=bytes(range(first, first + 32))) for name, first in (("k1", 0), ("k2", 50))]
    yield at_work(kiosks[0], central, "K1", clock), at_work(kiosks[1], central, "K2", clock)
    for kiosk in kiosks:
        kiosk.close()


def park(counter: Counter, *codes: str, reduction: Reduction | None = None) -> Basket:
    """A basket put aside for Mme Rey, who comes back in a minute."""
    basket = counter.till.basket(*codes)
    if reduction:
        basket = counter.till.sale.reduce_line(basket, basket.lines[0].line_id, reduction, person=CAMILLE)
    counter.till.sale.park(basket, label="Mme Rey", person=CAMILLE)
    counter.kiosk.wait_until_current()
    return basket


def test_a_basket_put_aside_at_one_till_is_taken_up_at_the_other_with_its_discount(counters: tuple[Counter, Counter]) -> None:
    first, second = counters
    parked = park(first, PHONE, CABLE, CABLE, reduction=Reduction(percent_bp=500))
    second.kiosk.wait_until(lambda: second.parked_names() == [("K1", "Camille", "iPhone 13 128 Go", 3)])
    taken = second.shared.take(parked.basket_id, person=CAMILLE)
    assert taken.basket_id != parked.basket_id
    assert [(line.product.name, line.quantity, line.reduction) for line in taken.lines] == [
        ("iPhone 13 128 Go", 1, Reduction(percent_bp=500)),
        ("Câble USB-C 1 m", 2, None),
    ]
    assert second.till.sale.priced(taken).total == Money(42655 + 2580)
    assert second.parked_names() == []
    assert "sales.basket_taken_over" in second.kinds()
    first.kiosk.wait_until(lambda: first.till.sale.parked() == ())


def test_it_is_given_once_and_to_its_taker_again_after_a_lost_answer(counters: tuple[Counter, Counter]) -> None:
    first, second = counters
    parked = park(first, CABLE)
    second.kiosk.wait_until(lambda: bool(second.parked_names()))
    taken = second.shared.take(parked.basket_id, person=CAMILLE)
    again = second.shared.take(parked.basket_id, person=CAMILLE)
    assert [line.quantity for line in again.lines] == [line.quantity for line in taken.lines]
    with pytest.raises(BasketTaken):
        first.shared.take(parked.basket_id, person=CAMILLE)


def test_a_basket_resumed_at_its_own_till_waits_nowhere_else(counters: tuple[Counter, Counter]) -> None:
    first, second = counters
    parked = park(first, CABLE)
    second.kiosk.wait_until(lambda: bool(second.parked_names()))
    first.till.sale.resume(parked.basket_id)
    second.kiosk.wait_until(lambda: second.parked_names() == [])
    with pytest.raises(BasketTaken):
        second.shared.take(parked.basket_id, person=CAMILLE)


def test_without_the_network_a_till_takes_up_its_own_baskets_only(counters: tuple[Counter, Counter], central: RunningCentral) -> None:
    first, second = counters
    parked = park(first, CABLE)
    second.kiosk.wait_until(lambda: bool(second.parked_names()))
    central.stop()
    with pytest.raises(BasketOutOfReach):
        second.shared.take(parked.basket_id, person=CAMILLE)
    assert [line.product.name for line in first.till.sale.resume(parked.basket_id).lines] == ["Câble USB-C 1 m"]


def test_the_name_a_basket_waits_under_never_leaves_its_till(counters: tuple[Counter, Counter], central: RunningCentral) -> None:
    first, _ = counters
    park(first, CABLE)
    with first.kiosk.database.read() as connection:
        assert not [entry for entry in journal_store.all_entries(connection) if b"Rey" in entry.entry]
    assert "Rey" not in str(central.rows("baskets", shop_id="L01"))
    assert [kept.basket.label for kept in first.till.sale.parked()] == ["Mme Rey"]
