"""A till that sells, or closes its days, until it is killed. One process prepares, and forks a till for each "go": a kill costs no start.

Each line on standard output that is not "pid …" or "gone" is an acknowledgement: what it names has been committed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import SystemIds
from kiosk.basics.money import Money
from kiosk.cash.counting import CountPurpose
from kiosk.catalogue.codes import make_unit_label
from kiosk.catalogue.service import CatalogueService
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.fiscal.module import Period
from kiosk.fiscal.store import closings
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.sales.after.service import ReturnService
from kiosk.sales.refund import Grounds
from kiosk.stock import store as stock_store
from kiosk.stock.units import Unit, UnitState
from kiosk.storage.engine import Database
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.migrate import open_database
from tests.conftest import DATABASE_KEY, TILL_SECRET
from tests.crash.random_till import anything
from tests.integration.sale_shop import CAMILLE, PARIS, PHONE, SOPHIE, Till, cash, furnish, open_till

START_UTC = datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC)
FLOAT = Money(15000)
CASE_EAN = "2000000000015"
KEY = TillKey(TILL_SECRET).public
PRICE = Money(44900 + 2990)
PHONES = 400
FISCAL_KEY_FILE = "fiscal.pem"


def make(data_dir: Path) -> None:
    """A shop with many phones to sell."""
    database = open_database(data_dir, key=DATABASE_KEY)
    with database.write() as connection:
        set_till_identity(connection, TillIdentity("L01", "K2", 1))
    furnish(database)
    with database.write() as connection:
        stock_store.upsert_levels(connection, [("p-case", 10_000, 2)])
        stock_store.upsert_units(connection, [(_phone(n), 1) for n in range(PHONES)])
    database.close()
    (data_dir / FISCAL_KEY_FILE).write_bytes(new_private_key_pem())


def _phone(number: int) -> Unit:
    return replace(PHONE, unit_id=f"s{number}", serial=f"SN{number:08d}", imei=None, label_code=make_unit_label("L01", "K2", 1000 + number))


@contextmanager
def opened(data_dir: Path) -> Iterator[Till]:
    """The till as it starts: each of its days begins where the last closing left off."""
    database = Database.open(data_dir, key=DATABASE_KEY)
    with database.read() as connection:
        days = len(closings(connection, Period.DAY))
    clock = ManualClock(START_UTC + timedelta(days=days))
    ledger = Ledger(database, clock=clock, key=TillKey(TILL_SECRET), marker=HeadMarker(data_dir))
    ids = SystemIds(clock)
    signer = EcdsaSigner((data_dir / FISCAL_KEY_FILE).read_bytes())
    fiscal = FranceFiscal(signer=signer, ids=ids, till_code="K2", zone=PARIS, software_version="0.1.0")
    try:
        yield open_till(database, ledger, clock, ids, fiscal=fiscal)
    finally:
        database.close()


def sell(till: Till) -> str:
    """The next phone with a case, in cash; gives "number unit"."""
    if not till.drawer.sessions():
        till.drawer.open_session(FLOAT, person=CAMILLE)
    with till.database.read() as connection:
        unit = next(unit for unit in stock_store.units_in_state(connection, UnitState.FOR_SALE, holder="shop:L01") if unit.unit_id.startswith("s"))
    ticket = till.sale.pay(till.basket(unit.label_code, CASE_EAN), [cash(PRICE.amount_cents)], person=CAMILLE)
    return f"{ticket.head.number} {unit.unit_id}"


def sell_and_close(till: Till) -> str:
    """One sale, then the day: gives the number of its Z."""
    with till.database.read() as connection:
        paid = till.counter.fiscal.since_last_closing(connection).ticket_count
    if not paid:
        sell(till)
    number = till.closing.close_day(person=SOPHIE, counted=FLOAT + PRICE).number
    till.clock.advance(seconds=24 * 3600)
    return number


def sell_or_take_back(till: Till) -> str:
    """One step more: a sale, then its case comes back, then its phone, then the next sale. Gives the number of the ticket."""
    last = till.tickets.last_ticket()
    returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))
    found = None if last is None else returns.returnable(last.ticket.head.original_number or last.ticket.number)
    line = None if found is None else next((line for line in reversed(found.lines) if line.left), None)
    if found is None or line is None:
        return sell(till).split()[0]
    grounds = Grounds("changed_mind", scanned=line.unit.serial if line.unit else None)
    basket = returns.add_back(till.sale.new_basket(), found.ticket.number, {line.line.line_id: 1}, grounds, person=SOPHIE)
    return till.sale.pay(basket, [cash(-line.line.gross.amount_cents)], person=SOPHIE).number


def next_of_the_evening(till: Till) -> str:
    """One step more: a sale, the count of its drawer, the drawer's end, the day's. Each is a commit of its own, as on the page that closes a day."""
    sessions = till.drawer.sessions()
    with till.database.read() as connection:
        paid = till.counter.fiscal.since_last_closing(connection).ticket_count
    if not paid:
        return f"ticket {sell(till).split()[0]}"
    if not sessions:
        number = till.closing.close_day(person=SOPHIE).number
        till.clock.advance(seconds=24 * 3600)
        return f"z {number}"
    (session,) = sessions
    last = next(reversed(till.drawer.counts(session.session_id, person=SOPHIE)))
    if last.purpose is not CountPurpose.CLOSING:
        till.drawer.count(session.session_id, FLOAT + PRICE, purpose=CountPurpose.CLOSING, person=SOPHIE)
        return f"count {session.number}"
    till.drawer.close_session(last.count, person=SOPHIE, session_id=session.session_id)
    return f"drawer {session.number}"


@contextmanager
def selling(act: Callable[[Till], str], data_dir: Path) -> Iterator[Callable[[], str]]:
    """A life of the small shop's till that does one thing again and again."""
    with opened(data_dir) as till:
        yield partial(act, till)


LIVES: dict[str, Callable[[Path], AbstractContextManager[Callable[[], str]]]] = {
    "sell": partial(selling, sell), "close": partial(selling, sell_and_close), "evening": partial(selling, next_of_the_evening),
    "return": partial(selling, sell_or_take_back), "anything": anything,
}  # fmt: skip


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def main(data_dir: Path, life: Callable[[Path], AbstractContextManager[Callable[[], str]]]) -> None:
    for _go in sys.stdin:
        pid = os.fork()
        if pid == 0:
            with life(data_dir) as act:
                while True:
                    say(act())
        say(f"pid {pid}")
        os.waitpid(pid, 0)
        say("gone")


if __name__ == "__main__":
    main(Path(sys.argv[1]), LIVES[sys.argv[2]])
