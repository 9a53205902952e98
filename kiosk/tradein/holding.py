"""Holding a unit back and letting it go: at the purchase, after an inspection, by hand. On the ledger worker, each in one transaction.

The reason stands on the unit (stock, sheet, bench), in a sealed row and in the journal; a unit in quarantine gets its label at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.checklist import Verdict
from kiosk.diagnostics.graded import model_text
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents.hold_label import HoldLabel, hold_label_zpl
from kiosk.documents.service import PrintQueue
from kiosk.journal.ledger import Ledger
from kiosk.staff.approvals import Approval, Why, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService, UnitUnknown
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein import hold_store
from kiosk.tradein.hold_store import HELD, RELEASED, HoldAct, open_holds
from kiosk.tradein.holds import BLACKLIST, HoldReason, HoldReasons, HoldUnknown
from kiosk.tradein.words import TradeInWords

NOTE_LIMIT = 120
INSPECTED = "inspected"


@dataclass(frozen=True, slots=True)
class Hold:
    """One reason that holds a unit, in words; ``by`` is the id of who placed it. ``needs_answer``: it ends by its answer, not by a way out of a state."""

    reason: HoldReason
    since_utc: str
    by: str
    note: str

    @property
    def needs_answer(self) -> bool:
        return self.reason.goes_to is None


@dataclass(frozen=True, slots=True)
class HoldDesk:
    """The list of reasons, and what prints the label."""

    reasons: HoldReasons
    words: TradeInWords
    print_queue: PrintQueue
    zone: Callable[[], ZoneInfo]


class HoldService:
    """The units that wait for something else than work."""

    def __init__(self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, desk: HoldDesk) -> None:
        self._recorder = recorder
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self._desk = desk

    @property
    def reasons(self) -> HoldReasons:
        return self._desk.reasons

    def holds_of(self, unit_id: str) -> tuple[Hold, ...]:
        """What holds the unit now, the gravest first. For the reader too."""
        with self._recorder.database.read() as connection:
            standing = open_holds(hold_store.acts_of(connection, unit_id))
        held = {act.reason: act for act in standing}
        return tuple(Hold(rule, act.at_utc, act.person_id, act.note) for rule in self.reasons.reasons if (act := held.get(rule.reason)) is not None)

    def hold(self, unit_id: str, reason: str, person: Person, *, note: str = "") -> Unit:
        """Set a unit apart by hand: a hazard, or what the police asked for. HoldUnknown, UnitUnknown, RightMissing."""
        require(person, Right.INSPECT)
        unit = self._stock.unit_by_id(unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        rule = self.reasons.of(reason)
        if rule not in self.reasons.offered_to(unit):
            raise HoldUnknown(reason=reason)
        with self._recorder.database.write() as connection:
            return self.place(connection, unit, rule, person, note=" ".join(note.split())[:NOTE_LIMIT])

    def release(self, unit_id: str, reason: str, why: Why, person: Person, *, approved_by: Approval | None = None) -> Unit:
        """The answer came: the unit may be sold again. A manager's, or lent. A state is left by its own way out. HoldUnknown, RightMissing, ReasonMissing."""
        require(person, Right.INSPECT)
        require_lent(person, Right.RELEASE_UNIT, approved_by, document=unit_id)
        said = approved_by.why if approved_by is not None and not why.reason else why.checked()
        unit = self._stock.unit_by_id(unit_id)
        if unit is None or self.reasons.of(reason).goes_to is not None:
            raise HoldUnknown(reason=reason)
        with self._recorder.database.write() as connection:
            return self._release(connection, unit, (reason,), said, person, approved_by.approver_id if approved_by else None)

    def place(self, connection: Connection, unit: Unit, rule: HoldReason, person: Person, *, note: str = "", document_id: str | None = None) -> Unit:
        """Inside the caller's transaction, whatever else it writes. A unit that stands where the reason wants it stays there."""
        acts = hold_store.acts_of(connection, unit.unit_id)
        standing = {act.reason for act in open_holds(acts)}
        now = utc_text(self._recorder.clock.now_utc())
        state = rule.goes_to or unit.state
        after = replace(unit, state=state, hold=self.reasons.gravest({*standing, rule.reason}))
        if after != unit:
            after = self._stock.update_unit(connection, after, reason=f"held:{rule.reason}", document_id=document_id, person_id=person.person_id)
        act = HoldAct(self._recorder.ids.new(), unit.unit_id, rule.reason, HELD, now, person.person_id, note, document_id=document_id)
        hold_store.add_act(connection, act)
        if state is UnitState.QUARANTINE:
            self._enqueue(connection, after, rule, person)
        body = {"unit_id": unit.unit_id, "reason": rule.reason, "from": unit.state.value, "state": state.value, "note": note, "document_id": document_id}
        self._ledger.append(connection, "stock.unit_held", body, person_id=person.person_id)
        return after

    def graded(self, connection: Connection, unit: Unit, person: Person) -> None:
        """In the transaction that ends an inspection: a hazard is named and labelled, an answered blacklist lets go."""
        if unit.state is UnitState.QUARANTINE:
            _row, state = self._recorder.load_in(connection, unit.inspection_id or "")
            self.place(connection, unit, self.reasons.hazard_of(state.answers.values()), person, document_id=unit.inspection_id)
        elif unit.hold is not None and unit.inspection_id is not None:
            _row, state = self._recorder.load_in(connection, unit.inspection_id)
            answer = state.answers.get(BLACKLIST)
            if answer is not None and answer.verdict is Verdict.PASS:
                self._release(connection, unit, (BLACKLIST,), Why(INSPECTED), person, None)

    def let_go(self, connection: Connection, unit: Unit, came_from: UnitState, why: Why, person: Person, approved_by: str | None) -> None:
        """In the transaction that takes a unit out of a state: what put it there holds it no longer."""
        if unit.hold is not None:
            ended = tuple(rule.reason for rule in self.reasons.reasons if rule.goes_to is came_from)
            self._release(connection, unit, ended, why, person, approved_by)

    def _release(
        self, connection: Connection, unit: Unit, reasons: tuple[str, ...], why: Why, person: Person, approved_by: str | None
    ) -> Unit:  # fmt: skip
        standing = [act.reason for act in open_holds(hold_store.acts_of(connection, unit.unit_id))]
        ended = [reason for reason in standing if reason in reasons]
        if not ended:
            if len(reasons) == 1 and why.reason != INSPECTED:
                raise HoldUnknown(reason=reasons[0])
            return unit
        now, note = utc_text(self._recorder.clock.now_utc()), " : ".join(filter(None, (why.reason, why.note)))
        after = replace(unit, hold=self.reasons.gravest(set(standing) - set(ended)))
        after = self._stock.update_unit(connection, after, reason="released", document_id=None, person_id=person.person_id)
        for reason in ended:
            act = HoldAct(self._recorder.ids.new(), unit.unit_id, reason, RELEASED, now, person.person_id, note, approved_by)
            hold_store.add_act(connection, act)
            body = {"unit_id": unit.unit_id, "reason": reason, "why": why.reason, "note": why.note, "approved_by": approved_by}
            self._ledger.append(connection, "stock.hold_released", body, person_id=person.person_id)
        return after

    def _enqueue(self, connection: Connection, unit: Unit, rule: HoldReason, person: Person) -> None:
        words, locale = self._desk.words.hold, self._desk.words.locale
        language, model = locale.language, self._catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue (foreign key)"
        at = locale.moment(self._recorder.clock.now_utc().astimezone(self._desk.zone()))
        label = HoldLabel(
            title=words["quarantine"].text(language), reason=rule.title.text(language), todo=rule.todo.text(language), name=model_text(model, locale),
            since=words["since"].text(language).format(at=at, name=person.short_name), label_code=unit.label_code, identifier_tail=unit.identifier_tail,
        )  # fmt: skip
        self._desk.print_queue.enqueue(
            connection, kind="label", document_id=unit.unit_id, document_number=unit.label_code, content=hold_label_zpl(label), printer="label"
        )
