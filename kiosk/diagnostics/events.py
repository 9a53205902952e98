"""What can happen in a diagnostic, as facts that are saved the moment they happen and never changed.

An answer carries its own consequences (verdict, reason, effect, part, class): a session folds to the same state for ever,
whatever the checklist file has become since. No identity of a person selling: only the id of a ``seller`` row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.diagnostics.checklist import BodyClass, Effect, Method, ScreenClass, Verdict


class ReadBy(StrEnum):
    """How a device's number came in."""

    SCAN = "scan"
    TYPED = "typed"
    CABLE = "cable"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """When (UTC) and by whom."""

    at_utc: datetime
    person_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Event):
    """The clock starts; ``imei`` or ``serial`` is what was read, ``read_by`` how."""

    clock_s: int
    model_id: str
    imei: str | None = None
    imei2: str | None = None
    serial: str | None = None
    unit_id: str | None = None
    read_by: ReadBy = ReadBy.SCAN


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOpened(Event):
    """The step that is now in the middle of the screen; recorded, so that a restart lands on it."""

    step_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """A question's result; a later one for the same question replaces it. ``number`` is the measured value, ``raw`` what the instrument said.

    ``probe`` names the instrument and its version, None for what a person answered; ``duration_ms`` is how long it took, by hand since the event before.
    Where an instrument measured a number and the device itself shows it too, ``measured`` and ``shown`` keep both and ``number`` is the lower.
    """

    question_id: str
    step_id: str
    option_id: str
    verdict: Verdict
    method: Method
    reason: str | None = None
    effect: Effect | None = None
    part: str | None = None
    accessory: str | None = None
    screen: ScreenClass | None = None
    body: BodyClass | None = None
    number: int | None = None
    raw: str | None = None
    probe: str | None = None
    duration_ms: int | None = None
    measured: int | None = None
    shown: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRead(Event):
    """What an instrument found out, kept whole beside the answers drawn from it: ``facts`` are names and texts, never a person's data."""

    probe: str
    facts: Mapping[str, str]
    duration_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoTaken(Event):
    """A view of the device, stored once by the SHA-256 of its bytes; a retake replaces the slot's picture."""

    slot: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked(Event):
    """A mark seen on a face of the body, in thousandths of its drawing; with ``gone`` the mark at that place is taken back.

    ``option_id`` is the class that this mark alone would be (``B2``), None while nobody has judged it.
    """

    face: str
    x_permille: int
    y_permille: int
    gone: bool = False
    option_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSkipped(Event):
    """A whole step left out; its unanswered questions count as not tested."""

    step_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Event):
    """The clock stands; pauses are counted apart and shown. ``reason`` is a code of ``pausing.py``, ``note`` what was written beside it."""

    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    """The clock runs again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(Event):
    """A manager (``person_id``) gives more time, with a reason."""

    seconds: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Event):
    """Results that no longer stand after a repair: the failed point and its dependants are to be tested again."""

    question_ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMade(Event):
    """The price as proposed, frozen with the hash of its facts, until ``valid_until_utc``."""

    market_value_cents: int
    bonus_cents: int
    code: str
    pricebook: str
    facts_sha256: str
    valid_until_utc: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Countered(Event):
    """Another price than the formula's: never without its reason and what proves it (``photo``: its hash, ``measure``: the question, ``approval``: who)."""

    amount_cents: int
    formula_cents: int
    reason: str
    proof: str
    evidence: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack(Event):
    """The customer is back with the device: a clock of its own, and what may have changed since is asked again. The facts found before still stand.

    ``expired``: the offer of then binds nobody any more, and the new one is made under the price book of the day.
    """

    asked_again: tuple[str, ...]
    photos_again: tuple[str, ...]
    expired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerKnown(Event):
    """The seller's identity stands complete in its own erasable row; the device's provenance and numbers are no identity."""

    seller_id: str
    provenance: str
    serial: str | None = None
    imei: str | None = None
    imei2: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Event):
    """The customer's yes (with the unit bought) or no."""

    accepted: bool
    reason: str | None = None
    unit_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Event):
    """Nothing more will be recorded. ``given`` is what decided an inspection beside its answers, so that it can be explained for ever."""

    outcome: str
    given: Mapping[str, int] | None = None


SessionEvent = (
    Started
    | StepOpened
    | Answered
    | DeviceRead
    | PhotoTaken
    | Marked
    | StepSkipped
    | Paused
    | Resumed
    | Extended
    | Reopened
    | OfferMade
    | Countered
    | CameBack
    | SellerKnown
    | Decided
    | Finished
)
EVENT_TYPES: tuple[type[SessionEvent], ...] = (
    Started, StepOpened, Answered, DeviceRead, PhotoTaken, Marked, StepSkipped, Paused, Resumed, Extended, Reopened, OfferMade, Countered,
    CameBack, SellerKnown, Decided, Finished,
)  # fmt: skip
