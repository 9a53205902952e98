"""The page *Virements*: what sellers are owed, the file for the bank, and what was paid. GUI thread. Of an account only its end is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.basics.results import Err, Ok, Result
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.tradein.credit_transfers.nouns import CreditTransfer, CreditTransferState
from kiosk.tradein.credit_transfers.service import CreditTransferFormat, CreditTransferService, Owings
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
T = TypeVar("T")
NOTHING = Owings((), (), (), False)


@dataclass(frozen=True, slots=True)
class CreditTransfersFacts:
    """``chosen`` are those that go into the next file; ``asked`` the one of which it is asked whether it was made."""

    owings: Owings = NOTHING
    chosen: frozenset[str] = frozenset()
    asked: str = ""
    file: Path | None = None
    busy: bool = False


@dataclass(frozen=True, slots=True)
class CreditTransferRow:
    """One transfer. ``file`` is the number of the file that it is in; ``day`` since when it is owed, ``paid_on`` when it was paid."""

    transfer_id: str
    holder: str
    account: str
    number: str
    device: str
    day: str
    amount: str
    pay_state: str
    file: str
    paid_on: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class CreditTransfersProps:
    """``last_file`` is the number of the file made last."""

    total_count: int = 0
    chosen_count: int = 0
    chosen_total: str = ""
    has_account: bool = False
    last_file: str = ""
    asked_name: str = ""
    asked_amount: str = ""
    file_name: str = ""
    file_folder: str = ""
    busy: bool = False


def credit_transfer_rows(facts: CreditTransfersFacts, formats: Formats) -> tuple[CreditTransferRow, ...]:
    """What waits first, then what is in a file, then what was paid; the oldest first in each."""
    numbers = {file.file_id: file.number for file in facts.owings.files}
    order = list(CreditTransferState)
    owed = sorted(facts.owings.owed, key=lambda one: order.index(one.transfer.state))
    return tuple(
        CreditTransferRow(
            item.transfer_id, item.account.holder, f"{item.account.iban[:2]} ···· {item.account.tail}", item.number, f"···· {one.tail}",
            formats.day_of_month(item.since_utc), formats.money(item.amount), item.state.value, numbers.get(item.file_id or "", ""),
            formats.day_of_month(item.paid_at_utc) if item.paid_at_utc else "", item.transfer_id in facts.chosen,
        )
        for one in owed
        for item in (one.transfer,)
    )  # fmt: skip


def derive(facts: CreditTransfersFacts, formats: Formats) -> CreditTransfersProps:
    items = {one.transfer.transfer_id: one.transfer for one in facts.owings.owed}
    chosen = [item for transfer_id, item in items.items() if transfer_id in facts.chosen]
    asked: CreditTransfer | None = items.get(facts.asked)
    return CreditTransfersProps(
        len(items), len(chosen), formats.money(Money.total(item.amount for item in chosen)), facts.owings.has_account,
        facts.owings.files[0].number if facts.owings.files else "", asked.account.holder if asked else "", formats.money(asked.amount) if asked else "",
        facts.file.name if facts.file else "", str(facts.file.parent) if facts.file else "", facts.busy,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class CreditTransfersViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``service`` is None where sellers are not paid by transfer."""

    changed = Signal()

    def __init__(
        self, service: CreditTransferService | None, workers: tuple[Jobs, Jobs, Jobs], *, formats: Formats, parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._service = service
        self._reader, self._ledger, self._exports = workers
        self._person: Person | None = None
        self._facts = CreditTransfersFacts()
        self._props = CreditTransfersProps()
        self._rows = RowsModel(CreditTransferRow, key=lambda row: row.transfer_id, parent=self)

    def welcome(self, person: Person) -> None:
        """Whoever stands here now has looked at nothing."""
        self._person = person
        self._fold(CreditTransfersFacts())

    def may_see(self) -> bool:
        return self._service is not None and self._person is not None and may(self._person, Right.EXPORT)

    def arrive(self) -> None:
        """The page comes up: everything that waits goes into the next file unless somebody takes it out."""
        service, person = self._service, self._person
        if service is not None and person is not None:
            self._reader.run(lambda: service.owings(person), self._listed)

    @Slot(str)
    def touch(self, transfer_id: str) -> None:
        """One that waits goes in or out of the next file; of one in a file it is asked whether it was made."""
        state = next((one.transfer.state for one in self._facts.owings.owed if one.transfer.transfer_id == transfer_id), None)
        if state is CreditTransferState.WAITING:
            self._fold(replace(self._facts, chosen=self._facts.chosen ^ {transfer_id}))
        elif state is CreditTransferState.IN_FILE:
            self._fold(replace(self._facts, asked=transfer_id))

    @Slot(str)
    def make(self, format_: str) -> None:
        """The chosen ones in a new file, "xml" for the bank or "csv", onto a plugged drive or into the till's own folder."""
        chosen = tuple(self._facts.chosen)
        if chosen:
            self._run(self._exports, lambda service, person, folder: service.make_file(chosen, CreditTransferFormat(format_), folder, person), self._made)

    @Slot()
    def writeAgain(self) -> None:
        """The file made last, the same again."""
        files = self._facts.owings.files
        if files:
            file_id = files[0].file_id
            self._run(self._exports, lambda service, person, folder: service.write_again(file_id, CreditTransferFormat.SEPA, folder, person), self._made)

    @Slot()
    def confirmPaid(self) -> None:
        """The bank made it."""
        asked = self._facts.asked
        if asked:
            self._run(self._ledger, lambda service, person, _folder: service.mark_paid(asked, person), lambda _done: None)

    @Slot()
    def close(self) -> None:
        """The sheet that is up goes away."""
        self._fold(replace(self._facts, asked="", file=None))

    def _run(self, jobs: Jobs, work: Callable[[CreditTransferService, Person, Path], T], done: Callable[[T], None]) -> None:
        service, person, folders = self._service, self._person, self._facts.owings.folders
        if service is None or person is None or self._facts.busy or not folders:
            return
        self.closeNotice()
        self._fold(replace(self._facts, busy=True))

        def finish(result: Result[T]) -> None:
            self._fold(replace(self._facts, busy=False, asked=""))
            match result:
                case Ok(value):
                    done(value)
                case Err(error):
                    self._refuse(error)
            self.arrive()

        jobs.run(lambda: work(service, person, folders[-1]), finish)

    def _made(self, path: Path) -> None:
        self._fold(replace(self._facts, file=path))

    def _listed(self, result: Result[Owings]) -> None:
        match result:
            case Ok(owings):
                waiting = {one.transfer.transfer_id for one in owings.owed if one.transfer.state is CreditTransferState.WAITING}
                self._fold(replace(self._facts, owings=owings, chosen=frozenset(waiting)))
            case Err(error):
                self._refuse(error)

    def _fold(self, facts: CreditTransfersFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        self._rows.show(credit_transfer_rows(self._facts, self._formats))
        if before != self._props:
            self.changed.emit()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    totalCount = shown("total_count", int, changed)
    chosenCount = shown("chosen_count", int, changed)
    chosenTotal = shown("chosen_total", str, changed)
    hasAccount = shown("has_account", bool, changed)
    lastFile = shown("last_file", str, changed)
    askedName = shown("asked_name", str, changed)
    askedAmount = shown("asked_amount", str, changed)
    fileName = shown("file_name", str, changed)
    fileFolder = shown("file_folder", str, changed)
    busy = shown("busy", bool, changed)
