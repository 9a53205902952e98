"""The columns of the trade-in page as QML reads them: clock, steps, question, answers, photos, classes, device, offer. GUI thread.

Holds the order in which steps were done and the offers seen on the way, so that the funnel can be drawn; decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.views import StepStatus
from kiosk.tradein.offer import Offer
from kiosk.tradein.purchase import Bought
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.device import DeviceViewModel, device_props
from kiosk.ui.viewmodels.offer import OfferViewModel
from kiosk.ui.viewmodels.offer_props import Moment, offer_lines, offer_props
from kiosk.ui.viewmodels.reading import ReadingViewModel, known_facts
from kiosk.ui.viewmodels.repair_rows import RepairRow, repair_rows
from kiosk.ui.viewmodels.returned import ReturnedViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.session_parts import ClockViewModel, QuestionViewModel, StepViewModel
from kiosk.ui.viewmodels.session_props import (
    AnswerRow,
    QuestionRow,
    StepRow,
    answer_rows,
    clock_props,
    current_question,
    in_order_of_work,
    question_props,
    question_rows,
    step_props,
    step_row,
)
from kiosk.ui.viewmodels.trade_in_props import ClassRow, MarkRow, PhotoRow, TradeInProps, class_rows, mark_rows, photo_rows, trade_in_props

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
STEPS_READY, QUESTIONS_READY = 16, 3
BLANK_STEP = StepRow("", "", "", "todo", "", untested=False, automatic=False, matters=False, remaining=1)
BLANK_QUESTION = QuestionRow("", "", "", "", "", answered=False, current=False, by_cable=False)
"""Rows that are made with the page, while nobody waits for it: a trade-in that begins only fills them."""


@dataclass(frozen=True, slots=True)
class BoughtProps:
    """What was bought, as the customer and the technician read it."""

    shown: bool = False
    number: str = ""
    register_number: str = ""
    paid: str = ""
    bonus: str = ""
    payout: str = ""
    account_tail: str = ""
    voucher_code: str = ""
    label_code: str = ""


@QmlElement
@QmlUncreatable("made by the composition root")
class BoughtViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page after the purchase."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = BoughtProps()
        self._away = False

    def show(self, bought: Bought, formats: Formats) -> None:
        self._away = False
        self._set(
            BoughtProps(
                shown=True, number=bought.number, register_number=bought.register_number, paid=formats.money(bought.paid),
                bonus=formats.round_money(bought.bonus), payout=bought.payout.value, account_tail=bought.account_tail, voucher_code=bought.voucher_code or "",
                label_code=bought.unit.label_code,
            )
        )  # fmt: skip

    def is_up(self) -> bool:
        return self._props.shown and not self._away

    def forget(self) -> None:
        self._away = False
        self._set(BoughtProps())

    def leave(self, *, finished: bool) -> bool:
        """Leave the page: True when the whole trade-in is over, else the erase and the label come first."""
        self._away = not finished
        self.changed.emit()
        return finished

    def come_back(self) -> None:
        """The last step is done: the page shows again, everything ticked."""
        if self._away:
            self._away = False
            self.changed.emit()

    def _set(self, props: BoughtProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    number = shown("number", str, changed)
    registerNumber = shown("register_number", str, changed)
    paid = shown("paid", str, changed)
    bonus = shown("bonus", str, changed)
    payout = shown("payout", str, changed)
    accountTail = shown("account_tail", str, changed)
    voucherCode = shown("voucher_code", str, changed)
    labelCode = shown("label_code", str, changed)


@QmlElement
@QmlUncreatable("made by the composition root")
class TradeInParts(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """Everything of the page that has a view model or a list of its own."""

    repairsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self._step, self._question = ClockViewModel(self), StepViewModel(self), QuestionViewModel(self)
        self._device, self._offer, self._reading = DeviceViewModel(self), OfferViewModel(self), ReadingViewModel(self)
        self._returned = ReturnedViewModel(self)
        self._repairs = RowsModel(RepairRow, key=lambda row: row.part, parent=self)
        self.bought = BoughtViewModel(self)
        self._steps = RowsModel(StepRow, parent=self)
        self._steps.show([BLANK_STEP] * STEPS_READY)
        self._questions = RowsModel(QuestionRow, parent=self)
        self._questions.show([BLANK_QUESTION] * QUESTIONS_READY)
        self._reasons = RowsModel(AnswerRow, key=lambda row: row.option_id, parent=self)
        self._photos = RowsModel(PhotoRow, key=lambda row: row.slot, parent=self)
        self._marks = RowsModel(MarkRow, key=lambda row: row.mark_id, parent=self)
        self._screens = RowsModel(ClassRow, key=lambda row: row.option_id, parent=self)
        self._bodies = RowsModel(ClassRow, key=lambda row: row.option_id, parent=self)
        self._session_id = ""
        self._done_order: list[str] = []
        self._moments: list[Moment] = []

    def forget(self, *, keep_of: str, whole: Offer) -> None:
        """Another session begins with nothing seen but the offer on no answer at all; the same one goes on."""
        if keep_of != self._session_id:
            self._session_id = keep_of
            self._done_order.clear()
            self._moments[:] = [Moment(0, whole)]
            self.bought.forget()

    def show(self, screen: TradeInScreen, checklist: Checklist, formats: Formats, *, asked: str | None, pictures: Mapping[str, str]) -> TradeInProps:
        """Fold what the service says, derive, announce; gives the props of the page itself."""
        session, language = screen.session, formats.language
        self._remember(screen)
        current_id = session.current.step_id if session.current else None
        rows = tuple(step_row(step, current_id, language) for step in in_order_of_work(session.steps, self._done_order, current_id))
        question = current_question(session.questions, asked)
        self._steps.show(rows)
        self._clock.show(clock_props(session.clock, pause_words=screen.pause_words.text(language) if screen.pause_words else ""))
        self._step.show(step_props(session, rows, language))
        self._questions.show(question_rows(session.questions, question.question_id if question else "", language))
        self._reasons.show(answer_rows(question, language, only_fails=True))
        self._question.show(question_props(question, session.questions, language))
        self._photos.show(photo_rows(session.current, pictures, session.questions, language))
        self._marks.show(mark_rows(session.marks, session.current))
        self._screens.show(class_rows(session.questions, "screen_class", language))
        self._bodies.show(class_rows(session.questions, "body_class", language))
        device, system = screen.device, known_facts(screen.readings).get("os", "")
        self._device.show(device_props(screen.model, imei=device.imei, serial=device.serial, read_by=device.read_by, system=system))
        self._reading.show(screen.readings, current_id or "", formats)
        self._offer.show_lines(offer_lines(screen.offer, checklist, formats, current_id=current_id, pictures=pictures))
        self._returned.show(screen.returned, formats)
        self._show_repairs(repair_rows(screen.repairs, formats))
        self._offer.show(offer_props(self._moments, checklist, formats))
        props = trade_in_props(screen, checklist, formats)
        if props.finished:
            self.bought.come_back()
        return props

    def _show_repairs(self, rows: tuple[RepairRow, ...]) -> None:
        before = len(self._repairs.rows)
        self._repairs.show(rows)
        if len(rows) != before:
            self.repairsChanged.emit()

    def _remember(self, screen: TradeInScreen) -> None:
        done = [step.step_id for step in screen.session.steps if step.status not in (StepStatus.TODO, StepStatus.CURRENT)]
        self._done_order[:] = [step_id for step_id in self._done_order if step_id in done] + [one for one in done if one not in self._done_order]
        moment = Moment(len(done), screen.offer)
        if len(self._moments) > 1 and self._moments[-1].done_count == moment.done_count:
            self._moments[-1] = moment
        else:
            self._moments.append(moment)

    clock = Property(ClockViewModel, lambda self: self._clock, constant=True)
    step = Property(StepViewModel, lambda self: self._step, constant=True)
    question = Property(QuestionViewModel, lambda self: self._question, constant=True)
    device = Property(DeviceViewModel, lambda self: self._device, constant=True)
    reading = Property(ReadingViewModel, lambda self: self._reading, constant=True)
    offer = Property(OfferViewModel, lambda self: self._offer, constant=True)
    repairs = Property(QObject, lambda self: self._repairs, constant=True)
    repairCount = Property(int, lambda self: len(self._repairs.rows), notify=repairsChanged)
    returned = Property(ReturnedViewModel, lambda self: self._returned, constant=True)
    steps = Property(QObject, lambda self: self._steps, constant=True)
    questions = Property(QObject, lambda self: self._questions, constant=True)
    reasons = Property(QObject, lambda self: self._reasons, constant=True)
    photos = Property(QObject, lambda self: self._photos, constant=True)
    marks = Property(QObject, lambda self: self._marks, constant=True)
    screenClasses = Property(QObject, lambda self: self._screens, constant=True)
    bodyClasses = Property(QObject, lambda self: self._bodies, constant=True)
