"""Closing a day of 1 000 tickets, and archiving a month of 100 000 (fewer with BENCH_TICKETS). Floors: the same rows read by the bare driver."""

from __future__ import annotations

import os
import time
from contextlib import nullcontext
from pathlib import Path

from sqlalchemy import text

from benchmarks.figures import Figure, ms, times
from benchmarks.till import Till, make, opened, sell
from kiosk.basics.money import Money
from kiosk.fiscal.archive.service import ArchiveService, Place
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.module import FiscalDocument, Operation, Period, RateTotal
from kiosk.staff.people import Role
from kiosk.storage.engine import driver

SALES = 1_000
TICKETS = int(os.environ.get("BENCH_TICKETS", "100000"))
A_TRANSACTION = 1_000
READ_DAY = "SELECT content FROM ticket"
READ_RECORDS = "SELECT s.payload, s.signature, t.content FROM fiscal_stamp s JOIN ticket t ON t.id = s.document_id WHERE s.chain = 'TICKET' ORDER BY s.seq"
CLONE = (
    "INSERT INTO ticket (id, number, kind, at_utc, at_local, business_day, session_id, person_id, total_cents, net_cents, tax_cents, margin_gross_cents,"
    " change_cents, item_count, content) SELECT :id, :number, kind, at_utc, at_local, business_day, session_id, person_id, total_cents, net_cents,"
    " tax_cents, margin_gross_cents, change_cents, item_count, content FROM ticket WHERE row_no = 1"
)


def run(folder: Path) -> list[Figure]:
    """The table's rows about closings and archives."""
    make(folder / "day")
    with opened(folder / "day") as till:
        sell(till, SALES)
        day = _close(till)
    make(folder / "month")
    with opened(folder / "month") as till:
        sell(till, 1)
        _stamp_many(till, TICKETS - 1)
        return [day, *_archive(till, folder / "archives")]


def _close(till: Till) -> Figure:
    manager = next(person for person in till.services.staff.people() if Role.MANAGER in person.roles)
    floor_ms = _reading(till, READ_DAY)
    begun = time.perf_counter()
    till.services.closing.close_day(person=manager)
    whole_ms = (time.perf_counter() - begun) * 1000
    return Figure(f"close a day of {SALES} tickets", ms(whole_ms), ms(floor_ms), times(whole_ms, floor_ms), "≤ 1 s", whole_ms <= 1000)


def _reading(till: Till, question: str) -> float:
    with till.house.database.read() as connection:
        begun = time.perf_counter()
        for _row in driver(connection).execute(question):
            pass
        return (time.perf_counter() - begun) * 1000


def _stamp_many(till: Till, count: int) -> None:
    """Tickets like the first, each with its own signed records: what a year at the counter leaves, without the year."""
    fiscal, at_local = till.services.fiscal, till.services.now_local()
    with till.house.database.read() as connection:
        first_ticket = connection.execute(text("SELECT total_cents FROM ticket WHERE row_no = 1")).one()
    total = Money(first_ticket.total_cents)
    for first in range(0, count, A_TRANSACTION):
        with till.house.database.write() as connection:
            for number in range(first, min(first + A_TRANSACTION, count)):
                document = FiscalDocument(f"bench-{number}", f"L01-B9-{number:06d}", Operation.SALE, at_local, (RateTotal(2000, total),), total)
                fiscal.stamp(connection, document)
                connection.execute(text(CLONE), {"id": document.document_id, "number": document.number})


def _archive(till: Till, folder: Path) -> list[Figure]:
    fiscal, house = till.services.fiscal, till.house
    assert isinstance(fiscal, FranceFiscal)
    at_local = till.services.now_local()
    with house.database.write() as connection:
        fiscal.close_day(connection, day_label="20261130", at_local=at_local, content={})
    place = Place(folder, till.services.zone, {}, lambda: nullcontext(None))
    archives = ArchiveService(house.database, house.ledger, fiscal, place, tools=(house.clock, house.ids), write=lambda work: work())
    floor_ms, memory_mb = _reading(till, READ_RECORDS), [_memory_mb()]
    begun, cpu = time.perf_counter(), time.process_time()
    archives.make(Period.MONTH, "202611", progress=lambda _done, _of: memory_mb.append(_memory_mb()))
    whole_ms, cpu_ms = (time.perf_counter() - begun) * 1000, (time.process_time() - cpu) * 1000
    name = f"archive of {TICKETS:,} tickets".replace(",", " ")
    early = memory_mb[min(len(memory_mb) - 1, 10)]
    return [
        Figure(name, ms(whole_ms), ms(floor_ms), times(whole_ms, floor_ms), "≤ 60 s", whole_ms <= 60_000),
        Figure("  of it processor time", ms(cpu_ms)),
        Figure("  memory after 5 000 tickets → at most", f"{early:.0f} → {max(memory_mb):.0f} MB", "", "", "flat", max(memory_mb) - early <= 20),
    ]


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
