"""The screen of the thirty tiles, put together from what is stored and from the rules. Reads nothing, decides nothing."""

from __future__ import annotations

from datetime import datetime

from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.desk import InspectionRules, InspectionScreen, Mend
from kiosk.diagnostics.inspection import Inspection, InspectionFacts
from kiosk.diagnostics.rework import part_behind
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.views import session_facts
from kiosk.stock.units import Unit


def inspection_screen(
    session_id: str, state: SessionState, unit: Unit, model: DeviceModel, *, inspection: Inspection, facts: InspectionFacts, rules: InspectionRules,
    repaired_by: tuple[str, ...], now_utc: datetime,
) -> InspectionScreen:  # fmt: skip
    """The read model at ``now_utc``; ``repaired_by`` are names."""
    shown, prices = facts.projected, rules.prices
    better = shown.better.grade if shown.better else None
    return InspectionScreen(
        session_id, unit, model, state.started.person_id, facts,
        session_facts(state, inspection.checklist, now_utc, next_step_id=facts.next_point_id),
        prices.sale_price(model, shown.grade) if shown.grade else None, prices.sale_price(model, better) if better else None, state.readings, state.answers,
        _mend(state, model, facts, rules), repaired_by,
    )  # fmt: skip


def _mend(state: SessionState, model: DeviceModel, facts: InspectionFacts, rules: InspectionRules) -> Mend | None:
    """The part that stands in the way of a better grade, as the price book has it; None where no part would do."""
    better = facts.projected.better
    part = part_behind(better.fact, state) if better else None
    known = next((book for book in rules.prices.parts_of(model) if book.part == part), None) if part else None
    return Mend(known.part, rules.prices.repair_cost(model, (known.part,)), known.minutes) if known else None
