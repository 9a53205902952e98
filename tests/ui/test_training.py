"""Into training and out of it: one button, one question, a screen that cannot be mistaken, the same person at the till."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import bootstrap
from kiosk.storage.training import training_dir
from kiosk.sync.folder import load_folder
from tests.integration.running_shop import CASE, Counter

DEMO = bootstrap.RESOURCES / "demo"


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


def test_a_kiosk_started_into_training_opens_the_training_till(counter: Counter) -> None:
    counter.close()
    counter.kiosk = type(counter.kiosk)(counter.data_dir, training=True, on_warning=counter.complaints.append)
    counter.open()
    counter.sees("MODE FORMATION")
    counter.sign_in("Camille", "111111")
    counter.tap("Quitter l’entraînement")
    counter.sees("Formation", "Camille")
