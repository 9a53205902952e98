"""Counting a drawer on the screen: piece by piece or one figure, nothing filled in beforehand. GUI thread; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.cash.counting import Count
from kiosk.cash.rules import CashRules
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_PIECES = 9999


@dataclass(frozen=True, slots=True)
class CountFacts:
    """``pieces`` holds only what somebody touched, so that an empty drawer is a count and an untouched grid is none."""

    values: tuple[int, ...]
    pieces: Mapping[int, int] = field(default_factory=dict)
    at: int = 0
    fresh: bool = True
    by_pieces: bool = False
    typed: TypedAmount = NOTHING_TYPED

    @property
    def count(self) -> Count | None:
        """None until somebody counted."""
        if self.by_pieces:
            return Count.by_pieces(self.pieces) if self.pieces else None
        return None if self.typed == NOTHING_TYPED else Count(self.typed.amount)

    @property
    def total(self) -> Money:
        """Of what was counted so far."""
        return Count.by_pieces(self.pieces).total if self.by_pieces else self.typed.amount

    def typed_here(self, character: str) -> CountFacts:
        """With one more figure: of the chosen piece's number, or of the amount."""
        if not self.by_pieces:
            return replace(self, typed=self.typed.typed(character))
        if not character.isdecimal():
            return self
        value = self.values[self.at]
        before = 0 if self.fresh else self.pieces.get(value, 0)
        many = int(f"{before}{character}")
        return self if many > MOST_PIECES else self.with_pieces(value, many)

    def with_pieces(self, value: int, many: int) -> CountFacts:
        """So many of a value."""
        return replace(self, pieces={**self.pieces, value: max(0, min(many, MOST_PIECES))}, fresh=False)

    def erased(self) -> CountFacts:
        """Without the last figure."""
        if not self.by_pieces:
            return replace(self, typed=self.typed.erased())
        value = self.values[self.at]
        return self.with_pieces(value, self.pieces.get(value, 0) // 10)

    def moved(self, steps: int) -> CountFacts:
        """On another piece; what is typed there starts anew."""
        return replace(self, at=max(0, min(self.at + steps, len(self.values) - 1)), fresh=True)


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A note or coin of the grid."""

    value: int
    face: str
    note: bool
    many: int
    sum: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class CountingProps:
    """What QML reads of it."""

    by_pieces: bool = False
    total: str = ""
    here: str = ""
    counted: bool = False
    last: bool = False


def derive(facts: CountFacts, formats: Formats) -> CountingProps:
    value = facts.values[facts.at]
    here = f"{facts.pieces.get(value, 0)} × {formats.round_money(Money(value))}" if facts.by_pieces else ""
    return CountingProps(facts.by_pieces, formats.money(facts.total), here, facts.count is not None, facts.at == len(facts.values) - 1)


def piece_rows(facts: CountFacts, notes: tuple[int, ...], formats: Formats) -> tuple[PieceRow, ...]:
    """The currency's own pieces, largest first."""
    return tuple(
        PieceRow(
            value, formats.round_money(Money(value)), value in notes, facts.pieces.get(value, 0),
            formats.money(Money(value * facts.pieces.get(value, 0))) if facts.pieces.get(value) else "", place == facts.at,
        )
        for place, value in enumerate(facts.values)
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the page that counts")
class CountingViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The grid of pieces and the pad beside it."""

    changed = Signal()

    def __init__(self, rules: CashRules, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._note_values = rules.notes_cents
        self._facts = CountFacts((*rules.notes_cents, *rules.coins_cents))
        self._props = derive(self._facts, formats)
        self._notes = RowsModel(PieceRow, key=lambda row: row.value, parent=self)
        self._coins = RowsModel(PieceRow, key=lambda row: row.value, parent=self)
        self._show_again()

    @property
    def count(self) -> Count | None:
        """What was counted; None until somebody did."""
        return self._facts.count

    @property
    def untouched(self) -> bool:
        return self._facts.count is None

    def begin(self, amount: Money | None = None) -> None:
        """Nothing counted yet; the way of counting stays as somebody chose it. ``amount`` is one that they chose instead of typing it."""
        kept = CountFacts(self._facts.values, by_pieces=self._facts.by_pieces)
        self._fold(kept if amount is None else replace(kept, by_pieces=False, typed=TypedAmount.of(amount)))

    @Slot(bool)
    def byPieces(self, by_pieces: bool) -> None:
        self._fold(replace(self._facts, by_pieces=by_pieces))

    @Slot(int)
    def choose(self, value: int) -> None:
        """The next figures are for this note or coin."""
        self._fold(replace(self._facts, at=self._facts.values.index(value), fresh=True))

    @Slot(int)
    def step(self, steps: int) -> None:
        self._fold(self._facts.moved(steps))

    @Slot(int)
    def add(self, many: int) -> None:
        """One more or one less of the chosen piece."""
        value = self._facts.values[self._facts.at]
        self._fold(self._facts.with_pieces(value, self._facts.pieces.get(value, 0) + many))

    @Slot(str)
    def type(self, character: str) -> None:
        self._fold(self._facts.typed_here(character))

    @Slot()
    def erase(self) -> None:
        self._fold(self._facts.erased())

    def _fold(self, facts: CountFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        found = piece_rows(self._facts, self._note_values, self._formats)
        self._notes.show([row for row in found if row.note])
        self._coins.show([row for row in found if not row.note])
        if before != self._props:
            self.changed.emit()

    piecewise = shown("by_pieces", bool, changed)
    total = shown("total", str, changed)
    here = shown("here", str, changed)
    counted = shown("counted", bool, changed)
    atLast = shown("last", bool, changed)
    notes = Property(QObject, lambda self: self._notes, constant=True)
    coins = Property(QObject, lambda self: self._coins, constant=True)
