"""Why a unit has its grade, answered under the rules of the day it was inspected; and which stock other rules would move. Reads.

An inspection keeps the hashes of its rule files, and the files themselves stand in the database by hash (ADR 34): no later version
can change what was decided, nor what is said of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics import workshop_store
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.grading import Graded, GradingRules, grade
from kiosk.diagnostics.inspection import Beyond, Inspection, InspectionFacts, grading_facts, inspection_facts
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.repairs import Repair
from kiosk.diagnostics.rulefiles import grading_of, inspection_of
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.store import SessionRow
from kiosk.diagnostics.workshop_store import GradeChange
from kiosk.stock.service import StockService
from kiosk.stock.units import Grade, Unit


@dataclass(frozen=True, slots=True)
class Explained:
    """The inspection behind a grade as it was decided: points, rule, the one fact that would have raised it, all in the words of that day."""

    inspection: Inspection
    grading: GradingRules
    facts: InspectionFacts
    at_utc: str
    inspector_id: str


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """What the life line tells beside the moves. ``explained`` is None when no inspection of this till stands behind the unit."""

    unit: Unit
    explained: Explained | None
    repairs: tuple[Repair, ...]
    changes: tuple[GradeChange, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit that other rules would judge otherwise."""

    unit: Unit
    model: DeviceModel
    before: Grade | None
    after: Graded


def keep_rules(connection: Connection, inspection: Inspection, grading: GradingRules, *, at_utc: str) -> None:
    """The two files by which an inspection that begins now will be decided."""
    checklist = inspection.checklist
    for sha256, name, version, content in (
        (grading.sha256, grading.rules_id, grading.version, grading.source),
        (checklist.sha256, checklist.checklist_id, checklist.version, checklist.source),
    ):
        workshop_store.keep_rule_file(connection, sha256=sha256, name=name, version=version, at_utc=at_utc, content=content)


class HistoryService:
    """Explanations of old inspections, and what new rules would change."""

    def __init__(self, recorder: Recorder, *, stock: StockService, catalogue: CatalogueService, rules: InspectionRules) -> None:
        self._recorder = recorder
        self._stock = stock
        self._catalogue = catalogue
        self._rules = rules

    def of(self, unit_id: str) -> UnitHistory | None:
        """Everything that is known of why the unit stands as it does; None for a unit that this till does not know."""
        unit = self._stock.unit_by_id(unit_id)
        model = self._catalogue.model_by_id(unit.model_id) if unit else None
        if unit is None or model is None:
            return None
        with self._recorder.database.read() as connection:
            repairs, changes = workshop_store.repairs_of(connection, unit_id), workshop_store.grade_changes_of(connection, unit_id)
        return UnitHistory(unit, self._explained(unit, model), repairs, changes)

    def moved_by(self, grading: GradingRules | None = None, inspections: Mapping[DeviceKind, Inspection] | None = None) -> tuple[Moved, ...]:
        """The units on sale that these rules would not leave in the grade that the table gave them."""
        moved = []
        for found in self._stock.units_here():
            unit = found.unit
            model = self._catalogue.model_by_id(unit.model_id) if unit else None
            explained = self._explained(unit, model) if unit and unit.grade and model else None
            session = self._recorder.find(unit.inspection_id) if unit and explained else None
            if unit is None or model is None or explained is None or session is None:
                continue
            row, state = session
            points = (inspections or {}).get(model.kind) or explained.inspection
            points = points.for_capabilities(capabilities_of(row, model))
            after = grade(grading_facts(points, state, beyond_of(state)), grading or explained.grading)
            if after.grade is not explained.facts.graded.grade:
                moved.append(Moved(unit, model, explained.facts.graded.grade, after))
        return tuple(moved)

    def _explained(self, unit: Unit, model: DeviceModel) -> Explained | None:
        session = self._recorder.find(unit.inspection_id)
        if session is None or session[1].finished is None:
            return None
        row, state = session
        rules = self._rules_of(row, model)
        if rules is None:
            return None
        inspection, grading = rules
        kept = inspection.for_capabilities(capabilities_of(row, model))
        facts = inspection_facts(kept, state, grading, beyond_of(state))
        assert state.finished is not None
        return Explained(kept, grading, facts, utc_text(state.finished.at_utc), state.finished.person_id)

    def _rules_of(self, row: SessionRow, model: DeviceModel) -> tuple[Inspection, GradingRules] | None:
        """From the files kept by hash; an inspection of before they were kept is explained only while its files are still in force."""
        said: dict[str, Any] = json.loads(row.rules)
        grading_sha, points_sha = str(said.get("grading_sha256")), str(said.get("inspection_sha256"))
        today = self._rules.inspections[model.kind]
        if (grading_sha, points_sha) == (self._rules.grading.sha256, today.checklist.sha256):
            return today, self._rules.grading
        with self._recorder.database.read() as connection:
            table, points = (workshop_store.rule_file_by_sha256(connection, sha) for sha in (grading_sha, points_sha))
        if table is None or points is None:
            return None
        grading = grading_of(table, name=grading_sha)
        return inspection_of(points, grading, name=points_sha), grading


def capabilities_of(row: SessionRow, model: DeviceModel) -> tuple[str, ...]:
    """What the model could have on the day of the inspection, whatever the catalogue has learnt since."""
    said = json.loads(row.rules).get("capabilities")
    return model.capabilities if said is None else tuple(said)


def beyond_of(state: SessionState) -> Beyond:
    """What was known beside the answers when the inspection ended."""
    given = state.finished.given if state.finished else None
    return Beyond(erasure_proven=True) if given is None else replace(
        Beyond(erasure_proven=bool(given.get("erasure_proven", 1))),
        repair_cost=Money(given.get("repair_cost_cents", 0)), repair_cap=Money(given.get("repair_cap_cents", 0)),
        parts_genuine=bool(given.get("parts_genuine", 1)), new_cell=bool(given.get("new_cell", 0)),
    )  # fmt: skip
