"""The trade-in under its clock: every answer goes to the service at once, and the page shows what the service then says. GUI thread.

One answer at a time: while one is being saved the page is busy. The clock is asked for once a second by ``tick``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Ok, Result
from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.events import ReadBy
from kiosk.diagnostics.photos import Photo
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Report
from kiosk.diagnostics.session import Status
from kiosk.diagnostics.views import QuestionFacts
from kiosk.staff.approvals import Action, Approval
from kiosk.staff.rights import Right
from kiosk.tradein.purchase import Bought
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.agreement import AgreementViewModel
from kiosk.ui.viewmodels.answering import AnsweringViewModel
from kiosk.ui.viewmodels.bench import Bench
from kiosk.ui.viewmodels.coach import CoachViewModel
from kiosk.ui.viewmodels.counter_offer import CounterOfferViewModel
from kiosk.ui.viewmodels.marking import MarkingViewModel
from kiosk.ui.viewmodels.pausing import PausingViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.self_test import SelfTestViewModel
from kiosk.ui.viewmodels.session_props import current_question
from kiosk.ui.viewmodels.trade_in_parts import BoughtViewModel, TradeInParts
from kiosk.ui.viewmodels.trade_in_props import COSMETIC, TradeInProps

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
EXTENSION_MINUTES = 5


@QmlElement
@QmlUncreatable("made by the composition root")
class TradeInViewModel(AnsweringViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """One trade-in; ``on_left`` brings the page before it back, ``read_again`` asks the cable for its device once more."""

    changed = Signal()

    def __init__(
        self, bench: Bench, formats: Formats, *, on_left: Callable[[], None], read_again: Callable[[], bool] = lambda: False, parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(bench, formats, parent)
        self._on_left = on_left
        self._screen: TradeInScreen | None = None
        self._asked_again: str | None = None
        self._asking_time = False
        self._props = TradeInProps()
        self._parts = TradeInParts(self)
        self._coach = CoachViewModel(bench.trade_ins.rules.coaches, read_again=read_again, parent=self)
        self._coach.ended.connect(self._end_coaching)
        self._agreement = AgreementViewModel(bench, formats, on_screen=self._take, on_bought=self._bought, parent=self)
        self._self_test = SelfTestViewModel(bench, formats, on_screen=self._tested, parent=self)
        self._adopt(self._agreement)
        self.on_scan = self._agreement.on_scan
        self._counter = CounterOfferViewModel(bench, formats, on_screen=self._take, parent=self)
        self._marking = MarkingViewModel(bench, formats, on_screen=self._take, parent=self)
        self._pausing = PausingViewModel(bench, formats, on_screen=self._take, parent=self)
        self._coach.begun.connect(self._pausing.stopFor)
        self._adopt(self._marking)
        self._adopt(self._pausing)
        self._adopt(self._self_test)
        self._adopt(self._counter)
        self._parts.bought.changed.connect(self.changed)

    def open(self, screen: TradeInScreen) -> None:
        """Show this trade-in, begun now or taken up again."""
        self._parts.forget(keep_of=screen.session_id, whole=screen.whole)
        self._asked_again = None
        self._take(screen)

    def tick(self) -> None:
        """Once a second while the page is up: the clock, and what time alone changes."""
        screen = self._screen
        if screen is None or self._asking_time or screen.session.status is Status.FINISHED:
            return
        self._asking_time = True
        self._bench.jobs.run(lambda: self._bench.trade_ins.screen(screen.session_id), self._ticked)

    def take_self_test(self, text: str) -> None:
        """The phone's screen was scanned."""
        self._self_test.take(text)

    def done_page_is_up(self) -> bool:
        """The device is bought or refused, and the page that says so was not left yet."""
        return self._props.declined or self._parts.bought.is_up()

    @Slot(str)
    def answer(self, option: str) -> None:
        """A ready answer to the question that is asked."""
        question = self._question()
        if question is not None:
            self.answerTo(question.question_id, option)

    @Slot(str, str)
    def answerTo(self, question_id: str, option: str) -> None:
        self._save(lambda screen: self._bench.trade_ins.answer(screen.session_id, question_id, option, self.person))

    def _number(self) -> str:
        return self._props.number

    def _keep_photo(self, session_id: str, slot: str, photo: Photo) -> TradeInScreen:
        return self._held(self._bench.trade_ins.add_photo(session_id, slot, photo, self.person))

    @Slot(str)
    def askAgain(self, question_id: str) -> None:
        """Correct an answer: the question comes back to the middle."""
        self._asked_again = question_id
        self._show_again()

    @Slot(str)
    def openStep(self, step_id: str) -> None:
        self._save(lambda screen: self._bench.trade_ins.open_step(screen.session_id, step_id, self.person), hold=False)

    @Slot()
    def resume(self) -> None:
        self._save(lambda screen: self._bench.trade_ins.resume(screen.session_id, self.person), hold=False)

    @Slot()
    def passRest(self) -> None:
        """Everything that the open step still asks is sound."""
        self._save(lambda screen: self._bench.trade_ins.pass_rest(screen.session_id, self.person))

    @Slot()
    def extend(self) -> None:
        """A manager says why and gives more time."""
        screen = self._screen
        if screen is not None:
            name = f"{screen.model.name} · {screen.number}"
            self._ask_approval(Right.RAISE_OFFER, Action.MORE_TIME, document=screen.session_id, detail=name, on_approved=self._extend)

    def _extend(self, approval: Approval) -> None:
        minutes = EXTENSION_MINUTES
        self._save(lambda screen: self._bench.trade_ins.extend(screen.session_id, self.person, minutes=minutes, approved_by=approval), hold=False)

    @Slot()
    def goOn(self) -> None:
        """To the step that the planner wants next."""
        if self._screen is not None and self._screen.session.next_step_id is not None:
            self.openStep(self._screen.session.next_step_id)

    @Slot()
    def propose(self) -> None:
        """Freeze the offer and turn the screen to the customer."""
        self._save(lambda screen: self._bench.trade_ins.propose(screen.session_id, self.person), hold=False)

    @Slot()
    def leave(self) -> None:
        """Everything is saved: back to the list."""
        self._on_left()

    @Slot()
    def finish(self) -> None:
        """From the page of what was bought: to the erase and the label first, then home."""
        if self._parts.bought.leave(finished=self._props.finished):
            self._on_left()
        self._show_again()

    def _save(self, work: Callable[[TradeInScreen], TradeInScreen], *, refused: Callable[[Exception], None] | None = None, hold: bool = True) -> None:
        """Run ``work`` on the session. The cosmetic step stays up until it is confirmed, so that its classes can be weighed."""
        screen = self._screen
        if screen is None:
            return

        self._do(lambda: self._held(work(screen)) if hold else work(screen), self._take, refused=refused)

    def _held(self, after: TradeInScreen) -> TradeInScreen:
        if self._props.cosmetic and after.session.current is not None and after.session.current.step_id != COSMETIC:
            return self._bench.trade_ins.open_step(after.session_id, COSMETIC, self.person)
        return after

    def _expects(self) -> tuple[str, Expected] | None:
        screen = self._screen
        if screen is None:
            return None
        device, today = screen.device, self._bench.clock.now_utc().date()
        return screen.session_id, Expected(device.imei, device.serial, screen.model.storage_gb, device.read_by is ReadBy.CABLE, today)

    def _take_report(self, session_id: str, report: Report) -> TradeInScreen:
        return self._held(self._bench.trade_ins.take(session_id, report, self.person))

    def _show_reading(self, screen: object) -> None:
        assert isinstance(screen, TradeInScreen)
        if self._screen is not None and screen.session_id == self._screen.session_id:
            self._screen = screen
            self._show_again()
            self._fetch_pictures(screen.session, self._bench.trade_ins.photo)

    @Slot(str)
    def _end_coaching(self, question_id: str) -> None:
        """The clock runs again; what is to be looked at on the device comes back to the middle."""
        screen = self._screen
        if screen is not None:
            self._do(lambda: self._bench.trade_ins.resume(screen.session_id, self.person), lambda after: self._look_at(after, question_id))

    def _look_at(self, screen: TradeInScreen, question_id: str) -> None:
        self._take(screen)
        if question_id:
            self.askAgain(question_id)

    def _measured(self, question_id: str, value: int) -> None:
        self._save(lambda screen: self._bench.trade_ins.measure(screen.session_id, question_id, value, self.person), refused=self._measure_refused)

    def _question(self) -> QuestionFacts | None:
        return current_question(self._screen.session.questions, self._asked_again) if self._screen else None

    def _take(self, screen: TradeInScreen) -> None:
        self._screen, self._asked_again = screen, None
        self._type("")
        self._show_again()
        proofs = tuple(line.photo_sha256 for line in screen.offer.deductions if line.photo_sha256)
        self._fetch_pictures(screen.session, self._bench.trade_ins.photo, also=proofs)

    def _tested(self, screen: TradeInScreen | InspectionScreen) -> None:
        assert isinstance(screen, TradeInScreen), "this page shows trade-ins"
        self._take(screen)

    def _ticked(self, result: Result[TradeInScreen]) -> None:
        self._asking_time = False
        if isinstance(result, Ok) and self._screen is not None and not self.busy and result.value.session_id == self._screen.session_id:
            self._screen = result.value
            self._show_again()

    def _bought(self, bought: Bought) -> None:
        self._parts.bought.show(bought, self._formats)
        screen = self._screen
        if screen is not None:
            self._do(lambda: self._bench.trade_ins.screen(screen.session_id), self._take)

    def _checklist(self, screen: TradeInScreen) -> Checklist:
        return self._bench.trade_ins.rules.checklists[screen.model.kind].for_capabilities(screen.model.capabilities)

    def _show_again(self) -> None:
        screen = self._screen
        if screen is None:
            return
        props = self._parts.show(screen, self._checklist(screen), self._formats, asked=self._asked_again, pictures=self._pictures)
        self._agreement.show(screen)
        current = screen.session.current
        self._self_test.follow(screen.session_id, self._checklist(screen), None if current is None else self._checklist(screen).step(current.step_id))
        self._coach.show(screen, self._checklist(screen), self._formats.language)
        self._counter.show(screen, self._checklist(screen))
        self._marking.show(screen, self._checklist(screen))
        self._pausing.show(screen)
        if props != self._props:
            self._props = props
            self.changed.emit()

    parts = Property(TradeInParts, lambda self: self._parts, constant=True)
    pausing = Property(PausingViewModel, lambda self: self._pausing, constant=True)
    marking = Property(MarkingViewModel, lambda self: self._marking, constant=True)
    counter = Property(CounterOfferViewModel, lambda self: self._counter, constant=True)
    agreement = Property(AgreementViewModel, lambda self: self._agreement, constant=True)
    selfTest = Property(SelfTestViewModel, lambda self: self._self_test, constant=True)
    coach = Property(CoachViewModel, lambda self: self._coach, constant=True)
    bought = Property(BoughtViewModel, lambda self: self._parts.bought, constant=True)
    number = shown("number", str, changed)
    cosmetic = shown("cosmetic", bool, changed)
    offering = shown("offering", bool, changed)
    agreeing = shown("agreeing", bool, changed)
    finished = shown("finished", bool, changed)
    declined = shown("declined", bool, changed)
    photosWanted = shown("photos_wanted", bool, changed)
    photosLeft = shown("photos_left", int, changed)
    notPhotographed = shown("not_photographed", list, changed)
    canContinue = shown("can_continue", bool, changed)
    cosmeticReady = shown("cosmetic_ready", bool, changed)
    screenClass = shown("screen_class", str, changed)
    bodyClass = shown("body_class", str, changed)
    screenMeaning = shown("screen_meaning", str, changed)
    bodyMeaning = shown("body_meaning", str, changed)
    canOffer = shown("can_offer", bool, changed)
    canOfferNow = shown("can_offer_now", bool, changed)
    cannotBuy = shown("cannot_buy", bool, changed)
    offered = shown("offered", bool, changed)
    outOfTime = shown("out_of_time", bool, changed)
    validUntil = shown("valid_until", str, changed)
    priceBook = shown("price_book", str, changed)
    condition = shown("condition", str, changed)
    answerCount = shown("answer_count", int, changed)
    battery = shown("battery", str, changed)
    markCount = shown("mark_count", int, changed)
    hasScreenClass = shown("has_screen_class", bool, changed)
    classGain = shown("class_gain", str, changed)
    betterClass = shown("better_class", str, changed)
    presentClass = shown("present_class", str, changed)
