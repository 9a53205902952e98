"""All that the screens show of one trade-in, as frozen facts. No words are chosen here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.events import Answered, Decided, DeviceRead, OfferMade, Started
from kiosk.diagnostics.pausing import PauseTotal, totals, words_of
from kiosk.diagnostics.planner import next_step, nothing_left_to_learn
from kiosk.diagnostics.session import SessionState, at, time_is_up
from kiosk.diagnostics.store import SessionRow
from kiosk.diagnostics.views import SessionFacts, session_facts
from kiosk.stock.units import Unit
from kiosk.tradein.marking import ClassGain
from kiosk.tradein.numbers import known_numbers, wanted_numbers
from kiosk.tradein.offer import Offer
from kiosk.tradein.repair import Repair
from kiosk.tradein.returning import Returned
from kiosk.tradein.rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class TradeInScreen:
    """All that the Diagnostic screens show of one trade-in. ``offer`` narrows live from ``whole``, the one on no answer; ``made`` is proposed and frozen."""

    session_id: str
    number: str
    model: DeviceModel
    device: Started
    technician_id: str
    session: SessionFacts
    offer: Offer
    made: OfferMade | None
    can_offer_now: bool
    seller_known: bool
    decision: Decided | None
    seen: Unit | None
    answers: Mapping[str, Answered]
    readings: tuple[DeviceRead, ...]
    wanted_numbers: tuple[str, ...]
    whole: Offer
    price_book: str
    returned: Returned | None = None
    repairs: tuple[Repair, ...] = ()
    pause_words: Words | None = None
    pauses: tuple[PauseTotal, ...] = ()
    class_gains: Mapping[str, ClassGain] = field(default_factory=dict)


def trade_in_screen(row: SessionRow, state: SessionState, book: RuleBook, *, seen: Unit | None, now_utc: datetime) -> TradeInScreen:
    """The read model at ``now_utc``; ``seen`` is the device's former life with us."""
    model = book.model(state)
    checklist = book.checklist(model)
    offer = book.offer(checklist, model, state, settled=bool(state.offer or state.counter) or time_is_up(state, now_utc))
    matters = offer.matters_next
    return TradeInScreen(
        session_id=row.session_id, number=row.number or "", model=model, device=state.started, technician_id=row.person_id,
        session=session_facts(
            state, checklist, now_utc, next_step_id=next_step(checklist, state, offer.stakes_cents), matters_next=matters.step_id if matters else None
        ),
        offer=offer, made=state.offer, can_offer_now=nothing_left_to_learn(checklist, state, price_can_change=offer.can_change),
        seller_known=state.seller is not None, decision=state.decision, seen=seen, answers=state.answers, readings=state.readings,
        wanted_numbers=wanted_numbers(model, known_numbers(state)),
        whole=book.whole_offer(checklist, model, state), price_book=book.pricebook(state).version,
        returned=book.returned(checklist, model, state), repairs=book.repairs(checklist, model, state),
        class_gains=book.class_gains(checklist, model, state),
        pause_words=words_of(book.pauses, state.pause_reason, state.pause_note) if state.pause_reason else None,
        pauses=totals(book.pauses, at(state, now_utc).pauses_ms),
    )  # fmt: skip
