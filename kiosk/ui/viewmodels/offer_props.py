"""What the offer panel and the offer page show: the interval, its bar, each deduction with its proof, the funnel, the test that matters.

Pure. Every word comes from the checklist; amounts are finished strings; positions on a bar are parts of its length.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.basics.money import ZERO, Money
from kiosk.diagnostics.checklist import Checklist, Question
from kiosk.diagnostics.figures import measured_words
from kiosk.tradein.offer import Counter, Deduction, Offer, OfferStatus
from kiosk.ui.formats import Formats

MOST_LINES = 4
_NO_PRICE = (OfferStatus.BLOCKED, OfferStatus.STOPPED, OfferStatus.HAZARD)


@dataclass(frozen=True, slots=True)
class OfferLine:
    """A deduction that is known (``known``), or a step that can still take something off. ``counter``: the reason of another price than the
    formula's, ``countered`` what proves it, ``gain`` when it is higher. ``method`` is how it was found, ``threshold`` the number it had to reach,
    ``exact`` the amount to the cent, ``picture`` the photo that shows it,
    ``judged`` that it is a class, told by its distance.
    """

    line_id: str
    label: str
    proof_photo: bool
    amount: str
    known: bool
    current: bool
    counter: str = ""
    countered: str = ""
    gain: bool = False
    exact: str = ""
    method: str = ""
    threshold: str = ""
    picture: str = ""
    judged: bool = False


@dataclass(frozen=True, slots=True)
class OfferProps:
    """The right column. ``low_part``…``high_part`` is the interval on the model's whole range, ``was_…`` the one before."""

    exists: bool = False
    interval: str = ""
    firm: bool = False
    blocked: bool = False
    stopped: bool = False
    hazard: bool = False
    reasons: str = ""
    least: str = ""
    most: str = ""
    half: str = ""
    low_part: float = 0.0
    high_part: float = 1.0
    was_low_part: float = 0.0
    was_high_part: float = 1.0
    base: str = ""
    base_exact: str = ""
    price: str = ""
    bonus: str = ""
    with_bonus: str = ""
    has_bonus: bool = False
    advice_step: str = ""
    advice_stake: str = ""
    advice_text: str = ""
    funnel_places: tuple[float, ...] = ()
    funnel_lows: tuple[float, ...] = ()
    funnel_highs: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """The offer as it stood when so many steps were done."""

    done_count: int
    offer: Offer


def offer_props(moments: Sequence[Moment], checklist: Checklist, formats: Formats) -> OfferProps:
    """``moments`` begin with the offer before the first answer and end with the one that stands now."""
    if not moments:
        return OfferProps()
    offer, whole = moments[-1].offer, moments[0].offer
    before = moments[-2].offer if len(moments) > 1 else whole
    least, most = min(one.offer.low for one in moments), max(offer.base, whole.high)
    next_up = offer.matters_next
    step = checklist.step(next_up.step_id) if next_up else None
    count = max(len(checklist.steps), 1)
    return OfferProps(
        exists=True, interval=formats.money_range(offer.low, offer.high), firm=offer.status is OfferStatus.FIRM,
        blocked=offer.status is OfferStatus.BLOCKED, stopped=offer.status is OfferStatus.STOPPED, hazard=offer.status is OfferStatus.HAZARD,
        reasons=", ".join(reason_text(checklist, reason, formats.language) for reason in offer.reasons) if offer.status in _NO_PRICE else "",
        least=formats.round_money(least), most=formats.round_money(most), half=_half(offer, formats),
        low_part=_part(offer.low, least, most), high_part=_part(offer.high, least, most),
        was_low_part=_part(before.low, least, most), was_high_part=_part(before.high, least, most),
        base=formats.round_money(offer.base), base_exact=formats.money(offer.base), price=formats.money(offer.low), bonus=formats.round_money(offer.bonus),
        with_bonus=formats.money(offer.low + offer.bonus), has_bonus=offer.bonus > ZERO,
        advice_step=step.title.text(formats.language) if step else "", advice_stake=formats.round_money(next_up.stake) if next_up else "",
        advice_text=step.questions[0].words.text(formats.language) if step and step.questions else "",
        funnel_places=tuple(min(1.0, one.done_count / count) for one in moments),
        funnel_lows=tuple(_part(one.offer.low, least, most) for one in moments),
        funnel_highs=tuple(_part(one.offer.high, least, most) for one in moments),
    )  # fmt: skip


def _part(money: Money, least: Money, most: Money) -> float:
    width_cents = (most - least).amount_cents
    return min(1.0, max(0.0, (money - least).amount_cents / width_cents)) if width_cents else 0.0


def _half(offer: Offer, formats: Formats) -> str:
    half_cents = (offer.high - offer.low).amount_cents // 200 * 100
    return f"±\u202f{formats.round_money(Money(half_cents))}" if half_cents else ""


def offer_lines(
    offer: Offer, checklist: Checklist, formats: Formats, *, current_id: str | None, pictures: Mapping[str, str] | None = None
) -> tuple[OfferLine, ...]:  # fmt: skip
    """Known deductions first, then the open steps with most money in play, the current one first; no more lines than a glance takes in."""
    known = tuple(_known(line, checklist, formats, pictures or {}) for line in offer.deductions)
    if offer.counter is not None:
        known += (_agreed(offer.counter, formats),)
    waiting = sorted((one for one in offer.pending if one.stake), key=lambda one: (one.step_id != current_id, -one.stake.amount_cents))
    return known + tuple(
        OfferLine(
            line_id=f"open.{one.step_id}", label=_step_title(checklist, one.step_id, formats.language), proof_photo=False,
            amount=formats.round_money(-one.stake), known=False, current=one.step_id == current_id,
        )
        for one in waiting[: max(1, MOST_LINES - len(known))]
    )  # fmt: skip


def _agreed(counter: Counter, formats: Formats) -> OfferLine:
    gain = counter.amount > ZERO
    return OfferLine(
        line_id="counter", label=counter.note, proof_photo=counter.proof == "photo", amount=f"{'+' if gain else ''}{formats.round_money(counter.amount)}",
        known=True, current=False, counter=counter.reason, countered=counter.proof, gain=gain,
        exact=f"{'+' if gain else ''}{formats.money(counter.amount)}",
    )  # fmt: skip


def _known(line: Deduction, checklist: Checklist, formats: Formats, pictures: Mapping[str, str]) -> OfferLine:
    question = checklist.question(line.question_id)
    rule = question.measure if question is not None else None
    bound = rule.fails_below if rule is not None and rule.fails_below is not None else rule.fails_above if rule is not None else None
    return OfferLine(
        line_id=f"off.{line.question_id}", label=deduction_text(line, checklist, formats.language), proof_photo=line.photo_sha256 is not None,
        amount=formats.round_money(line.amount), known=True, current=False, exact=formats.money(line.amount),
        method="not_tested" if line.reason == "not_tested" else line.method.value,
        threshold=measured_words(bound, rule.unit).text(formats.language) if rule is not None and bound is not None and line.number is not None else "",
        picture=pictures.get(line.photo_sha256 or "", ""), judged=question is not None and _is_class(question),
    )  # fmt: skip


def deduction_text(line: Deduction, checklist: Checklist, language: str) -> str:
    """``Batterie : 79 %``: the step or the question, then what was found (or the question itself when it was not tested)."""
    question = checklist.question(line.question_id)
    if question is None:
        return _step_title(checklist, line.step_id, language)
    colon = ": " if language == "en" else "\u00a0: "
    return f"{_subject(checklist, line.step_id, question, language)}{colon}{_found(line, question, language)}"


def _subject(checklist: Checklist, step_id: str, question: Question, language: str) -> str:
    """A class speaks about its question (« Coque »), anything else about its step (« Batterie »)."""
    return question.words.text(language).split(",")[0] if _is_class(question) else _step_title(checklist, step_id, language)


def _is_class(question: Question) -> bool:
    return any(option.screen or option.body for option in question.options)


def _found(line: Deduction, question: Question, language: str) -> str:
    if line.number is not None and question.measure is not None:
        return measured_words(line.number, question.measure.unit).text(language)
    option = next((option for option in question.options if line.reason in (option.reason, option.option_id)), None)
    if option is None or line.reason == "not_tested":
        return question.words.text(language)
    if found := option.screen or option.body:
        return found.value
    text = option.words.text(language)
    return text[:1].lower() + text[1:]


def reason_text(checklist: Checklist, reason: str, language: str) -> str:
    """The words of the answer that carries this reason code."""
    found = next((option for question in checklist.questions() for option in question.options if option.reason == reason), None)
    return found.words.text(language) if found else reason


def _step_title(checklist: Checklist, step_id: str, language: str) -> str:
    """Lines beside the offer are narrow: the short title where there is one."""
    step = checklist.step(step_id)
    return (step.short or step.title).text(language) if step else step_id
