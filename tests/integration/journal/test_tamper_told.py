"""Whatever is done to a sealed table by somebody with the key: it is found at the next look, told once (JET 90), and the till sells on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.fiscal.watch import Watch
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.storage import seals
from kiosk.storage.engine import Database
from kiosk.storage.schema import metadata
from tests.conftest import TILL_SECRET
from tests.integration.sale_shop import CAMILLE, SOPHIE, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"
WRITTEN = ("ticket", "ticket_line", "ticket_tender", "fiscal_stamp", "closing", "drawer_movement", "stock_movement", "journal_entry")
"""What two sold cases and a closing write: three rows at least in each."""


def edit(table: str) -> list[str]:
    column = {"journal_entry": "kind", "closing": "period_label"}.get(table, "id")
    return [f"UPDATE {table} SET {column} = {column} || 'x' WHERE row_no = 2"]


def take_out_of_the_middle(table: str) -> list[str]:
    return [f"DELETE FROM {table} WHERE row_no = 2"]


def take_off_the_end(table: str) -> list[str]:
    return [f"DELETE FROM {table} WHERE row_no = (SELECT max(row_no) FROM {table} WHERE row_no < (SELECT max(row_no) FROM {table}))"]


def slip_in(table: str) -> list[str]:
    unique = {"id", "number", "hash", "seq", "period_label"}
    columns = [column.name for column in metadata.tables[table].columns if column.name != "row_no"]
    numeric = {column.name for column in metadata.tables[table].columns if str(column.type) == "INTEGER"}
    values = [f"{name} - 1000" if name in numeric & unique else f"{name} || 'x'" if name in unique else name for name in columns]
    return [f"INSERT INTO {table} (row_no, {', '.join(columns)}) SELECT -1, {', '.join(values)} FROM {table} WHERE row_no = 1"]


def swap(table: str) -> list[str]:
    return [
        f"UPDATE {table} SET row_no = -9 WHERE row_no = 1",
        f"UPDATE {table} SET row_no = 1 WHERE row_no = 2",
        f"UPDATE {table} SET row_no = 2 WHERE row_no = -9",
    ]


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    opened = open_till(database, ledger, clock, ids)
    for _day in range(3):
        opened.drawer.open_session(Money(15000), person=CAMILLE)
        opened.sale.pay(opened.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
        opened.closing.close_day(person=SOPHIE)
        opened.clock.advance(seconds=24 * 3600)
    opened.drawer.open_session(Money(15000), person=CAMILLE)
    return opened


def told(database: Database) -> int:
    with database.read() as connection:
        payloads = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET'").scalars()
        return sum(payload.split(",")[1] == "90" for payload in payloads)


@pytest.mark.parametrize("harm", [edit, take_out_of_the_middle, take_off_the_end, slip_in, swap], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("table", WRITTEN)
def test_harm_to_a_sealed_table_is_told_once_and_the_till_sells_on(till: Till, table: str, harm: object) -> None:
    assert callable(harm) and table in seals.SEALED_TABLES
    with till.database.write() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for action in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER {table}_refuses_{action}")
        if table in ("ticket", "drawer_movement", "ticket_line", "ticket_tender"):
            for other in ("ticket_line", "ticket_tender"):
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {other}_refuses_delete")
        for statement in harm(table):
            for line in _orphans_first(table, statement):
                connection.exec_driver_sql(line)
    watch = Watch(till.database, till.ledger, till.counter.fiscal, key=TillKey(TILL_SECRET).public)
    for _start in range(2):
        defect = watch.look()
        assert defect is not None and defect.where.startswith("journal 1-")
        watch.tell(defect)
        till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    assert told(till.database) == 1


def _orphans_first(table: str, statement: str) -> list[str]:
    """A ticket that is taken out takes its lines and tenders with it, as somebody who knows the tables would do."""
    if table != "ticket" or not statement.startswith("DELETE"):
        if table == "ticket" and "SET id" in statement:
            return [statement.replace("SET id = id", "SET number = number")]
        return [statement]
    gone = statement.removeprefix("DELETE FROM ticket ")
    return [f"DELETE FROM {part} WHERE ticket_id IN (SELECT id FROM ticket {gone})" for part in ("ticket_line", "ticket_tender")] + [statement]


def test_a_clock_set_back_is_told_and_the_till_sells_on(till: Till) -> None:
    till.clock.set_wall(till.clock.now_utc() - timedelta(days=2))
    for _sale in range(2):
        till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    assert told(till.database) == 1
