"""A. Lost orders: what users of other tills report, and why it cannot happen here. Each test bears the number of its report."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from central.demo import RunningCentral, start
from kiosk.basics.money import Money
from kiosk.documents.printing import JobKind
from kiosk.journal import store as journal_store
from kiosk.sales import store as sale_store
from kiosk.storage.engine import Database, DiskFull
from kiosk.sync.status import SyncKind
from tests.complaints.conftest import CASE_EAN
from tests.integration.central.house import write_demo
from tests.integration.sale_shop import CAMILLE, IMEIS, Till, cash
from tests.integration.sync_kiosk import Kiosk


@pytest.fixture
def central(tmp_path: Path) -> Iterator[RunningCentral]:
    with start(tmp_path / "central", demo_dir=write_demo(tmp_path / "demo")) as running:
        yield running


@pytest.fixture
def kiosk(tmp_path: Path, central: RunningCentral) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path / "kiosk", secret=bytes(range(32)))
    made.enrol(central.url, central.enrolment_code(shop_id="L01", till_code="K2"))
    made.connect(central.url)
    made.wait_until_current()
    yield made
    made.close()


def sell_case(till: Till) -> str:
    """A case, paid in cash to the cent; its ticket's number."""
    return till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE).number


@pytest.mark.answers("odoo#125037")
def test_the_plug_is_pulled_right_after_payment_and_the_ticket_is_there_and_its_number_is_not_given_again(
    till: Till, plug_pulled: Callable[[], Till]
) -> None:
    till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    after = plug_pulled()
    assert after.tickets.ticket_by_number("L01-K2-000001").ticket.total == Money(44900)
    assert sell_case(after) == "L01-K2-000002"


@pytest.mark.answers("odoo#60939")
def test_a_receipt_never_exists_without_its_ticket_and_its_journal_entry(till: Till) -> None:
    number = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE).number
    with till.database.read() as connection:
        papers = [job.document_number for job in till.queue.waiting(connection) if job.kind is JobKind.RECEIPT]
        entries = [entry.entry for entry in journal_store.all_entries(connection) if entry.kind == "sales.ticket_paid"]
    assert papers == [number]
    assert len(entries) == 1 and number.encode() in entries[0]


@pytest.mark.answers("odoo#56840")
def test_a_sale_that_could_not_be_written_prints_no_receipt(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    basket = till.basket(IMEIS[0])
    written = Database.write

    @contextlib.contextmanager
    def disk_is_full(self: Database) -> Iterator[object]:
        with written(self) as connection:
            yield connection
            raise DiskFull

    monkeypatch.setattr(Database, "write", disk_is_full)
    with pytest.raises(DiskFull):
        till.sale.pay(basket, [cash(44900)], person=CAMILLE)
    monkeypatch.undo()
    assert till.papers() == []
    assert till.sale.pay(basket, [cash(44900)], person=CAMILLE).number == "L01-K2-000001"


@pytest.mark.answers("odoo#284790", "ERP#15191", "odoo#60939")
def test_a_till_that_is_offline_for_long_keeps_every_sale_in_its_own_file(till: Till) -> None:
    numbers = [sell_case(till) for _ in range(10)]
    with till.database.read() as connection:
        waiting = [entry for entry in till.ledger.entries_after(connection, 1, 0, limit=1000) if entry.kind == "sales.ticket_paid"]
        acknowledged = journal_store.acked(connection, 1).seq
    assert (len(waiting), acknowledged, numbers[-1]) == (10, 0, "L01-K2-000010")


@pytest.mark.answers("odoo#288974")
def test_a_basket_that_was_put_aside_then_paid_offline_stays_paid_when_the_old_draft_comes_back(till: Till) -> None:
    basket = till.basket(CASE_EAN)
    till.sale.park(basket, label="", person=CAMILLE)
    paid = till.sale.pay(till.sale.resume(basket.basket_id), [cash(2990)], person=CAMILLE)
    assert till.sale.parked() == () and till.sale.interrupted() is None
    assert till.sale.pay(basket, [cash(2990)], person=CAMILLE) == paid
    assert till.tickets.ticket_by_number(paid.number).ticket == paid


@pytest.mark.answers("odoo#203431", "odoo#137648", "odoo#179505", "odoo#161686")
def test_closing_the_program_with_unsent_sales_leaves_them_queued(kiosk: Kiosk, central: RunningCentral) -> None:
    kiosk.disconnect()
    kiosk.sell("L01-K2-000001", unit_ids=("u-1",))
    assert not kiosk.all_acknowledged()
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    assert {row["unit_id"]: row["state"] for row in central.rows("units", shop_id="L01")}["u-1"] == "sold"


@pytest.mark.answers("odoo#261096", "odoo#239535")
def test_a_sale_whose_sending_was_cut_twice_is_still_counted_as_waiting(kiosk: Kiosk, central: RunningCentral) -> None:
    kiosk.disconnect()
    kiosk.sell("L01-K2-000001", cables=1)
    for _ in range(2):
        kiosk.connect("http://127.0.0.1:9")
        told = kiosk.wait_for(lambda status: status.kind is SyncKind.OFFLINE)
        assert told.pending_count == 1
        kiosk.disconnect()
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    assert central.rows("levels", shop_id="L01") == [{"product_id": "pr-cable", "quantity": 9}]


@pytest.mark.answers("odoo#161250")
def test_whatever_central_thinks_of_it_a_paid_ticket_is_never_a_draft_again(kiosk: Kiosk) -> None:
    for number in ("L01-K2-000001", "L01-K2-000002"):
        kiosk.note(number, cables=0)
    with kiosk.database.write() as connection:
        kiosk.ledger.append(connection, "sales.ticket_paid", {"number": "L01-K2-000001", "total_cents": "nonsense"}, person_id="p-camille")
    kiosk.wait_until_current()
    with kiosk.database.read() as connection:
        assert [entry.kind for entry in journal_store.all_entries(connection)][-3:] == ["sales.ticket_paid"] * 3
        assert sale_store.kept_baskets(connection, parked=False) == ()


@pytest.mark.answers("odoo#154047", "ERP#11461", "ERP#11745")
def test_every_sale_can_be_read_out_of_the_till_as_it_was_signed(till: Till) -> None:
    numbers = [sell_case(till) for _ in range(3)]
    with till.database.read() as connection:
        exact = [entry.entry.decode() for entry in journal_store.all_entries(connection) if entry.kind == "sales.ticket_paid"]
    assert [number in text for number, text in zip(numbers, exact, strict=True)] == [True, True, True]
