"""The sheet of the self-test: a code for the phone, what will be tested, and each verdict once the phone's answer came. GUI thread.

The answer comes as a scan of the phone's screen, or over the cable from the page's own server, on a thread of its own.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Checklist, Step, Verdict
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.probes.page import LIFE, Road
from kiosk.diagnostics.probes.page_report import CELLS, PageTest, Tested, letters_for, reads_a_test
from kiosk.documents.qr import qr_png
from kiosk.errors import KioskError
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.self_testing import Invited, Taken
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.counter_sound import CounterSoundViewModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LOOKS = {Verdict.PASS: ("circle-check", "ok"), Verdict.FAIL: ("circle-x", "bad"), Verdict.INCONCLUSIVE: ("circle-help", "wait")}
_BY_HAND = ("hand", "")


@dataclass(frozen=True, slots=True)
class SelfTestRow:
    """One test. ``outcome`` is "" before the answer, then "pass", "fail", "inconclusive" or "not_testable"; ``figure`` its number, finished."""

    test_id: str
    outcome: str
    icon_name: str
    tone: str
    figure: str


@dataclass(frozen=True, slots=True)
class SelfTestProps:
    """``offered``: this device and this step have something to test; ``public``: a phone reaches the page by the code alone; ``controller``: a game
    controller is tested, on any phone; ``cable``: a phone is plugged in that can be told to open it. ``missing`` are cells of the touch grid.
    """

    offered: bool = False
    open: bool = False
    qr_source: str = ""
    public: bool = True
    controller: bool = False
    cable: bool = False
    sent: bool = False
    until: str = ""
    received: bool = False
    pass_count: int = 0
    fail_count: int = 0
    hand_count: int = 0
    missing: tuple[int, ...] = ()


@QmlElement
@QmlUncreatable("made by the composition root")
class SelfTestViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """For one page of the bench; ``on_screen`` gets the trade-in or inspection as it is after the answer."""

    changed = Signal()
    _arrived = Signal(str, str)

    def __init__(
        self, bench: Bench, formats: Formats, *, on_screen: Callable[[TradeInScreen | InspectionScreen], None], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(bench, formats, parent)
        self._on_screen = on_screen
        self._session_id = ""
        self._invited: Invited | None = None
        self._path = ""
        self._props = SelfTestProps()
        self._sound = CounterSoundViewModel(bench, formats, on_screen=on_screen, parent=self)
        self._adopt(self._sound)
        self._rows = RowsModel(SelfTestRow, key=lambda row: row.test_id, parent=self)
        self._arrived.connect(self._take_for, Qt.ConnectionType.QueuedConnection)

    def follow(self, session_id: str, checklist: Checklist, step: Step | None = None) -> None:
        """The page shows this diagnostic; with a ``step`` the test is offered where it answers one of its questions."""
        if session_id != self._session_id:
            self._end_page()
            self._session_id, self._invited = session_id, None
            self._set(SelfTestProps())
        self._sound.follow(session_id)
        letters = letters_for(checklist, checklist.kind)
        self._set(replace(self._props, offered=bool(letters) and (step is None or reads_a_test(step))))

    @property
    def waits(self) -> bool:
        """A phone has opened the page by its cable and its answer has not come yet."""
        return self._props.sent and not self._props.received

    @Slot()
    def start(self) -> None:
        """Make the code and open the sheet."""
        session_id, language, tests = self._session_id, self._formats.language, self._bench.self_tests
        if tests is None or not session_id:
            return

        def invite() -> tuple[Invited, str]:
            invited = tests.service.invite(session_id, language=language, counter=tests.counter is not None)
            return invited, "data:image/png;base64," + base64.b64encode(qr_png(invited.link)).decode("ascii")

        self._do(invite, self._show_invitation)

    @Slot()
    def close(self) -> None:
        self._sound.end()
        self._set(replace(self._props, open=False))

    @Slot()
    def openByCable(self) -> None:
        """Tell the phone on the cable to open the page, which this kiosk serves itself."""
        tests, invited = self._bench.self_tests, self._invited
        if tests is None or tests.phone is None or invited is None:
            return
        phone, session_id, before = tests.phone, self._session_id, self._path

        def send() -> str:
            port, path = tests.pages.admit(lambda text: self._arrived.emit(session_id, text), life_s=int(LIFE.total_seconds()))
            if before:
                tests.pages.dismiss(before)
            try:
                phone.open_page(port, invited.invitation.link(path, Road.CABLE), numbers=invited.numbers)
            except KioskError:
                tests.pages.dismiss(path)
                raise
            return path

        self._do(send, self._sent)

    def _sent(self, path: str) -> None:
        self._path = path
        self._set(replace(self._props, sent=True))

    def _end_page(self) -> None:
        """The page that this kiosk served is over: its answer came, or another diagnostic is on show."""
        tests, path = self._bench.self_tests, self._path
        if tests is not None and path:
            self._path = ""
            self._bench.jobs.run(lambda: tests.pages.dismiss(path), lambda _done: None)

    def take(self, text: str) -> None:
        """An answer was scanned, for the diagnostic on show."""
        if self._session_id:
            self._take_for(self._session_id, text)

    @Slot(str, str)
    def _take_for(self, session_id: str, text: str) -> None:
        """An answer by cable comes once: it waits for nobody, also when another diagnostic is on show by now."""
        tests, person = self._bench.self_tests, self.person
        if tests is not None:
            self._bench.jobs.run(lambda: tests.service.take(session_id, text, person), lambda result: self._taken(session_id, result))

    def _taken(self, session_id: str, result: Result[Taken]) -> None:
        match result:
            case Ok(taken) if session_id == self._session_id:
                self.closeNotice()
                self._end_page()
                self._show_answer(taken)
            case Err(error):
                self._refuse(error)

    def _show_invitation(self, made: tuple[Invited, str]) -> None:
        invited, qr_source = made
        self._invited = invited
        self._rows.show([SelfTestRow(test.test_id, "", "circle-dashed", "", "") for test in invited.tests])
        until = invited.invitation.expires_utc.astimezone(ZoneInfo(self._formats.zone))
        controller = invited.invitation.kind is DeviceKind.CONSOLE
        cable = self._bench.self_tests is not None and self._bench.self_tests.phone is not None and not controller
        self._set(SelfTestProps(True, open=True, qr_source=qr_source, public=invited.public, controller=controller, cable=cable, until=f"{until:%H:%M}"))

    def _show_answer(self, taken: Taken) -> None:
        self._rows.show([self._row(found) for found in taken.tests])
        verdicts = [found.verdict for found in taken.tests]
        counts = (verdicts.count(Verdict.PASS), verdicts.count(Verdict.FAIL))
        missing = next((found.missing for found in taken.tests if found.missing), ())
        self._set(replace(
            self._props, open=True, received=True, pass_count=counts[0], fail_count=counts[1], hand_count=len(verdicts) - sum(counts), missing=missing,
        ))  # fmt: skip
        self._on_screen(taken.screen)

    def _row(self, found: Tested) -> SelfTestRow:
        icon, tone = _LOOKS.get(found.verdict, _BY_HAND) if found.verdict else _BY_HAND
        outcome = found.verdict.value if found.verdict else "not_testable"
        return SelfTestRow(found.test.test_id, outcome, icon, tone, self._figure(found.test, found.number))

    def _figure(self, test: PageTest, number: int | None) -> str:
        """A measured number as people write it."""
        match test.test_id:
            case _ if number is None or test.test_id == "front_camera":
                return ""
            case "touch":
                return f"{number}/{CELLS}"
            case "accelerometer":
                return f"{number / 100:.2f} m/s²".replace(".", self._formats.decimal_sign)
            case "vibration":
                return f"× {number / 10:.1f}".replace(".", self._formats.decimal_sign)
            case "gyroscope" | "compass":
                return f"{number}°"
            case "microphone":
                return f"{number} dB"
            case "pad_buttons":
                return f"{number}/14"
            case "pad_sticks" | "pad_triggers":
                return f"{number}\u202f%"
        return str(number)

    def _set(self, props: SelfTestProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    sound = Property(CounterSoundViewModel, lambda self: self._sound, constant=True)
    rows = Property(QObject, lambda self: self._rows, constant=True)
    missing = Property("QVariantList", lambda self: list(self._props.missing), notify=changed)  # type: ignore[arg-type]  # a type by its name
    offered = shown("offered", bool, changed)
    open = shown("open", bool, changed)
    qrSource = shown("qr_source", str, changed)
    public = shown("public", bool, changed)
    controller = shown("controller", bool, changed)
    cable = shown("cable", bool, changed)
    sent = shown("sent", bool, changed)
    until = shown("until", str, changed)
    received = shown("received", bool, changed)
    passCount = shown("pass_count", int, changed)
    failCount = shown("fail_count", int, changed)
    handCount = shown("hand_count", int, changed)
