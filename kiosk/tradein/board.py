"""The bench's figures of the day for the board. Reads only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from kiosk.basics.clock import Clock, utc_text
from kiosk.basics.money import Money
from kiosk.diagnostics import store as diagnostics_store
from kiosk.diagnostics.events import OfferMade
from kiosk.diagnostics.pausing import PauseReason, PauseTotal, totals
from kiosk.diagnostics.session import at, fold
from kiosk.diagnostics.store import TRADE_IN
from kiosk.stock.service import StockService
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from kiosk.tradein import store
from kiosk.tradein.bookkeeping import business_day


@dataclass(frozen=True, slots=True)
class BenchBoard:
    """Trade-ins begun, with an offer made, accepted, declined and still open today; what was paid for devices; what waits."""

    started: int
    offered: int
    accepted: int
    declined: int
    still_open: int
    bought: Money
    to_erase: int
    to_inspect: int
    pauses: tuple[PauseTotal, ...] = ()


def bench_board(
    database: Database, stock: StockService, *, clock: Clock, zone: ZoneInfo, reasons: tuple[PauseReason, ...] = ()
) -> BenchBoard:  # fmt: skip
    """Today, by the shop's own calendar; ``reasons`` are those for which a clock may stand."""
    now = clock.now_utc()
    midnight = datetime.combine(now.astimezone(zone).date(), time.min, tzinfo=zone).astimezone(UTC)
    with database.read() as connection:
        sessions = diagnostics_store.sessions_since(connection, TRADE_IN, utc_text(midnight))
        told = [diagnostics_store.events_of(connection, row.session_id) for row in sessions]
        accepted, bought = store.bought_on(connection, business_day(now, zone))
    offered = sum(any(isinstance(event, OfferMade) for event in events) for events in told)
    paused_ms: Counter[str] = Counter()
    for events in told:
        paused_ms.update(at(fold(events), now).pauses_ms)
    declined = sum(row.state == "declined" for row in sessions)
    return BenchBoard(
        len(sessions), offered, accepted, declined, sum(row.state == "open" for row in sessions), bought, len(stock.units_in(UnitState.TO_ERASE)),
        len(stock.units_to_inspect()), totals(reasons, paused_ms),
    )  # fmt: skip
