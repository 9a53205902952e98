"""What the till notices about itself: a clock set back, records that were changed, a restored backup, new tax rates, hours without central."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.basics.workers import HandWorker
from kiosk.fiscal.watch import Defect, Watch, tell_of_restoring
from kiosk.journal.entry import Head
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.sales.service import SaleService
from kiosk.storage import backup
from kiosk.storage.engine import Database
from kiosk.sync.presence import Presence
from kiosk.sync.session import Line
from kiosk.sync.status import SyncKind, SyncStatus
from tests.conftest import DATABASE_KEY, TILL_SECRET
from tests.integration.sale_shop import CAMILLE, SOPHIE, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"
KEY = TillKey(TILL_SECRET)


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    opened = open_till(database, ledger, clock, ids)
    opened.drawer.open_session(Money(15000), person=CAMILLE)
    return opened


def sell(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)


def events(database: Database, code: int) -> list[str]:
    """The infos of one JET code, oldest first."""
    with database.read() as connection:
        rows = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq").scalars()
        return [info for _, found, info, *_ in (payload.split(",") for payload in rows) if found == str(code)]


def watch_of(till: Till) -> Watch:
    return Watch(till.database, till.ledger, till.counter.fiscal, key=KEY.public)


def test_a_clock_set_back_is_told_once_and_selling_goes_on(till: Till) -> None:
    sell(till)
    till.clock.set_wall(till.clock.now_utc() - timedelta(hours=3))
    sell(till)
    sell(till)
    assert events(till.database, 90) == ["Horloge_reculee_de_s_10800"]
    till.clock.set_wall(till.clock.now_utc() + timedelta(hours=4))
    sell(till)
    till.clock.set_wall(till.clock.now_utc() - timedelta(minutes=30))
    sell(till)
    assert events(till.database, 90) == ["Horloge_reculee_de_s_10800", "Horloge_avancee_de_s_14400", "Horloge_reculee_de_s_1800"]
    assert watch_of(till).look() is None


def test_a_second_set_right_by_a_time_server_is_no_event(till: Till) -> None:
    sell(till)
    till.clock.set_wall(till.clock.now_utc() - timedelta(seconds=59))
    sell(till)
    assert events(till.database, 90) == []


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE ticket SET total_cents = 1 WHERE row_no = 1", "journal 1-"),
        ("DELETE FROM fiscal_stamp WHERE chain = 'JET' AND seq = 1", "journal 1-"),
    ],
)
def test_a_changed_record_is_told_once_and_selling_goes_on(till: Till, statement: str, where: str) -> None:
    sell(till)
    with till.database.write() as connection:
        for trigger in ("ticket_refuses_update", "fiscal_stamp_refuses_delete"):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql(statement)
    watch = watch_of(till)
    for _start in range(3):
        defect = watch.look()
        assert defect is not None and defect.where.startswith(where)
        watch.tell(defect)
        sell(till)
    assert len(events(till.database, 90)) == 1


def test_a_fiscal_chain_that_the_journal_still_vouches_for_is_named_too(till: Till) -> None:
    """Someone with the till's program stamps what was never sold: rows and journal agree, the totals do not."""
    sell(till)
    assert watch_of(till).tell(Defect("GRANDTOTAL 2", "wrong_perpetual_total"))
    assert events(till.database, 90) == ["GRANDTOTAL_2_wrong_perpetual_total"]


def test_a_restored_backup_is_told_at_the_next_start(database: Database, ledger: Ledger, clock: ManualClock, tmp_path: Path, ids: CountedIds) -> None:
    furnish(database)
    open_till(database, ledger, clock, ids)
    copy = backup.back_up(tmp_path, key=DATABASE_KEY, now_utc=clock.now_utc())
    database.close()
    backup.restore(copy, tmp_path, key=DATABASE_KEY)
    again = Database.open(tmp_path, key=DATABASE_KEY)
    fresh = Ledger(again, clock=clock, key=KEY, marker=HeadMarker(tmp_path))
    open_till(again, fresh, clock, ids)
    for _start in range(2):
        with again.write() as connection:
            tell_of_restoring(connection, fresh)
    assert events(again, 10) == [f"Restauration_{copy.name}"]
    again.close()


def test_a_new_rate_at_midnight_is_an_event_at_the_first_sale_after_it(till: Till) -> None:
    sell(till)
    old = next(rate for rate in till.counter.rules.rates if rate.code == "standard")
    rules = replace(till.counter.rules, rates=(*till.counter.rules.rates, replace(old, since=date(2026, 11, 23), rate_bp=2100)))
    sale = SaleService(replace(till.counter, rules=rules), till.sale._catalogue, till.stock)
    till.closing.close_day(person=SOPHIE)
    till.clock.set_wall(datetime(2026, 11, 23, 9, tzinfo=UTC))
    till.drawer.open_session(Money(15000), person=CAMILLE)
    for _ticket in range(2):
        sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    assert events(till.database, 270) == ["TVA_standard=2100"]


def test_hours_without_central_are_told_when_they_begin_and_end(till: Till) -> None:
    worker = HandWorker()
    presence = Presence(Line(till.database, till.ledger, worker, till.clock, KEY, "http://central"))  # type: ignore[arg-type]  # stepped by hand

    def say(kind: SyncKind) -> None:
        presence.told(SyncStatus(kind, 0, till.clock.now_utc(), True))

    head = Head(1, 1, "")
    say(SyncKind.OFFLINE)
    presence.appended(head)
    worker.stop()
    assert events(till.database, 70) == []
    till.clock.advance(seconds=301)
    for _entry in range(3):
        presence.appended(head)
        worker.stop()
    assert events(till.database, 70) == ["Hors_ligne"]
    say(SyncKind.PENDING)
    say(SyncKind.UP_TO_DATE)
    worker.stop()
    assert events(till.database, 70) == ["Hors_ligne", "Fin_du_mode_hors_ligne"]
