"""What the trade-in page shows besides clock, step, question and offer: photos, classes, what may be done now. Frozen in, frozen out; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.events import Marked
from kiosk.diagnostics.photos import defect_slot
from kiosk.diagnostics.session import Status
from kiosk.diagnostics.views import ClockColour, QuestionFacts, SessionFacts, StepFacts, StepStatus
from kiosk.tradein.offer import OfferStatus
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats

COSMETIC, OFFER, AGREEMENT = "cosmetic", "offer", "agreement"


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One tile of an axis: ``S1``, what it means, and whether it was chosen."""

    option_id: str
    meaning: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """One view to photograph; ``picture`` is its address once taken. ``defect`` names what failed where the photo is of that: nobody has to take it."""

    slot: str
    picture: str
    defect: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark on a face of the drawing, numbered in the order in which they were seen; ``pictured`` when that face was photographed."""

    mark_id: str
    number: int
    face: str
    x_part: float
    y_part: float
    pictured: bool
    code: str


NEAR_PERMILLE = 70
_SLOT_OF_FACE = {"front": "screen_off", "back": "back", "left": "left", "right": "right"}


def mark_rows(marks: Sequence[Marked], step: StepFacts | None) -> tuple[MarkRow, ...]:
    taken = dict(step.photos) if step else {}
    return tuple(
        MarkRow(
            f"{mark.face}.{mark.x_permille}.{mark.y_permille}", number, mark.face, mark.x_permille / 1000, mark.y_permille / 1000,
            _SLOT_OF_FACE.get(mark.face, "") in taken, mark.option_id or "",
        )
        for number, mark in enumerate(marks, start=1)
    )  # fmt: skip


def mark_near(marks: Sequence[Marked], face: str, x_permille: int, y_permille: int) -> Marked | None:
    """The mark that a finger at this place means, if there is one."""
    return next(
        (mark for mark in marks if mark.face == face and max(abs(mark.x_permille - x_permille), abs(mark.y_permille - y_permille)) <= NEAR_PERMILLE),
        None,
    )


@dataclass(frozen=True, slots=True)
class TradeInProps:
    """One flag per layout of the middle, then what the layouts say."""

    number: str = ""
    cosmetic: bool = False
    offering: bool = False
    agreeing: bool = False
    finished: bool = False
    declined: bool = False
    photos_wanted: bool = False
    photos_left: int = 0
    not_photographed: tuple[str, ...] = ()
    can_continue: bool = False
    cosmetic_ready: bool = False
    screen_class: str = ""
    body_class: str = ""
    screen_meaning: str = ""
    body_meaning: str = ""
    can_offer: bool = False
    can_offer_now: bool = False
    cannot_buy: bool = False
    offered: bool = False
    out_of_time: bool = False
    valid_until: str = ""
    price_book: str = ""
    condition: str = ""
    answer_count: int = 0
    battery: str = ""
    mark_count: int = 0
    has_screen_class: bool = True
    class_gain: str = ""
    better_class: str = ""
    present_class: str = ""


def trade_in_props(screen: TradeInScreen, checklist: Checklist, formats: Formats) -> TradeInProps:
    session = screen.session
    current = session.current
    step_id = current.step_id if current else ""
    slots, taken = (current.photo_slots, dict(current.photos)) if current else ((), {})
    photos_left = sum(slot not in taken for slot in slots)
    screen_class, body_class = (screen.answers[axis].option_id if axis in screen.answers else "" for axis in ("screen_class", "body_class"))
    battery = screen.answers.get("battery_pct")
    best = max(screen.class_gains.values(), key=lambda one: one.gain, default=None)
    return TradeInProps(
        number=screen.number, cosmetic=step_id == COSMETIC, offering=step_id == OFFER, agreeing=step_id == AGREEMENT,
        finished=session.status is Status.FINISHED, declined=screen.decision is not None and not screen.decision.accepted,
        photos_wanted=bool(slots) or bool(current and current.defects), photos_left=photos_left, not_photographed=views_missing(session.steps),
        can_continue=_complete(current) or all(question.verdict is not None for question in session.questions),
        cosmetic_ready=step_id == COSMETIC and bool(screen_class) and bool(body_class),
        screen_class=screen_class, body_class=body_class, screen_meaning=meaning(checklist, "screen_class", screen_class, formats.language),
        body_meaning=meaning(checklist, "body_class", body_class, formats.language),
        can_offer=screen.decision is None and screen.offer.status in (OfferStatus.OPEN, OfferStatus.FIRM),
        can_offer_now=screen.made is None and screen.can_offer_now and step_id not in (OFFER, AGREEMENT),
        cannot_buy=screen.decision is None and screen.offer.status not in (OfferStatus.OPEN, OfferStatus.FIRM), offered=screen.made is not None,
        out_of_time=session.clock.colour is ClockColour.OVER, valid_until=formats.day_of_month(screen.made.valid_until_utc) if screen.made else "",
        price_book=screen.price_book, condition=screen.offer.code.value, answer_count=len(screen.answers),
        mark_count=len(session.marks), has_screen_class=checklist.question("screen_class") is not None,
        class_gain=formats.round_money(best.gain) if best else "", better_class=best.better if best else "", present_class=best.now if best else "",
        battery=formats.percent(battery.number * 10) if battery is not None and battery.number is not None else "",
    )  # fmt: skip


def _complete(step: StepFacts | None) -> bool:
    return step is not None and step.status not in (StepStatus.TODO, StepStatus.CURRENT)


def class_rows(questions: Sequence[QuestionFacts], question_id: str, language: str) -> tuple[ClassRow, ...]:
    """The tiles of one axis, best first."""
    question = next((one for one in questions if one.question_id == question_id), None)
    return tuple(ClassRow(answer.option_id, answer.words.text(language), answer.chosen) for answer in question.answers) if question else ()


def meaning(checklist: Checklist, question_id: str, option_id: str, language: str) -> str:
    question = checklist.question(question_id)
    option = question.option(option_id) if question and option_id else None
    return option.words.text(language) if option else ""


def photo_rows(step: StepFacts | None, pictures: Mapping[str, str], questions: Sequence[QuestionFacts] = (), language: str = "fr") -> tuple[PhotoRow, ...]:
    """The views that the open step wants, then its defects; ``pictures`` gives the address of a kept photo by its hash."""
    if step is None:
        return ()
    taken, asked = dict(step.photos), {defect_slot(question.question_id): question.words.text(language) for question in questions}
    slots = (*step.photo_slots, *(slot for slot in step.defects if slot in asked))
    return tuple(PhotoRow(slot, pictures.get(taken.get(slot, ""), ""), asked.get(slot, ""), taken.get(slot, "")) for slot in slots)


def views_missing(steps: Sequence[StepFacts]) -> tuple[str, ...]:
    """Every view without a photo, in the order of the list."""
    return tuple(slot for step in steps for slot in step.photo_slots if slot not in dict(step.photos))


def hashes_of(session: SessionFacts) -> tuple[str, ...]:
    """The photos of the open step that were taken."""
    return tuple(sha256 for _slot, sha256 in session.current.photos) if session.current else ()
