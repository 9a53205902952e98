"""The workspace *Diagnostic* on the real services of a bench, worked by hand: what its screen tests stand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.static_files import self_test_files
from kiosk.diagnostics.counter_sound import CounterSound
from kiosk.diagnostics.probes.page import ANSWER
from kiosk.diagnostics.recorder import Recorder
from kiosk.errors import KioskError
from kiosk.hardware.page_server import PageServer
from kiosk.hardware.ports import Sound
from kiosk.hardware.text_reader import TextReader
from kiosk.hardware.virtual.android_says import AndroidSelf
from kiosk.hardware.virtual.phone import VirtualPhone
from kiosk.staff.approval_reasons import load_reasons
from kiosk.staff.people import Person
from kiosk.tradein.self_testing import SelfTestService
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.bench import Bench as Services
from kiosk.ui.viewmodels.bench import Beside, SelfTests
from kiosk.ui.viewmodels.diagnostic import DiagnosticViewModel
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from tests.bench import RESOURCES, Bench, picture
from tests.phones import told, told_android, whole, whole_android
from tests.ui.conftest import HandJobs


class FileCamera:
    """Gives a picture for every view; ``broken`` raises what a camera raises. ``live`` shows what ``tell`` is given."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.broken: Exception | None = None
        self.live = False
        self.shows: bytes | None = None
        self.watching: tuple[Callable[[bytes], None], Callable[[KioskError], None]] | None = None

    def capture(self, slot: str, *, deadline_ms: int) -> bytes:
        assert deadline_ms > 0
        if self.broken is not None:
            raise self.broken
        self.taken.append(slot)
        if self.shows is not None:
            return self.shows
        return picture(90 + 12 * len(self.taken), size=(320, 240))

    def watch(self, on_frame: Callable[[bytes], None], on_fault: Callable[[KioskError], None]) -> None:
        self.watching = (on_frame, on_fault)

    def unwatch(self) -> None:
        self.watching = None


class PhoneOnCable:
    """Notes what it is told to open; ``broken`` raises what a cable raises."""

    def __init__(self) -> None:
        self.opened: list[tuple[int, str]] = []
        self.numbers: list[Mapping[str, str]] = []
        self.broken: Exception | None = None

    def open_page(self, port: int, path: str, *, numbers: Mapping[str, str]) -> None:
        if self.broken is not None:
            raise self.broken
        self.opened.append((port, path))
        self.numbers.append(numbers)


class Desk:
    """One technician at the bench. Each method is a tap; ``settle`` lets the work be done."""

    def __init__(
        self, bench: Bench, jobs: HandJobs, clock: ManualClock, *, language: str = "fr", beside: Beside | None = None, papers: UnitPapers | None = None,
        sound: Sound | None = None,
    ) -> None:  # fmt: skip
        self.bench, self.jobs, self.clock = bench, jobs, clock
        self.camera, self.on_cable = FileCamera(), PhoneOnCable()
        self.approval = ApprovalViewModel(bench.staff, jobs, load_reasons(RESOURCES), formats=Formats(language))
        self.self_tests = self._self_tests(sound)
        services = Services(
            bench.trade_ins, bench.purchases, bench.inspections, bench.erasures, bench.stock, bench.catalogue, self.camera, jobs, clock,
            bench.aftercare, self.approval, beside, papers, self.self_tests, text=TextReader(), offer_sheets=bench.offer_sheets,
        )  # fmt: skip
        self.page = DiagnosticViewModel(services, Formats(language))

    def _self_tests(self, sound: Sound | None) -> SelfTests:
        """By a public page, and by a cable whose phone notes what it is told to open."""
        bench = self.bench
        recorder = Recorder(bench.database, clock=self.clock, ids=CountedIds())
        service = SelfTestService(
            recorder, trade_ins=bench.trade_ins, inspections=bench.inspections, catalogue=bench.catalogue, address=lambda: "https://test.example.fr/t/",
            chance=lambda: b"12345",
        )  # fmt: skip
        pages = PageServer(self_test_files, self.clock, headers={}, looks_right=ANSWER)
        return SelfTests(service, pages, self.on_cable, None if sound is None else CounterSound(sound))

    def sign_in(self, person_id: str) -> Person:
        person = self.bench.person(person_id)
        self.page.welcome(person)
        self.settle()
        return person

    def approve(self, person_id: str, *, reason: str) -> None:
        """The colleague says why and types their PIN on the sheet."""
        self.approval.chooseApprover(person_id)
        self.approval.chooseReason(reason)
        for digit in PINS[person_id]:
            self.approval.type(digit)
        for _ in range(3):
            self.settle()

    def settle(self) -> None:
        self.jobs.step()

    def do(self, tap: Callable[[], None], *, seconds: float = 3) -> None:
        """A tap, some seconds later, and its result on the screen."""
        self.clock.advance(seconds=seconds)
        tap()
        self.settle()

    def scan(self, code: object) -> None:
        self.do(lambda: self.page.on_scan(code))  # type: ignore[arg-type]  # tests scan decoded codes
        if self.page.choosingModel:
            first = self.page.identified.models.rows[0].model_id
            self.do(lambda: self.page.chooseModel(first))

    def plug(self, phone: VirtualPhone, *, may_begin: bool = True) -> None:
        """Told at once, then read whole."""
        self.page.plugging.plugged(told(phone), may_begin=may_begin)
        self.settle()
        self.page.plugging.plugged(whole(phone), may_begin=may_begin)
        self.settle()

    def plug_android(self, phone: AndroidSelf, *, may_begin: bool = True) -> None:
        """The same with an Android phone."""
        self.page.plugging.plugged(told_android(phone), may_begin=may_begin)
        self.settle()
        self.page.plugging.plugged(whole_android(phone), may_begin=may_begin)
        self.settle()

    def unplug(self, phone: VirtualPhone) -> None:
        self.page.plugging.unplugged(phone.udid)

    def answer_step(self, *, bad: dict[str, str] | None = None, battery_pct: int = 91, seconds: float = 9) -> None:
        """Everything that the open step asks, the good answers unless ``bad`` names another."""
        page = self.page.tradeIn
        step_id = page.parts.step.stepId
        for row in [row for row in page.parts.photos.rows if not row.picture]:
            self.do(lambda slot=row.slot: page.takePhoto(slot), seconds=seconds)
        for question_id in [row.question_id for row in page.parts.questions.rows if not row.answered]:
            self._answer(question_id, (bad or {}).get(question_id), battery_pct, seconds)
        if page.parts.step.stepId == step_id and page.cosmeticReady:
            self.do(page.goOn)

    def _answer(self, question_id: str, other: str | None, battery_pct: int, seconds: float) -> None:
        page = self.page.tradeIn
        if question_id in ("screen_class", "body_class"):
            self.do(lambda: page.answerTo(question_id, other or question_id[0].upper() + "0"), seconds=seconds)
        elif page.parts.question.measured:
            for digit in str(battery_pct):
                page.typeDigit(digit)
            self.do(page.saveMeasure, seconds=seconds)
        else:
            self.do(lambda: page.give("pass") if other is None else page.answer(other), seconds=seconds)

    def answer_until(self, step_id: str, *, bad: dict[str, str] | None = None, battery_pct: int = 91, seconds: float = 9) -> None:
        """Step after step until that one is open."""
        for _ in range(20):
            if self.page.tradeIn.parts.step.stepId == step_id:
                return
            self.answer_step(bad=bad, battery_pct=battery_pct, seconds=seconds)
        raise AssertionError(f"{step_id} never came; open: {self.page.tradeIn.parts.step.stepId}")

    def inspect_all(self, *, battery_pct: int, bad: dict[str, str] | None = None, body: str = "B2") -> None:
        """Every point that is still open, in the page's own order; ``bad`` maps a point to the answer that it gets."""
        page = self.page.inspection
        for _ in range(60):
            if page.allDone:
                return
            self.inspect_one(battery_pct, bad or {}, body)
        raise AssertionError(f"point {page.nextNumber} never ends")

    def inspect_one(self, battery_pct: int, bad: dict[str, str], body: str) -> None:
        page = self.page.inspection
        for row in [row for row in page.photos.rows if not row.picture]:
            self.do(lambda slot=row.slot: page.takePhoto(slot))
        question_id = page.question.questionId
        if question_id in bad:
            self.do(lambda: page.give("fail") if bad[question_id] == "fail" else page.answer(bad[question_id]))
        elif page.question.measured:
            for digit in str(battery_pct):
                page.typeDigit(digit)
            self.do(page.saveMeasure)
        elif page.question.choice:
            self.do(lambda: page.answer(body if question_id == "body_class" else page.answers.rows[0].option_id))
        else:
            self.do(lambda: page.give("pass"))

    def copy_identity(self) -> None:
        """The seller's document, typed into the form."""
        form = self.page.tradeIn.agreement
        for field_id, text in IDENTITY.items():
            form.write(field_id, text)
        form.checkMajority(True)
        self.do(form.saveSeller, seconds=40)

    def declare_and_sign(self) -> None:
        form = self.page.tradeIn.agreement
        for what in ("owner", "erase", "price"):
            form.declare(what, True)
        form.sign(SIGNED)

    def wait(self, delta: timedelta) -> None:
        self.clock.advance(seconds=delta.total_seconds())
        self.page.tick()
        self.settle()


IDENTITY = {
    "surname": "Garnier", "first_names": "Élodie", "profession": "Infirmière", "address": "3 rue des Carmes, 44000 Nantes",
    "document_number": "X4RTBPFW4", "document_issued_on": "14/03/2022", "document_authority": "Préfecture de la Loire-Atlantique",
    "serial": "F17ZK4H6N0DX",
}  # fmt: skip
PINS = {"sophie": "444444"}
SIGNED = "M100 250 L200 80 L300 320 L400 120 M500 200 L800 210"
