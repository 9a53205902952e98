"""Who takes the till: tiles with names, six figures, or a badge. Checks run on the ledger worker; no PIN outlives its check.

After three wrong PINs the person is locked for a growing time; the countdown is shown, others may still sign in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import Clock
from kiosk.basics.results import Err, Result
from kiosk.errors import KioskError
from kiosk.staff.people import Person
from kiosk.staff.secrets import PIN_LENGTH
from kiosk.staff.service import PinLocked, PinWrong, StaffService
from kiosk.ui.error_text import ErrorText, text_of
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A tile. ``trade`` joins the roles ("cashier technician"); ``drawer_open`` when their drawer is still to be counted."""

    person_id: str
    name: str
    initials: str
    trade: str
    feminine: bool
    drawer_open: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Door:
    """What was last said at the door: "" | "wrong" | "locked" | "error"."""

    said: str = ""
    attempts_left: int = 0
    locked_until_ms: int = 0


@QmlElement
@QmlUncreatable("made by the composition root")
class SignInViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sign-in page; ``on_signed_in`` gets the person, on the GUI thread."""

    changed = Signal()

    def __init__(self, staff: StaffService, jobs: Jobs, clock: Clock, *, on_signed_in: Callable[[Person], None], on_error: Callable[[ErrorText], None]) -> None:
        super().__init__()
        self._staff = staff
        self._jobs = jobs
        self._clock = clock
        self._on_signed_in = on_signed_in
        self._on_error = on_error
        self._language = "fr"
        self._people: tuple[Person, ...] = ()
        self._drawer_owners: frozenset[str] = frozenset()
        self._chosen_id = ""
        self._pin = ""
        self._busy = False
        self._door = Door()
        self._rows = RowsModel(PersonRow, key=lambda row: row.person_id, parent=self)

    def refresh(self, *, language: str, drawer_owners: frozenset[str] = frozenset()) -> None:
        """Read who works here again; called when the page comes up and when staff has been synced."""
        self._language = language
        self._people = self._staff.people()
        self._drawer_owners = drawer_owners
        self._show()

    def sign_in_by_badge(self, code: str) -> None:
        """A scanned badge signs in at once, whatever was being typed."""
        self._start(lambda: self._staff.sign_in_by_badge(code))

    def forget(self) -> None:
        """Nobody chosen, nothing typed."""
        self._chosen_id, self._pin, self._busy, self._door = "", "", False, Door()
        self._show()

    def tick(self) -> None:
        """Once a second: let the countdown run."""
        if self._door.said == "locked":
            if self._lock_left_s() == 0:
                self._door = Door()
            self.changed.emit()

    @Slot(str)
    def choose(self, person_id: str) -> None:
        """Touch a tile. Enter on the tile of whoever has typed their six figures opens, as it does everywhere on the page."""
        if person_id == self._chosen_id and self.complete:
            self.open()
            return
        self._chosen_id, self._pin, self._door = person_id, "", Door()
        if left_s := self._staff.lock_left_s(person_id):
            self._door = Door("locked", locked_until_ms=self._clock.monotonic_ms() + left_s * 1000)
        self._show()

    @Slot(str)
    def type(self, digit: str) -> None:
        """One more figure of the PIN."""
        if self.ready_to_type and len(self._pin) < PIN_LENGTH and len(digit) == 1 and digit.isdecimal():
            self._pin += digit
            self._door = Door()
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._pin = ""
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        """Check the six figures."""
        if self.complete:
            person_id, pin = self._chosen_id, self._pin
            self._start(lambda: self._staff.sign_in_by_pin(person_id, pin))

    @property
    def ready_to_type(self) -> bool:
        return bool(self._chosen_id) and not self._busy and self._door.said != "locked"

    @property
    def complete(self) -> bool:
        return self.ready_to_type and len(self._pin) == PIN_LENGTH

    def _start(self, check: Callable[[], Person]) -> None:
        if self._busy:
            return
        self._busy, self._pin, self._door = True, "", Door()
        self._jobs.run(check, self._checked)
        self.changed.emit()

    def _checked(self, result: Result[Person]) -> None:
        self._busy = False
        if isinstance(result, Err):
            self._refused(result.error)
            return
        self.forget()
        self._on_signed_in(result.value)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, PinWrong):
            self._door = Door("wrong", attempts_left=_fact(error, "attempts_left"))
        elif isinstance(error, PinLocked):
            self._door = Door("locked", locked_until_ms=self._clock.monotonic_ms() + _fact(error, "wait_s") * 1000)
        else:
            self._door = Door("error")
            self._on_error(text_of(error, self._language))
        self.changed.emit()

    def _lock_left_s(self) -> int:
        return max(0, -(-(self._door.locked_until_ms - self._clock.monotonic_ms()) // 1000))

    def _lock_text(self) -> str:
        left_s = self._lock_left_s()
        return f"{left_s // 60}:{left_s % 60:02d}"

    def _show(self) -> None:
        self._rows.show([self._row(person) for person in self._people])
        self.changed.emit()

    def _row(self, person: Person) -> PersonRow:
        trade = " ".join(role.value for role in person.roles)
        return PersonRow(
            person.person_id, person.short_name, person.initials, trade, person.feminine,
            person.person_id in self._drawer_owners, person.person_id == self._chosen_id,
        )  # fmt: skip

    def _chosen_name(self) -> str:
        return next((person.short_name for person in self._people if person.person_id == self._chosen_id), "")

    people = Property(QObject, lambda self: self._rows, constant=True)
    pinLength = Property(int, lambda _: PIN_LENGTH, constant=True)
    chosenName = Property(str, _chosen_name, notify=changed)
    filled = Property(int, lambda self: len(self._pin), notify=changed)
    said = Property(str, lambda self: self._door.said, notify=changed)
    attemptsLeft = Property(int, lambda self: self._door.attempts_left, notify=changed)
    lockLeft = Property(str, _lock_text, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    canType = Property(bool, lambda self: self.ready_to_type, notify=changed)
    canOpen = Property(bool, lambda self: self.complete, notify=changed)


def _fact(error: KioskError, name: str) -> int:
    value = error.facts[name]
    assert isinstance(value, int)
    return value
