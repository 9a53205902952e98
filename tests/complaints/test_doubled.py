"""B. Doubled orders and numbers: sent twice, tapped twice, numbered twice elsewhere; once here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from central import show, tills
from central.database import CentralDatabase
from central.demo import seed
from central.service import Central
from kiosk.basics.clock import ManualClock, SystemClock
from kiosk.basics.ids import SystemIds
from kiosk.basics.money import Money
from kiosk.journal import store as journal_store
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.sales import store as sale_store
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.lock import AlreadyRunning, only_instance
from kiosk.storage.migrate import open_database
from tests.complaints.conftest import CASE_EAN
from tests.conftest import DATABASE_KEY
from tests.integration.central.house import make_central, serving, write_demo
from tests.integration.sale_shop import CAMILLE, IMEIS, Till, cash, furnish, open_till
from tests.integration.sync_kiosk import Kiosk
from tests.integration.test_sync_faults import Spoiler


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    seed(database, write_demo(tmp_path / "demo"))
    yield make_central(database, SystemClock())
    database.close()


@pytest.fixture
def other_till(tmp_path_factory: pytest.TempPathFactory, clock: ManualClock) -> Iterator[Till]:
    """Till K1 beside ours, in a data folder of its own."""
    folder = tmp_path_factory.mktemp("k1")
    database = open_database(folder, key=DATABASE_KEY)
    with database.write() as connection:
        set_till_identity(connection, TillIdentity("L01", "K1", 1))
    furnish(database)
    found = open_till(database, Ledger(database, clock=clock, key=TillKey(bytes(range(7, 39))), marker=HeadMarker(folder)), clock, SystemIds(clock))
    found.drawer.open_session(Money(15000), person=CAMILLE)
    yield found
    database.close()


def tickets(central: Central) -> list[str]:
    with central.database.read() as connection:
        return [str(row["number"]) for row in show.view(connection, "tickets")]


@pytest.mark.answers("odoo#40567", "odoo#85527", "odoo#203419")
def test_a_sale_whose_answer_got_lost_is_sent_again_and_stored_once(central: Central, tmp_path: Path) -> None:
    spoiler = Spoiler("/v1/push", "error", times=2)
    kiosk = Kiosk(tmp_path / "kiosk", secret=bytes(range(32)))
    with serving(central, between=spoiler) as url:
        with central.database.write() as connection:
            code = tills.new_code(connection, "L01", "K2", now_utc=central.clock.now_utc())
        kiosk.enrol(url, code)
        kiosk.note("L01-K2-000001", cables=1)
        kiosk.connect(url)
        kiosk.wait_until_current()
        kiosk.close()
    assert (spoiler.left, tickets(central)) == (0, ["L01-K2-000001"])


@pytest.mark.answers("odoo#180278", "getdokan/wepos#50", "PN#50", "PN#97", "PA#933", "ERP#11000")
def test_paying_twice_is_paying_once(till: Till) -> None:
    basket = till.basket(IMEIS[0], CASE_EAN)
    first, second = (till.sale.pay(basket, [cash(50000)], person=CAMILLE) for _ in range(2))
    assert first == second
    assert till.kinds().count("sales.ticket_paid") == 1


@pytest.mark.answers("odoo#209834")
def test_nothing_that_hangs_on_a_ticket_is_done_twice(till: Till) -> None:
    basket = till.basket(CASE_EAN)
    for _ in range(3):
        till.sale.pay(basket, [cash(2990)], person=CAMILLE)
    with till.database.read() as connection:
        jobs = till.queue.of_document(connection, basket.basket_id)
    assert till.expected() == Money(17990)
    assert till.stock.levels()["p-case"] == 9
    assert len({job.kind for job in jobs}) == len(jobs)


@pytest.mark.answers("odoo#258304")
def test_a_repeated_payment_meets_no_error_of_the_database(till: Till) -> None:
    basket = till.basket(IMEIS[0])
    paid = till.sale.pay(basket, [cash(44900)], person=CAMILLE)
    assert till.sale.pay(basket, [cash(44900)], person=CAMILLE) == paid


@pytest.mark.answers("odoo#152259")
def test_a_second_program_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with only_instance(tmp_path), pytest.raises(AlreadyRunning), only_instance(tmp_path):
        raise AssertionError("two programs on one till")


@pytest.mark.answers("odoo#16781", "OCA/l10n-spain#4921")
def test_the_same_cashier_on_two_offline_tills_gets_two_series_of_numbers(till: Till, other_till: Till) -> None:
    numbers = [each.sale.pay(each.basket(CASE_EAN), [cash(2990)], person=CAMILLE).number for each in (till, other_till, till)]
    assert numbers == ["L01-K2-000001", "L01-K1-000001", "L01-K2-000002"]


@pytest.mark.answers("ERP#15699")
def test_a_ticket_id_given_twice_is_refused_by_the_database_itself(till: Till) -> None:
    paid = till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    stored = till.tickets.ticket_by_number(paid.number)
    with pytest.raises(IntegrityError), till.database.write() as connection:
        sale_store.add_ticket(connection, stored.ticket, stored.receipt, line_ids=["x"], tender_ids=["y"])


@pytest.mark.answers("odoo#285239", "odoo#224416")
def test_the_numbers_of_a_till_have_no_gap_and_one_form_with_and_without_a_network(till: Till, clock: ManualClock) -> None:
    numbers = []
    for _ in range(4):
        numbers.append(till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE).number)
        clock.advance(seconds=3600)
    assert numbers == [f"L01-K2-{number:06d}" for number in (1, 2, 3, 4)]
    with till.database.read() as connection:
        assert [entry.seq for entry in journal_store.all_entries(connection)] == list(range(1, len(till.kinds()) + 1))


def test_a_refused_payment_uses_no_number(till: Till, plug_pulled: Callable[[], Till]) -> None:
    with pytest.raises(Exception, match=r"sales\.not_paid"):
        till.sale.pay(till.basket(CASE_EAN), [cash(1)], person=CAMILLE)
    after = plug_pulled()
    assert after.sale.pay(after.basket(CASE_EAN), [cash(2990)], person=CAMILLE).number == "L01-K2-000001"
