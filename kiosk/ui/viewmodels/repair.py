"""What the guarantee card of a sold device offers: the sheet *Réparation sous garantie* (which days it was away, how far its guarantee reaches
then), and its passport as it was at the sale. GUI thread; the ledger worker writes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.errors import KioskError
from kiosk.sales.after.guarantees import UnderGuarantee
from kiosk.sales.after.service import day_and_total
from kiosk.sales.guarantee import Cover, GuaranteeState
from kiosk.staff.rights import Right, may
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk
from kiosk.ui.viewmodels.unit_papers import PassportViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class RepairFacts:
    """``brought`` and ``given_back`` as they were typed; ``after`` is how far the promises would reach, None while the days say nothing yet."""

    found: UnderGuarantee | None = None
    may_repair: bool = False
    open: bool = False
    brought: str = ""
    given_back: str = ""
    days: tuple[date, date] | None = None
    after: Cover | None = None
    fault: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class RepairProps:
    """Finished words for QML. ``can_ask`` shows the way to the sheet."""

    can_ask: bool = False
    open: bool = False
    device: str = ""
    brought: str = ""
    given_back: str = ""
    today: str = ""
    away_days: int = 0
    until: str = ""
    until_after: str = ""
    fault: str = ""
    can_confirm: bool = False


def derive(facts: RepairFacts, today: date, formats: Formats) -> RepairProps:
    found, after = facts.found, facts.after
    if found is None:
        return RepairProps()
    covered = found.state in (GuaranteeState.PRESUMED, GuaranteeState.COVERED)
    brought_on, given_back_on = facts.days or (today, today)
    return RepairProps(
        can_ask=covered and facts.may_repair, open=facts.open, device=f"{found.line.label} ···· {found.unit.identifier_tail}", brought=facts.brought,
        given_back=facts.given_back, today=formats.date(today), away_days=(given_back_on - brought_on).days if after else 0,
        until=formats.date(found.cover.legal_until), until_after=formats.date(after.legal_until) if after else "", fault=facts.fault,
        can_confirm=after is not None and not facts.busy,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class RepairViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_repaired`` is told how the device stands after it."""

    changed = Signal()

    def __init__(self, desk: TillDesk, *, formats: Formats, on_repaired: Callable[[UnderGuarantee], None], parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._on_repaired = on_repaired
        self._passport = PassportViewModel(desk.services.unit_papers, formats=formats, parent=self)
        self._facts = RepairFacts()
        self._props = RepairProps()

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._passport.speak(formats)

    def begin(self, found: UnderGuarantee | None) -> None:
        """Another device, or none, is on show."""
        if found is not self._facts.found:
            self._passport.welcome(self._desk.who())
            self._fold(RepairFacts(found, may(self._desk.who(), Right.INSPECT)))

    @Slot()
    def ask(self) -> None:
        """Given back today, unless somebody says otherwise."""
        if self._props.can_ask:
            today = self._formats.date(self._desk.services.returns.today())
            self._fold(replace(self._facts, open=True, brought="", given_back=today, days=None, after=None, fault=""))

    @Slot()
    def showPassport(self) -> None:
        """What the device was sold with."""
        found = self._facts.found
        if found is not None:
            self._passport.show(found.unit.unit_id, found.ticket.head.at_utc)

    @Slot()
    def close(self) -> None:
        self._fold(replace(self._facts, open=False))

    @Slot(str)
    def sayBrought(self, text: str) -> None:
        self._say_days(text, self._facts.given_back)

    @Slot(str)
    def sayGivenBack(self, text: str) -> None:
        self._say_days(self._facts.brought, text)

    @Slot()
    def confirm(self) -> None:
        facts, person = self._facts, self._desk.who()
        if facts.found is None or facts.days is None or not self._props.can_confirm:
            return
        unit_id, (brought_on, given_back_on), guarantees = facts.found.unit.unit_id, facts.days, self._desk.services.guarantees
        self._fold(replace(facts, busy=True, fault=""))
        self._desk.run(
            lambda: guarantees.repaired(unit_id, brought_on=brought_on, given_back_on=given_back_on, person=person), self._repaired, self._failed
        )  # fmt: skip

    def _say_days(self, brought: str, given_back: str) -> None:
        """What the days would add, as soon as both are days; a refusal stands under them."""
        found, today = self._facts.found, self._desk.services.returns.today()
        said = replace(self._facts, brought=brought, given_back=given_back, days=None, after=None, fault="")
        days = [day_and_total(text.strip(), today=today) for text in (brought, given_back)]
        if found is None or days[0] is None or days[1] is None:
            self._fold(said)
            return
        brought_on, given_back_on = days[0][0], days[1][0]
        try:
            after = self._desk.services.guarantees.after_repair(found, brought_on=brought_on, given_back_on=given_back_on)
        except KioskError as error:
            self._fold(replace(said, fault=self._words(error)))
        else:
            self._fold(replace(said, days=(brought_on, given_back_on), after=after))

    def _repaired(self, found: UnderGuarantee) -> None:
        self._fold(RepairFacts(found, self._facts.may_repair))
        self._on_repaired(found)

    def _failed(self, error: Exception) -> None:
        self._fold(replace(self._facts, busy=False, fault=self._words(error)))

    def _words(self, error: Exception) -> str:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        return f"{words.what} {words.todo}"

    def _fold(self, facts: RepairFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        today = self._desk.services.returns.today()
        before, self._props = self._props, derive(self._facts, today, self._formats)
        if before != self._props:
            self.changed.emit()

    passport = Property(PassportViewModel, lambda self: self._passport, constant=True)
    canAsk = shown("can_ask", bool, changed)
    open = shown("open", bool, changed)
    device = shown("device", str, changed)
    brought = shown("brought", str, changed)
    givenBack = shown("given_back", str, changed)
    today = shown("today", str, changed)
    awayDays = shown("away_days", int, changed)
    until = shown("until", str, changed)
    untilAfter = shown("until_after", str, changed)
    fault = shown("fault", str, changed)
    canConfirm = shown("can_confirm", bool, changed)
