"""What the trade-in and the inspection share: ready answers, a number typed on the pad, a phone read by its cable, photos as they come on show.

GUI thread. A reading is saved beside the answers that are given by hand: it waits for none of them and keeps none waiting.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.basics.clock import utc_text
from kiosk.basics.results import Err, Ok, Result
from kiosk.diagnostics.answers import OutOfRange
from kiosk.diagnostics.checklist import Checklist, Question, Verdict
from kiosk.diagnostics.photos import Photo, hand_over_note, make_photo
from kiosk.diagnostics.probes.cable import is_same_device, report_of
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Report, disputed
from kiosk.diagnostics.session import SessionOver
from kiosk.diagnostics.views import QuestionFacts, SessionFacts
from kiosk.errors import Refused
from kiosk.hardware.ports import PluggedPhone
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.bench import PHOTO_DEADLINE_MS, Bench, BenchViewModel
from kiosk.ui.viewmodels.cable import CableViewModel
from kiosk.ui.viewmodels.photographing import PhotographingViewModel
from kiosk.ui.viewmodels.pictures import picture_address
from kiosk.ui.viewmodels.session_props import option_id
from kiosk.ui.viewmodels.trade_in_props import hashes_of

MOST_DIGITS = 6


class CableDisagrees(Refused):
    """The cable finds a fault where a person saw none: the answer stays as it was given, and is to be looked at again."""

    code = "ui.cable_disagrees"


class AnsweringViewModel(BenchViewModel):
    """Base of the pages that ask question after question; each says which one is asked and where an answer goes."""

    typedChanged = Signal()

    def __init__(self, bench: Bench, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._typed = ""
        self._measure_fault = ""
        self._pictures: dict[str, str] = {}
        self._cable_reads = False
        self._being_taken: set[str] = set()
        self._photographing = PhotographingViewModel(bench, shoot=self.takePhoto, parent=self)
        self._photographing.speak(formats.language)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._photographing.speak(formats.language)

    def answer(self, option: str) -> None:
        """A ready answer to the question that is asked."""
        raise NotImplementedError

    def _keep_photo(self, session_id: str, slot: str, photo: Photo) -> Any:
        """Save a photo that was taken, on the worker; what it gives is shown by ``_tested``."""
        raise NotImplementedError

    def _number(self) -> str:
        """What the session is called on paper; a photo that shows which device it is carries it."""
        return ""

    def _question(self) -> QuestionFacts | None:
        raise NotImplementedError

    def _measured(self, question_id: str, value: int) -> None:
        """Save a number; ``_measure_refused`` takes what is out of range."""
        raise NotImplementedError

    def _show_again(self) -> None:
        raise NotImplementedError

    def _expects(self) -> tuple[str, Expected] | None:
        """The session that is on show and what its device must be; None when there is none."""
        raise NotImplementedError

    def _take_report(self, session_id: str, report: Report) -> Any:
        """Save a reading, on the worker; what it gives is shown by ``_show_reading``."""
        raise NotImplementedError

    def _show_reading(self, screen: object) -> None:
        raise NotImplementedError

    def _tested(self, screen: Any) -> None:
        """Show the session as it stands after the page on the phone or the camera added to it."""
        raise NotImplementedError

    def _checklist(self, screen: Any) -> Checklist:
        """What is asked in the session of a screen."""
        raise NotImplementedError

    def is_about(self, phone: PluggedPhone) -> bool:
        """Whether a phone on the cable is the device of this page."""
        session = self._expects()
        return session is not None and is_same_device(phone, session[1])

    def take_readings(self, cable: CableViewModel) -> None:
        """Take in what the cable read of this page's device since the last time."""
        session = self._expects()
        if session is None:
            return
        session_id, expected = session
        reads = any(phone.reading and self.is_about(phone) for phone in cable.plugged_in())
        if reads != self._cable_reads:
            self._cable_reads = reads
            self._show_again()
        for phone in cable.to_take(session_id, self.is_about):
            self._bench.jobs.run(partial(self._read_in, session_id, phone, expected), self._reading_taken)

    def _read_in(self, session_id: str, phone: PluggedPhone, expected: Expected) -> tuple[object, tuple[Question, ...]]:
        report = report_of(phone, expected)
        screen = self._take_report(session_id, report)
        return screen, disputed(report, self._checklist(screen), screen.answers)

    def _reading_taken(self, result: Result[tuple[object, tuple[Question, ...]]]) -> None:
        match result:
            case Ok((screen, disputes)):
                self._show_reading(screen)
                if disputes:
                    self._refuse(CableDisagrees(question=disputes[0].words.text(self._formats.language)))
            case Err(error) if not isinstance(error, SessionOver):  # a finished diagnostic needs no reading any more
                self._refuse(error)

    @Slot(str)
    def give(self, verdict: str) -> None:
        """The one ready answer with this verdict ("pass", "fail", "not_tested", "inconclusive"); several defects are chosen from by ``answer``."""
        question = self._question()
        option = option_id(question, Verdict(verdict)) if question else None
        if option is not None:
            self.answer(option)

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        if digit.isdigit() and len(self._typed) < MOST_DIGITS:
            self._type(self._typed + digit)

    @Slot()
    def eraseDigit(self) -> None:
        self._type(self._typed[:-1])

    @Slot()
    def saveMeasure(self) -> None:
        question = self._question()
        if question is not None and self._typed:
            self._measured(question.question_id, int(self._typed))

    def _type(self, typed: str) -> None:
        if (typed, "") != (self._typed, self._measure_fault):
            self._typed, self._measure_fault = typed, ""
            self.typedChanged.emit()

    def _measure_refused(self, error: Exception) -> None:
        if not isinstance(error, OutOfRange):
            self._refuse(error)
            return
        self._typed, self._measure_fault = "", text_of(error, self._formats.language, currency=self._formats.currency).what
        self.typedChanged.emit()
        self.failed.emit()

    @Slot(str)
    def takePhoto(self, slot: str) -> None:
        """Ask the camera for a view, on the worker for errands: neither the ledger nor an answer given meanwhile waits for a camera. Then keep it."""
        session = self._expects()
        if session is None or slot in self._being_taken:
            return
        self._being_taken.add(slot)
        number, now = self._number(), utc_text(self._bench.clock.now_utc())
        note = hand_over_note(number, slot, now) if number else ""
        camera = self._bench.camera
        taken = partial(self._taken, session[0], slot)
        self._photographing.aside.run(lambda: make_photo(camera.capture(slot, deadline_ms=PHOTO_DEADLINE_MS), note=note), taken)

    def _taken(self, session_id: str, slot: str, result: Result[Photo]) -> None:
        match result:
            case Ok(photo):
                self._bench.jobs.run(partial(self._keep_photo, session_id, slot, photo), partial(self._photo_kept, session_id, slot))
            case Err(error):
                self._being_taken.discard(slot)
                self._refuse(error)

    def _photo_kept(self, session_id: str, slot: str, result: Result[Any]) -> None:
        self._being_taken.discard(slot)
        match result:
            case Ok(screen):
                session = self._expects()
                if session is not None and session[0] == session_id:
                    self.closeNotice()
                    self._tested(screen)
            case Err(error):
                self._refuse(error)

    def _fetch_pictures(self, session: SessionFacts, photo: Callable[[str], bytes | None], *, also: tuple[str, ...] = ()) -> None:
        """Show again once the photos of the open step, and ``also`` those that prove something, are here; ``photo`` reads one by its hash, on the worker."""
        self._photographing.follow(session, photo)
        wanted = [sha256 for sha256 in dict.fromkeys((*hashes_of(session), *also)) if sha256 not in self._pictures]
        if wanted:
            self._bench.jobs.run(lambda: {sha256: picture_address(photo(sha256) or b"") for sha256 in wanted}, self._pictured)

    def _pictured(self, result: Result[dict[str, str]]) -> None:
        if isinstance(result, Ok):
            self._pictures.update(result.value)
            self._show_again()

    photographing = Property(PhotographingViewModel, lambda self: self._photographing, constant=True)
    typed = Property(str, lambda self: self._typed, notify=typedChanged)
    measureFault = Property(str, lambda self: self._measure_fault, notify=typedChanged)
