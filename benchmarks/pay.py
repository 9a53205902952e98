"""*Pay* to durable commit: three lines, a tender, unit states, stamps, journal, print jobs. Floor: the same statements by the raw driver.

Two databases begin as the same bytes. Each sale is paid by the kiosk on one, and what it wrote is written at once to the other
through a bare connection of the same settings, in one transaction. So both meet the same disk, the same indexes and triggers.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from benchmarks.figures import Figure, both, middle, ms, percentile, times
from benchmarks.till import Till, make, opened, spare_label, twin
from kiosk.sales.basket import Basket
from kiosk.sales.tenders import Tender
from kiosk.storage.engine import FILE_NAME, connect
from kiosk.storage.keys import database_key, key_store

SALES = 250
WARM_UP = 20
WRITING = ("INSERT", "UPDATE", "DELETE")
Written = list[tuple[str, Any, bool]]


def run(folder: Path) -> list[Figure]:
    """The table's rows about paying."""
    make(folder / "till", units=2 * (SALES + WARM_UP))
    with opened(folder / "till"):
        pass
    twin(folder / "till", "raw")
    store = key_store(folder / "raw", "file")
    raw = connect(folder / "raw" / FILE_NAME, key=database_key(store, database_exists=True), read_only=False)
    whole: list[float] = []
    cpu: list[float] = []
    floor: list[float] = []
    floor_cpu: list[float] = []
    with _noting() as written, opened(folder / "till") as till:
        _catch_up(raw, written)
        for number in range(SALES + WARM_UP):
            basket = _basket(till, number)
            tenders = (Tender("cash", till.services.sales.priced(basket).total),)
            _catch_up(raw, written)
            wall_ms, thread_ms = _timed(lambda basket=basket, tenders=tenders: till.services.sales.pay(basket, tenders, person=till.cashier))
            raw_wall_ms, raw_thread_ms = _timed(lambda: _write(raw, written))
            written.clear()
            if number >= WARM_UP:
                for samples, sample in ((whole, wall_ms), (cpu, thread_ms), (floor, raw_wall_ms), (floor_cpu, raw_thread_ms)):
                    samples.append(sample)
    raw.close()
    return _figures(whole, cpu, floor, floor_cpu)


def _figures(whole: Sequence[float], cpu: Sequence[float], floor: Sequence[float], floor_cpu: Sequence[float]) -> list[Figure]:
    ratios = [percentile(whole, percent) / percentile(floor, percent) for percent in (50, 99)]
    extra = middle(cpu) - middle(floor_cpu)
    return [
        Figure(
            f"Pay → durable commit ({len(whole)} sales)", both(whole), both(floor), f"p50 {ratios[0]:.2f} ×, p99 {ratios[1]:.2f} ×", "≤ 1.5 × at both",
            max(ratios) <= 1.5,
        ),
        Figure("  of it processor time", ms(middle(cpu)), ms(middle(floor_cpu)), times(middle(cpu), middle(floor_cpu)), "≤ 3 ms over the floor", extra <= 3),
    ]  # fmt: skip


def _basket(till: Till, number: int) -> Basket:
    """Two devices and an accessory, kept as the screen keeps it."""
    sales = till.services.sales
    basket = sales.new_basket()
    for code in (spare_label(2 * number), spare_label(2 * number + 1)):
        basket = sales.add_by_code(basket, code)
    accessory = till.services.catalogue.products_in("accessory")[0]
    basket = sales.add_product(basket, accessory)
    sales.keep(basket, person=till.cashier)
    return basket


@contextmanager
def _noting() -> Iterator[Written]:
    """What connections opened in this block write, statement by statement, whether Core or the bare driver runs it."""
    written: Written = []

    def note(statement: str, parameters: Any, *, many: bool) -> None:
        if statement.lstrip().startswith(WRITING):
            written.append((statement, parameters, many))

    class NotingCursor(sqlcipher.Cursor):  # type: ignore[misc]  # the driver has no types
        def execute(self, statement: str, parameters: Any = ()) -> Any:
            note(statement, parameters, many=False)
            return super().execute(statement, parameters)

        def executemany(self, statement: str, parameters: Any) -> Any:
            note(statement, parameters, many=True)
            return super().executemany(statement, parameters)

    class NotingConnection(sqlcipher.Connection):  # type: ignore[misc]  # the driver has no types
        def cursor(self, *_arguments: Any) -> Any:
            return super().cursor(NotingCursor)

        def execute(self, statement: str, parameters: Any = ()) -> Any:
            return self.cursor().execute(statement, parameters)

        def executemany(self, statement: str, parameters: Any) -> Any:
            return self.cursor().executemany(statement, parameters)

    plain = sqlcipher.connect
    sqlcipher.connect = partial(plain, factory=NotingConnection)
    try:
        yield written
    finally:
        sqlcipher.connect = plain


def _write(raw: Any, written: Written) -> None:
    cursor = raw.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    for statement, parameters, many in written:
        (cursor.executemany if many else cursor.execute)(statement, parameters)
    cursor.execute("COMMIT")


def _catch_up(raw: Any, written: Written) -> None:
    if written:
        _write(raw, written)
        written.clear()


def _timed(work: Any) -> tuple[float, float]:
    """Wall clock and this thread's processor time, in milliseconds."""
    wall, cpu = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000
