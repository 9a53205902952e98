"""A till's door stands before anything behind it is imported or made: whoever is early waits there, and what is missing is said."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.house import RESOURCES, open_house
from kiosk.sales.packs import CountryUnknown
from kiosk.sync.folder import load_folder
from kiosk.sync.kept import put_shop_text, shop_text
from tests.integration.running_shop import Counter

BADGE = "BADGE-CAMILLE234567ABC"
BEHIND_THE_DOOR = ("kiosk.accounting", "kiosk.bootstrap", "kiosk.diagnostics", "kiosk.fiscal", "kiosk.sales", "kiosk.stock", "kiosk.sync.protocol")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "kiosk"
    folder.mkdir()
    (folder / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    house = open_house(folder)
    with house.database.write() as connection:
        load_folder(connection, house.ledger, RESOURCES / "demo", till_code="K2")
    house.close()
    return folder


@pytest.fixture
def held(data: Path) -> Iterator[tuple[Counter, threading.Event]]:
    """A till that was just started: its names are on show, and what is behind the door comes when the event is set."""
    counter, go_on = Counter(data), threading.Event()
    counter.open()
    assert counter.kiosk.house is not None
    counter.kiosk.house.writer.submit(lambda: go_on.wait(60), lambda _done: None)
    yield counter, go_on
    go_on.set()
    counter.close()
    assert counter.complaints == []


def test_a_pin_typed_before_the_pages_stand_opens_them_when_they_do(held: tuple[Counter, threading.Event]) -> None:
    counter, go_on = held
    counter.sign_in("Camille", "111111")
    assert not counter.kiosk.idle()
    assert counter.kinds()[-1] == "till.imported"
    go_on.set()
    counter.sees("Ouvrez votre caisse")
    kinds = counter.kinds()
    assert kinds.index("till.started") < kinds.index("staff.signed_in")


def test_a_badge_read_before_the_pages_stand_opens_them_when_they_do(held: tuple[Counter, threading.Event]) -> None:
    counter, go_on = held
    counter.sees("Camille")
    counter.scan(BADGE)
    go_on.set()
    counter.sees("Ouvrez votre caisse")


def test_a_wrong_pin_typed_early_is_refused_at_the_door(held: tuple[Counter, threading.Event]) -> None:
    counter, go_on = held
    counter.sign_in("Camille", "999999")
    go_on.set()
    counter.sees("Code faux, encore 2 essais")
    counter.sign_in("Camille", "111111")
    counter.sees("Ouvrez votre caisse")


def test_a_window_closed_at_once_leaves_a_day_that_began_and_ended(data: Path) -> None:
    counter = Counter(data)
    counter.open()
    counter.sees("Camille")
    counter.close()
    house = open_house(data)
    try:
        assert house.ledger.quarantined is None
        with house.database.read() as connection:
            said = [str(kind) for (kind,) in connection.exec_driver_sql("SELECT kind FROM journal_entry ORDER BY seq")]
    finally:
        house.close()
    assert said.count("till.started") == said.count("till.stopped")


def test_what_hinders_the_till_behind_its_door_ends_it_with_its_reason(data: Path) -> None:
    house = open_house(data)
    with house.database.write() as connection:
        put_shop_text(connection, json.dumps(json.loads(shop_text(connection) or "") | {"country": "DE"}))
    house.close()
    counter = Counter(data)
    ended: list[str] = []
    counter.kiosk.closed.connect(lambda: ended.append("closed"))
    counter.open()
    counter.until(lambda: bool(ended), "the end of a till without rules")
    assert isinstance(counter.kiosk.failure, CountryUnknown)
    counter.close()


def test_no_feature_of_the_till_is_imported_before_its_first_picture() -> None:
    program = "import json, sys; import kiosk.commands.screens; print(json.dumps(sorted(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    early = [name for name in json.loads(told.stdout) if name.startswith(BEHIND_THE_DOOR)]
    assert early == []
