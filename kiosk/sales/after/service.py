"""Taking goods back: finding the ticket that sold them, what is left of it, and the lines that give it back. Reads; paying writes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.catalogue.codes import Gs1, Imei, ScannedCode, SerialLike, TicketNumber, UnitCode, UnknownCode, decode
from kiosk.catalogue.products import ProductKind
from kiosk.catalogue.service import CatalogueService
from kiosk.sales import basket as baskets
from kiosk.sales import store as sales_store
from kiosk.sales.after import originals, store
from kiosk.sales.after.returns import (
    LONGEST_NOTE,
    AlreadyInReturn,
    GoodsNotKnownHere,
    LineNotReturnable,
    OtherTicketInReturn,
    PolicyState,
    ReturnableLine,
    ReturnReasonMissing,
    check_serial,
    mirrored,
    policy_state,
    way_back,
)
from kiosk.sales.after.right import Original, ReturnElsewhere
from kiosk.sales.after.rules import ReturnReason
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.counter import Counter
from kiosk.sales.desk.deposit_store import deposit_paid_by
from kiosk.sales.desk.keeping import DepositGone
from kiosk.sales.refund import Grounds
from kiosk.sales.store import StoredTicket
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.sales.ticket_line import TicketLine
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.stock.service import StockService, UnitUnknown

MOST_FOUND = 50
MOST_OF_A_DAY = 500
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?(?: +([0-9]{1,6})(?:[.,]([0-9]{2}))?)?")
CARD_TAIL_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Returnable:
    """A ticket as it may be given back today. ``held_by`` is the till that goods of it come back at, "" for this one."""

    ticket: Ticket
    lines: tuple[ReturnableLine, ...]
    policy: PolicyState
    held_by: str = ""

    @property
    def any_left(self) -> bool:
        """Whether anything may still come back."""
        return any(line.left for line in self.lines)


class ReturnService:
    """Only from the original ticket, only what was sold and has not come back, only with the device's own serial read."""

    def __init__(self, counter: Counter, stock: StockService, catalogue: CatalogueService) -> None:
        self._counter = counter
        self._stock = stock
        self._catalogue = catalogue

    # ── finding the ticket ─────────────────────────────────────────────────────────────────────────────────────────
    def search(self, typed: str) -> tuple[StoredTicket, ...]:
        """Whatever somebody types or scans: a ticket's number, a serial or its end, a card's four last digits, a day, perhaps with an amount
        (``22/11 29,90``). Newest first.
        """
        text = typed.strip()
        asked = day_and_total(text, today=self.today())
        if asked is not None:
            return self.on_day(asked[0], total=asked[1])
        code = decode(text)
        if isinstance(code, TicketNumber):
            with self._counter.database.read() as connection:
                found = sales_store.ticket_by_number(connection, code.text)
            return () if found is None else (found,)
        tail = text.replace(" ", "").replace("•", "").replace("*", "")
        by_serial = self.by_code(code) or self.by_serial(tail)
        by_card = self.by_card(tail) if len(tail) == CARD_TAIL_DIGITS and tail.isdigit() else ()
        seen = {item.ticket.number for item in by_serial}
        return (*by_serial, *(item for item in by_card if item.ticket.number not in seen))

    def by_code(self, code: ScannedCode) -> tuple[StoredTicket, ...]:
        """Tickets of the device that was scanned."""
        names = identifiers_of(code)
        with self._counter.database.read() as connection:
            found = (store.tickets_of_unit_named(connection, name, limit=MOST_FOUND) for name in names)
            return next((tickets for tickets in found if tickets), ())

    def by_serial(self, text: str) -> tuple[StoredTicket, ...]:
        """By IMEI, serial or label, whole or its four last characters at least."""
        if len(text) < CARD_TAIL_DIGITS or not text.isalnum():
            return ()
        with self._counter.database.read() as connection:
            return store.tickets_of_unit_named(connection, text, limit=MOST_FOUND)

    def units_named(self, names: Sequence[str]) -> tuple[str, ...]:
        """Ids of the devices that the first telling name stands for: an IMEI, a serial, a label, or the end of one."""
        with self._counter.database.read() as connection:
            found = (store.units_named(connection, name) for name in names if len(name) >= CARD_TAIL_DIGITS and name.isalnum())
            return next((units for units in found if units), ())

    def by_card(self, card_tail: str) -> tuple[StoredTicket, ...]:
        """By the four last digits of the card that paid."""
        with self._counter.database.read() as connection:
            return store.tickets_by_card(connection, card_tail, limit=MOST_FOUND)

    def on_day(self, day: date, *, total: Money | None = None) -> tuple[StoredTicket, ...]:
        """The tickets of a day, newest first; only those of one amount when it is known."""
        with self._counter.database.read() as connection:
            return store.tickets_on(connection, day.isoformat(), total=total, limit=MOST_OF_A_DAY)

    def today(self) -> date:
        """The shop's own day."""
        return self._counter.now_local().date()

    def returnable(self, number: str) -> Returnable:
        """What is left of a ticket today: this till's own, or one whose right it received; TicketUnknown, ReturnElsewhere."""
        with self._counter.database.read() as connection:
            original, held_by = self._original(connection, number)
            returned = originals.returned_of(connection, original, [line.line_id for line in original.ticket.lines])
        ticket = original.ticket
        units = {line.unit_id: self._stock.unit_by_id(line.unit_id) for line in ticket.lines if line.unit_id}
        lines = tuple(ReturnableLine(line, returned.get(line.line_id, 0), units.get(line.unit_id or "")) for line in ticket.lines)
        return Returnable(ticket, lines, self._policy(ticket), held_by)

    def _original(self, connection: Connection, number: str) -> tuple[Original, str]:
        """An own ticket is shown wherever its right is."""
        try:
            return originals.original_of(connection, number, till_code=self._counter.identity(connection).till_code), ""
        except ReturnElsewhere as error:
            stored = sales_store.ticket_by_number(connection, number)
            if stored is None:
                raise
            return Original(stored.ticket), str(error.facts["till"])

    def last_day(self, sold_on: date) -> date:
        """Until when the house takes back what it sold on that day."""
        return self._counter.returns.policy(sold_on).last_day(sold_on)

    # ── taking back ────────────────────────────────────────────────────────────────────────────────────────────────
    def reasons(self) -> tuple[ReturnReason, ...]:
        """The answers to "why does it come back?"."""
        return self._counter.returns.reasons

    def add_back(
        self, basket: Basket, number: str, wanted: Mapping[str, int], grounds: Grounds, *, person: Person, approved_by: Approval | None = None
    ) -> Basket:  # fmt: skip
        """Pieces of a ticket's lines, by line id, into the basket: all or none. Every reason why not is a Refused with its words.

        ``grounds.scanned`` is the device's own IMEI or serial, which one device at a time can have.
        """
        found = self.returnable(number)
        if found.held_by:
            raise ReturnElsewhere(number=number, till=found.held_by)
        require_lent(person, found.policy.right, approved_by, document=basket.basket_id)
        if self._counter.returns.reason(grounds.reason) is None:
            raise ReturnReasonMissing
        lent = Grounds(grounds.reason, grounds.note.strip()[:LONGEST_NOTE], grounds.scanned, approved_by)
        for line_id, quantity in wanted.items():
            basket = self._with_line(basket, found, line_id, quantity, lent)
        return basket

    def check_scanned(self, number: str, line_id: str, scanned: ScannedCode | str) -> str:
        """The identifier as it is kept, when the device on the counter is the one that was sold; SerialNotScanned, SerialWrong."""
        line = self._line(self.returnable(number), line_id)
        if line.unit is None:
            raise UnitUnknown(unit_id=line.line.unit_id or "")
        names = identifiers_of(decode(scanned) if isinstance(scanned, str) else scanned)
        own = {name.upper() for name in (line.unit.imei, line.unit.imei2, line.unit.serial) if name}
        name = next((name for name in names if name.upper() in own), names[0] if names else None)
        check_serial(line.unit, name)
        assert name is not None
        return name

    def way_back(self, basket: Basket, due: Money) -> tuple[Tender, ...]:
        """How ``due`` goes back without asking anybody."""
        number = next((line.back.original_number for line in basket.lines if line.back), None)
        if number is None or due.amount_cents >= 0:
            return ()
        with self._counter.database.read() as connection:
            return way_back(due, originals.ways_left(connection, number))

    def may_pay_back_freely(self, person: Person) -> bool:
        """Whether somebody may hand out cash for what was paid by card."""
        return may(person, Right.REFUND_BEYOND_POLICY)

    def _with_line(self, basket: Basket, found: Returnable, line_id: str, quantity: int, grounds: Grounds) -> Basket:
        backs = [line.back for line in basket.lines if line.back is not None]
        if any(back.original_number != found.ticket.number for back in backs):
            raise OtherTicketInReturn
        if any(back.original_line_id == line_id for back in backs):
            raise AlreadyInReturn
        line = self._line(found, line_id)
        if line.unit is not None:
            check_serial(line.unit, grounds.scanned)
        self._check_deposit(found.ticket.number, line.line)
        back = mirrored(found.ticket, line_id, returned=line.returned, quantity=quantity)
        product = self._catalogue.product_by_id(back.product_id)
        if product is None or (back.unit_id and line.unit is None):
            raise GoodsNotKnownHere(name=back.label)
        kept = grounds if line.unit is not None else Grounds(grounds.reason, grounds.note, None, grounds.approval)
        new = BasketLine(self._counter.ids.new(), product, back.quantity, back.unit_price, line.unit, back=back, grounds=kept)
        return baskets.add_back(basket, new)

    def _check_deposit(self, number: str, line: TicketLine) -> None:
        """DepositGone here and not only at the payment: by then a card may have been credited."""
        if line.product_kind is not ProductKind.DEPOSIT:
            return
        with self._counter.database.read() as connection:
            if deposit_paid_by(connection, number, line.line_id) is None:
                raise DepositGone

    def _line(self, found: Returnable, line_id: str) -> ReturnableLine:
        line = next((line for line in found.lines if line.line.line_id == line_id), None)
        if line is None:
            raise LineNotReturnable
        return line

    def _policy(self, ticket: Ticket) -> PolicyState:
        return policy_state(ticket, self._counter.returns.policy(ticket.head.business_day), today=self.today())


def identifiers_of(code: ScannedCode) -> tuple[str, ...]:
    """What a scanned code says a device is called, most likely first; nothing for codes of other things."""
    match code:
        case Gs1():
            return tuple(filter(None, (code.imei, code.serial)))
        case SerialLike():
            return code.candidates
        case Imei() | UnitCode() | UnknownCode():
            return (code.text,)
        case _:
            return ()


def day_and_total(text: str, *, today: date) -> tuple[date, Money | None] | None:
    """``22/11``, ``22/11/2026`` or ``22/11 29,90``: the last such day that has begun, and the amount when one is said."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    day, month, year, euros, cents = found.groups()
    try:
        said = date(int(year) if year else today.year, int(month), int(day))
        said = said if year or said <= today else said.replace(year=today.year - 1)
    except ValueError:
        return None
    return said, Money(int(euros) * 100 + int(cents or 0)) if euros else None
