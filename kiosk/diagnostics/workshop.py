"""Use cases of the workshop: what waits there and why, entering a repair, letting a unit out of a state that holds it. On the ledger worker.

A repair puts its unit back before an inspector with the repaired points and their dependants open; the rest stands. Whoever lets a
blocked, quarantined or scrapped unit go says why, and a manager answers for it: the rule of the state is no technician's to waive.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics import workshop_store
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.inspection import Inspection
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.repairs import BookPart, InspectorRepairs, NotInWorkshop, Repair, Work
from kiosk.diagnostics.rework import Failed, failed_points, inspectors_of, parts_to_replace
from kiosk.diagnostics.session import SessionState
from kiosk.errors import Refused
from kiosk.journal.ledger import Ledger
from kiosk.staff.approvals import Approval, Why, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, UnitState

WAITING = (UnitState.REWORK, UnitState.BLOCKED, UnitState.QUARANTINE)
WAYS_OUT = {
    UnitState.REWORK: (UnitState.PARTS,),
    UnitState.BLOCKED: (UnitState.TO_INSPECT, UnitState.PARTS),
    UnitState.QUARANTINE: (UnitState.REWORK, UnitState.PARTS),
    UnitState.PARTS: (UnitState.REWORK,),
}
"""Where each state that holds a unit may let it go to; out of the workshop to the shelf there is only the inspection."""
LetGo = Callable[[Connection, Unit, UnitState, Why, Person, str | None], None]
"""What is told of a unit that was let go: it, the state it left, why, who, and who approved it."""


class NoWayOut(Refused):
    """The unit is in no state that holds it, or may not go there from it."""

    code = "diagnostics.no_way_out"


@dataclass(frozen=True, slots=True)
class WorkshopScreen:
    """One unit on the repairer's bench. ``suggested`` are the parts that its defects name; ``ways_out`` where it may go without a repair."""

    unit: Unit
    model: DeviceModel
    failed: tuple[Failed, ...]
    suggested: tuple[str, ...]
    parts: tuple[BookPart, ...]
    minute_rate: Money
    repairs: tuple[Repair, ...]
    ways_out: tuple[UnitState, ...]
    may_repair: bool


class WorkshopService:
    """Everything between an inspection that failed and the next one."""

    def __init__(
        self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, rules: InspectionRules
    ) -> None:  # fmt: skip
        self._recorder = recorder
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self._rules = rules
        self.let_go_hooks: list[LetGo] = []
        """Told, in the same transaction, of every unit that leaves a state that held it."""

    def waiting(self) -> tuple[Unit, ...]:
        """Units in the workshop, then those that a rule holds back; oldest first in each."""
        return tuple(unit for state in WAITING for unit in self._stock.units_in(state))

    def words_of(self, part: str) -> Words:
        """What a part is called; its code when nobody named it."""
        return self._rules.part_words.get(part, Words(part, part))

    def screen(self, unit_id: str, person: Person) -> WorkshopScreen:
        """The read model, now; NoWayOut when nothing holds the unit."""
        unit, model = self._held(unit_id)
        inspection, state = self._last_inspection(unit, model)
        with self._recorder.database.read() as connection:
            repairs = workshop_store.repairs_of(connection, unit_id)
        failed = failed_points(inspection, state) if state else ()
        return WorkshopScreen(
            unit, model, failed, parts_to_replace(state) if state else (), self._rules.prices.parts_of(model), self._rules.prices.minute_rate(), repairs,
            WAYS_OUT[unit.state], unit.state is UnitState.REWORK and person.person_id not in inspectors_of(state),
        )  # fmt: skip

    def repair(self, unit_id: str, work: Work, person: Person) -> Unit:
        """Keep the repair with its cost and send the unit back to its inspection. RepairUnclear, NotInWorkshop, InspectorRepairs, RightMissing."""
        require(person, Right.INSPECT)
        checked = work.checked()
        unit, model = self._held(unit_id)
        if unit.state is not UnitState.REWORK:
            raise NotInWorkshop(tail=unit.identifier_tail)
        _inspection, state = self._last_inspection(unit, model)
        if person.person_id in inspectors_of(state):
            raise InspectorRepairs()
        recorder = self._recorder
        done = Repair(
            recorder.ids.new(), unit_id, unit.inspection_id, utc_text(recorder.clock.now_utc()), person.person_id, checked, self._rules.prices.minute_rate(),
        )  # fmt: skip
        after = replace(unit, state=UnitState.TO_INSPECT, repair_cost=unit.repair_cost + done.cost)
        with recorder.database.write() as connection:
            workshop_store.add_repair(connection, done)
            after = self._stock.update_unit(connection, after, reason="repaired", document_id=done.repair_id, person_id=person.person_id)
            self._ledger.append(
                connection, "stock.unit_repaired",
                {
                    "unit_id": unit_id, "repair_id": done.repair_id, "inspection_id": unit.inspection_id, "state": after.state.value,
                    "points": list(checked.points), "minutes": checked.minutes, "minute_cents": done.minute_rate.amount_cents,
                    "parts": [
                        {"part": used.part, "cost_cents": used.cost.amount_cents, "genuine": used.genuine, "reference": used.reference}
                        for used in checked.parts
                    ],
                    "cost_cents": done.cost.amount_cents, "repair_cents": after.repair_cost.amount_cents, "note": checked.note,
                },
                person_id=person.person_id,
            )  # fmt: skip
        return after

    def let_go(self, unit_id: str, to_state: UnitState, why: Why, person: Person, *, approved_by: Approval | None = None) -> Unit:
        """Out of a state that holds it, with a reason. Giving a unit up for parts is a technician's; the rest a manager's. NoWayOut, RightMissing."""
        require(person, Right.INSPECT)
        said = approved_by.why if approved_by is not None and not why.reason else why.checked()
        unit, _model = self._held(unit_id)
        if to_state not in WAYS_OUT[unit.state]:
            raise NoWayOut(tail=unit.identifier_tail)
        if to_state is not UnitState.PARTS:
            require_lent(person, Right.RELEASE_UNIT, approved_by, document=unit_id)
        with self._recorder.database.write() as connection:
            after = self._stock.change_state(
                connection, unit_id, to_state=to_state, reason=f"let_go:{said.reason}", document_id=unit.inspection_id, person_id=person.person_id
            )
            self._ledger.append(
                connection, "stock.unit_let_go",
                {
                    "unit_id": unit_id, "from": unit.state.value, "state": to_state.value, "reason": said.reason, "note": said.note,
                    "approved_by": approved_by.approver_id if approved_by else None,
                },
                person_id=person.person_id,
            )  # fmt: skip
            for tell in self.let_go_hooks:
                tell(connection, after, unit.state, said, person, approved_by.approver_id if approved_by else None)
        return after

    def _held(self, unit_id: str) -> tuple[Unit, DeviceModel]:
        unit = self._stock.unit_by_id(unit_id)
        if unit is None or unit.state not in WAYS_OUT:
            raise NoWayOut(tail=unit.identifier_tail if unit else "")
        model = self._catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue (foreign key)"
        return unit, model

    def _last_inspection(self, unit: Unit, model: DeviceModel) -> tuple[Inspection, SessionState | None]:
        """The list of the kind and the session that sent the unit here; None when it was no inspection of this till."""
        inspection = self._rules.inspections[model.kind].for_capabilities(model.capabilities)
        found = self._recorder.find(unit.inspection_id)
        return inspection, found[1] if found else None
