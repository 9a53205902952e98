"""Devices for tests of other rooms: as strict as the real drivers, and under the same contract tests. No thread, no network."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping

from kiosk.errors import KioskError
from kiosk.hardware.faults import (
    CardTimedOut,
    NoPicture,
    PaperOutWhilePrinting,
    PrintCutOff,
    PrinterUnreachable,
    PrintUnconfirmed,
    SoundNotThere,
    TerminalMute,
    TerminalRefused,
    TerminalUnreachable,
    refusal,
)
from kiosk.hardware.ports import (
    PRINTING_STATES,
    SOUND_PART_BYTES,
    SOUND_RATE_HZ,
    CardAnswer,
    CardOutcome,
    Delivery,
    DeviceHealth,
    DeviceState,
    PluggedDevice,
    PrintOutcome,
)


class FakePrinter:
    """A receipt or label printer in memory, with the faults of a real one."""

    def __init__(self) -> None:
        self.jobs: list[bytes] = []
        self._state = DeviceState.READY
        self._plugged = True
        self._ends_within_job = False
        self._breaks_within_job = False
        self._answers = True
        self._held: list[bytes] = []
        self._awaiting = False

    # ── switches ──
    def set_state(self, state: DeviceState) -> None:
        """What it says when asked; UNKNOWN is a printer that does not answer."""
        self._state = state

    def unplug(self) -> None:
        self._plugged = False

    def end_paper_within_next_job(self) -> None:
        self._ends_within_job = True

    def break_off_within_next_job(self) -> None:
        self._breaks_within_job = True

    def hold_answers(self, hold: bool) -> None:
        """Prints, but says nothing about it until released."""
        self._answers = not hold

    def load_paper(self) -> None:
        """A new roll: what was in memory comes out."""
        self._state = DeviceState.READY
        self.jobs += self._held
        self._held.clear()

    # ── PrintTransport ──
    def send(self, content: bytes, *, deadline_ms: int) -> Delivery:
        if not self._plugged:
            return Delivery(PrintOutcome.NOT_PRINTED, DeviceState.OFFLINE, PrinterUnreachable())
        if self._state not in PRINTING_STATES:
            return Delivery(PrintOutcome.NOT_PRINTED, self._state, refusal(self._state))
        if self._ends_within_job:
            self._ends_within_job = False
            self._held.append(content)
            self._state = DeviceState.PAPER_OUT
            return self._unknown(PaperOutWhilePrinting())
        if self._breaks_within_job:
            self._breaks_within_job = False
            return Delivery(PrintOutcome.UNKNOWN, DeviceState.OFFLINE, PrintCutOff())
        self.jobs.append(content)
        return Delivery(PrintOutcome.PRINTED, self._state) if self._answers else self._unknown(PrintUnconfirmed())

    def state(self, *, deadline_ms: int) -> DeviceState:
        return self._state if self._plugged else DeviceState.OFFLINE

    def late_answer(self, *, deadline_ms: int) -> bool:
        answered = self._plugged and self._answers and not self._held and self._awaiting
        if answered:
            self._awaiting = False
        return answered

    def close(self) -> None:
        self._awaiting = False

    def _unknown(self, error: KioskError) -> Delivery:
        self._awaiting = True
        return Delivery(PrintOutcome.UNKNOWN, self._state, error)


class FakeScanner:
    """``scan`` does what a person with a scanner does."""

    def __init__(self, *, since_utc: str = "2026-11-22T10:00:00.000Z") -> None:
        self._since_utc = since_utc
        self._on_code: Callable[[str], None] | None = None

    def start(self, on_code: Callable[[str], None]) -> None:
        self._on_code = on_code

    def scan(self, code: str) -> None:
        assert self._on_code is not None, "the scanner was not started"
        self._on_code(code)

    def health(self) -> DeviceHealth:
        return DeviceHealth(DeviceState.OFFLINE if self._on_code is None else DeviceState.READY, self._since_utc)

    def stop(self) -> None:
        self._on_code = None


TERMINAL_FAULTS: Mapping[CardOutcome, KioskError] = {
    CardOutcome.REFUSED: TerminalRefused(), CardOutcome.CANCELLED: CardTimedOut(), CardOutcome.NOT_SENT: TerminalUnreachable(),
    CardOutcome.UNKNOWN: TerminalMute(),
}  # fmt: skip


class FakeTerminal:
    """Answers payments with what was prepared, in order; resolves an intent to the answer that was really given."""

    def __init__(self) -> None:
        self._interrupted = False
        self._prepared: deque[CardOutcome] = deque()
        self._given: dict[str, CardAnswer] = {}
        self.asked: list[tuple[str, int]] = []

    def prepare(self, *outcomes: CardOutcome) -> None:
        self._prepared.extend(outcomes)

    def pay(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        outcome = self._prepared.popleft()
        self.asked.append((intent_id, amount_cents))
        real = CardOutcome.APPROVED if outcome is CardOutcome.UNKNOWN else outcome
        approved = real is CardOutcome.APPROVED
        tail = "4242" if approved else None
        self._given[intent_id] = CardAnswer(real, amount_cents, "A00042" if approved else None, TERMINAL_FAULTS.get(real), tail)
        lost, self._interrupted = self._interrupted or outcome is CardOutcome.UNKNOWN, False
        return CardAnswer(CardOutcome.UNKNOWN, amount_cents, error=TerminalMute()) if lost else self._given[intent_id]

    def resolve(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        return self._given.get(intent_id, CardAnswer(CardOutcome.NOT_FOUND, amount_cents))

    def interrupt(self) -> None:
        """The answer to what it is being asked is lost."""
        self._interrupted = True


class FakeDisplay:
    """Remembers the last two lines."""

    def __init__(self) -> None:
        self.lines = ("", "")

    def show(self, first: str, second: str) -> None:
        self.lines = (first, second)


class FakeProbe:
    """Sees the devices that were put into ``plugged``."""

    def __init__(self, *plugged: PluggedDevice) -> None:
        self.plugged = plugged

    def look(self, *, deadline_ms: int) -> tuple[PluggedDevice, ...]:
        return self.plugged


class FakeCamera:
    """Gives the prepared picture of each slot; ``live`` shows what ``tell`` is given."""

    def __init__(self, *, live: bool = False, **pictures: bytes) -> None:
        self.live = live
        self._pictures = pictures
        self._watching: tuple[Callable[[bytes], None], Callable[[KioskError], None]] | None = None

    @property
    def watched(self) -> bool:
        return self._watching is not None

    def tell(self, seen: bytes | KioskError) -> None:
        """What comes from the camera while somebody watches."""
        assert self._watching is not None, "nobody watches"
        on_frame, on_fault = self._watching
        if isinstance(seen, bytes):
            on_frame(seen)
        else:
            on_fault(seen)

    def capture(self, slot: str, *, deadline_ms: int) -> bytes:
        if slot not in self._pictures:
            raise NoPicture(slot=slot)
        return self._pictures[slot]

    def watch(self, on_frame: Callable[[bytes], None], on_fault: Callable[[KioskError], None]) -> None:
        self._watching = (on_frame, on_fault)

    def unwatch(self) -> None:
        self._watching = None


class FakeSound:
    """A microphone that hears what it was given, then silence, as fast as it is asked; ``played`` is what the loudspeaker gave."""

    def __init__(self, heard: bytes = b"", *, there: bool = True) -> None:
        self.heard = heard
        self.there = there
        self.played: list[bytes] = []
        self._stopped = False

    def listen(self, on_part: Callable[[bytes], bool], *, for_ms: int) -> None:
        self._must_be_there()
        self._stopped = False
        for start in range(0, 2 * SOUND_RATE_HZ * for_ms // 1000, SOUND_PART_BYTES):
            if on_part(self.heard[start : start + SOUND_PART_BYTES].ljust(SOUND_PART_BYTES, b"\0")) or self._stopped:
                return

    def play(self, samples: bytes, *, deadline_ms: int) -> None:
        self._must_be_there()
        assert 1000 * len(samples) <= 2 * SOUND_RATE_HZ * deadline_ms, "it cannot be played whole in that time"
        self.played.append(samples)

    def stop(self) -> None:
        self._stopped = True

    def _must_be_there(self) -> None:
        if not self.there:
            raise SoundNotThere(device="fake")
