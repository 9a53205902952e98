"""Changing the grade that the table gave: down by a technician with a reason, up only with a second signature. On the ledger worker.

Both grades stay: the computed one in its inspection, the given one with who, why and who agreed. A unit that a knock-out holds back
has no grade and is never on sale, so nothing here can put it there. Source: diagnostics §3.3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics import workshop_store
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.graded import unit_label
from kiosk.diagnostics.grading import Graded, Outcome
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.workshop_store import GradeChange
from kiosk.documents.labels import label_zpl
from kiosk.documents.service import PrintQueue
from kiosk.errors import Refused
from kiosk.journal.ledger import Ledger
from kiosk.staff.approvals import Approval, Why
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.stock.units import Grade, Unit, UnitState

_BEST_FIRST = tuple(Grade)


class GradeFixed(Refused):
    """Only a unit on sale with a computed grade can be given another; a knock-out leaves none to change."""

    code = "diagnostics.grade_fixed"


class SecondSignatureMissing(Refused):
    """A grade goes up only when somebody else with the right agrees, also for a manager."""

    code = "diagnostics.second_signature_missing"


class NoPriceForGrade(Refused):
    """The price book has no sale price for this model in that grade."""

    code = "diagnostics.no_price_for_grade"


def is_raise(before: Grade, after: Grade) -> bool:
    """Whether the new grade is the better one."""
    return _BEST_FIRST.index(after) < _BEST_FIRST.index(before)


class GradeService:
    """One use case: another grade than the computed one; ``graded`` are told of it in its transaction, as of an inspection's."""

    def __init__(
        self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, rules: InspectionRules, print_queue: PrintQueue
    ) -> None:  # fmt: skip
        self._recorder = recorder
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self._rules = rules
        self._print_queue = print_queue
        self.graded: list[Callable[[Connection, Unit, Person], None]] = []

    def change(self, unit_id: str, to_grade: Grade, why: Why, person: Person, *, approved_by: Approval | None = None) -> Unit:
        """Give the grade, its price and a new label. GradeFixed, SecondSignatureMissing, NoPriceForGrade, ReasonMissing, RightMissing."""
        require(person, Right.INSPECT)
        unit = self._stock.unit_by_id(unit_id)
        if unit is None or unit.state is not UnitState.FOR_SALE or unit.grade is None or unit.grade is to_grade:
            raise GradeFixed(tail=unit.identifier_tail if unit else "")
        said = self._said(unit.grade, to_grade, why, person, approved_by, unit_id)
        model = self._catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue (foreign key)"
        price = self._rules.prices.sale_price(model, to_grade)
        if price is None:
            raise NoPriceForGrade(model=model.name)
        change = GradeChange(
            self._recorder.ids.new(), unit_id, unit.inspection_id, utc_text(self._recorder.clock.now_utc()), unit.grade, to_grade, said.reason, said.note,
            person.person_id, approved_by.approver_id if approved_by else None, price,
        )  # fmt: skip
        return self._store(unit, model, change, person)

    def price_of(self, unit: Unit, grade: Grade) -> Money | None:
        """What it would be sold for in that grade."""
        model = self._catalogue.model_by_id(unit.model_id)
        return self._rules.prices.sale_price(model, grade) if model else None

    def _said(self, before: Grade, after: Grade, why: Why, person: Person, approved_by: Approval | None, unit_id: str) -> Why:
        if not is_raise(before, after):
            return why.checked()
        if approved_by is None or approved_by.approver_id == person.person_id or not approved_by.lends(Right.RAISE_GRADE, to=person, document=unit_id):
            raise SecondSignatureMissing()
        return approved_by.why

    def _store(self, unit: Unit, model: DeviceModel, change: GradeChange, person: Person) -> Unit:
        with self._recorder.database.write() as connection:
            workshop_store.add_grade_change(connection, change)
            after = self._stock.update_unit(
                connection, replace(unit, grade=change.to_grade, price=change.price), reason="grade_changed", document_id=change.change_id,
                person_id=person.person_id,
            )  # fmt: skip
            graded = Graded(Outcome.SALE, change.to_grade, 0, (), None)
            label = label_zpl(unit_label(after, model, graded, self._rules.grading, self._rules.locale))
            self._print_queue.enqueue(
                connection, kind="label", document_id=unit.unit_id, document_number=unit.label_code, content=label, printer="label"
            )
            self._ledger.append(
                connection, "stock.grade_changed",
                {
                    "unit_id": unit.unit_id, "change_id": change.change_id, "inspection_id": unit.inspection_id, "state": after.state.value,
                    "from": change.from_grade.value, "grade": change.to_grade.value, "reason": change.reason, "note": change.note,
                    "approved_by": change.approved_by, "price_cents": change.price.amount_cents,
                },
                person_id=person.person_id,
            )  # fmt: skip
            for tell in self.graded:
                tell(connection, after, person)
        return after
