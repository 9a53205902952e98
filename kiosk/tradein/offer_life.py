"""What becomes of an offer that is not taken at once: refused and kept, taken up again, or made at another price. On the ledger worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics import session as rules_of_session
from kiosk.diagnostics import store as diagnostics_store
from kiosk.diagnostics.checklist import Stage
from kiosk.diagnostics.events import CameBack, Countered, Decided, Finished, OfferMade, SessionEvent, StepOpened
from kiosk.diagnostics.pausing import paused_body
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.session import SessionState, at
from kiosk.diagnostics.store import TRADE_IN, SessionRow
from kiosk.errors import Refused
from kiosk.journal.ledger import Ledger
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.tradein import store
from kiosk.tradein.identify import must_not_be_here
from kiosk.tradein.offer import Offer, OfferStatus
from kiosk.tradein.offering import AlreadyDecided, NoOffer, proposed
from kiosk.tradein.rulebook import RuleBook
from kiosk.tradein.screen import TradeInScreen

REFUSED = "declined"
REMEMBERED_DAYS = 60
PHOTO, MEASURE, APPROVAL = "photo", "measure", "approval"
COUNTER_REASONS = ("hidden_damage", "missing_accessory", "known_customer", "good_condition", "price_elsewhere")
"""Each has its words on the contract, in ``resources/i18n/tradein.toml``."""


class NothingToReopen(Refused):
    """No offer was made in this trade-in, or its device was bought."""

    code = "tradein.nothing_to_reopen"


class CounterUnproven(Refused):
    """Another price than the formula's wants its reason, and a photo, a measurement or a manager's word for it."""

    code = "tradein.counter_unproven"


class CounterOutOfRange(Refused):
    """The price is below the price book's floor, above its cap, or the formula's own."""

    code = "tradein.counter_out_of_range"


@dataclass(frozen=True, slots=True)
class RefusedOffer:
    """An offer that the customer did not take, and until when it holds."""

    session_id: str
    number: str
    model: DeviceModel
    price: Money
    made_at_utc: datetime
    valid_until_utc: datetime
    reason: str
    expired: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """Why another price, and what shows it: ``kind`` is photo (``evidence`` its hash), measure (the question) or approval."""

    reason: str
    kind: str
    evidence: str = ""
    note: str = ""


class OfferLife:
    """The offers of this till after they were made; ``screen`` reads a trade-in as it stands."""

    def __init__(self, recorder: Recorder, ledger: Ledger, *, book: RuleBook, screen: Callable[[str], TradeInScreen]) -> None:
        self._recorder = recorder
        self._database = recorder.database
        self._ledger = ledger
        self._book = book
        self._screen = screen

    def decline(self, session_id: str, person: Person, *, reason: str) -> TradeInScreen:
        """The device is handed back; an identity already typed is erased. The offer stays with its reason, also one that was not said aloud yet."""
        require(person, Right.TRADE_IN)
        with self._database.write() as connection:
            row, state = self._recorder.load_in(connection, session_id)
            rules_of_session.must_be_open(state, running=False)
            if state.decision is not None:
                raise AlreadyDecided()
            now, person_id = self._recorder.clock.now_utc(), person.person_id
            if state.seller is not None:
                store.erase_seller(connection, state.seller.seller_id, at_utc=utc_text(now))
            state = self._recorder.add(connection, session_id, state, *self._made_at_last(state, now, person_id))
            self._recorder.add(
                connection, session_id, state, Decided(at_utc=now, person_id=person_id, accepted=False, reason=reason),
                Finished(at_utc=now, person_id=person_id, outcome=REFUSED),
            )  # fmt: skip
            offered = state.offer.market_value_cents if state.offer else None
            body = {
                "number": row.number, "session_id": session_id, "model_id": state.started.model_id, "offered_cents": offered, "reason": reason,
                **paused_body(at(state, now).pauses_ms),
            }  # fmt: skip
            self._ledger.append(connection, "tradein.declined", body, person_id=person_id)
        return self._screen(session_id)

    def refused(self) -> tuple[RefusedOffer, ...]:
        """Offers that were refused in the last weeks, latest first."""
        now = self._recorder.clock.now_utc()
        with self._database.read() as connection:
            found = [self._refused(row, state, now) for row, state in self._kept_offers(connection, now)]
        return tuple(offer for offer in found if offer is not None)

    def offer_for(self, *, imei: str | None, serial: str | None) -> str | None:
        """The trade-in in which this very device was offered a price last, when its customer did not take it."""
        now = self._recorder.clock.now_utc()
        with self._database.read() as connection:
            for row, state in self._kept_offers(connection, now):
                if (state.started.imei, state.started.serial) == (imei, serial):
                    return row.session_id
        return None

    def come_back(self, session_id: str, person: Person) -> TradeInScreen:
        """The customer is here again: who they are and what locks the device is asked anew, the other facts stand. NothingToReopen, AlreadyInStock."""
        require(person, Right.TRADE_IN)
        must_not_be_here(self._screen(session_id).seen)
        with self._database.write() as connection:
            row, state = self._recorder.load_in(connection, session_id)
            if state.kept is None or (state.decision is not None and state.decision.accepted):
                raise NothingToReopen()
            now = self._recorder.clock.now_utc()
            steps = self._book.checklist(self._book.model(state)).steps
            gates = [step for step in steps if step.stage in (Stage.OPENING, Stage.GATES)]
            expired = state.kept.offer.valid_until_utc < now
            back = CameBack(
                at_utc=now, person_id=person.person_id, asked_again=tuple(q.question_id for step in gates for q in step.questions),
                photos_again=tuple(slot for step in gates for slot in step.photo_slots), expired=expired,
            )  # fmt: skip
            diagnostics_store.reopen_session(connection, session_id)
            self._recorder.add(connection, session_id, state, back, StepOpened(at_utc=now, person_id=person.person_id, step_id=steps[0].step_id))
            offered = state.kept.offer
            body = {"number": row.number, "session_id": session_id, "offered_cents": offered.market_value_cents, "pricebook": offered.pricebook}
            self._ledger.append(connection, "tradein.customer_returned", body | {"expired": expired}, person_id=person.person_id)
        return self._screen(session_id)

    def counter(self, session_id: str, person: Person, *, price: Money, proof: Proof, approved_by: Approval | None = None) -> TradeInScreen:
        """Offer another price than the formula's. More than it is a manager's; less wants a photo or a measurement of this device, or a manager.

        CounterUnproven, CounterOutOfRange, RightMissing, NoOffer, GatesOpen, AlreadyDecided.
        """
        require(person, Right.TRADE_IN)
        with self._database.write() as connection:
            row, state = self._recorder.load_in(connection, session_id)
            rules_of_session.must_be_open(state)
            now = self._recorder.clock.now_utc()
            state = rules_of_session.without_lapsed(state, now)
            proposed(self._book, state, now_utc=now, person_id=person.person_id)
            model = self._book.model(state)
            formula = self._book.formula(self._book.checklist(model), model, state, settled=True)
            self._must_hold(state, formula, price, proof)
            by_manager = proof.kind == APPROVAL or price > formula.low
            if by_manager:
                require_lent(person, Right.RAISE_OFFER, approved_by, document=session_id)
            approver = approved_by.approver_id if approved_by is not None else person.person_id if by_manager else None
            event = Countered(
                at_utc=now, person_id=person.person_id, amount_cents=price.amount_cents, formula_cents=formula.low.amount_cents, reason=proof.reason,
                proof=proof.kind, evidence=proof.evidence or approver or "", note=proof.note,
            )  # fmt: skip
            self._recorder.add(connection, session_id, state, event)
            body = {
                "number": row.number, "session_id": session_id, "formula_cents": event.formula_cents, "amount_cents": event.amount_cents,
                "reason": event.reason, "note": event.note, "proof": event.proof, "evidence": event.evidence, "approved_by": approver,
            }  # fmt: skip
            self._ledger.append(connection, "tradein.countered", body, person_id=person.person_id)
        return self._screen(session_id)

    def _must_hold(self, state: SessionState, formula: Offer, price: Money, proof: Proof) -> None:
        book = self._book.pricebook(state)
        if formula.status is not OfferStatus.FIRM:
            raise NoOffer(status=formula.status.value, reasons=", ".join(formula.reasons))
        if not book.floor <= price <= book.cap or price == formula.low:
            raise CounterOutOfRange(least=book.floor, most=book.cap)
        measured = {key for key, given in state.answers.items() if given.number is not None}
        known = {PHOTO: set(state.photos.values()), MEASURE: measured, APPROVAL: {""}}
        if proof.reason not in COUNTER_REASONS or proof.evidence not in known.get(proof.kind, set()):
            raise CounterUnproven()

    def _made_at_last(self, state: SessionState, now: datetime, person_id: str) -> tuple[SessionEvent, ...]:
        """The offer as it stood on the screen when it was refused before it was proposed; nothing where there was none."""
        if state.offer is not None:
            return ()
        try:
            return tuple(event for event in proposed(self._book, state, now_utc=now, person_id=person_id) if isinstance(event, OfferMade))
        except Refused:
            return ()

    def _kept_offers(self, connection: Connection, now: datetime) -> list[tuple[SessionRow, SessionState]]:
        rows = diagnostics_store.sessions_since(connection, TRADE_IN, utc_text(now - timedelta(days=REMEMBERED_DAYS)))
        loaded = [self._recorder.load_in(connection, row.session_id) for row in rows if row.state == REFUSED]
        return [(row, state) for row, state in loaded if state.kept is not None]

    def _refused(self, row: SessionRow, state: SessionState, now: datetime) -> RefusedOffer | None:
        if state.kept is None or state.decision is None:
            return None
        made = state.kept.offer
        return RefusedOffer(
            row.session_id, row.number or "", self._book.model(state), Money(made.market_value_cents), made.at_utc, made.valid_until_utc,
            state.decision.reason or "", made.valid_until_utc < now,
        )  # fmt: skip
