"""Reads ``resources/desk``; unknown keys and wrong values are refused."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.sales.desk.rules import Consent, DeskRule, DeskRules, DeskWords
from kiosk.sales.rulefiles import BadSaleRules

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
Days = Annotated[int, Meta(ge=1, le=366)]
Words = Annotated[str, Meta(min_length=1)]


class _Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    quotation_days: Days
    deposit_days: Days
    reference_price_days: Days
    contract_terms: Words


class _Consent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    version: Words
    text: Words


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: tuple[_Rule, ...]
    consents: tuple[_Consent, ...]
    words: dict[str, str]


def load_desk_rules(resources: Path, *, country: str = "fr") -> DeskRules:
    """BadSaleRules."""
    path = resources / "desk" / f"{country}.toml"
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=_File)
        words = msgspec.convert(found.words, DeskWords)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError) as error:
        raise BadSaleRules(faults=((path.name, str(error)),)) from error
    return DeskRules(
        tuple(
            DeskRule(
                item.since, item.quotation_days, item.deposit_days, item.reference_price_days,
                " ".join(item.contract_terms.split()),
            )
            for item in found.rules
        ),
        tuple(Consent(item.since, item.version, item.text) for item in found.consents),
        words,
    )  # fmt: skip


@cache
def french_desk() -> DeskRules:
    """The rules of this country's shops."""
    return load_desk_rules(RESOURCES)
