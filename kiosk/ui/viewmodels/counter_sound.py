"""The counter's own microphone and loudspeaker on the sheet of the self-test: listen to the device, play for it. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.probes.tones import Hearing
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
WEAK, PASSED = "weak", "pass"


@dataclass(frozen=True, slots=True)
class CounterSoundProps:
    """``doing`` is "", "listening" or "playing"; ``heard`` is "", "pass", "weak", "mute", "overdriven" or "no_notes"; ``figure`` its number."""

    offered: bool = False
    doing: str = ""
    heard: str = ""
    figure: str = ""
    noted: bool = False


@QmlElement
@QmlUncreatable("made by the composition root")
class CounterSoundViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """For one diagnostic at a time; ``on_screen`` gets the trade-in or inspection as it is once the number is written down."""

    changed = Signal()

    def __init__(
        self, bench: Bench, formats: Formats, *, on_screen: Callable[[TradeInScreen | InspectionScreen], None], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(bench, formats, parent)
        self._on_screen = on_screen
        self._session_id = ""
        self._hearing: Hearing | None = None
        self._duration_ms = 0
        self._props = CounterSoundProps(offered=bench.self_tests is not None and bench.self_tests.counter is not None)

    def follow(self, session_id: str) -> None:
        """Another diagnostic is on show: what was heard of the last one is not of this."""
        if session_id != self._session_id:
            self.end()
            self._session_id, self._hearing = session_id, None
            self._set(CounterSoundProps(offered=self._props.offered))

    @Slot()
    def listen(self) -> None:
        """Hear the device's three notes; what passes is written down at once."""
        tests, session_id = self._bench.self_tests, self._session_id
        if tests is None or tests.counter is None or self._props.doing:
            return
        self._set(replace(self._props, doing="listening", heard="", figure="", noted=False))
        self._away(tests.counter.listen, lambda heard: self._heard(session_id, *heard))

    @Slot()
    def play(self) -> None:
        """Let the device's microphone hear the three notes."""
        tests = self._bench.self_tests
        if tests is None or tests.counter is None or self._props.doing:
            return
        self._set(replace(self._props, doing="playing"))
        self._away(tests.counter.play, lambda _none: None)

    @Slot()
    def end(self) -> None:
        """Neither listen nor play any longer."""
        tests = self._bench.self_tests
        if tests is not None and tests.counter is not None and self._props.doing:
            tests.counter.stop()

    @Slot()
    def noteWeak(self) -> None:
        """The technician tried, turned it up, and it stays too weak: that is the device's fault."""
        if self._hearing is not None and self._props.heard == WEAK:
            self._note(self._session_id, self._hearing)

    def _heard(self, session_id: str, hearing: Hearing, duration_ms: int) -> None:
        if session_id != self._session_id:
            return
        self._hearing, self._duration_ms = hearing, duration_ms
        heard = str(hearing.unheard) if hearing.unheard is not None else PASSED if hearing.passes else WEAK
        self._set(replace(self._props, heard=heard, figure="" if hearing.unheard is not None else f"{hearing.snr_db} dB"))
        if hearing.passes:
            self._note(session_id, hearing)

    def _note(self, session_id: str, hearing: Hearing) -> None:
        tests, person, duration_ms = self._bench.self_tests, self.person, self._duration_ms
        if tests is None:
            return
        service = tests.service

        def noted(result: Result[TradeInScreen | InspectionScreen]) -> None:
            match result:
                case Ok(screen) if session_id == self._session_id:
                    self._set(replace(self._props, noted=True))
                    self._on_screen(screen)
                case Err(error):
                    self._refuse(error)

        self._bench.jobs.run(lambda: service.heard(session_id, hearing, person, duration_ms=duration_ms), noted)

    def _away(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        """Off the ledger worker: it takes seconds."""
        jobs = self._bench.beside.errands if self._bench.beside is not None else self._bench.jobs

        def finish(result: Result[object]) -> None:
            self._set(replace(self._props, doing=""))
            match result:
                case Ok(value):
                    done(value)
                case Err(error):
                    self._refuse(error)

        jobs.run(work, finish)

    def _set(self, props: CounterSoundProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    offered = shown("offered", bool, changed)
    doing = shown("doing", str, changed)
    heard = shown("heard", str, changed)
    figure = shown("figure", str, changed)
    noted = shown("noted", bool, changed)
