"""What leaves an inspection: the label, the journal entry's body, the names of the rules used; and what the kiosk knows at its start. Pure."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from kiosk.basics.locales import FRANCE, Locale
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.answers import answered
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.grading import Graded, GradingRules, Outcome
from kiosk.diagnostics.inspection import Inspection, InspectionFacts
from kiosk.documents.labels import DIAMONDS
from kiosk.documents.papers import UnitLabel
from kiosk.journal.entry import JsonValue
from kiosk.stock.units import Unit, UnitState

_STATES = {
    Outcome.QUARANTINE: UnitState.QUARANTINE,
    Outcome.BLOCKED: UnitState.BLOCKED,
    Outcome.HOLD_ERASE: UnitState.TO_ERASE,
    Outcome.PARTS: UnitState.PARTS,
    Outcome.REWORK: UnitState.REWORK,
    Outcome.SALE: UnitState.FOR_SALE,
}


def unit_after(unit: Unit, facts: InspectionFacts, *, price: Money | None, session_id: str) -> Unit:
    """The unit as the inspection leaves it."""
    battery = facts.battery_pct if facts.battery_pct is not None else unit.battery_health_pct
    graded = facts.graded
    return replace(
        unit, state=_STATES[graded.outcome], grade=graded.grade, price=price, battery_health_pct=battery, inspection_id=session_id
    )  # fmt: skip


def model_text(model: DeviceModel, locale: Locale = FRANCE) -> str:
    """``iPhone 12 64 Go Bleu``: as it stands on labels and contracts."""
    size = f"{model.storage_gb}\u00a0{'Go' if locale.french else 'GB'}" if model.storage_gb else ""
    return " ".join(filter(None, (model.name, size, model.colour or "")))


def unit_label(unit: Unit, model: DeviceModel, graded: Graded, rules: GradingRules, locale: Locale) -> UnitLabel:
    """The label after an inspection; price and grade only when the unit is for sale."""
    language = locale.language
    return UnitLabel(
        label_code=unit.label_code, name=model_text(model, locale), identifier_tail=unit.identifier_tail,
        state_word=rules.outcome_words[graded.outcome].text(language), register_number=unit.register_number,
        grade_word=rules.grade_words[graded.grade].text(language) if graded.grade else None, price=unit.price if graded.grade else None,
        battery_pct=unit.battery_health_pct, grade_diamonds=DIAMONDS[graded.grade] if graded.grade else None,
        refurbished=graded.grade is not None and unit.refurbished, locale=locale,
    )  # fmt: skip


def graded_body(unit: Unit, facts: InspectionFacts, inspection: Inspection, rules: GradingRules) -> dict[str, JsonValue]:
    """The body of ``stock.unit_graded``: result, rule and every point, with the hashes of what decided."""
    graded = facts.graded
    return {
        "unit_id": unit.unit_id, "inspection_id": unit.inspection_id, "state": unit.state.value, "outcome": graded.outcome.value,
        "grade": graded.grade.value if graded.grade else None, "rule": graded.rule, "because": list(graded.because),
        "price_cents": unit.price.amount_cents if unit.price else None, "battery_health_pct": unit.battery_health_pct,
        "points": {point.point_id: point.status.value for point in facts.points}, "grading_sha256": rules.sha256,
        "inspection_sha256": inspection.checklist.sha256,
    }  # fmt: skip


def rules_text(inspection: Inspection, grading: GradingRules, capabilities: tuple[str, ...]) -> str:
    """The versions and hashes kept with the session, and what the model could have on that day."""
    names: dict[str, object] = {"inspection": inspection.checklist.version, "inspection_sha256": inspection.checklist.sha256}
    return json.dumps(names | {"capabilities": list(capabilities), "grading": grading.version, "grading_sha256": grading.sha256}, sort_keys=True)


def known_at_once(inspection: Inspection, unit: Unit, now: datetime, person_id: str, *, scanned: bool) -> tuple[Answered, ...]:
    """What the kiosk knows itself: the erasure certificate, and the identity when the unit itself was scanned."""
    proofs = {"erasure": unit.erasure_id, "identity": (unit.imei or unit.serial) if scanned else None}
    known = []
    for question_id, raw in proofs.items():
        question = inspection.checklist.question(question_id)
        option = question.option("pass") if question else None
        if raw is not None and option is not None:
            known.append(answered(option, question_id=question_id, step_id=question_id, at_utc=now, person_id=person_id, method=Method.AUTO_KIOSK, raw=raw))
    return tuple(known)
