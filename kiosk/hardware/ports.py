"""What a device is to the kiosk: Protocols and the plain values that cross them.

Features and screens know these names only; one driver per file fills them, ``registry.py`` chooses the driver. A device
fault is a value here, never an exception that could reach a sale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from kiosk.errors import KioskError


class PrintOutcome(StrEnum):
    """What is known about a job after it was given to a device."""

    PRINTED = "printed"
    """The device answered in sequence, after the last byte: it is on paper."""
    SENT = "sent"
    """Every byte was taken by a device that has no way back; nothing more will be known."""
    NOT_PRINTED = "not_printed"
    """No byte of it left: it may be sent again as it is."""
    UNKNOWN = "unknown"
    """Some or all of it left and no answer came: only a person can tell, so it is never sent again blindly."""


class DeviceState(StrEnum):
    """What a device last said about itself; the words for each are in the screens' translations."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


PRINTING_STATES = frozenset({DeviceState.READY, DeviceState.PAPER_LOW})


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one job. ``error`` says why it is not (surely) on paper, with its words in ``resources/i18n/errors``."""

    outcome: PrintOutcome
    state: DeviceState
    error: KioskError | None = None


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """For the status strip: the state, the moment since which it holds and, when it is not well, the error with its words."""

    state: DeviceState
    since_utc: str
    error: KioskError | None = None


class PrintTransport(Protocol):
    """A way to one printer. Called by one thread only; every call returns within its deadline, whatever the device does."""

    def send(self, content: bytes, *, deadline_ms: int) -> Delivery:
        """Give a whole job to the printer; paper jobs end with their own in-sequence status request."""
        ...

    def state(self, *, deadline_ms: int) -> DeviceState:
        """Ask the printer how it is, without printing."""
        ...

    def late_answer(self, *, deadline_ms: int) -> bool:
        """True when the job whose outcome was unknown has since been confirmed by the printer itself."""
        ...

    def close(self) -> None: ...


class LabelPrinter(PrintTransport, Protocol):
    """A printer that takes ZPL; the same promises as a receipt printer."""


class Drawer(Protocol):
    """A cash drawer; most hang on the receipt printer and open by a pulse job of its queue."""

    def open(self, *, deadline_ms: int) -> Delivery: ...


class Scanner(Protocol):
    """Gives whole codes (AIM prefix and GS1 separators kept, suffix removed) on its own thread."""

    def start(self, on_code: Callable[[str], None]) -> None: ...

    def health(self) -> DeviceHealth: ...

    def stop(self) -> None: ...


class Platform(StrEnum):
    """Whose system a phone on a cable runs: which tools ask it, and which parser understands what they say."""

    APPLE = "apple"
    ANDROID = "android"


@dataclass(frozen=True, slots=True)
class PluggedPhone:
    """What a phone on a cable says of itself. ``imei`` is "" where it has no modem or does not tell; ``product_type`` as its maker writes it (iPhone13,2).

    ``outputs`` is what each tool said, by the name of the read; the driver understands none of it. A read that was refused is missing there, one
    that gave no answer in time is named in ``unanswered``. It may hold the owner's name: it is never logged and never stored as it is.
    While ``reading``, the same phone comes again as soon as it is read whole.
    """

    udid: str
    imei: str
    serial: str
    product_type: str
    platform: Platform = Platform.APPLE
    outputs: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    unanswered: tuple[str, ...] = ()
    duration_ms: int = 0
    reading: bool = False
    imei2: str = ""


OnPhone = Callable[[PluggedPhone], None]
OnPhoneFault = Callable[[KioskError], None]
OnUnplug = Callable[[str], None]


class PhoneLink(Protocol):
    """Reads the phones that are plugged in, each once per plugging, on its own threads: one that hangs keeps no other waiting.

    ``on_phone`` is told who it is at once and, when it is read whole, again. ``on_fault`` is told once per plugging what keeps one from being read,
    with its ``udid`` among the facts. ``on_unplug`` gets the udid of each phone that goes; nothing more is told of it after that.
    """

    def start(self, on_phone: OnPhone, on_fault: OnPhoneFault, on_unplug: OnUnplug) -> None: ...

    def read_again(self, udid: str) -> None:
        """Ask this phone once more, as if it had just been plugged in; nothing when it is not one of this link's. Any thread."""
        ...

    def stop(self) -> None: ...


class CustomerDisplay(Protocol):
    """A pole display of two lines, or a second screen that behaves like one."""

    def show(self, first: str, second: str) -> None: ...


class CardOutcome(StrEnum):
    """What is known of a card payment after a terminal was asked."""

    APPROVED = "approved"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    """Given up on the terminal, or nobody showed a card in time."""
    NOT_SENT = "not_sent"
    """Nothing was begun: the terminal was not reached, or said that it takes no payment now."""
    ASK_CASHIER = "ask_cashier"
    """It is not wired: the cashier reads the answer off it."""
    NOT_FOUND = "not_found"
    """Asked about an earlier payment, it names another one as its last: a person looks whether its paper came out."""
    UNKNOWN = "unknown"
    """It may have been taken. Asked about again, never sent again."""


NOTHING_TAKEN = frozenset({CardOutcome.REFUSED, CardOutcome.CANCELLED, CardOutcome.NOT_SENT})


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """Never holds a card number. ``reference`` is the terminal's authorisation number, ``card_tail`` the four last digits as it shows them."""

    outcome: CardOutcome
    amount_cents: int
    reference: str | None = None
    error: KioskError | None = None
    card_tail: str | None = None


class PaymentTerminal(Protocol):
    """A card terminal beside the till. The intent row is committed before ``pay`` is called. A negative amount is money that goes back.

    Called by one thread; every call returns within its deadline. ``interrupt`` ends a call from any other: what it asked is then unknown.
    """

    def pay(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer: ...

    def resolve(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        """Ask what became of an earlier intent; never starts a payment."""
        ...

    def interrupt(self) -> None: ...


@dataclass(frozen=True, slots=True)
class PluggedDevice:
    """A phone, tablet or computer seen on a cable."""

    device_id: str
    transport: str
    state: str
    facts: Mapping[str, str]


class DeviceProbe(Protocol):
    """Looks at what is plugged in; empty when nothing is or when the tool is missing."""

    def look(self, *, deadline_ms: int) -> tuple[PluggedDevice, ...]: ...


class Camera(Protocol):
    """Takes the photos of a trade-in. ``slot`` names what is photographed ("front", "back", "defect.frame").

    ``live`` says whether there is something to look at before a picture is taken: only then does ``watch`` tell frames.
    """

    @property
    def live(self) -> bool: ...

    def capture(self, slot: str, *, deadline_ms: int) -> bytes:
        """One JPEG; a coded error (``NoPicture`` or what is known of it) when there is none in time. While it is watched: what is seen now."""
        ...

    def watch(self, on_frame: Callable[[bytes], None], on_fault: Callable[[KioskError], None]) -> None:
        """Tell every frame, on a thread of the camera's, until ``unwatch``. A camera that goes is told once and comes back by itself."""
        ...

    def unwatch(self) -> None: ...


SOUND_RATE_HZ = 16_000
SOUND_PART_BYTES = 1_600
"""Fifty milliseconds of one channel of 16 bits, little-endian."""


class Sound(Protocol):
    """The counter's own microphone and loudspeaker. One call at a time; every call returns within its deadline, or as soon as ``stop`` was called."""

    def listen(self, on_part: Callable[[bytes], bool], *, for_ms: int) -> None:
        """Give what the microphone hears, part by part, until ``on_part`` says that it is enough or the time is over; SoundNotThere."""
        ...

    def play(self, samples: bytes, *, deadline_ms: int) -> None:
        """The whole of it, once; SoundNotThere."""
        ...

    def stop(self) -> None:
        """End the call that is under way, from any thread."""
        ...
