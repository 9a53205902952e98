"""A customer's Android phone on the bench's cable: real adb, real kiosk. What it asks of its owner is shown in steps; then it begins its trade-in by itself."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest

import kiosk
from kiosk.demo.world import World
from kiosk.diagnostics import store
from kiosk.diagnostics.events import DeviceRead, ReadBy, Started
from kiosk.hardware.virtual.android import Allowance
from kiosk.ui.tour import seeing
from tests.integration.running_shop import Counter, enrolled

GALAXY, IPHONE_12 = "358398689000012", "359100639000012"
WAITS = "Le téléphone Android branché attend votre accord."
READING = tuple(
    str(Path(kiosk.__file__).parent / name)
    for name in (
        "hardware/adb.py", "hardware/android_answers.py", "hardware/android_phones.py", "hardware/apple_phones.py", "hardware/silent_phones.py",
        "hardware/tool.py", "diagnostics/probes/android", "diagnostics/probes/apple",
    )
)


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World(tmp_path_factory.mktemp("world") / "shop")
    enrolled(made)
    yield made
    made.close()


@pytest.fixture
def counter(world: World) -> Iterator[Counter]:
    made = Counter(world.kiosk_dir)
    made.open()
    yield made
    made.close()
    assert made.complaints == []


@contextmanager
def watched() -> Iterator[set[str]]:
    """What of the reading of phones is called on this thread, the GUI's, meanwhile."""
    called: set[str] = set()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(READING):
            called.add(f"{frame.f_code.co_filename}:{frame.f_code.co_name}")

    sys.setprofile(note)
    try:
        yield called
    finally:
        sys.setprofile(None)


def elsewhere(work: Callable[[], object]) -> None:
    """A hand at the counter is not the window's thread."""
    hand = threading.Thread(target=work)
    hand.start()
    hand.join()


def events(counter: Counter) -> list[object]:
    assert counter.kiosk.house is not None
    with counter.kiosk.house.database.read() as connection:
        return [event for row in store.open_sessions(connection, store.TRADE_IN) for event in store.events_of(connection, row.session_id)]


def test_a_galaxy_asks_its_owner_then_begins_its_trade_in_is_read_in_and_nothing_of_it_happens_on_the_window_s_thread(world: World, counter: Counter) -> None:
    counter.sign_in("Yanis", "222222")
    counter.sees("Scannez l'appareil à reprendre")
    asking = replace(world.androids[GALAXY], allowance=Allowance.ASKED)
    with watched() as called:
        elsewhere(lambda: world.android_sockets.plug(asking))
        counter.sees(WAITS, "Cochez «\u202fToujours autoriser sur cet ordinateur\u202f»")
        elsewhere(lambda: world.plug_phone(GALAXY, in_place=True))
        counter.sees("Quel modèle exactement ?", "Numéro ···· 0012")
        counter.tap("Galaxy S21 5G · 128 Go · Gris")
        counter.sees("Étape 1 sur 16", "lu par câble")
        counter.until(lambda: any(isinstance(event, DeviceRead) for event in events(counter)), "what the cable read")
        elsewhere(lambda: world.plug_phone(IPHONE_12, in_place=True))
        counter.sees("Un autre téléphone est branché")
    assert called == set()
    assert not seeing.says(counter.kiosk.window, WAITS)
    started, read = (next(event for event in events(counter) if isinstance(event, kind)) for kind in (Started, DeviceRead))
    assert isinstance(started, Started) and isinstance(read, DeviceRead)
    assert (started.imei, started.serial, started.read_by) == (GALAXY, "R5CR31K7XYA", ReadBy.CABLE)
    assert (read.probe, read.facts["battery_pct"], read.facts["software"], read.facts["reset_lock"]) == ("adb 1", "88", "genuine", "clear")
    elsewhere(lambda: world.plug_phone(GALAXY, in_place=False))
    counter.sees("Étape 1 sur 16")
