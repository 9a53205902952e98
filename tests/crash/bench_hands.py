"""The hands of everybody at the diagnostic bench: what is drawn, who does it, and on which device. For the random bench."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

from kiosk.catalogue.identifiers import imei_from_body
from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.checklist import Checklist, Method, Question, Step, Verdict
from kiosk.diagnostics.inspection import Inspection
from kiosk.diagnostics.probes.report import Finding, Report
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.store import SessionRow
from kiosk.staff.approvals import Action, Approval, Why
from kiosk.staff.people import Person
from kiosk.staff.rights import Right
from kiosk.tradein.rulebook import RuleBook
from kiosk.tradein.seller import Seller
from tests.bench import SELLER, picture
from tests.crash.random_hands import Hands
from tests.crash.random_shop import LivingTill

MANAGER = "sophie"
FIRST_BODY = 600_000
PICTURES = tuple(picture(shade) for shade in (60, 100, 140))
NO_PICTURES = (b"", b"GIF89a", b"\xff\xd8\xff\xe0 no jpeg", bytes(300_000))
FACTS = ("account_lock", "management", "sim_lock", "software", "battery_pct", "blacklist", "storage", "sensors")


class BenchHands:
    """Draws for one life of the till. ``touched`` is the session and the unit of the act that is going on, for what is checked after it."""

    def __init__(self, till: LivingTill, draw: random.Random) -> None:
        self.till, self.draw, self.services = till, draw, till.services
        self.sales = Hands(till, draw)
        self.rules = till.services.trade_ins.rules
        self.book = RuleBook(self.rules, till.services.catalogue)
        self.recorder = Recorder(till.house.database, clock=till.clock, ids=till.house.ids)
        self.models = till.services.catalogue.models()
        self._by_id = {model.model_id: model for model in self.models}
        self.session_id: str | None = None
        self.unit_id: str | None = None

    # ── who ────────────────────────────────────────────────────────────────────────────────────────────────────────
    def person(self, person_id: str) -> Person:
        return self.services.staff.person(person_id)

    def technician(self, mostly: str = "yanis") -> Person:
        return self.person(mostly if self.draw.random() < 0.85 else self.draw.choice(("yanis", "ines", "aminata")))

    def anybody(self, mostly: str = "yanis") -> Person:
        """Mostly somebody who may."""
        return self.technician(mostly) if self.draw.random() < 0.95 else self.person(self.draw.choice(("camille", "sophie")))

    def approval(self, right: Right, asked_by: Person, document: str) -> Approval:
        """As a manager's PIN gives it; now and then for another document, which is worth nothing here."""
        action = {Right.RAISE_OFFER: Action.RAISE_OFFER, Right.RAISE_GRADE: Action.GRADE, Right.RELEASE_UNIT: Action.RELEASE}[right]
        lent_for = document if self.draw.random() < 0.9 else "elsewhere"
        return Approval(right, action, asked_by.person_id, MANAGER, "Sophie", Why("customer", "geste"), lent_for)

    def seller(self, imei: str | None) -> Seller:
        """Complete but for one time in six."""
        serial = f"F17{(imei or str(self.draw.randrange(10**9)))[-9:]}"
        seller = replace(SELLER, document_number=f"DOC{self.draw.randrange(4)}", serial=serial, imei="" if imei else self.new_imei())
        flaws: tuple[Mapping[str, object], ...] = (
            {"surname": "  "}, {"majority_checked": False}, {"document_issued_on": "2999-01-01"}, {"document_issued_on": "31/12/2020"},
            {"document_kind": "library_card"}, {"provenance": "found"}, {"imei": "490154203237519"}, {"imei2": imei or ""}, {"company": "Durand SARL"},
            {"address": "x" * 500}, {"serial": ""},
        )  # fmt: skip
        return replace(seller, **self.draw.choice(flaws)) if self.draw.random() < 0.17 else seller  # type: ignore[arg-type] # names and texts of its fields

    # ── what ───────────────────────────────────────────────────────────────────────────────────────────────────────
    def model(self) -> DeviceModel:
        """Every kind as often as the others."""
        kind = self.draw.choice(tuple(DeviceKind))
        return self.draw.choice([model for model in self.models if model.kind is kind])

    def new_imei(self, tac: str = "35910063") -> str:
        imei = imei_from_body(f"{tac}{FIRST_BODY + self.draw.randrange(300_000):06d}")
        assert imei is not None
        return imei

    def model_of(self, state: SessionState) -> DeviceModel:
        return self._by_id[state.started.model_id]

    def checklist(self, state: SessionState) -> Checklist:
        return self.book.checklist(self.model_of(state))

    def inspection(self, model: DeviceModel) -> Inspection:
        return self.rules.inspections[model.kind].for_capabilities(model.capabilities)

    def load(self, session_id: str) -> tuple[SessionRow, SessionState]:
        self.session_id = session_id
        return self.recorder.load(session_id)

    def step(self, steps: tuple[Step, ...], current: str | None) -> Step:
        """Mostly the open one."""
        here = next((step for step in steps if step.step_id == current), None)
        return here if here is not None and self.draw.random() < 0.7 else self.draw.choice(steps)

    def option(self, question: Question) -> str:
        """Mostly the good answer, now and then one that there is not."""
        if not question.options or self.draw.random() < 0.003:
            return "no_such_answer"
        good = [option for option in question.options if option.verdict is Verdict.PASS]
        return (self.draw.choice(good) if good and self.draw.random() < 0.97 else self.draw.choice(question.options)).option_id

    def number(self, question: Question) -> int:
        """Within its range but for one time in twenty."""
        rule = question.measure
        if rule is None or self.draw.random() < 0.01:
            return self.draw.choice((-1, 0, 101, 10**9))
        passing = [number for number in (rule.maximum, 100, 90, 85, rule.minimum) if rule.minimum <= number <= rule.maximum and not rule.fails(number)]
        return self.draw.choice(passing) if passing and self.draw.random() < 0.95 else self.draw.randint(rule.minimum, rule.maximum)

    def report(self, checklist: Checklist) -> Report:
        """Findings of an instrument: right ones, contradictions, facts that nobody asks for, numbers that cannot be."""
        draw, findings = self.draw, []
        asked = [question for question in checklist.questions() if question.reads or question.measure or question.question_id in FACTS]
        for question in draw.choices(asked, k=draw.randint(0, 6)) if asked else ():
            fact = question.reads or question.question_id
            reasons = [option.option_id for option in question.options if option.verdict is Verdict.FAIL] or [None]
            verdict = draw.choice((Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE))
            number = self.number(question) if question.measure else None
            findings.append(Finding(fact, "raw", verdict, draw.choice(reasons) if verdict is Verdict.FAIL else None, number))
        findings += [Finding("no_such_fact", "?")] if draw.random() < 0.2 else []
        withdrawn = tuple(draw.sample(FACTS, k=draw.randint(0, 2)))
        facts = {"serial": f"F17{draw.randrange(10**6):06d}"} if draw.random() < 0.2 else {"os": "18.1"}
        return Report("random 1", draw.choice((Method.AUTO_USB, Method.BROWSER)), tuple(findings), facts, draw.randrange(5000), withdrawn)

    def photo(self) -> bytes:
        return self.draw.choice(PICTURES if self.draw.random() < 0.98 else NO_PICTURES)
