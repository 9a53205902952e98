"""A customer who is back with an offer, as QML reads it: what was promised, and each fact that has changed since with its euros. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import ZERO
from kiosk.diagnostics.checklist import Question
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.views import finding_of
from kiosk.tradein.returning import ChangedFact, Returned
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One fact, then and now; an empty text is *not tested*."""

    line_id: str
    label: str
    before: str
    after: str
    amount: str
    costs: bool


@dataclass(frozen=True, slots=True)
class ReturnedProps:
    """``known`` is false on a first visit."""

    known: bool = False
    promised: str = ""
    made_on: str = ""
    until: str = ""
    expired: bool = False
    by_book: str = ""
    price: str = ""
    changed_count: int = 0


def returned_props(returned: Returned | None, formats: Formats) -> ReturnedProps:
    if returned is None:
        return ReturnedProps()
    return ReturnedProps(
        known=True, promised=formats.round_money(returned.promised), made_on=formats.day_of_month(returned.made_at_utc),
        until=formats.day_of_month(returned.valid_until_utc), expired=returned.expired,
        by_book=formats.round_money(returned.by_book) if returned.by_book else "", price=formats.round_money(returned.price),
        changed_count=len(returned.changed),
    )  # fmt: skip


def changed_row(fact: ChangedFact, formats: Formats) -> ChangedRow:
    question, language = fact.question, formats.language
    return ChangedRow(
        question.question_id, question.words.text(language), said(question, fact.before, language), said(question, fact.after, language),
        formats.round_money(fact.change), fact.change < ZERO,
    )  # fmt: skip


def said(question: Question, given: Answered | None, language: str) -> str:
    """``79 %``, ``B2``, « Lignes ou taches »."""
    if given is not None and (given.screen or given.body):
        return given.option_id
    finding = finding_of(question, given)
    return finding.text(language) if finding else ""


@QmlElement
@QmlUncreatable("made by the composition root")
class ReturnedViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The card beside the offer of a second visit."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = ReturnedProps()
        self._rows = RowsModel(ChangedRow, key=lambda row: row.line_id, parent=self)

    def show(self, returned: Returned | None, formats: Formats) -> None:
        """Take what is to be seen now; say so only when it is different."""
        self._rows.show([changed_row(fact, formats) for fact in returned.changed] if returned is not None else [])
        props = returned_props(returned, formats)
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(QObject, constant=True)
    def facts(self) -> RowsModel[ChangedRow]:
        return self._rows

    known = shown("known", bool, changed)
    promised = shown("promised", str, changed)
    madeOn = shown("made_on", str, changed)
    until = shown("until", str, changed)
    expired = shown("expired", bool, changed)
    byBook = shown("by_book", str, changed)
    price = shown("price", str, changed)
    changedCount = shown("changed_count", int, changed)
