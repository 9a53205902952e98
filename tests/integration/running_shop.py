"""The real kiosk in its window (offscreen), with the demo's world around it: what a person at the counter would see, touch and scan."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt

from kiosk import bootstrap
from kiosk.demo.play import all_acknowledged
from kiosk.demo.world import World
from kiosk.journal import store as journal_store
from kiosk.journal.entry import Entry, Head
from kiosk.journal.keys import TillKey
from kiosk.launch import RunningKiosk
from kiosk.sales import store as sale_store
from kiosk.sync import enrolment
from kiosk.ui.application import start_qt
from kiosk.ui.tour import hands, seeing
from kiosk.ui.viewmodels.app import AppViewModel
from tests.receivers import methods_that_are_no_slots

PATIENCE_S = 45
LOOKS_AT_REST = 15
SIZE = QSize(1366, 768)
IPHONE = "359101120000016"
CASE = "2000000003337"


class Counter:
    """A running kiosk as its cashier has it."""

    def __init__(self, data_dir: Path) -> None:
        start_qt()
        self.data_dir = data_dir
        self.complaints: list[str] = []
        self.kiosk = RunningKiosk(data_dir, size=SIZE, on_warning=self.complaints.append)

    def open(self) -> None:
        self.kiosk.open()

    def close(self) -> None:
        slotless = methods_that_are_no_slots()
        self.kiosk.close()
        assert slotless == []

    # ── seeing ──
    def until(self, reached: Callable[[], bool], what: str) -> None:
        """Let the window live until something holds."""
        end = time.monotonic() + PATIENCE_S
        while not reached():
            assert time.monotonic() < end, f"never came: {what}; on show: {self.texts()}"
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.002)

    def sees(self, *wanted: str) -> None:
        for text in wanted:
            self.until(partial(self._says, text), text)

    def _says(self, text: str) -> bool:
        return seeing.says(self.kiosk.window, text)

    def texts(self) -> list[str]:
        return seeing.texts(self.kiosk.window)

    # ── doing ──
    def tap(self, name: str, *, nth: int = 1) -> None:
        """Once it has stood still for some looks: what was laid out is not where it will be painted yet."""
        places: list[object] = []

        def at_rest() -> bool:
            found = seeing.touchables(self.kiosk.window, name)
            place = seeing.middle(found[nth - 1]) if len(found) >= nth else None
            if place is None or (places and places[-1] != place):
                places.clear()
            if place is not None:
                places.append(place)
            return len(places) >= LOOKS_AT_REST

        self.until(at_rest, f"something to tap called {name}")
        hands.tap(self.kiosk.window, seeing.middle(seeing.touchables(self.kiosk.window, name)[nth - 1]))

    def tap_that_begins(self, beginning: str) -> None:
        """A control whose name goes on with a time."""
        self.sees(beginning)
        self.tap(next(name for name in seeing.names(self.kiosk.window) if name.startswith(seeing.plain(beginning))))

    def press(self, key: Qt.Key, text: str, *, after_ms: int = 0) -> None:
        hands.press(self.kiosk.window, key, text, at_ms=time.monotonic_ns() // 1_000_000 + after_ms)

    def type(self, text: str) -> None:
        """By hand: slower than any scanner."""
        for character in text:
            self.press(hands.key_of(character), character)
            self._pass_ms(60)

    def scan(self, code: str) -> None:
        """As a keyboard-wedge scanner sends it to a busy till: all of it waits in the queue, stamped 4 ms apart."""
        for place, (key, text) in enumerate(hands.wedge_keys(code)):
            self.press(key, text, after_ms=4 * place)

    def sign_in(self, name: str, pin: str) -> None:
        self.tap(name)
        self.type(pin)
        self.tap("Ouvrir")

    def _pass_ms(self, length_ms: int) -> None:
        """The gap between two keys is part of the input."""
        end = time.monotonic() + length_ms / 1000
        while time.monotonic() < end:
            QCoreApplication.processEvents()
            time.sleep(0.001)

    def dismiss_notice(self) -> None:
        assert self.kiosk.kiosk_window is not None
        assert isinstance(self.kiosk.kiosk_window.root, AppViewModel)
        self.kiosk.kiosk_window.root.dismissNotice()

    def ask_central(self) -> None:
        """From the status page, instead of waiting for this till's turn."""
        self.tap("À jour")
        self.tap("Réessayer maintenant")
        self.tap("Retour au travail")

    # ── what is written ──
    def head(self) -> Head:
        assert self.kiosk.house is not None
        with self.kiosk.house.database.read() as connection:
            return journal_store.head(connection)

    def entries(self) -> tuple[Entry, ...]:
        assert self.kiosk.house is not None
        with self.kiosk.house.database.read() as connection:
            return tuple(journal_store.all_entries(connection))

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries()]

    def ticket_numbers(self) -> list[str]:
        assert self.kiosk.house is not None
        with self.kiosk.house.database.read() as connection:
            return [stored.ticket.head.number for stored in sale_store.tickets_after(connection, 0)]

    def acknowledged(self) -> bool:
        return all_acknowledged(self.kiosk)

    # ── a morning ──
    def open_drawer(self) -> None:
        """Camille signs in and opens the drawer with 150,00 €."""
        self.sign_in("Camille", "111111")
        self.sees("Ouvrez votre caisse")
        self.tap("150,00 €")
        self.tap("Ouvrir avec 150,00 €")
        self.sees("Scannez un premier article")

    def sell_case(self, number: str) -> None:
        """One accessory, paid in cash without change."""
        self.scan(CASE)
        self.sees("Coque transparente iPhone 13")
        self.tap("Encaisser")
        self.tap("Valider 14,90 € en espèces")
        self.sees(number)


def enrolled(world: World) -> None:
    """The kiosk of this world belongs to its shop; the first sync is still to come."""
    house = bootstrap.open_house(world.kiosk_dir)
    try:
        key: TillKey = house.key
        enrolment.enrol(house.database, house.ledger, world.central_url, world.enrolment_code, clock=house.clock, key=key)
    finally:
        house.close()
