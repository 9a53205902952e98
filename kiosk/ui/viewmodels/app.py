"""The root that QML sees: which stage and page is up, who is there, how it looks, what was last said. GUI thread.

The pages' own view models are made elsewhere and only held here. Stages: "setup" (an empty kiosk), "signIn" (nobody, or locked)
and "work". A lock keeps every basket and form: the pages stay alive under it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import Clock
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may, only_reads_records
from kiosk.ui.error_text import ErrorText
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.setup import SetupViewModel
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

WORKSPACES = ("sale", "diagnostic", "store")


@dataclass(frozen=True, slots=True)
class Parts:
    """The view models that the root holds. The three pages are None in the set-up, and at the door until they are made."""

    sign_in: SignInViewModel
    status: StatusViewModel
    setup: SetupViewModel | None = None
    sale: QObject | None = None
    diagnostic: QObject | None = None
    store: QObject | None = None
    approval: ApprovalViewModel | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What the shell shows around the pages."""

    stage: str = "signIn"
    workspace: str = "sale"
    shop_name: str = ""
    till_name: str = ""
    language: str = "fr"
    dark: bool = False
    training: bool = False
    currency: str = "EUR"
    country: str = "FR"
    motion: bool = True
    px_per_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Said:
    """A non-modal notice in finished words."""

    title: str = ""
    detail: str = ""
    tone: str = "accent"


@QmlElement
@QmlUncreatable("made by the composition root")
class AppViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``personChanged`` and ``languageChanged`` are for Python too: ``application.py`` and the composition root listen."""

    stageChanged = Signal()
    workspaceChanged = Signal()
    personChanged = Signal()
    languageChanged = Signal()
    lookChanged = Signal()
    clockChanged = Signal()
    noticeChanged = Signal()
    faultPageChanged = Signal()
    fingersChanged = Signal()
    dialogChanged = Signal()
    trainingAsked = Signal(bool)
    trainingBusyChanged = Signal()
    furnishedChanged = Signal()

    def __init__(self, parts: Parts, clock: Clock, *, frame: Frame, idle_lock_minutes: int = 0, zone: str = "Europe/Paris") -> None:
        super().__init__()
        self._parts = parts
        self._clock = clock
        self._frame = frame
        self._idle_lock_ms = idle_lock_minutes * 60_000
        self._formats = Formats(frame.language, frame.currency, frame.country, zone)
        self._shop_language = frame.language
        self._person: Person | None = None
        self._touched_ms = clock.monotonic_ms()
        self._said: Said | None = None
        self._fault_page = False
        self._fingers = False
        self._dialog_open = False
        self._training_busy = False
        self._clock_text = ""
        self.tick()

    @property
    def person(self) -> Person | None:
        return self._person

    @property
    def formats(self) -> Formats:
        return self._formats

    @property
    def approval_sheet(self) -> ApprovalViewModel | None:
        """Where a colleague lends a right; None until the pages stand."""
        return self._parts.approval

    def furnish(self, *, sale: QObject, diagnostic: QObject, store: QObject, approval: ApprovalViewModel) -> None:
        """The pages stand behind the door."""
        self._parts = replace(self._parts, sale=sale, diagnostic=diagnostic, store=store, approval=approval)
        self.furnishedChanged.emit()

    def show_frame(self, frame: Frame) -> None:
        """Show another frame; only what changed is announced."""
        before, self._frame = self._frame, frame
        if before.stage != frame.stage:
            self.stageChanged.emit()
        if before.workspace != frame.workspace:
            self.workspaceChanged.emit()
        if (before.dark, before.training, before.motion, before.px_per_mm) != (frame.dark, frame.training, frame.motion, frame.px_per_mm):
            self.lookChanged.emit()
        if (before.shop_name, before.till_name) != (frame.shop_name, frame.till_name):
            self.personChanged.emit()
        if before.language != frame.language:
            self._formats = replace(self._formats, language=frame.language)
            self._parts.status.show_formats(self._formats)
            self._clock_text = ""
            self.tick()
            self.languageChanged.emit()

    @property
    def frame(self) -> Frame:
        return self._frame

    def welcome(self, person: Person) -> None:
        """Somebody signed in: their language, and the page that their work is on."""
        same = self._person is not None and self._person.person_id == person.person_id
        self._person = person
        self._touched_ms = self._clock.monotonic_ms()
        workspace = self._frame.workspace if same or self._may_open(self._frame.workspace) else self._home()
        self.show_frame(replace(self._frame, stage="work", workspace=workspace, language=person.language))
        self.personChanged.emit()

    def show_error(self, text: ErrorText) -> None:
        """Say what went wrong, without stopping anything."""
        self.notify(Said(text.what, f"{text.meaning} {text.todo}".strip(), "bad"))

    def notify(self, said: Said) -> None:
        self._said = said
        self.noticeChanged.emit()

    @Slot()
    def tick(self) -> None:
        """Once a second: the clock, the countdown at the door, the lock when nobody has touched anything."""
        text = self._formats.clock(self._clock.now_utc())
        if text != self._clock_text:
            self._clock_text = text
            self.clockChanged.emit()
        self._parts.sign_in.tick()
        if self._idle_lock_ms and self._frame.stage == "work" and self._clock.monotonic_ms() - self._touched_ms >= self._idle_lock_ms:
            self.lock()

    def touched(self, *, by_finger: bool | None = None) -> None:
        """Somebody is there: a key, a tap, a scan. The on-screen keyboard serves fingers only; None says nothing about that."""
        self._touched_ms = self._clock.monotonic_ms()
        if by_finger is not None and by_finger != self._fingers:
            self._fingers = by_finger
            self.fingersChanged.emit()

    @Slot()
    def lock(self) -> None:
        """Back to the door; everything stays as it is behind it."""
        self._parts.sign_in.forget()
        self._close_fault_page()
        self.show_frame(replace(self._frame, stage="signIn"))

    @Slot(str)
    def openWorkspace(self, name: str) -> None:
        if name in WORKSPACES and (name == "store" or not self._records_only()):
            self._close_fault_page()
            self.show_frame(replace(self._frame, workspace=name))

    @Slot(str)
    def openFault(self, key: str) -> None:
        """The page of one status: what is wrong, since when, what to do."""
        self._parts.status.choose(key)
        self._fault_page = True
        self.faultPageChanged.emit()

    @Slot()
    def closeFault(self) -> None:
        self._close_fault_page()

    @Slot()
    def dismissNotice(self) -> None:
        self._said = None
        self.noticeChanged.emit()

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        """At the door: for whoever stands there; a person's own language comes with them."""
        self.show_frame(replace(self._frame, language=language))

    @Slot()
    def train(self) -> None:
        """Over to the training till, or back from it. ``launch.py`` does it; meanwhile the screen says so."""
        if not self._training_busy and self._frame.stage == "work" and self._may_train():
            self.show_training_busy(busy=True)
            self.trainingAsked.emit(not self._frame.training)

    def show_training_busy(self, *, busy: bool) -> None:
        """The other till is being made ready; False when it came to nothing."""
        self._training_busy = busy
        self.trainingBusyChanged.emit()

    @property
    def dialog_is_open(self) -> bool:
        """Whether a modal sheet is up: nothing may happen beneath it."""
        return self._dialog_open

    def _set_dialog_open(self, is_open: bool) -> None:
        if is_open != self._dialog_open:
            self._dialog_open = is_open
            self.dialogChanged.emit()

    def _close_fault_page(self) -> None:
        if self._fault_page:
            self._fault_page = False
            self.faultPageChanged.emit()

    def _may_open(self, workspace: str) -> bool:
        assert self._person is not None
        wanted = {"sale": (Right.SELL,), "diagnostic": (Right.TRADE_IN,), "store": (Right.SEE_BOARD, Right.READ_RECORDS)}
        return any(may(self._person, right) for right in wanted[workspace])

    def _records_only(self) -> bool:
        return self._person is not None and only_reads_records(self._person)

    def _may_train(self) -> bool:
        """Leaving needs no right."""
        return self._frame.training or (self._person is not None and may(self._person, Right.TRAIN))

    def _home(self) -> str:
        return next((name for name in WORKSPACES if self._may_open(name)), "sale")

    def _said_part(self, part: str) -> str:
        return str(getattr(self._said, part)) if self._said else ""

    stage = Property(str, lambda self: self._frame.stage, notify=stageChanged)
    workspace = Property(str, lambda self: self._frame.workspace, notify=workspaceChanged)
    shopName = Property(str, lambda self: self._frame.shop_name, notify=personChanged)
    tillName = Property(str, lambda self: self._frame.till_name, notify=personChanged)
    language = Property(str, lambda self: self._frame.language, notify=languageChanged)
    dark = Property(bool, lambda self: self._frame.dark, notify=lookChanged)
    training = Property(bool, lambda self: self._frame.training, notify=lookChanged)
    motion = Property(bool, lambda self: self._frame.motion, notify=lookChanged)
    pxPerMm = Property(float, lambda self: self._frame.px_per_mm, notify=lookChanged)
    clockText = Property(str, lambda self: self._clock_text, notify=clockChanged)
    dayText = Property(str, lambda self: self._formats.day(self._clock.now_utc()), notify=clockChanged)
    personName = Property(str, lambda self: self._person.short_name if self._person else "", notify=personChanged)
    personInitials = Property(str, lambda self: self._person.initials if self._person else "", notify=personChanged)
    noticeShown = Property(bool, lambda self: self._said is not None, notify=noticeChanged)
    noticeTitle = Property(str, lambda self: self._said_part("title"), notify=noticeChanged)
    noticeDetail = Property(str, lambda self: self._said_part("detail"), notify=noticeChanged)
    noticeTone = Property(str, lambda self: self._said_part("tone") or "accent", notify=noticeChanged)
    recordsOnly = Property(bool, lambda self: self._records_only(), notify=personChanged)
    mayTrain = Property(bool, lambda self: self._may_train(), notify=personChanged)
    trainingBusy = Property(bool, lambda self: self._training_busy, notify=trainingBusyChanged)
    fingers = Property(bool, lambda self: self._fingers, notify=fingersChanged)
    dialogOpen = Property(bool, lambda self: self._dialog_open, lambda self, is_open: self._set_dialog_open(is_open), notify=dialogChanged)
    faultPage = Property(bool, lambda self: self._fault_page, notify=faultPageChanged)
    signIn = Property(SignInViewModel, lambda self: self._parts.sign_in, constant=True)
    status = Property(StatusViewModel, lambda self: self._parts.status, constant=True)
    setup = Property(SetupViewModel, lambda self: self._parts.setup, constant=True)
    sale = Property(QObject, lambda self: self._parts.sale, notify=furnishedChanged)
    diagnostic = Property(QObject, lambda self: self._parts.diagnostic, notify=furnishedChanged)
    store = Property(QObject, lambda self: self._parts.store, notify=furnishedChanged)
    approval = Property(ApprovalViewModel, lambda self: self._parts.approval, notify=furnishedChanged)
