"""Use cases of a trade-in up to the customer's yes or no: start, test, photograph, offer, identity, decline. Buying is ``purchase.py``.

Everything that writes runs on the ledger worker and is durable when the call returns; the screen's facts are always read back
from what is stored, so a restart shows the same.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from kiosk.catalogue.codes import ScannedCode
from kiosk.catalogue.lessons import code_mark, tac_mark
from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.catalogue.teaching import teach
from kiosk.diagnostics import session as rules_of_session
from kiosk.diagnostics.answers import answer, measure, pass_rest
from kiosk.diagnostics.checklist import Checklist, Method
from kiosk.diagnostics.events import (
    Extended,
    Finished,
    Marked,
    Paused,
    PhotoTaken,
    Resumed,
    SessionEvent,
    Started,
    StepOpened,
    StepSkipped,
)
from kiosk.diagnostics.pausing import settled_reason
from kiosk.diagnostics.photos import Photo, make_photo
from kiosk.diagnostics.planner import is_complete, next_step, views_left
from kiosk.diagnostics.probes.report import Report, events_of
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.session import SessionState, Status
from kiosk.diagnostics.store import TRADE_IN, SessionRow
from kiosk.journal.ledger import Ledger
from kiosk.staff.approvals import Approval, Why, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit
from kiosk.storage.counters import next_number
from kiosk.storage.identity import till_identity
from kiosk.tradein import store
from kiosk.tradein.identify import Identified, Reading, identify, settle_model
from kiosk.tradein.listing import TradeInListed, listed
from kiosk.tradein.marking import marked
from kiosk.tradein.numbers import known_numbers, seller_known, wanted_numbers, with_numbers
from kiosk.tradein.offer_life import OfferLife
from kiosk.tradein.offering import AlreadyDecided, must_leave_facts, proposed
from kiosk.tradein.rulebook import RuleBook
from kiosk.tradein.rulefiles import BenchRules
from kiosk.tradein.screen import TradeInScreen, trade_in_screen
from kiosk.tradein.seller import Seller, complete

Decide = Callable[[Checklist, SessionState, datetime], tuple[SessionEvent, ...]]


class TradeInService:
    """The trade-ins of this till."""

    def __init__(self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, rules: BenchRules) -> None:
        self._recorder = recorder
        self._database = recorder.database
        self._clock = recorder.clock
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self.rules = rules
        self._book = RuleBook(rules, catalogue)
        self.life = OfferLife(recorder, ledger, book=self._book, screen=self.screen)

    # ── begin ──────────────────────────────────────────────────────────────────────────────────────────────────────
    def identify(self, read: Reading | ScannedCode | str) -> Identified:
        """What a scan says, before anything is begun; TradeInsNotOffered, NotDeclared, BadImeiScanned, NotADevice, AlreadyInStock."""
        reading = read if isinstance(read, Reading) else Reading(read)
        return identify(reading, self._catalogue, self._stock, offered=self.rules.offered, declared=self.rules.declared)

    def start(self, read: Reading | ScannedCode | str, person: Person, *, model_id: str | None = None) -> TradeInScreen:
        """Begin the 15 minutes, or go on with the same device where it was left. Also ModelUnknown, ModelMismatch, NotInPriceBook."""
        require(person, Right.TRADE_IN)
        identified = self.identify(read)
        begun = self._begun(identified)
        if begun is not None:
            return self.screen(begun)
        offered = self.life.offer_for(imei=identified.imei, serial=identified.serial)
        if offered is not None:
            return self.life.come_back(offered, person)
        model = settle_model(identified, model_id, self._catalogue)
        checklist = self._book.checklist(model)
        self._book.prices(model)
        now = self._clock.now_utc()
        started = Started(
            at_utc=now, person_id=person.person_id, clock_s=checklist.clock_s, model_id=model.model_id, imei=identified.imei,
            serial=identified.serial, read_by=identified.read_by,
        )  # fmt: skip
        first = StepOpened(at_utc=now, person_id=person.person_id, step_id=checklist.steps[0].step_id)
        with self._database.write() as connection:
            identity = till_identity(connection)
            assert identity is not None, "an enrolled till"
            number = identity.number(next_number(connection, "diagnostic"), letter="D")
            session_id = self._recorder.start(connection, started, purpose=TRADE_IN, number=number, rules=self._book.rules_text(checklist))
            _row, state = self._recorder.load_in(connection, session_id)
            self._recorder.add(connection, session_id, state, first)
            self._teach(connection, read, identified, model, person)
        return self.screen(session_id)

    def open_trade_ins(self) -> tuple[SessionRow, ...]:
        """Begun and neither bought nor handed back, oldest first: what a restart shows."""
        return self._recorder.open_sessions(TRADE_IN)

    def listed(self, *, since_utc: str) -> tuple[TradeInListed, ...]:
        """Begun since then, and all that is still open, latest first."""
        return listed(self._recorder, self._catalogue, self.rules, since_utc=since_utc)

    def screen(self, session_id: str) -> TradeInScreen:
        """The read model, now; call it once a second while the clock runs."""
        row, state = self._recorder.load(session_id)
        return trade_in_screen(row, state, self._book, seen=self._seen(state), now_utc=self._clock.now_utc())

    # ── test ───────────────────────────────────────────────────────────────────────────────────────────────────────
    def answer(self, session_id: str, question_id: str, option_id: str, person: Person, *, method: Method | None = None) -> TradeInScreen:
        """Save a ready answer; when its step is complete the planner opens the next."""
        return self._act(
            session_id, person, lambda checklist, state, now: (
                answer(
                    state, checklist, question_id=question_id, option_id=option_id, now_utc=now, person_id=person.person_id, method=method
                ),
            )
        )  # fmt: skip

    def measure(self, session_id: str, question_id: str, number: int, person: Person, *, method: Method | None = None, raw: str | None = None) -> TradeInScreen:
        """Save a number read or typed; OutOfRange."""
        return self._act(
            session_id, person, lambda checklist, state, now: (
                measure(
                    state, checklist, question_id=question_id, number=number, now_utc=now, person_id=person.person_id, method=method, raw=raw
                ),
            )
        )  # fmt: skip

    def pass_rest(self, session_id: str, person: Person) -> TradeInScreen:
        """Everything that the open step still asks is sound: one tap."""
        return self._act(
            session_id, person, lambda checklist, state, now: pass_rest(state, checklist, now_utc=now, person_id=person.person_id)
        )  # fmt: skip

    def take(self, session_id: str, report: Report, person: Person) -> TradeInScreen:
        """Keep what an instrument found and answer by it what nobody answered by hand."""
        return self._act(
            session_id, person, lambda checklist, state, now: events_of(report, state, checklist, now_utc=now, person_id=person.person_id)
        )  # fmt: skip

    def add_photo(self, session_id: str, slot: str, content: bytes | Photo, person: Person) -> TradeInScreen:
        """Keep a picture, downscaled and stripped, once by its hash, with the answer that it is; NotAPhoto. Best made a ``Photo`` off this thread."""
        photo = content if isinstance(content, Photo) else make_photo(content)

        def decide(_checklist: Checklist, state: SessionState, now: datetime) -> tuple[SessionEvent, ...]:
            rules_of_session.must_be_open(state)
            return (PhotoTaken(at_utc=now, person_id=person.person_id, slot=slot, sha256=photo.sha256),)

        return self._act(session_id, person, decide, also=lambda connection: self._recorder.keep_photo(connection, session_id, slot, photo))

    def mark(
        self, session_id: str, person: Person, *, face: str, x_permille: int, y_permille: int, option_id: str | None = None, gone: bool = False
    ) -> TradeInScreen:  # fmt: skip
        """Note where a mark is seen on a face of the body and which class it is, or take that note back; the axis has the class of its worst mark."""

        def decide(checklist: Checklist, state: SessionState, now: datetime) -> tuple[SessionEvent, ...]:
            seen = Marked(at_utc=now, person_id=person.person_id, face=face, x_permille=x_permille, y_permille=y_permille, gone=gone, option_id=option_id)
            return marked(checklist, state, seen, now_utc=now)

        return self._act(session_id, person, decide, go_on=False)

    def photo(self, sha256: str) -> bytes | None:
        """A kept picture's JPEG."""
        return self._recorder.photo(sha256)

    def open_step(self, session_id: str, step_id: str, person: Person) -> TradeInScreen:
        """Go to a step by touch."""
        return self._act(
            session_id, person, lambda _c, _s, now: (StepOpened(at_utc=now, person_id=person.person_id, step_id=step_id),), go_on=False
        )  # fmt: skip

    def skip_step(self, session_id: str, step_id: str, person: Person, *, reason: str) -> TradeInScreen:
        """Leave a step out: what it asks counts as not tested, at its worst."""
        return self._act(session_id, person, lambda _c, _s, now: (StepSkipped(at_utc=now, person_id=person.person_id, step_id=step_id, reason=reason),))

    def pause(self, session_id: str, person: Person, *, reason: str, note: str = "") -> TradeInScreen:
        """The clock stands, with a code of the pauses; any other words are kept under *other*."""
        code, written = settled_reason(self.rules.pauses, reason, note)

        def decide(_checklist: Checklist, state: SessionState, now: datetime) -> tuple[SessionEvent, ...]:
            return () if state.status is Status.PAUSED else (Paused(at_utc=now, person_id=person.person_id, reason=code, note=written),)

        return self._act(session_id, person, decide, go_on=False)

    def resume(self, session_id: str, person: Person) -> TradeInScreen:
        """The clock runs again."""

        def decide(_checklist: Checklist, state: SessionState, now: datetime) -> tuple[SessionEvent, ...]:
            return (Resumed(at_utc=now, person_id=person.person_id),) if state.status is Status.PAUSED else ()

        return self._act(session_id, person, decide, go_on=False)

    def extend(self, session_id: str, person: Person, *, minutes: int, reason: str = "", approved_by: Approval | None = None) -> TradeInScreen:
        """A manager gives more time, with a reason, or lends the right to; RightMissing, ReasonMissing."""
        require_lent(person, Right.RAISE_OFFER, approved_by, document=session_id)
        why = (approved_by.why if approved_by else Why(reason)).checked()
        extended = Extended(
            at_utc=self._clock.now_utc(), person_id=approved_by.approver_id if approved_by else person.person_id, seconds=minutes * 60,
            reason=" : ".join(filter(None, (why.reason, why.note))),
        )  # fmt: skip
        return self._act(session_id, person, lambda _c, _s, _n: (extended,), go_on=False)

    # ── offer and answer ───────────────────────────────────────────────────────────────────────────────────────────
    def propose(self, session_id: str, person: Person) -> TradeInScreen:
        """Freeze the offer for these facts; what is untested counts at its worst. NoOffer, GatesOpen, AlreadyDecided."""
        return self._act(
            session_id, person, lambda _c, state, now: proposed(self._book, state, now_utc=now, person_id=person.person_id), go_on=False
        )  # fmt: skip

    def identify_seller(self, session_id: str, seller: Seller, person: Person) -> TradeInScreen:
        """Keep the identity in its own erasable row; each field blocks. SellerIncomplete, SellerMinor, DocumentInvalid,
        NumberInvalid, AlreadyDecided."""
        require(person, Right.TRADE_IN)
        with self._database.write() as connection:
            _row, state = self._recorder.load_in(connection, session_id)
            rules_of_session.must_be_open(state)
            if state.decision is not None:
                raise AlreadyDecided()
            model, numbers = self._book.model(state), known_numbers(state)
            known = complete(seller, today=self._clock.now_utc().date(), numbers=wanted_numbers(model, numbers))
            known = with_numbers(known, numbers)
            seller_id = state.seller.seller_id if state.seller else self._recorder.ids.new()
            store.put_seller(connection, seller_id, known, salt=secrets.token_hex(16))
            event = seller_known(known, seller_id=seller_id, at_utc=self._clock.now_utc(), person_id=person.person_id)
            self._recorder.add(connection, session_id, state, event)
        return self.screen(session_id)

    def decline(self, session_id: str, person: Person, *, reason: str) -> TradeInScreen:
        """The device is handed back, the offer kept with the reason; AlreadyDecided."""
        return self.life.decline(session_id, person, reason=reason)

    # ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def _act(
        self, session_id: str, person: Person, decide: Decide, *, go_on: bool = True, also: Callable[[Connection], None] | None = None
    ) -> TradeInScreen:
        """Decide on the stored state and save, with what ``also`` writes; with ``go_on`` the planner opens the next step when the current one is complete."""
        require(person, Right.TRADE_IN)
        with self._database.write() as connection:
            _row, state = self._recorder.load_in(connection, session_id)
            rules_of_session.must_be_open(state, running=False)
            model = self._book.model(state)
            checklist = self._book.checklist(model)
            now = self._clock.now_utc()
            decided = decide(checklist, state, now)
            must_leave_facts(state, checklist, decided)
            if also is not None:
                also(connection)
            state = self._recorder.add(connection, session_id, state, *decided)
            if go_on:
                self._recorder.add(connection, session_id, state, *self._following(checklist, model, state, now, person))
        return self.screen(session_id)

    def _following(self, checklist: Checklist, model: DeviceModel, state: SessionState, now: datetime, person: Person) -> tuple[SessionEvent, ...]:
        current = checklist.step(state.step_id) if state.step_id else None
        if current is not None and (not is_complete(current, state) or views_left(current, state)):
            return ()
        following = next_step(checklist, state, self._book.offer(checklist, model, state, settled=False).stakes_cents)
        if following is None and state.decision is not None:
            return (Finished(at_utc=now, person_id=person.person_id, outcome="bought"),)
        return (StepOpened(at_utc=now, person_id=person.person_id, step_id=following),) if following else ()

    def _teach(self, connection: Connection, read: Reading | ScannedCode | str, identified: Identified, model: DeviceModel, person: Person) -> None:
        """What the cable said and a person took as right is learnt by the chain."""
        device = identified.imei or identified.serial
        if not isinstance(read, Reading) or not read.hardware or device is None:
            return
        marks = (code_mark(read.hardware), *((tac_mark(identified.imei),) if identified.imei else ()))
        teach(connection, self._ledger, model, device=device, marks=marks, by="cable", person_id=person.person_id)

    def _begun(self, identified: Identified) -> str | None:
        """One that waits for its customer's answer: a device that was bought, sold and comes again begins anew."""
        for row in self.open_trade_ins():
            state = self._recorder.load(row.session_id)[1]
            if state.decision is None and (state.started.imei, state.started.serial) == (identified.imei, identified.serial):
                return row.session_id
        return None

    def _seen(self, state: SessionState) -> Unit | None:
        unit = self._stock.unit_by_code(state.started.imei or state.started.serial or "")
        return unit if unit is not None and (state.decision is None or unit.unit_id != state.decision.unit_id) else None
