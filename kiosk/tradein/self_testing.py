"""The self-test page for a running trade-in or inspection: inviting the phone, and taking its signed answer. Runs on the ledger worker.

Nothing is kept between the two: the key follows from the diagnostic itself, and whether an answer was used already stands among its
readings, so that an answer survives a restart of the kiosk and is taken once all the same.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.checklist import Checklist, Verdict
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.probes import tones
from kiosk.diagnostics.probes.page import CHANCE_BYTES, Invitation, invitation, read_answer
from kiosk.diagnostics.probes.page_report import BY_LETTER, TAG_FACT, PageTest, Tested, is_of_another, letters_for, report_of, tested
from kiosk.diagnostics.probes.report import Report
from kiosk.diagnostics.probes.tones import Hearing
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.service import InspectionService
from kiosk.diagnostics.session import SessionState, must_be_open
from kiosk.diagnostics.store import TRADE_IN, SessionRow
from kiosk.errors import Refused
from kiosk.staff.people import Person
from kiosk.tradein.numbers import known_numbers
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.service import TradeInService

NEW_CHANCE = partial(secrets.token_bytes, CHANCE_BYTES)


class AnswerOfAnotherMake(Refused):
    """The page was open on a device of another make or kind than the one of this diagnostic; ``agent`` is what its browser says."""

    code = "tradein.page_answer_of_another_make"


class NoPageTest(Refused):
    """This kind of device has no browser to test itself with."""

    code = "tradein.no_page_test"


@dataclass(frozen=True, slots=True)
class Invited:
    """``link`` is what the QR code says; without an address of the page it still serves the cameras as a code to read.

    ``numbers`` are the device's (``imei``, ``imei2``, ``serial``), as far as they are known: what a phone on a cable is told apart by.
    """

    invitation: Invitation
    link: str
    public: bool
    numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def tests(self) -> tuple[PageTest, ...]:
        return tuple(BY_LETTER[letter] for letter in self.invitation.letters)


@dataclass(frozen=True, slots=True)
class Taken:
    """What the answer brought: the page of the bench as it is now, and each test."""

    screen: TradeInScreen | InspectionScreen
    tests: tuple[Tested, ...]
    agent: str


class SelfTestService:
    """``address`` says where the public page is, "" when this kiosk knows none; ``chance`` gives five random bytes."""

    def __init__(
        self,
        recorder: Recorder,
        *,
        trade_ins: TradeInService,
        inspections: InspectionService,
        catalogue: CatalogueService,
        address: Callable[[], str],
        chance: Callable[[], bytes] = NEW_CHANCE,
    ) -> None:
        self._recorder = recorder
        self._trade_ins = trade_ins
        self._inspections = inspections
        self._catalogue = catalogue
        self._address = address
        self._chance = chance

    def invite(self, session_id: str, *, language: str, counter: bool = False) -> Invited:
        """What to show the phone, good for fifteen minutes. ``counter``: this kiosk hears the device and plays for it. NoPageTest, SessionOver."""
        row, state = self._recorder.load(session_id)
        must_be_open(state, running=False)
        model = self._model(state)
        letters = letters_for(self._checklist(row, model), model.kind, counter=counter)
        if not letters:
            raise NoPageTest(model=model.name)
        now = self._recorder.clock.now_utc()
        made = invitation(session_id, letters=letters, kind=model.kind, language=language, now_utc=now, chance=self._chance())
        address = self._address()
        return Invited(made, made.link(address), public=address != "", numbers=known_numbers(state))

    def take(self, session_id: str, text: str, person: Person) -> Taken:
        """Check the answer and let the diagnostic take it; AnswerUnreadable, AnswerOfAnother, AnswerExpired, AnswerUsed, AnswerOfAnotherMake, SessionOver."""
        row, state = self._recorder.load(session_id)
        must_be_open(state, running=False)
        used = {reading.facts[TAG_FACT] for reading in state.readings if TAG_FACT in reading.facts}
        answer = read_answer(text, session_id, now_utc=self._recorder.clock.now_utc(), used_tags=used)
        model = self._model(state)
        if is_of_another(answer.agent, model):
            raise AnswerOfAnotherMake(model=model.name, agent=answer.agent.replace(".", " ").title())
        checklist = self._checklist(row, model)
        report = _beside_the_counter(report_of(answer, checklist, model.kind), _answer_on(tones.FACT, checklist, state))
        return Taken(self._service(row).take(session_id, report, person), tested(answer), answer.agent)

    def heard(self, session_id: str, hearing: Hearing, person: Person, *, duration_ms: int) -> TradeInScreen | InspectionScreen:
        """What the counter's own microphone heard of the device; it stands above an ear's *clear*, never above a fault that an ear heard. SessionOver."""
        row, state = self._recorder.load(session_id)
        checklist = self._checklist(row, self._model(state))
        before = _answer_on(tones.FACT, checklist, state)
        by_ear = before is not None and before.verdict is Verdict.FAIL and before.probe != tones.PROBE
        report = tones.report_of(hearing, duration_ms=duration_ms, decides=not by_ear)
        return self._service(row).take(session_id, report, person)

    def _service(self, row: SessionRow) -> TradeInService | InspectionService:
        return self._trade_ins if row.purpose == TRADE_IN else self._inspections

    def _model(self, state: SessionState) -> DeviceModel:
        model = self._catalogue.model_by_id(state.started.model_id)
        assert model is not None, "a diagnostic's model is in the catalogue"
        return model

    def _checklist(self, row: SessionRow, model: DeviceModel) -> Checklist:
        rules = self._trade_ins.rules
        if row.purpose == TRADE_IN:
            return rules.checklists[model.kind].for_capabilities(model.capabilities)
        return rules.inspections[model.kind].checklist.for_capabilities(model.capabilities)


def _answer_on(fact: str, checklist: Checklist, state: SessionState) -> Answered | None:
    """What answers the question that reads this fact."""
    named = (question.question_id for question in checklist.questions() if fact == (question.reads or question.question_id))
    return next((state.answers[name] for name in named if name in state.answers), None)


def _beside_the_counter(report: Report, before: Answered | None) -> Report:
    """Without the ear's *clear* where the counter measured already: the number stays. A fault that an ear heard counts."""
    if before is None or before.probe != tones.PROBE or before.verdict is not Verdict.PASS:
        return report
    return replace(report, findings=tuple(found for found in report.findings if found.fact != tones.FACT or found.verdict is not Verdict.PASS))
