"""Into training and out of it: one button, one question, a screen that cannot be mistaken, the same person at the till."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import bootstrap
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.storage.training import training_dir
from kiosk.sync.folder import load_folder
from kiosk.ui.viewmodels.app import Frame
from tests.integration.running_shop import CASE, Counter
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults, settle
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill

DEMO = bootstrap.RESOURCES / "demo"
SIZES = [(1920, 1080), (1366, 768), (1024, 768)]


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    data = tmp_path / "data"
    data.mkdir()
    (data / "kiosk.toml").write_text('key_store = "file"\n\n[receipt_printer]\nkind = "file"\n', "utf-8")
    house = bootstrap.open_house(data)
    with house.database.write() as connection:
        load_folder(connection, house.ledger, DEMO, till_code="K2")
    house.close()
    made = Counter(data)
    made.open()
    yield made
    made.close()
    assert made.complaints == []


def journal(counter: Counter) -> list[str]:
    house = counter.kiosk.house
    assert house is not None
    with house.database.read() as connection:
        return [entry.kind for entry in house.ledger.entries_after(connection, 0, 0, limit=1_000)]


def test_a_cashier_trains_and_finds_the_open_basket_again(counter: Counter) -> None:
    counter.open_drawer()
    counter.scan(CASE)
    counter.sees("Coque transparente iPhone 13")
    counter.tap("S’entraîner")
    counter.tap("Commencer la formation")
    counter.sees("MODE FORMATION", "Camille")
    assert not counter._says("Coque transparente iPhone 13")
    assert counter.kiosk.house is not None and counter.kiosk.house.training
    counter.tap("Quitter l’entraînement")
    counter.sees("Coque transparente iPhone 13", "Formation")
    counter.until(lambda: "training.ended" in journal(counter), "the end of training in the journal")
    assert not counter._says("MODE FORMATION")
    training = [kind for kind in journal(counter) if kind.startswith("training.") or kind == "staff.signed_in"]
    assert training == ["staff.signed_in", "training.started", "training.ended", "staff.signed_in"]
    assert (training_dir(counter.data_dir) / "kiosk.db").exists()


def test_a_training_till_that_does_not_open_leaves_the_real_one_open_with_the_reason(counter: Counter) -> None:
    """The disk spoils the other till's file in the moment between the two."""
    counter.open_drawer()
    counter.scan(CASE)
    counter.sees("Coque transparente iPhone 13")
    file = training_dir(counter.data_dir) / "kiosk.db"

    def spoil(visible: bool) -> None:
        if not visible and file.exists():
            file.write_bytes(b"this is no database" * 1000)

    counter.kiosk.window.visibleChanged.connect(spoil)
    counter.tap("S’entraîner")
    counter.tap("Commencer la formation")
    counter.until(lambda: b"this is no database" in file.read_bytes() if file.exists() else False, "the spoiled file")
    counter.sees("Coque transparente iPhone 13", "Camille", "L’autre caisse ne s’ouvre pas.")
    assert counter.kiosk.house is not None and not counter.kiosk.house.training
    assert not counter._says("MODE FORMATION")
    counter.until(lambda: "training.ended" in journal(counter), "the end of training in the journal")
    assert journal(counter)[-2:] == ["training.ended", "staff.signed_in"]


def test_a_kiosk_started_into_training_opens_the_training_till(counter: Counter) -> None:
    counter.close()
    counter.kiosk = type(counter.kiosk)(counter.data_dir, training=True, on_warning=counter.complaints.append)
    counter.open()
    counter.sees("MODE FORMATION")
    counter.sign_in("Camille", "111111")
    counter.tap("Quitter l’entraînement")
    counter.sees("Formation", "Camille")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sale_in_training_cannot_be_mistaken_for_a_real_one(
    language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs,
    people: tuple[Person, ...], show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, training=True)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(people[0])
    demo.welcome(people[0], language=language)
    shell.app.show_frame(replace(shell.app.frame, language=language))
    demo.open_drawer()
    demo.scan(IPHONE_IMEI, CASE)
    for width, height in SIZES:
        window.window.setWidth(width)
        window.window.setHeight(height)
        settle()
        assert faults(window) == []
        look_at(window, f"training-sale-{width}-{language}-light")
