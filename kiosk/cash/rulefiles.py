"""Reads the cash files of a country under ``resources/cash``; unknown keys and wrong values are refused."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from kiosk.basics.money import Money
from kiosk.cash.drawer import DrawerMode
from kiosk.cash.rules import CashBook, CashLimits, CashRules, Direction, MoveReason
from kiosk.cash.words import CashWords
from kiosk.errors import Misused

Cents = Annotated[int, Meta(ge=1)]
S = TypeVar("S")


class BadCashRules(Misused):
    """A cash file cannot be read; ``faults`` name it."""

    code = "cash.bad_rule_file"


class _Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    allowed_difference_cents: Annotated[int, Meta(ge=0)]
    drop_limit_cents: Cents


class _Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    code: str
    since: date
    direction: Direction
    fr: str
    en: str
    limit_cents: Cents = 1
    note: bool = False
    until: date | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    currency: str
    notes_cents: tuple[Cents, ...]
    coins_cents: tuple[Cents, ...]
    limits: tuple[_Limits, ...]
    reasons: tuple[_Reason, ...]


def load_cash_rules(resources: Path, *, country: str = "fr") -> CashRules:
    """BadCashRules."""
    found = _read(resources / "cash" / f"{country}.toml", _File)
    return CashRules(
        found.currency,
        tuple(sorted(found.notes_cents, reverse=True)),
        tuple(sorted(found.coins_cents, reverse=True)),
        tuple(CashLimits(item.since, Money(item.allowed_difference_cents), Money(item.drop_limit_cents)) for item in found.limits),
        tuple(
            MoveReason(item.code, item.since, item.direction, item.fr, item.en, Money(item.limit_cents), item.note, item.until)
            for item in found.reasons
        ),
    )


def load_cash_words(resources: Path, *, language: str = "fr") -> CashWords:
    """BadCashRules when the file does not have exactly these words."""
    path = resources / "cash" / f"words.{language}.toml"
    found = _read(path, dict[str, str])
    wrong = sorted({field.name for field in fields(CashWords)} ^ set(found))
    if wrong:
        raise BadCashRules(faults=tuple((path.name, f"missing or unknown: {name}") for name in wrong))
    return CashWords(**found)


def load_cash_book(resources: Path, *, country: str = "fr", language: str = "fr", mode: DrawerMode = DrawerMode.SHARED) -> CashBook:
    """Rules, words and the shop's mode together."""
    return CashBook(load_cash_rules(resources, country=country), load_cash_words(resources, language=language), mode)


def _read(path: Path, kind: type[S]) -> S:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise BadCashRules(faults=((path.name, str(error)),)) from error
