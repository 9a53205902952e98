"""From a finished inspection to the passport of its unit: which unit may have one, and what each point says. Pure.

Sources: C. conso. R. 122-4 (all functions tested, all data erased), diagnostics §2.2 and §3; RCP-07, TRD-05.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.basics.clock import utc_text
from kiosk.basics.locales import Locale
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.checklist import Checklist, Method, Step, Verdict, Words
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.graded import model_text
from kiosk.diagnostics.grading import GradingRules
from kiosk.diagnostics.repairs import PartUsed, Repair, has_new_cell
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.tomlfiles import read_toml
from kiosk.diagnostics.views import finding_of, whole_finding_of
from kiosk.documents.labels import DIAMONDS
from kiosk.documents.papers import ShopHeader
from kiosk.documents.passport import METHOD_LETTERS, NOT_TESTED_LETTER, Mark, Passport, PassportPoint, PassportRule
from kiosk.errors import Refused
from kiosk.stock.units import Grade, Unit, UnitState

POINTS = 30


class PassportNotForSale(Refused):
    """The unit is not on sale: what was tested once says nothing of how it is now."""

    code = "diagnostics.passport_not_for_sale"


class PassportPointsOpen(Refused):
    """Points are not tested: nobody may call the unit *reconditionné*."""

    code = "diagnostics.passport_points_open"


class PassportUninspected(PassportPointsOpen):
    """No inspection stands behind the unit (older stock, an import): nothing is known of its points, and nothing is claimed."""

    code = "diagnostics.passport_uninspected"


class PassportErasureUnproven(Refused):
    """No proof that former data are gone: nobody may call the unit *reconditionné*."""

    code = "diagnostics.passport_erasure_unproven"


@dataclass(frozen=True, slots=True)
class PassportWords:
    """One table per kind of text, from ``resources/i18n/passport.toml``; every text in the two languages of the counter."""

    title: Mapping[str, Words]
    kind: Mapping[str, Words]
    fact: Mapping[str, Words]
    battery: Mapping[str, Words]
    parts: Mapping[str, Words]
    part: Mapping[str, Words]
    erasure: Mapping[str, Words]
    method: Mapping[str, Words]
    mark: Mapping[str, Words]
    guarantee: Mapping[str, Words]
    note: Mapping[str, Words]

    def titles(self, language: str) -> dict[str, str]:
        """What papers and screens put round the content, in one language."""
        return {key: words.text(language) for table in (self.fact, self.method, self.mark, self.note, self.title) for key, words in table.items()}


@dataclass(frozen=True, slots=True)
class ErasureProof:
    """What the passport says of the erase. One of another till is known by its number alone: ``at_utc`` is None then."""

    erasure_id: str
    method: str = ""
    tool: str = ""
    at_utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class Guarantees:
    """In months; the shop's own promise is 0 where it makes none."""

    legal_months: int
    presumed_months: int
    house_months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """All that a passport is made of. ``checklist`` is the kind's, without what the model cannot have; ``used_rules`` what the session noted.

    ``computed`` is the table's grade where the shop gave another one.
    """

    unit: Unit
    model: DeviceModel
    checklist: Checklist
    state: SessionState
    used_rules: str
    grading: GradingRules
    erasure: ErasureProof
    repairs: tuple[Repair, ...]
    computed: Grade | None
    guarantees: Guarantees
    shop: ShopHeader
    till: str
    zone: ZoneInfo
    words: PassportWords
    locale: Locale
    training: bool = False


_ON_SALE = (UnitState.FOR_SALE, UnitState.RESERVED, UnitState.SOLD)
"""A reserved unit is still the shop's to sell; of a sold one the buyer may ask for the passport again."""


def check_unit(unit: Unit) -> Grade:
    """The grade of a unit that may have a passport; PassportNotForSale, PassportUninspected, PassportErasureUnproven, PassportPointsOpen."""
    if unit.state not in _ON_SALE:
        raise PassportNotForSale(tail=unit.identifier_tail)
    if unit.inspection_id is None:
        raise PassportUninspected(tail=unit.identifier_tail, count=POINTS)
    if unit.erasure_id is None:
        raise PassportErasureUnproven(tail=unit.identifier_tail)
    if unit.grade is None:
        raise PassportPointsOpen(tail=unit.identifier_tail, count=POINTS)
    return unit.grade


def passport_of(examined: Examined) -> Passport:
    """The passport, in the language of the shop's papers; what ``check_unit`` raises, PassportPointsOpen also for a single point."""
    unit, words, language = examined.unit, examined.words, examined.locale.language
    grade = check_unit(unit)
    _check_points(examined)
    ended = examined.state.finished.at_utc if examined.state.finished else examined.state.since_utc
    return Passport(
        number=unit.label_code, till=examined.till, shop=examined.shop, model=f"{examined.model.brand} {model_text(examined.model, examined.locale)}",
        kind=words.kind[examined.model.kind.value].text(language), tail=_tail(unit, words, language),
        inspected_on=_day(examined, ended), inspected_at_utc=utc_text(ended), grade_code=grade.value,
        grade=examined.grading.grade_words[grade].text(language), diamonds=DIAMONDS[grade], rule=_rule(examined, grade),
        facts=_facts(examined), points=tuple(_point(step, examined) for step in examined.checklist.steps), rules=_rules(examined),
        identifiers=identifiers_of(unit, words, language), training=examined.training,
    )  # fmt: skip


def _check_points(examined: Examined) -> None:
    """Nothing open; nothing failing but what is merely noted."""
    given = [(question, examined.state.answers.get(question.question_id)) for question in examined.checklist.questions()]
    still_open = sum(answer is None or answer.verdict in (Verdict.NOT_TESTED, Verdict.INCONCLUSIVE) for _question, answer in given)
    if still_open:
        raise PassportPointsOpen(tail=examined.unit.identifier_tail, count=still_open)


def _rule(examined: Examined, grade: Grade) -> str:
    """The sentence of the row that gives the grade; of a grade that the shop gave itself, that it did, for its facts are not those of the row."""
    return given_rule(grade, examined.computed or grade, grading=examined.grading, words=examined.words, language=examined.locale.language)


def given_rule(grade: Grade, computed: Grade, *, grading: GradingRules, words: PassportWords, language: str) -> str:
    """The same of a grade beside the computed one."""
    if computed is not grade:
        raised = _BEST_FIRST.index(grade) < _BEST_FIRST.index(computed)
        return words.title["raised" if raised else "lowered"].text(language).format(grade=grading.grade_words[computed].text(language))
    number = next(limits.rule for limits in grading.limits if limits.grade is grade)
    return grading.rule_words[number].text(language)


_BEST_FIRST = tuple(Grade)


def _point(step: Step, examined: Examined) -> PassportPoint:
    language = examined.locale.language
    title = step.title.text(language)
    given = [(question, examined.state.answers[question.question_id]) for question in step.questions]
    if not given:
        return PassportPoint(title, examined.words.mark[Mark.NOT_APPLICABLE.name.lower()].text(language), Mark.NOT_APPLICABLE, NOT_TESTED_LETTER)
    found = dict.fromkeys(_found(answer, words, language) for question, answer in given if (words := finding_of(question, answer)))
    worst = Mark.NOTED if any(answer.verdict is Verdict.FAIL and not _is_class(answer) for _question, answer in given) else Mark.PASSED
    return PassportPoint(title, " · ".join(found), worst, METHOD_LETTERS[given[0][1].method.value])


def _found(answer: Answered, words: Words, language: str) -> str:
    """A class is said by its name; its sentence stands among the facts."""
    return answer.option_id if _is_class(answer) else words.text(language)


def _is_class(answer: Answered) -> bool:
    return answer.screen is not None or answer.body is not None


def _facts(examined: Examined) -> tuple[tuple[str, str], ...]:
    name, language = examined.words.fact, examined.locale.language
    rows = [*_classes(examined), ("battery", _battery(examined)), ("parts", _parts(examined)), ("erasure", _erasure(examined))]
    rows += [("guarantee", _guarantee(examined))]
    return tuple((name[key].text(language), text) for key, text in rows if text)


def _classes(examined: Examined) -> list[tuple[str, str]]:
    language, grading = examined.locale.language, examined.grading
    given = examined.state.answers.values()
    screen = next((answer.screen for answer in given if answer.screen), None)
    body = next((answer.body for answer in given if answer.body), None)
    rows = [("screen", f"{screen.value}, {grading.screen_words[screen].text(language)}" if screen else "")]
    return [*rows, ("body", f"{body.value}, {grading.body_words[body].text(language)}" if body else "")]


def _battery(examined: Examined) -> str:
    """The figure with how sure it is; "" for what has no battery."""
    question = next((question for question in examined.checklist.questions() if question.fact == "battery_pct"), None)
    given = examined.state.answers.get(question.question_id) if question else None
    if question is None or given is None or given.number is None:
        return ""
    known = "new_cell" if has_new_cell(examined.repairs) else given.method.value if given.method in _MEASURED else "declared"
    evidence = examined.words.battery[known].text(examined.locale.language)
    found = whole_finding_of(question, given) if given.measured is not None else None
    return f"{found.text(examined.locale.language) if found else examined.locale.percent(given.number * 10)}, {evidence}"


_MEASURED = (Method.AUTO_USB, Method.AUTO_KIOSK, Method.EXTERNAL)


def _parts(examined: Examined) -> str:
    """Each part that is in it now by the shop's hand; one that is proven genuine says so."""
    words, language = examined.words, examined.locale.language
    latest = {used.part: used for repair in examined.repairs for used in repair.work.parts}
    named = [_part(used, words, language) for used in latest.values()]
    if named:
        return words.parts["replaced"].text(language).format(parts=", ".join(named))
    return words.parts["repaired" if examined.repairs or examined.unit.repair_cost else "none"].text(language)


def _part(used: PartUsed, words: PassportWords, language: str) -> str:
    name = words.part[used.part].text(language) if used.part in words.part else used.part
    return words.parts["genuine"].text(language).format(part=name) if used.traced else name


def _erasure(examined: Examined) -> str:
    words, language, proof = examined.words.erasure, examined.locale.language, examined.erasure
    if proof.at_utc is None:
        return words["elsewhere"].text(language).format(number=proof.erasure_id)
    return words["here"].text(language).format(method=proof.method, tool=proof.tool, day=_day(examined, proof.at_utc))


def _guarantee(examined: Examined) -> str:
    words, language, months = examined.words.guarantee, examined.locale.language, examined.guarantees
    said = [words["legal"].text(language).format(months=months.legal_months, presumed=months.presumed_months)]
    said += [words["house"].text(language).format(months=months.house_months)] if months.house_months else []
    return " ".join(said)


def _tail(unit: Unit, words: PassportWords, language: str) -> str:
    return f"{words.fact['imei' if unit.imei else 'serial'].text(language)} ···· {unit.identifier_tail}"


def identifiers_of(unit: Unit, words: PassportWords, language: str) -> tuple[tuple[str, str], ...]:
    """Whole numbers, for the paper that is handed over with the device."""
    known = (("imei", unit.imei), ("imei2", unit.imei2), ("serial", unit.serial))
    return tuple((words.fact[key].text(language), number) for key, number in known if number)


def _rules(examined: Examined) -> tuple[PassportRule, ...]:
    """As the session noted them when it began."""
    noted, title, language = json.loads(examined.used_rules), examined.words.title, examined.locale.language
    return tuple(PassportRule(title[name].text(language), noted[name], noted[f"{name}_sha256"]) for name in ("inspection", "grading"))


def _day(examined: Examined, moment: datetime) -> str:
    return examined.locale.date(moment.astimezone(examined.zone))


def load_passport_words(resources: Path) -> PassportWords:
    """BadRuleFile when a table or a language is missing."""
    words, _sha256 = read_toml(resources / "i18n" / "passport.toml", PassportWords)
    return words
