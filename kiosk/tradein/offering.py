"""Proposing the offer: from what is known now to one frozen price, or the reason why there is none. Pure but for the rules it asks."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.diagnostics.checklist import Checklist, Stage
from kiosk.diagnostics.events import Answered, Extended, Marked, OfferMade, PhotoTaken, Reopened, SessionEvent, StepOpened, StepSkipped
from kiosk.diagnostics.planner import is_complete
from kiosk.diagnostics.session import SessionState, without_lapsed
from kiosk.errors import Refused
from kiosk.tradein.facts import facts_sha256, facts_text
from kiosk.tradein.offer import Offer, OfferStatus
from kiosk.tradein.rulebook import RuleBook


class NoOffer(Refused):
    """The device is blocked, refused or dangerous: ``reasons`` says why; no price can be named."""

    code = "tradein.no_offer"


class GatesOpen(Refused):
    """Consent, identity and locks come before any price."""

    code = "tradein.gates_open"


class OfferMissing(Refused):
    """There is no valid offer for these facts."""

    code = "tradein.offer_missing"


class AlreadyDecided(Refused):
    """The customer has answered; the trade-in is bought or handed back."""

    code = "tradein.already_decided"


def proposed(book: RuleBook, state: SessionState, *, now_utc: datetime, person_id: str) -> tuple[SessionEvent, ...]:
    """The offer, valid for these facts, and on to the agreement; NoOffer, GatesOpen, AlreadyDecided."""
    if state.decision is not None:
        raise AlreadyDecided()
    state = without_lapsed(state, now_utc)
    model = book.model(state)
    checklist = book.checklist(model)
    gates = [step for step in checklist.steps if step.stage in (Stage.OPENING, Stage.GATES)]
    waiting = [step for step in gates if step.step_id in state.skipped or not is_complete(step, state)]
    if waiting:
        raise GatesOpen(count=len(waiting))
    offer = book.offer(checklist, model, state, settled=True)
    if offer.status is not OfferStatus.FIRM:
        raise NoOffer(status=offer.status.value, reasons=", ".join(offer.reasons))
    prices = book.pricebook(state)
    made = OfferMade(
        at_utc=now_utc, person_id=person_id, market_value_cents=offer.low.amount_cents, bonus_cents=offer.bonus.amount_cents, code=offer.code.value,
        pricebook=prices.version, facts_sha256=facts_sha256(facts_text(state, model, offer, prices)),
        valid_until_utc=_valid_until(state, offer, now_utc + timedelta(days=prices.validity_days)),
    )  # fmt: skip
    return made, StepOpened(at_utc=now_utc, person_id=person_id, step_id="agreement")


def must_leave_facts(state: SessionState, checklist: Checklist, events: tuple[SessionEvent, ...]) -> None:
    """After the customer's answer only the closing steps go on: what was signed for stays as it was. AlreadyDecided."""
    if state.decision is None:
        return
    closing = [step for step in checklist.steps if step.stage is Stage.CLOSING]
    steps, slots = {step.step_id for step in closing}, {slot for step in closing for slot in step.photo_slots}
    for event in events:
        left = not isinstance(event, (Answered, StepSkipped, PhotoTaken, Marked, Extended, Reopened))
        left = left or (isinstance(event, (Answered, StepSkipped)) and event.step_id in steps) or (isinstance(event, PhotoTaken) and event.slot in slots)
        if not left:
            raise AlreadyDecided()


def _valid_until(state: SessionState, offer: Offer, fresh_until_utc: datetime) -> datetime:
    """A price that was already promised keeps its day: coming back does not prolong it."""
    promised = state.returned
    if promised is None or promised.expired or promised.offer.market_value_cents != offer.low.amount_cents:
        return fresh_until_utc
    return promised.offer.valid_until_utc
