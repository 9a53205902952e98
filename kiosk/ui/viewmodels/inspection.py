"""The thirty control points of one unit: tap a tile, answer, see the grade as it stands; then sale, workshop or wherever the rules send it.

GUI thread; each answer is saved by the service before the page shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.desk import Inspected, InspectionScreen
from kiosk.diagnostics.photos import Photo
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Report
from kiosk.diagnostics.views import QuestionFacts, StepStatus
from kiosk.staff.people import Person
from kiosk.stock.units import Unit
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.answering import AnsweringViewModel
from kiosk.ui.viewmodels.bench import Bench
from kiosk.ui.viewmodels.device import DeviceViewModel, device_props
from kiosk.ui.viewmodels.grade import GradeViewModel, RiseViewModel
from kiosk.ui.viewmodels.inspection_props import (
    InspectionProps,
    PointRow,
    grade_props,
    inspection_props,
    instruments_at_work,
    point_rows,
    rise_props,
)
from kiosk.ui.viewmodels.reading import ReadingViewModel, by_cable, known_facts
from kiosk.ui.viewmodels.regrade import GradeDesk, RegradeViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.self_test import SelfTestViewModel
from kiosk.ui.viewmodels.session_parts import QuestionViewModel
from kiosk.ui.viewmodels.session_props import AnswerRow, answer_rows, current_question, question_props
from kiosk.ui.viewmodels.tester import TesterViewModel
from kiosk.ui.viewmodels.trade_in_props import PhotoRow, photo_rows
from kiosk.ui.viewmodels.unit_papers import PassportViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class InspectionViewModel(AnsweringViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """One inspection; ``on_left`` brings the queue back."""

    changed = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_left: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_left = on_left
        self._screen: InspectionScreen | None = None
        self._inspected: Inspected | None = None
        self._asking = False
        self._props = InspectionProps()
        self._device, self._grade, self._rise = DeviceViewModel(self), GradeViewModel(self), RiseViewModel(self)
        self._question_shown, self._tester, self._reading = QuestionViewModel(self), TesterViewModel(self), ReadingViewModel(self)
        self._self_test = SelfTestViewModel(bench, formats, on_screen=self._tested, parent=self)
        self._adopt(self._self_test)
        self._self_test.changed.connect(lambda: self._show_again())
        grades = GradeDesk(bench.aftercare.grades, bench.jobs, bench.approval)
        self._regrade = RegradeViewModel(grades, formats, on_changed=self._regraded, parent=self)
        self._adopt(self._regrade)
        self._points = RowsModel(PointRow, key=lambda row: row.point_id, parent=self)
        self._answers = RowsModel(AnswerRow, key=lambda row: row.option_id, parent=self)
        self._photos = RowsModel(PhotoRow, key=lambda row: row.slot, parent=self)
        self._passport = PassportViewModel(bench.papers, formats=formats, parent=self)
        self._passport.failed.connect(self.failed)

    def welcome(self, person: Person | None) -> None:
        super().welcome(person)
        self._passport.welcome(person)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._passport.speak(formats)

    def open(self, screen: InspectionScreen) -> None:
        """Show this inspection, begun now or taken up again."""
        self._inspected, self._asking = None, False
        self._take(screen)

    def take_self_test(self, text: str) -> None:
        """The phone's screen was scanned."""
        self._self_test.take(text)

    def is_finished(self) -> bool:
        return self._inspected is not None

    @Slot(str)
    def openPoint(self, point_id: str) -> None:
        """A tap on a tile."""
        screen = self._screen
        if screen is not None:
            self._do(lambda: self._bench.inspections.open_point(screen.session_id, point_id, self.person), self._opened)

    @Slot()
    def openFailed(self) -> None:
        failed = next((point for point in self._screen.facts.points if point.status is StepStatus.FAILED), None) if self._screen else None
        if failed is not None:
            self.openPoint(failed.point_id)

    @Slot()
    def testNext(self) -> None:
        self._asking = True
        self._show_again()

    @Slot()
    def closePoint(self) -> None:
        self._asking = False
        self._show_again()

    @Slot(str)
    def answer(self, option: str) -> None:
        question = self._question()
        if question is not None:
            self._save(lambda screen: self._bench.inspections.answer(screen.session_id, question.question_id, option, self.person))

    def _keep_photo(self, session_id: str, slot: str, photo: Photo) -> InspectionScreen:
        return self._bench.inspections.add_photo(session_id, slot, photo, self.person)

    @Slot()
    def finish(self) -> None:
        """Grade, price, label: the unit goes where the rules send it."""
        screen = self._screen
        if screen is not None:
            self._do(lambda: self._bench.inspections.finish(screen.session_id, self.person), self._finished)

    @Slot()
    def showPassport(self) -> None:
        """The passport of the unit that has just gone on sale."""
        if self._inspected is not None:
            self._passport.show(self._inspected.unit.unit_id)

    @Slot()
    def sendToWorkshop(self) -> None:
        """It failed already: the workshop first, the points left afterwards."""
        screen = self._screen
        if screen is not None:
            self._do(lambda: self._bench.inspections.send_to_workshop(screen.session_id, self.person), self._finished)

    @Slot()
    def changeGrade(self) -> None:
        """Another grade than the computed one."""
        if self._inspected is not None:
            self._regrade.begin(self._inspected.unit)

    @Slot()
    def leave(self) -> None:
        self._passport.close()
        self._on_left()

    def _save(self, work: Callable[[InspectionScreen], InspectionScreen], *, refused: Callable[[Exception], None] | None = None) -> None:
        screen = self._screen
        if screen is not None:
            self._do(lambda: work(screen), self._take, refused=refused)

    def _measured(self, question_id: str, value: int) -> None:
        question, bench, person = self._question(), self._bench, self.person

        def save(screen: InspectionScreen) -> InspectionScreen:
            tester = bench.aftercare.testers.remember(self._tester.tester(), person) if question is not None and question.instrument else None
            return bench.inspections.measure(screen.session_id, question_id, value, person, tester=tester)

        self._save(save, refused=self._measure_refused)

    def _question(self) -> QuestionFacts | None:
        """The first without an answer; on a point that is done, its first, to be answered again."""
        if self._screen is None:
            return None
        questions = self._screen.session.questions
        return current_question(questions, None) or next(iter(questions), None)

    def _expects(self) -> tuple[str, Expected] | None:
        screen = self._screen
        if screen is None:
            return None
        today = self._bench.clock.now_utc().date()
        return screen.session_id, Expected(screen.unit.imei, screen.unit.serial, screen.model.storage_gb, today=today)

    def _take_report(self, session_id: str, report: Report) -> InspectionScreen:
        return self._bench.inspections.take(session_id, report, self.person)

    def _show_reading(self, screen: object) -> None:
        assert isinstance(screen, InspectionScreen)
        if self._screen is not None and screen.session_id == self._screen.session_id:
            self._screen = screen
            self._show_again()
            self._fetch_pictures(screen.session, self._bench.inspections.photo)

    def _finished(self, inspected: Inspected) -> None:
        self._inspected, self._asking = inspected, False
        self._show_again()

    def _regraded(self, unit: Unit) -> None:
        if self._inspected is not None:
            self._inspected = Inspected(unit, replace(self._inspected.graded, grade=unit.grade))
            self._show_again()

    def _opened(self, screen: InspectionScreen) -> None:
        """A tile was tapped: its question comes up, also when every point is done."""
        self._screen, self._asking = screen, True
        self._take_over(screen)

    def _take(self, screen: InspectionScreen) -> None:
        """After an answer: on to the next point, or back to the tiles when there is none."""
        self._screen = screen
        if screen.facts.next_point_id is None:
            self._asking = False
        self._take_over(screen)

    def _tested(self, screen: TradeInScreen | InspectionScreen) -> None:
        assert isinstance(screen, InspectionScreen), "this page shows inspections"
        self._take(screen)

    def _take_over(self, screen: InspectionScreen) -> None:
        self._type("")
        self._show_again()
        self._fetch_pictures(screen.session, self._bench.inspections.photo)

    def _checklist(self, screen: InspectionScreen) -> Checklist:
        rules = self._bench.trade_ins.rules
        return rules.inspections[screen.model.kind].checklist

    def _show_again(self) -> None:
        screen = self._screen
        if screen is None:
            return
        language, checklist = self._formats.language, self._checklist(screen)
        current = screen.session.current
        question = self._question()
        self._device.show(device_props(screen.model, imei=screen.unit.imei, serial=screen.unit.serial, system=known_facts(screen.readings).get("os", "")))
        rules = self._bench.trade_ins.rules
        measuring = instruments_at_work(checklist, screen.facts, by_cable=self._cable_reads, by_page=self._self_test.waits)
        self._points.show(point_rows(screen.facts, current.step_id if current else None, language, measuring=measuring))
        self._grade.show(grade_props(screen.facts, checklist, rules.grading, self._formats, points=rules.inspections[screen.model.kind].points))
        self._reading.show(screen.readings, by_cable(current.step_id if current else "", screen.model.kind), self._formats)
        self._rise.show(rise_props(screen.facts, checklist, language))
        self._question_shown.show(question_props(question, screen.session.questions, language))
        self._tester.want(question is not None and question.instrument, self._bench.aftercare.testers.current)
        self._answers.show(answer_rows(question, language))
        self._photos.show(photo_rows(current, self._pictures, screen.session.questions, language))
        self._self_test.follow(screen.session_id, checklist.for_capabilities(screen.model.capabilities))
        props = inspection_props(screen, self._inspected, asking=self._asking, inspector=self.person.short_name, formats=self._formats)
        if props != self._props:
            self._props = props
            self.changed.emit()

    passport = Property(PassportViewModel, lambda self: self._passport, constant=True)
    device = Property(DeviceViewModel, lambda self: self._device, constant=True)
    grade = Property(GradeViewModel, lambda self: self._grade, constant=True)
    rise = Property(RiseViewModel, lambda self: self._rise, constant=True)
    selfTest = Property(SelfTestViewModel, lambda self: self._self_test, constant=True)
    reading = Property(ReadingViewModel, lambda self: self._reading, constant=True)
    question = Property(QuestionViewModel, lambda self: self._question_shown, constant=True)
    regrade = Property(RegradeViewModel, lambda self: self._regrade, constant=True)
    tester = Property(TesterViewModel, lambda self: self._tester, constant=True)
    points = Property(QObject, lambda self: self._points, constant=True)
    answers = Property(QObject, lambda self: self._answers, constant=True)
    photos = Property(QObject, lambda self: self._photos, constant=True)
    asking = shown("asking", bool, changed)
    nextNumber = shown("next_number", str, changed)
    nextTitle = shown("next_title", str, changed)
    instruction = shown("instruction", str, changed)
    photosWanted = shown("photos_wanted", bool, changed)
    photosLeft = shown("photos_left", int, changed)
    photoMissing = shown("photo_missing", str, changed)
    allDone = shown("all_done", bool, changed)
    sellable = shown("sellable", bool, changed)
    price = shown("price", str, changed)
    gain = shown("gain", str, changed)
    goalPrice = shown("goal_price", str, changed)
    mendPart = shown("mend_part", str, changed)
    mendCost = shown("mend_cost", str, changed)
    mendMinutes = shown("mend_minutes", int, changed)
    inspector = shown("inspector", str, changed)
    repairers = shown("repairers", str, changed)
    finished = shown("finished", bool, changed)
    doneLevel = shown("done_level", int, changed)
    doneOutcome = shown("done_outcome", str, changed)
    donePrice = shown("done_price", str, changed)
    doneRule = shown("done_rule", int, changed)
    doneLabel = shown("done_label", str, changed)
