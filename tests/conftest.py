"""What many tests start from: a clock moved by hand, counted ids, a real encrypted database and its journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.storage.engine import Database
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.migrate import open_database
from tests.bench import Bench, build_bench, load_demo_shop

# A busy machine is no counter-example, and a run can be repeated exactly.
settings.register_profile("kiosk", deadline=None, derandomize=True, database=None, suppress_health_check=(HealthCheck.too_slow,))
settings.load_profile("kiosk")

DATABASE_KEY = bytes(range(32))
TILL_SECRET = bytes(range(32, 64))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC))


@pytest.fixture
def ids() -> CountedIds:
    return CountedIds()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A fresh database of till K2 of shop L01."""
    opened = open_database(tmp_path, key=DATABASE_KEY)
    with opened.write() as connection:
        set_till_identity(connection, TillIdentity("L01", "K2", 1))
    yield opened
    opened.close()


@pytest.fixture
def ledger(database: Database, clock: ManualClock, tmp_path: Path) -> Ledger:
    return Ledger(database, clock=clock, key=TillKey(TILL_SECRET), marker=HeadMarker(tmp_path))


@pytest.fixture
def bench(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Bench:
    """The diagnostic's services in the demo shop."""
    load_demo_shop(database)
    return build_bench(database, ledger, clock, ids)
