"""A backup is put back after sales were made: the till sells nothing under numbers that are already on paper, then goes on in a new epoch."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from central import show
from central.database import CentralDatabase
from kiosk import bootstrap
from kiosk.demo.world import World
from kiosk.fiscal import store as fiscal_store
from kiosk.ui.tour import seeing
from tests.integration.running_shop import Counter, enrolled

ROOT = Path(__file__).resolve().parents[2]
WHAT = "Le journal de cette caisse n’est pas là où elle l’avait laissé."
MEANING = "aucun ticket ne peut être numéroté pour l’instant"
TODO = "Connectez la borne à central pour ouvrir une nouvelle série"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "shop")
    enrolled(made)
    yield made
    made.close()


@pytest.fixture
def counter(world: World) -> Iterator[Counter]:
    made = Counter(world.kiosk_dir)
    yield made
    made.close()
    assert made.complaints == []


def kiosk(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kiosk", *arguments, "--data", str(data)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def at_central(world: World, view: str) -> list[dict[str, object]]:
    database = CentralDatabase.open(data_dir=world.out_dir / "central")
    try:
        with database.read() as connection:
            return show.view(connection, view)
    finally:
        database.close()


def event_codes(counter: Counter) -> list[str]:
    """The event log's codes, oldest first; its records must verify."""
    assert counter.kiosk.house is not None
    house = counter.kiosk.house
    with house.database.read() as connection:
        assert bootstrap.fiscal_module(house).verify(connection).broken is None
        return [stamp.payload.split(",")[1] for stamp in fiscal_store.stamps_after(connection, "JET", 0)]


def test_a_restored_till_sells_nothing_offline_and_goes_on_in_a_new_epoch_when_central_is_back(world: World, counter: Counter) -> None:
    counter.open()
    counter.open_drawer()
    counter.sell_case("L01-K2-000001")
    backup = json.loads(kiosk("backup", "--json", data=world.kiosk_dir).stdout)["backup"]
    counter.sell_case("L01-K2-000002")
    counter.ask_central()
    counter.until(counter.acknowledged, "central has everything")
    counter.close()
    old_head = at_central(world, "entries")[-1]

    world.network(on=False)
    assert kiosk("restore", backup, data=world.kiosk_dir).returncode == 0
    counter.open()
    counter.sees(WHAT, MEANING, TODO, "Base à vérifier")
    went_back_to = counter.head()
    counter.dismiss_notice()
    counter.until(lambda: not seeing.says(counter.kiosk.window, WHAT), "the notice gone")
    counter.sign_in("Camille", "111111")
    counter.sees(WHAT, "Camille")
    assert (counter.head(), counter.ticket_numbers()) == (went_back_to, ["L01-K2-000001"])

    world.network(on=True)
    counter.until(lambda: counter.head().epoch == 2 and counter.kinds()[-1] == "till.restored", "a new epoch, and the till begun in it")
    first, second, third, fourth = counter.entries()[went_back_to.seq :][:4]
    assert (first.kind, first.seq, first.prev_hash) == ("till.epoch_opened", 1, went_back_to.hash)
    assert json.loads(first.entry)["body"]["after"] == {"epoch": 1, "seq": went_back_to.seq, "hash": went_back_to.hash}
    assert (second.kind, json.loads(second.entry)["body"]["reason"]) == ("fiscal.integrity_defect_found", "journal_went_back")
    assert (third.kind, fourth.kind) == ("till.started", "till.restored")
    assert event_codes(counter)[-4:] == ["15", "90", "80", "10"]

    counter.sign_in("Camille", "111111")
    counter.sees("Scannez un premier article")
    counter.sell_case("L01-K2-E2-000001")
    counter.ask_central()
    counter.until(counter.acknowledged, "central has the new epoch too")
    counter.close()
    assert [row["number"] for row in at_central(world, "tickets")] == ["L01-K2-000001", "L01-K2-000002", "L01-K2-E2-000001"]
    assert old_head in at_central(world, "entries")
    verified = json.loads(kiosk("journal", "verify", "--json", data=world.kiosk_dir).stdout)
    assert (verified["sound"], verified["head"]["epoch"]) == (True, 2)


def test_with_central_out_of_reach_a_manager_opens_a_series_at_the_door_and_central_adopts_it(world: World, counter: Counter) -> None:
    counter.open()
    counter.open_drawer()
    counter.sell_case("L01-K2-000001")
    backup = json.loads(kiosk("backup", "--json", data=world.kiosk_dir).stdout)["backup"]
    counter.sell_case("L01-K2-000002")
    counter.ask_central()
    counter.until(counter.acknowledged, "central has everything")
    counter.close()
    world.network(on=False)
    assert kiosk("restore", backup, data=world.kiosk_dir).returncode == 0

    counter.open()
    counter.sees(WHAT, "Base à vérifier")
    counter.dismiss_notice()
    counter.tap("Borne bloquée ?")
    counter.tap("Central")
    counter.tap_that_begins("Vendre sans attendre le central")
    counter.tap("Central injoignable")
    counter.type("444444")
    counter.until(lambda: counter.head().epoch > 1_000_000 and counter.kinds()[-1] == "till.restored", "a series opened here, and the till begun in it")
    assert event_codes(counter)[-5:] == ["15", "130", "90", "80", "10"]
    number = f"L01-K2-E{counter.head().epoch}-000001"
    counter.sign_in("Camille", "111111")
    counter.sees("Scannez un premier article")
    counter.sell_case(number)

    world.network(on=True)
    counter.ask_central()
    counter.until(counter.acknowledged, "central has the new series")
    counter.close()
    assert [row["number"] for row in at_central(world, "tickets")] == ["L01-K2-000001", "L01-K2-000002", number]
    assert [row["reason"] for row in at_central(world, "review")] == ["local_series"]
    verified = json.loads(kiosk("journal", "verify", "--json", data=world.kiosk_dir).stdout)
    assert (verified["sound"], [series["reason"] for series in verified["series"]]) == (True, ["local journal_went_back"])


def test_a_till_whose_head_marker_was_lost_hands_in_its_unsent_sales_before_the_new_epoch(world: World, counter: Counter) -> None:
    counter.open()
    counter.open_drawer()
    counter.ask_central()
    counter.until(counter.acknowledged, "central has the morning")
    world.network(on=False)
    counter.sell_case("L01-K2-000001")
    counter.close()
    (world.kiosk_dir / "head.json").unlink()
    assert kiosk("journal", "verify", data=world.kiosk_dir).returncode == 1
    world.network(on=True)
    counter.open()
    counter.until(lambda: counter.head().epoch == 2 and counter.kinds()[-1] == "till.started", "a new epoch")
    counter.sign_in("Camille", "111111")
    counter.ask_central()
    counter.until(counter.acknowledged, "central has it")
    assert [row["number"] for row in at_central(world, "tickets")] == ["L01-K2-000001"]
    assert [row["kind"] for row in at_central(world, "entries")] == counter.kinds()
