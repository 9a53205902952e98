"""How the kiosk itself is: sync, printers, scanner, drawer, journal. Facts in, rows out; words are chosen in QML by (key, state).

Silent when well: ``tone`` is "" then. A fault says since when, and its page what to do. Environment faults never block selling.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.hardware.ports import DeviceHealth, DeviceState
from kiosk.sync.status import SyncKind
from kiosk.ui.formats import Formats, minutes_between
from kiosk.ui.models.rows import RowsModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

STRIP_KEYS = ("signature", "sync", "printer", "scanner", "drawer")
# A few entries under way after each sale are not news; the strip speaks when they have waited this long.
PENDING_IS_NEWS_AFTER_MINUTES = 2
IDLE_CONDITIONS = frozenset({"none", "closed", "unknown", "unverified"})
_SYNC_TONES = {SyncKind.OFFLINE: "wait", SyncKind.CENTRAL_OLDER: "wait", SyncKind.REFUSED: "bad", SyncKind.QUARANTINED: "bad"}
_DEVICE_TONES = {
    DeviceState.PAPER_LOW: "wait",
    DeviceState.PAPER_OUT: "bad",
    DeviceState.COVER_OPEN: "bad",
    DeviceState.OFFLINE: "bad",
    DeviceState.UNKNOWN: "",
}


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """What the rest of the kiosk knows about itself. A device that is not there is None; ``journal_fault`` names the first broken entry.

    ``unsigned_since_utc``: since then tickets are recorded without the till's key and will be signed later (FIS-14); "" in ordinary times, and then
    that part is not there.
    """

    sync: SyncKind = SyncKind.UP_TO_DATE
    pending_count: int = 0
    sync_since_utc: str = ""
    printer: DeviceHealth | None = None
    printer_name: str = ""
    label_printer: DeviceHealth | None = None
    scanner: DeviceHealth | None = None
    drawer_opened_at_utc: str = ""
    journal_verified_at_utc: str = ""
    journal_fault: str = ""
    unsigned_since_utc: str = ""
    waiting_papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One part of the kiosk. ``condition`` is a code; ``since`` a clock text or ""; ``tone`` "" is well; ``rank`` 1 is the worst fault, 0 none.

    ``idle`` is neither well nor wrong: not installed, not open, not looked at yet.
    """

    key: str
    icon_name: str
    condition: str
    tone: str
    since: str
    minutes: int
    count: int
    chosen: bool = False
    rank: int = 0
    idle: bool = False


def derive(facts: StatusFacts, *, now: datetime, formats: Formats, chosen: str) -> tuple[StatusRow, ...]:
    """Every part, in the order of the status page."""

    def row(key: str, icon: str, condition: str, tone: str, since_utc: str, count: int = 0) -> StatusRow:
        since = formats.clock(since_utc) if since_utc else ""
        minutes = minutes_between(since_utc, now) if since_utc else 0
        return StatusRow(key, icon, condition, tone, since, minutes, count, key == chosen, idle=condition in IDLE_CONDITIONS)

    def device(key: str, icon: str, health: DeviceHealth | None, *, faint: bool = False) -> StatusRow:
        if health is None:
            return row(key, icon, "none", "", "")
        tone = _DEVICE_TONES.get(health.state, "")
        return row(key, icon, health.state.value, "wait" if faint and tone else tone, health.since_utc, len(facts.waiting_papers) if key == "printer" else 0)

    signature = (row("signature", "shield", "degraded", "wait", facts.unsigned_since_utc),) if facts.unsigned_since_utc else ()
    return (
        *signature,
        device("printer", "printer", facts.printer),
        device("labels", "tag", facts.label_printer, faint=True),
        device("scanner", "scan-barcode", facts.scanner, faint=True),
        row("drawer", "inbox", "open" if facts.drawer_opened_at_utc else "closed", "", facts.drawer_opened_at_utc),
        row("sync", "refresh-cw", *_sync(facts, now), facts.sync_since_utc, facts.pending_count),
        row("journal", "hard-drive", *_journal(facts), facts.journal_verified_at_utc),
    )


def ranked(rows: Sequence[StatusRow]) -> list[StatusRow]:
    """The faults numbered by how much they matter: a narrow screen has words for the first only."""
    faulty = sorted((row for row in rows if row.tone), key=lambda row: row.tone != "bad")
    ranks = {row.key: place for place, row in enumerate(faulty, start=1)}
    return [replace(row, rank=ranks.get(row.key, 0)) for row in rows]


def _journal(facts: StatusFacts) -> tuple[str, str]:
    if facts.journal_fault:
        return "broken", "bad"
    return "verified" if facts.journal_verified_at_utc else "unverified", ""


def _sync(facts: StatusFacts, now: datetime) -> tuple[str, str]:
    if facts.sync is not SyncKind.PENDING:
        return facts.sync.value, _SYNC_TONES.get(facts.sync, "")
    waited = minutes_between(facts.sync_since_utc, now) if facts.sync_since_utc else 0
    return (facts.sync.value, "wait") if waited >= PENDING_IS_NEWS_AFTER_MINUTES else (SyncKind.UP_TO_DATE.value, "")


@QmlElement
@QmlUncreatable("made by the composition root")
class StatusViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The strip and the status page. ``now`` comes with each ``show``; ``on_test`` gets the key of what should be tried.

    ``on_series`` begins a new series of numbers without central; None where there is no till yet, or only its door.
    """

    chosenChanged = Signal()

    def __init__(
        self, on_test: Callable[[str], None], *, formats: Formats, on_series: Callable[[], None] | None = None, parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._on_series = on_series
        self._on_test = on_test
        self._formats = formats
        self._facts = StatusFacts()
        self._now: datetime | None = None
        self._chosen_key = ""
        self._all = RowsModel(StatusRow, key=lambda row: row.key, parent=self)
        self._strip = RowsModel(StatusRow, key=lambda row: row.key, parent=self)

    def show(self, facts: StatusFacts, *, now: datetime) -> None:
        """Show what is known at this moment; called often, announces only what changed."""
        before = self._waiting(), self._machine()
        self._facts, self._now = facts, now
        self._refresh()
        if before != (self._waiting(), self._machine()):
            self.chosenChanged.emit()

    def answer_to(self, on_test: Callable[[str], None], on_series: Callable[[], None]) -> None:
        """The machines stand: from now on there is somebody to ask."""
        self._on_test, self._on_series = on_test, on_series
        self.chosenChanged.emit()

    def show_formats(self, formats: Formats) -> None:
        self._formats = formats
        self._refresh()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Open the page of one part; "" closes it."""
        self._chosen_key = key
        self._refresh()

    @Slot()
    def test(self) -> None:
        """Try the chosen part: print a test, ask central."""
        if self._chosen_key:
            self._on_test(self._chosen_key)

    @Slot()
    def beginSeries(self) -> None:
        """Nobody can ask central, and the shop wants to sell: a manager is asked."""
        if self._offers_series() and self._on_series is not None:
            self._on_series()

    def _offers_series(self) -> bool:
        row = self._chosen_row()
        return self._on_series is not None and (row.key, row.condition) == ("sync", SyncKind.QUARANTINED.value)

    def _refresh(self) -> None:
        if self._now is None:
            return
        rows = derive(self._facts, now=self._now, formats=self._formats, chosen=self._chosen_key)
        by_key = {row.key: row for row in rows}
        before = self._chosen_row()
        self._all.show(rows)
        self._strip.show(ranked([by_key[key] for key in STRIP_KEYS if key in by_key]))
        if before != self._chosen_row():
            self.chosenChanged.emit()

    def _chosen_row(self) -> StatusRow:
        found = next((row for row in self._all.rows if row.key == self._chosen_key), None)
        return found or StatusRow("", "", "", "", "", 0, 0)

    def _waiting(self) -> Sequence[str]:
        return list(self._facts.waiting_papers) if self._chosen_key == "printer" else []

    def _machine(self) -> str:
        return {"printer": self._facts.printer_name, "journal": self._facts.journal_fault}.get(self._chosen_key, "")

    parts = Property(QObject, lambda self: self._all, constant=True)
    strip = Property(QObject, lambda self: self._strip, constant=True)
    chosenKey = Property(str, lambda self: self._chosen_key, notify=chosenChanged)
    chosenIcon = Property(str, lambda self: self._chosen_row().icon_name, notify=chosenChanged)
    chosenCondition = Property(str, lambda self: self._chosen_row().condition, notify=chosenChanged)
    chosenTone = Property(str, lambda self: self._chosen_row().tone, notify=chosenChanged)
    chosenSince = Property(str, lambda self: self._chosen_row().since, notify=chosenChanged)
    chosenMinutes = Property(int, lambda self: self._chosen_row().minutes, notify=chosenChanged)
    chosenCount = Property(int, lambda self: self._chosen_row().count, notify=chosenChanged)
    offersSeries = Property(bool, _offers_series, notify=chosenChanged)
    machine = Property(str, _machine, notify=chosenChanged)
    waiting = Property(list, _waiting, notify=chosenChanged)
