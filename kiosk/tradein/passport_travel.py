"""A passport on its way: packed by the till that made it, shown and signed by any other that has the unit, given another grade there. Pure.

Whoever shows it vouches with its own key and its own name; who tested the points is then said among the facts (ADR 38).
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass, replace

from kiosk.diagnostics.grading import GradingRules
from kiosk.diagnostics.passport import PassportWords, given_rule, identifiers_of
from kiosk.documents.labels import DIAMONDS
from kiosk.documents.papers import ShopHeader
from kiosk.documents.passport import Passport
from kiosk.documents.passport_link import FORMAT, packed, unpacked
from kiosk.documents.receipt_link import LinkDamaged, base64url, compressed, decompressed, dictionary
from kiosk.stock.passports import CarriedPassport
from kiosk.stock.units import Grade, Unit


@dataclass(frozen=True, slots=True)
class Shower:
    """The till that shows a passport: whose shop it is, how the published keys name it, and its words."""

    shop: ShopHeader
    till: str
    words: PassportWords
    language: str


def carried(passport: Passport, unit: Unit, *, computed: Grade, at_utc: str) -> CarriedPassport:
    """What the journal says of it, for the other tills."""
    content = base64url(compressed(packed(passport), dictionary(FORMAT)))
    rules = tuple(rule.sha256 for rule in passport.rules)
    return CarriedPassport(unit.inspection_id or "", unit.unit_id, at_utc, passport.grade_code, computed.value, content, rules)


def shown_here(item: CarriedPassport, unit: Unit, by: Shower) -> Passport:
    """The passport as this till hands it over; LinkDamaged when what came is none."""
    try:
        raw = base64.urlsafe_b64decode(item.content + "=" * (-len(item.content) % 4))
        made = unpacked(decompressed(raw, dictionary(FORMAT)))
        rules = tuple(replace(rule, sha256=whole) for rule, whole in zip(made.rules, item.rules, strict=True))
    except (ValueError, IndexError, KeyError, TypeError, zlib.error) as error:
        raise LinkDamaged from error
    facts = made.facts if made.till == by.till else (*made.facts, (by.words.fact["inspected_at"].text(by.language), f"{made.shop.name}, {made.till}"))
    identifiers = identifiers_of(unit, by.words, by.language)
    return replace(made, shop=by.shop, till=by.till, facts=facts, rules=rules, identifiers=identifiers)


def regraded(passport: Passport, grade: Grade, *, computed: Grade, grading: GradingRules, by: Shower) -> Passport:
    """The same points under another grade: its word, and who gave it."""
    return replace(
        passport, grade_code=grade.value, grade=grading.grade_words[grade].text(by.language), diamonds=DIAMONDS[grade],
        rule=given_rule(grade, computed, grading=grading, words=by.words, language=by.language),
    )  # fmt: skip
