"""Use cases of the thirty-point inspection: the queue, start, answer, finish. Everything that writes runs on the ledger worker.

Whatever is answered is durable at once; *finish* grades by the table and moves the unit, its label and the journal entry in one
transaction. The person is asked for the right to inspect, and may not have bought the unit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.codes import ScannedCode
from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics import session as rules_of_session
from kiosk.diagnostics.answers import answer, measure
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.desk import Inspected, InspectionRules, InspectionScreen
from kiosk.diagnostics.events import Finished, PhotoTaken, Reopened, SessionEvent, Started, StepOpened
from kiosk.diagnostics.graded import graded_body, known_at_once, rules_text, unit_after, unit_label
from kiosk.diagnostics.grading import Graded, Outcome
from kiosk.diagnostics.history import keep_rules
from kiosk.diagnostics.inspection import Beyond, Inspection, InspectionFacts, inspection_facts, open_next, to_test_again
from kiosk.diagnostics.judging import repairs_by_others
from kiosk.diagnostics.photos import Photo, make_photo
from kiosk.diagnostics.probes.report import Report, events_of
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.repairs import all_genuine, has_new_cell
from kiosk.diagnostics.rework import parts_to_replace, still_standing
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.showing import inspection_screen
from kiosk.diagnostics.store import INSPECTION
from kiosk.diagnostics.tester import SafetyTester
from kiosk.diagnostics.workshop_store import repairers_of, repairs_of
from kiosk.documents.labels import label_zpl
from kiosk.documents.service import PrintQueue
from kiosk.errors import Refused
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, UnitState

Decide = Callable[[Inspection, SessionState, datetime], tuple[SessionEvent, ...]]


class NothingToInspect(Refused):
    """The unit is not waiting for its inspection."""

    code = "diagnostics.nothing_to_inspect"


class InspectionIncomplete(Refused):
    """Points are still open: no grade, and the word *reconditionné* is not allowed."""

    code = "diagnostics.inspection_incomplete"


class NothingFailed(Refused):
    """No point failed: the workshop would have nothing to mend."""

    code = "diagnostics.nothing_failed"


class NoSalePrice(Refused):
    """The price book has no sale price for this model and grade."""

    code = "diagnostics.no_sale_price"


class InspectionService:
    """The queue and the thirty points; ``graded`` are told of a unit in the transaction that ends its inspection."""

    def __init__(
        self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, rules: InspectionRules, print_queue: PrintQueue
    ) -> None:  # fmt: skip
        self._recorder = recorder
        self._database = recorder.database
        self._clock = recorder.clock
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self._rules = rules
        self._print_queue = print_queue
        self.graded: list[Callable[[Connection, Unit, Person], None]] = []

    def queue(self) -> tuple[Unit, ...]:
        """Units waiting for their thirty points, oldest first."""
        return self._stock.units_to_inspect()

    def open_session_of(self, unit_id: str) -> str | None:
        """The inspection of a unit that was begun and not finished."""
        return next((row.session_id for row in self._recorder.open_sessions(INSPECTION) if row.unit_id == unit_id), None)

    def start_by_code(self, code: ScannedCode | str, person: Person) -> InspectionScreen:
        """Scan the unit: its identity is thereby checked. NothingToInspect, SamePerson, RightMissing."""
        unit = self._stock.unit_by_code(code)
        if unit is None:
            raise NothingToInspect(tail="")
        return self.start(unit.unit_id, person, scanned=True)

    def start(self, unit_id: str, person: Person, *, scanned: bool = False) -> InspectionScreen:
        """Begin, or go on where it was left; NothingToInspect, SamePerson, RightMissing."""
        require(person, Right.INSPECT)
        unit = self._stock.unit_by_id(unit_id)
        if unit is None or unit.state is not UnitState.TO_INSPECT:
            raise NothingToInspect(tail=unit.identifier_tail if unit else "")
        repairs = repairs_by_others(self._database, unit, person)
        begun = self.open_session_of(unit_id)
        if begun is not None:
            return self.screen(begun)
        now = self._clock.now_utc()
        model = self._model(unit)
        inspection, before = self._inspection(model), self._recorder.find(unit.inspection_id)
        started = Started(
            at_utc=now, person_id=person.person_id, clock_s=0, model_id=unit.model_id, imei=unit.imei, imei2=unit.imei2, serial=unit.serial,
            unit_id=unit_id,
        )  # fmt: skip
        with self._database.write() as connection:
            keep_rules(connection, inspection, self._rules.grading, at_utc=utc_text(now))
            rules = rules_text(inspection, self._rules.grading, model.capabilities)
            session_id = self._recorder.start(connection, started, purpose=INSPECTION, number=None, rules=rules, unit_id=unit_id)
            _row, state = self._recorder.load_in(connection, session_id)
            standing = still_standing(inspection, before[1] if before else None, repairs, now_utc=now)
            known = known_at_once(inspection, unit, now, person.person_id, scanned=scanned)
            state = self._recorder.add(connection, session_id, state, *standing, *known)
            self._recorder.add(connection, session_id, state, *open_next(inspection, state, now, person.person_id))
        return self.screen(session_id)

    def screen(self, session_id: str) -> InspectionScreen:
        """The read model, now; SessionUnknown."""
        row, state = self._recorder.load(session_id)
        unit = self._stock.unit_by_id(row.unit_id or "")
        assert unit is not None, "an inspection has its unit"
        model = self._model(unit)
        inspection = self._inspection(model)
        with self._database.read() as connection:
            repaired_by = repairers_of(connection, unit.unit_id)
        return inspection_screen(
            session_id, state, unit, model, inspection=inspection, facts=self._facts(inspection, state, unit, model), rules=self._rules,
            repaired_by=repaired_by, now_utc=self._clock.now_utc(),
        )  # fmt: skip

    def answer(self, session_id: str, question_id: str, option_id: str, person: Person, *, method: Method | None = None) -> InspectionScreen:
        """Save a ready answer and open the next point."""
        return self._act(
            session_id, person, lambda inspection, state, now: (
                answer(
                    state, inspection.checklist, question_id=question_id, option_id=option_id, now_utc=now, person_id=person.person_id, method=method
                ),
            )
        )  # fmt: skip

    def measure(
        self, session_id: str, question_id: str, number: int, person: Person, *, method: Method | None = None, raw: str | None = None,
        tester: SafetyTester | None = None,
    ) -> InspectionScreen:
        """Save a number read or typed; what a safety tester measured with the ``tester`` it came from. NoTester, CalibrationLapsed."""
        if tester is not None:
            tester.must_hold(on=self._clock.now_utc().date())
            method, raw = Method.EXTERNAL, tester.raw
        return self._act(
            session_id, person, lambda inspection, state, now: (
                measure(
                    state, inspection.checklist, question_id=question_id, number=number, now_utc=now, person_id=person.person_id, method=method, raw=raw,
                    probe=tester.probe if tester else None,
                ),
            )
        )  # fmt: skip

    def take(self, session_id: str, report: Report, person: Person) -> InspectionScreen:
        """Keep what an instrument found and fill by it the points that nobody answered by hand."""
        return self._act(
            session_id, person,
            lambda inspection, state, now: events_of(report, state, inspection.checklist, now_utc=now, person_id=person.person_id),
        )  # fmt: skip

    def add_photo(self, session_id: str, slot: str, content: bytes | Photo, person: Person) -> InspectionScreen:
        """Keep a picture in a slot; NotAPhoto."""
        photo = content if isinstance(content, Photo) else make_photo(content)
        taken = PhotoTaken(at_utc=self._clock.now_utc(), person_id=person.person_id, slot=slot, sha256=photo.sha256)
        keep = partial(self._recorder.keep_photo, session_id=session_id, slot=slot, photo=photo)
        return self._act(session_id, person, lambda _inspection, _state, _now: (taken,), also=keep)

    def photo(self, sha256: str) -> bytes | None:
        """A kept picture's JPEG."""
        return self._recorder.photo(sha256)

    def open_point(self, session_id: str, point_id: str, person: Person) -> InspectionScreen:
        """Go to a tile."""
        opened = StepOpened(at_utc=self._clock.now_utc(), person_id=person.person_id, step_id=point_id)
        return self._act(session_id, person, lambda _inspection, _state, _now: (opened,), go_on=False)

    def test_again(self, session_id: str, repaired_points: tuple[str, ...], person: Person, *, reason: str) -> InspectionScreen:
        """After a repair: the points repaired and all that depend on them are open again."""
        return self._act(
            session_id, person, lambda inspection, _state, now: (
                Reopened(at_utc=now, person_id=person.person_id, question_ids=to_test_again(inspection, repaired_points), reason=reason),
            )
        )  # fmt: skip

    def finish(self, session_id: str, person: Person) -> Inspected:
        """Grade, price, move and label the unit, journal it: one transaction. InspectionIncomplete, NoSalePrice, SamePerson."""
        return self._end(session_id, person, early=False)

    def send_to_workshop(self, session_id: str, person: Person) -> Inspected:
        """End it now because of what failed already; the points left are tested after the repair. NothingFailed, SamePerson."""
        return self._end(session_id, person, early=True)

    def _end(self, session_id: str, person: Person, *, early: bool) -> Inspected:
        with self._database.write() as connection:
            row, state = self._recorder.load_in(connection, session_id)
            rules_of_session.must_be_open(state)
            unit = self._stock.unit_by_id(row.unit_id or "")
            assert unit is not None, "an inspection has its unit"
            repairs_by_others(self._database, unit, person)
            if unit.state is not UnitState.TO_INSPECT:
                raise NothingToInspect(tail=unit.identifier_tail)
            model = self._model(unit)
            inspection = self._inspection(model)
            facts = self._facts(inspection, state, unit, model)
            if early and facts.graded.outcome is Outcome.INCOMPLETE:
                facts = replace(facts, graded=facts.projected)
                if facts.graded.outcome is Outcome.SALE:
                    raise NothingFailed()
            if facts.graded.outcome is Outcome.INCOMPLETE:
                raise InspectionIncomplete(count=len(facts.graded.because))
            after = unit_after(unit, facts, price=self._price(unit, model, facts.graded), session_id=session_id)
            self._stock.update_unit(connection, after, reason="inspection", document_id=session_id, person_id=person.person_id)
            given = self._beyond(state, unit, model).kept()
            finished = Finished(at_utc=self._clock.now_utc(), person_id=person.person_id, outcome=facts.graded.outcome.value, given=given)
            self._recorder.add(connection, session_id, state, finished)
            self._enqueue_label(connection, after, model, facts.graded)
            self._ledger.append(connection, "stock.unit_graded", graded_body(after, facts, inspection, self._rules.grading), person_id=person.person_id)
            for tell in self.graded:
                tell(connection, after, person)
        return Inspected(after, facts.graded)

    def _act(
        self, session_id: str, person: Person, decide: Decide, *, go_on: bool = True, also: Callable[[Connection], None] | None = None
    ) -> InspectionScreen:  # fmt: skip
        with self._database.write() as connection:
            row, state = self._recorder.load_in(connection, session_id)
            rules_of_session.must_be_open(state, running=False)
            unit = self._stock.unit_by_id(row.unit_id or "")
            assert unit is not None, "an inspection has its unit"
            repairs_by_others(self._database, unit, person)
            inspection, now = self._inspection(self._model(unit)), self._clock.now_utc()
            decided = decide(inspection, state, now)
            if also is not None:
                also(connection)
            state = self._recorder.add(connection, session_id, state, *decided)
            if go_on:
                self._recorder.add(connection, session_id, state, *open_next(inspection, state, now, person.person_id))
        return self.screen(session_id)

    def _facts(self, inspection: Inspection, state: SessionState, unit: Unit, model: DeviceModel) -> InspectionFacts:
        return inspection_facts(inspection, state, self._rules.grading, self._beyond(state, unit, model))

    def _beyond(self, state: SessionState, unit: Unit, model: DeviceModel) -> Beyond:
        with self._database.read() as connection:
            repairs = repairs_of(connection, unit.unit_id)
        cost = self._rules.prices.repair_cost(model, tuple(sorted(parts_to_replace(state))))
        return Beyond(
            erasure_proven=unit.erasure_id is not None, repair_cost=cost, repair_cap=self._rules.prices.repair_cap(model),
            parts_genuine=all_genuine(repairs), new_cell=has_new_cell(repairs),
        )  # fmt: skip

    def _price(self, unit: Unit, model: DeviceModel, graded: Graded) -> Money | None:
        if graded.grade is None:
            return unit.price
        price = self._rules.prices.sale_price(model, graded.grade) or unit.price
        if price is None or price <= ZERO:
            raise NoSalePrice(model=model.name, grade=graded.grade.value)
        return price

    def _enqueue_label(self, connection: Connection, unit: Unit, model: DeviceModel, graded: Graded) -> None:
        content = label_zpl(unit_label(unit, model, graded, self._rules.grading, self._rules.locale))
        self._print_queue.enqueue(connection, kind="label", document_id=unit.unit_id, document_number=unit.label_code, content=content, printer="label")

    def _model(self, unit: Unit) -> DeviceModel:
        model = self._catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue (foreign key)"
        return model

    def _inspection(self, model: DeviceModel) -> Inspection:
        return self._rules.inspections[model.kind].for_capabilities(model.capabilities)
