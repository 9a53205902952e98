"""The till that other tills' complaints are tried on: a French shop, its drawer open, everything real but the clock."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds, SystemIds
from kiosk.basics.money import Money
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.storage.engine import Database
from tests.conftest import DATABASE_KEY, TILL_SECRET
from tests.integration.sale_shop import CAMILLE, Till, furnish, open_till

CASE_EAN = "2000000000015"


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


@pytest.fixture
def plug_pulled(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, clock: ManualClock) -> Callable[[], Till]:
    """The till as it comes up again from the disk as it is at this instant: nothing was closed, nothing flushed by us."""

    def come_up_again() -> Till:
        folder = tmp_path_factory.mktemp("after")
        shutil.copytree(tmp_path, folder, dirs_exist_ok=True)
        database = Database.open(folder, key=DATABASE_KEY)
        again = Ledger(database, clock=clock, key=TillKey(TILL_SECRET), marker=HeadMarker(folder))
        return open_till(database, again, clock, SystemIds(clock))

    return come_up_again
