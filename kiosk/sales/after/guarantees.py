"""Is this device under guarantee? One scan answers: when it was sold, on which ticket, until when, and what a repair added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from kiosk.catalogue.codes import ScannedCode
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales.after import store
from kiosk.sales.after.rules import GuaranteeTerms
from kiosk.sales.after.store import Extension
from kiosk.sales.counter import Counter
from kiosk.sales.guarantee import Cover, GuaranteeState, Lengthened, Lengthening, after_repair, cover_of
from kiosk.sales.ticket import Ticket
from kiosk.sales.ticket_line import TicketLine
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock import store as stock_store
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, UnitState


class NotSoldHere(Refused):
    """No ticket of this till sold the device."""

    code = "sales.not_sold_here"


class NotUnderGuarantee(Refused):
    """Its guarantee is over, or the device came back: a repair adds nothing."""

    code = "sales.not_under_guarantee"


class RepairDatesWrong(Refused):
    """Given back before it was brought, or in days to come."""

    code = "sales.repair_dates_wrong"


class RepairKnown(Refused):
    """Days of this repair were counted before; ``until`` is the day on which that one ended."""

    code = "sales.repair_known"


@dataclass(frozen=True, slots=True)
class UnderGuarantee:
    """One sold device as it stands today. ``lengthened`` says what repairs added."""

    unit: Unit
    ticket: Ticket
    line: TicketLine
    cover: Cover
    state: GuaranteeState
    lengthened: tuple[Lengthened, ...]


class GuaranteeService:
    """Guarantees of what this till sold."""

    def __init__(self, counter: Counter, stock: StockService) -> None:
        self._counter = counter
        self._stock = stock

    def of_code(self, code: ScannedCode | str) -> UnderGuarantee | None:
        """The device with this IMEI, serial or label; None when this till never sold it."""
        unit = self._stock.unit_by_code(code)
        if unit is None:
            return None
        with self._counter.database.read() as connection:
            return self._of_unit(connection, unit)

    def terms(self, sold_on: date) -> GuaranteeTerms:
        """What was promised to customers of that day."""
        return self._counter.returns.guarantee(sold_on)

    def of_sale(self, sold_on: date, *, lengthened: Iterable[tuple[str, int]], came_back: bool) -> tuple[Cover, GuaranteeState]:
        """The same for a device that another till sold, from what is known of it: the day, what repairs added (reason, days), and its return."""
        added = tuple(Lengthened(Lengthening(reason), days) for reason, days in lengthened)
        cover = cover_of(sold_on, used=True, terms=self.terms(sold_on), lengthened=added)
        return cover, GuaranteeState.GIVEN_BACK if came_back else cover.state(self._counter.now_local().date())

    def after_repair(self, found: UnderGuarantee, *, brought_on: date, given_back_on: date) -> Cover:
        """How far the promises would reach after such a repair; nothing is written. NotUnderGuarantee, RepairDatesWrong."""
        added = self._added(found, brought_on, given_back_on)
        return cover_of(found.cover.since, used=True, terms=self.terms(found.cover.since), lengthened=(*found.lengthened, *added))

    def repaired(self, unit_id: str, *, brought_on: date, given_back_on: date, person: Person) -> UnderGuarantee:
        """A repair under guarantee is over: six months more (C. conso. L. 217-13), and the days it took (L. 217-28, RCP-03).

        NotSoldHere, NotUnderGuarantee, RepairDatesWrong, RepairKnown, RightMissing.
        """
        require(person, Right.INSPECT)
        with self._counter.database.write() as connection:
            unit = stock_store.unit_by_id(connection, unit_id)
            before = None if unit is None else self._of_unit(connection, unit)
            if before is None:
                raise NotSoldHere
            added = self._added(before, brought_on, given_back_on)
            self._check_new(connection, before, brought_on, given_back_on)
            for item in added:
                self._add(connection, before, item, person, (brought_on, given_back_on))
            after = self._of_unit(connection, before.unit)
        assert after is not None
        return after

    def _added(self, found: UnderGuarantee, brought_on: date, given_back_on: date) -> tuple[Lengthened, ...]:
        if not found.cover.since <= brought_on <= given_back_on <= self._counter.now_local().date():
            raise RepairDatesWrong
        if found.cover.state(brought_on) is GuaranteeState.OVER or found.state is GuaranteeState.GIVEN_BACK:
            raise NotUnderGuarantee(tail=found.unit.identifier_tail)
        return after_repair(found.cover, brought_on=brought_on, given_back_on=given_back_on, terms=self.terms(found.cover.since))

    @staticmethod
    def _check_new(connection: Connection, found: UnderGuarantee, brought_on: date, given_back_on: date) -> None:
        """The days of one repair count once; a device that breaks again on the day it was given back is another repair."""
        for item in store.extensions_of(connection, found.line.line_id):
            if item.brought_on is None or item.given_back_on is None:
                continue
            same = (item.brought_on, item.given_back_on) == (brought_on, given_back_on)
            if same or (item.brought_on < given_back_on and brought_on < item.given_back_on):
                raise RepairKnown(until=item.given_back_on, tail=found.unit.identifier_tail)

    def _add(self, connection: Connection, before: UnderGuarantee, item: Lengthened, person: Person, days: tuple[date, date]) -> None:
        brought_on, given_back_on = days
        new = Extension(
            self._counter.ids.new(), before.unit.unit_id, before.line.line_id, self._counter.now_utc(), item.days, item.reason.value, person.person_id,
            brought_on, given_back_on,
        )  # fmt: skip
        store.add_extension(connection, new)
        body: dict[str, EventValue] = {
            "unit_id": before.unit.unit_id, "number": before.ticket.number, "line_id": before.line.line_id, "days": item.days, "reason": item.reason.value,
            "brought_on": brought_on.isoformat(), "given_back_on": given_back_on.isoformat(),
        }  # fmt: skip
        self._counter.ledger.append(connection, "sales.guarantee_lengthened", body, person_id=person.person_id)

    def _of_unit(self, connection: Connection, unit: Unit) -> UnderGuarantee | None:
        stored = store.sale_of_unit(connection, unit.unit_id)
        if stored is None:
            return None
        line = next(line for line in stored.ticket.lines if line.unit_id == unit.unit_id and not line.came_back)
        sold_on = stored.ticket.head.business_day
        lengthened = tuple(Lengthened(Lengthening(item.reason), item.days) for item in store.extensions_of(connection, line.line_id))
        came_back = unit.state is not UnitState.SOLD or store.returned_of(connection, [line.line_id]).get(line.line_id, 0) > 0
        cover, state = self.of_sale(sold_on, lengthened=((item.reason.value, item.days) for item in lengthened), came_back=came_back)
        return UnderGuarantee(unit, stored.ticket, line, cover, state, lengthened)
