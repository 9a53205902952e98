"""Which step comes next: knock-outs first, then whatever most often moves the most euros. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.diagnostics.checklist import Checklist, Stage, Step
from kiosk.diagnostics.session import SessionState

_STAGES = tuple(Stage)


def is_complete(step: Step, state: SessionState) -> bool:
    """Skipped, or every question answered, and every photo taken that blocks; the offer and the agreement are complete by their own events."""
    if step.step_id in state.skipped:
        return True
    if step.step_id == "offer":
        return state.offer is not None
    if step.step_id == "agreement":
        return state.decision is not None
    photographed = not step.photos_block or not views_left(step, state)
    return photographed and all(q.question_id in state.answers for q in step.questions)


def views_left(step: Step, state: SessionState) -> tuple[str, ...]:
    """The views that the step still wants a photo of."""
    return tuple(slot for slot in step.photo_slots if slot not in state.photos)


def not_photographed(checklist: Checklist, state: SessionState) -> tuple[str, ...]:
    """Every view without a photo, in the order of the list: named on the offer and in the condition report."""
    return tuple(slot for step in checklist.steps for slot in views_left(step, state))


def next_step(checklist: Checklist, state: SessionState, stakes_cents: Mapping[str, int]) -> str | None:
    """The id of the step to open now; None when all is done. After the offer only the closing steps are left.

    ``stakes_cents`` says per step how many euros it can still move.
    """
    waiting = [step for step in checklist.steps if not is_complete(step, state) and (state.offer is None or step.stage is Stage.CLOSING)]
    if not waiting:
        return None
    return min(waiting, key=lambda step: _rank(step, stakes_cents)).step_id


def _rank(step: Step, stakes_cents: Mapping[str, int]) -> tuple[int, int, int]:
    weight = step.risk_pct * stakes_cents.get(step.step_id, 0) if step.stage is Stage.TESTS else 0
    return _STAGES.index(step.stage), -weight, step.number


def nothing_left_to_learn(checklist: Checklist, state: SessionState, *, price_can_change: bool) -> bool:
    """True when tests remain but none can change the price: the offer may be made now. Who sells, what it is and its locks are always asked."""
    waiting = [step for step in checklist.steps if step.stage is not Stage.CLOSING and not is_complete(step, state)]
    return not price_can_change and all(step.stage is Stage.TESTS for step in waiting)
