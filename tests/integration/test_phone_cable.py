"""A customer's phone on the bench's cable: who it is comes without a scan, and what keeps it from being read is said. Real tools, real kiosk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.demo.world import World
from kiosk.diagnostics import store
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.events import Answered, ReadBy, Started
from kiosk.hardware.virtual.phone import FIND_MY, Trust
from kiosk.ui.tour import seeing
from tests.integration.running_shop import Counter, enrolled

IPHONE_12, IPHONE_13 = "359100639000012", "359101129000017"
WAITS = "Le téléphone branché attend votre accord."


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


def at_the_bench(counter: Counter) -> None:
    """Yanis is signed in, and the bench waits for a device."""
    counter.sign_in("Yanis", "222222")
    counter.sees("Scannez l'appareil à reprendre")


def nothing_is_asked(counter: Counter) -> None:
    """The part number (MGJ53) says storage and colour: the trade-in begins by itself."""
    counter.sees("Étape 1 sur 16", "iPhone 12 · 64 Go · Noir", "lu par câble")


def trade_ins_begun(counter: Counter) -> list[Started]:
    assert counter.kiosk.house is not None
    with counter.kiosk.house.database.read() as connection:
        first = [store.events_of(connection, row.session_id)[0] for row in store.open_sessions(connection, store.TRADE_IN)]
    return [event for event in first if isinstance(event, Started)]


def read_by_cable(counter: Counter) -> dict[str, int | None]:
    """The answers that the cable gave in the one trade-in that was begun."""
    assert counter.kiosk.house is not None
    with counter.kiosk.house.database.read() as connection:
        (row,) = store.open_sessions(connection, store.TRADE_IN)
        events = store.events_of(connection, row.session_id)
    return {event.question_id: event.number for event in events if isinstance(event, Answered) and event.method is Method.AUTO_USB}


def test_a_phone_on_the_cable_begins_its_trade_in_with_imei_and_serial_number(world: World, counter: Counter) -> None:
    at_the_bench(counter)
    world.plug_phone(IPHONE_12, in_place=True)
    nothing_is_asked(counter)
    (started,) = trade_ins_begun(counter)
    assert (started.imei, started.serial, started.read_by) == (IPHONE_12, "F17GK2X40D81", ReadBy.CABLE)
    counter.sees("iOS 17.6.1 · lu par câble")
    assert read_by_cable(counter) == {"battery_pct": 86}


def test_a_phone_that_only_charges_at_the_till_begins_nothing(world: World, counter: Counter) -> None:
    counter.open_drawer()
    world.plug_phone(IPHONE_12, in_place=True)
    counter.sell_case("L01-K2-000001")
    assert trade_ins_begun(counter) == []


def test_a_phone_that_asks_for_trust_is_said_and_read_once_it_is_given(world: World, counter: Counter) -> None:
    at_the_bench(counter)
    world.usb.plug(replace(world.phones[IPHONE_12], trust=Trust.ASKED))
    counter.sees(WAITS, "Touchez «\u202fSe fier\u202f» sur son écran")
    world.plug_phone(IPHONE_12, in_place=True)
    nothing_is_asked(counter)
    assert not seeing.says(counter.kiosk.window, WAITS)


def test_pulling_the_cable_in_the_middle_of_a_trade_in_and_plugging_another_phone_harms_nothing(world: World, counter: Counter) -> None:
    at_the_bench(counter)
    world.plug_phone(IPHONE_12, in_place=True)
    nothing_is_asked(counter)
    counter.sees("iOS 17.6.1 · lu par câble")
    before = counter.kinds()
    world.plug_phone(IPHONE_12, in_place=False)
    world.plug_phone(IPHONE_13, in_place=True)
    counter.sees("Un autre téléphone est branché")
    counter.sees("Étape 1 sur 16", "iPhone 12")
    assert counter.kinds() == before
    assert [started.imei for started in trade_ins_begun(counter)] == [IPHONE_12]


def test_a_lock_that_its_owner_takes_off_is_read_off_the_phone_itself(world: World, counter: Counter) -> None:
    at_the_bench(counter)
    world.usb.plug(replace(world.phones[IPHONE_12], says={FIND_MY: {"IsAssociated": True}}))
    nothing_is_asked(counter)
    counter.tap("Toutes les étapes")
    counter.tap("Verrous")
    counter.sees("activé : compte présent", "Offre suspendue")
    counter.tap("Aider à retirer le verrou")
    counter.sees("Désactiver Localiser", "Le temps est arrêté")
    counter.tap("C'est fait, relire par câble")
    counter.sees("Le verrou est encore là")
    world.usb.plug(world.phones[IPHONE_12])
    counter.tap("C'est fait, relire par câble")
    counter.until(lambda: not seeing.says(counter.kiosk.window, "Désactiver Localiser"), "the end of the help")
    counter.sees("Localiser, compte Google ou Samsung retiré", "Question 1 sur 4")
