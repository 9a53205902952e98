"""A ticket of another till on the page *Tickets*: found through central, its guarantee, and the way to take it back here. GUI thread; central is asked
on the worker for errands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.sales.after.guarantees import UnderGuarantee
from kiosk.sales.after.service import Returnable
from kiosk.sales.guarantee import Cover, GuaranteeState
from kiosk.sales.tickets import TicketUnknown
from kiosk.sync.elsewhere import SoldElsewhere
from kiosk.sync.protocol import SoldTicket
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ElsewhereFacts:
    """``asked`` is what central looks for; ``waiting`` for the other till's answer. ``cover`` is the guarantee of the device on the open ticket."""

    found: tuple[SoldElsewhere, ...] = ()
    asked: str = ""
    opened: SoldElsewhere | None = None
    cover: tuple[Cover, GuaranteeState] | None = None
    lengthened_days: int = 0
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class ElsewhereProps:
    """Finished words for QML. ``till_name`` is where the ticket is given back now."""

    looking: bool = False
    waiting: bool = False
    is_open: bool = False
    number: str = ""
    till_name: str = ""
    sold_on: str = ""
    total: str = ""
    first_name: str = ""
    more_count: int = 0
    guarantee: str = ""
    guarantee_until: str = ""
    presumed_until: str = ""
    house_until: str = ""
    lengthened_days: int = 0


def derive(facts: ElsewhereFacts, formats: Formats) -> ElsewhereProps:
    opened = facts.opened
    if opened is None:
        return ElsewhereProps(looking=facts.asked != "")
    ticket, (cover, state) = opened.ticket, facts.cover or (None, None)
    return ElsewhereProps(
        looking=facts.asked != "", waiting=facts.waiting, is_open=True, number=ticket.number, till_name=opened.held_at,
        sold_on=f"{formats.date(date.fromisoformat(ticket.business_day))} · {formats.clock(ticket.at_utc)}", total=formats.money(Money(ticket.due_cents)),
        first_name=ticket.unit_label or ticket.first_label, more_count=ticket.line_count - 1, guarantee=state.value if state else "",
        guarantee_until=formats.date(cover.legal_until) if cover else "", presumed_until=formats.date(cover.presumed_until) if cover else "",
        house_until=formats.date(cover.house_until) if cover and cover.house_until else "", lengthened_days=facts.lengthened_days,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class ElsewhereViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_found`` shows what central knows, ``on_taken`` opens a ticket whose right has come here, ``on_failed`` says why not."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_found: Callable[[tuple[SoldElsewhere, ...]], None], on_taken: Callable[[str], None],
        on_failed: Callable[[Exception], None], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._on_found = on_found
        self._on_taken = on_taken
        self._on_failed = on_failed
        self._facts = ElsewhereFacts()
        self._props = ElsewhereProps()

    def begin(self) -> None:
        """Nothing was asked yet."""
        self._fold(ElsewhereFacts())

    def look(self, text: str, *, scanned: bool = False) -> None:
        """What the other tills sold under this number, device, card or day; what was ``scanned`` opens, or is refused as unknown."""
        self._fold(replace(self._facts, asked=text, opened=None))
        elsewhere = self._desk.services.elsewhere
        self._desk.ask_central(lambda: elsewhere.find(text), lambda found: self._found(found, text, scanned=scanned), self._failed)

    def open(self, number: str) -> bool:
        """False for a ticket that was not found elsewhere."""
        found = next((item for item in self._facts.found if item.ticket.number == number), None)
        if found is None:
            return False
        ticket, guarantees, sold_on = found.ticket, self._desk.services.guarantees, date.fromisoformat(found.ticket.business_day)
        lawful = ticket.unit_id != "" and guarantees.terms(sold_on).legal_months > 0
        cover = guarantees.of_sale(sold_on, lengthened=ticket.lengthened, came_back=ticket.came_back) if lawful else None
        self._fold(replace(self._facts, opened=found, cover=cover, lengthened_days=sum(days for _, days in ticket.lengthened), waiting=False))
        return True

    def show_own(self, own: Returnable, cover: UnderGuarantee | None) -> None:
        """A ticket of this till that is given back at another now."""
        ticket, head = own.ticket, own.ticket.head
        sold = SoldTicket(
            ticket.number, "", own.held_by, head.at_utc, head.business_day.isoformat(), head.kind.value, ticket.due.amount_cents, ticket.lines[0].label,
            len(ticket.lines),
        )  # fmt: skip
        found = SoldElsewhere(sold, "", self._desk.services.elsewhere.till_name(own.held_by))
        days = sum(item.days for item in cover.lengthened) if cover else 0
        self._fold(replace(self._facts, opened=found, cover=(cover.cover, cover.state) if cover else None, lengthened_days=days, waiting=False))

    def close(self) -> None:
        """Another ticket is on show."""
        self._fold(replace(self._facts, opened=None, waiting=False))

    @Slot()
    def take(self) -> None:
        """Ask the other till for the right to take the goods back here."""
        opened = self._facts.opened
        if opened is None or self._facts.waiting:
            return
        number, elsewhere = opened.ticket.number, self._desk.services.elsewhere
        self._fold(replace(self._facts, waiting=True))
        self._desk.ask_central(lambda: elsewhere.fetch(number), lambda _: self._taken(number), self._failed)

    def _found(self, found: tuple[SoldElsewhere, ...], text: str, *, scanned: bool) -> None:
        if text != self._facts.asked:
            return
        self._fold(replace(self._facts, asked="", found=found))
        self._on_found(found)
        if scanned and found:
            self.open(next((item for item in found if item.ticket.kind == "sale"), found[0]).ticket.number)
        elif scanned:
            self._on_failed(TicketUnknown(number=text))

    def _taken(self, number: str) -> None:
        if self._facts.opened is not None and self._facts.opened.ticket.number == number:
            self.close()
            self._on_taken(number)

    def _failed(self, error: Exception) -> None:
        self._fold(replace(self._facts, asked="", waiting=False))
        self._on_failed(error)

    def _fold(self, facts: ElsewhereFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        if before != self._props:
            self.changed.emit()

    looking = shown("looking", bool, changed)
    waiting = shown("waiting", bool, changed)
    isOpen = shown("is_open", bool, changed)
    number = shown("number", str, changed)
    tillName = shown("till_name", str, changed)
    soldOn = shown("sold_on", str, changed)
    total = shown("total", str, changed)
    firstName = shown("first_name", str, changed)
    moreCount = shown("more_count", int, changed)
    guarantee = shown("guarantee", str, changed)
    guaranteeUntil = shown("guarantee_until", str, changed)
    presumedUntil = shown("presumed_until", str, changed)
    houseUntil = shown("house_until", str, changed)
    lengthenedDays = shown("lengthened_days", int, changed)
