"""Reads the rule files of a country under ``resources/tax`` and ``resources/mentions``; unknown keys and wrong values are refused."""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from kiosk.basics.money import Money
from kiosk.errors import Misused
from kiosk.sales.rounding import half_up
from kiosk.sales.rules import Cause, ClosingRule, Limits, Mention, Occasion, Rate, ReceiptRule, SaleRules
from kiosk.sales.sales_tax import StackedRate, combined
from kiosk.sales.tax import Scheme, TaxRounding

BasisPoints = Annotated[int, Meta(ge=0, le=10_000)]
Cents = Annotated[int, Meta(ge=0)]
S = TypeVar("S", bound=msgspec.Struct)


class BadSaleRules(Misused):
    """A rule file cannot be read; ``faults`` name it."""

    code = "sales.bad_rule_file"


class _StackedRate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    percent: Annotated[str, Meta(pattern=r"^[0-9]{1,2}(\.[0-9]{1,5})?$")]


class _Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    code: str
    since: date
    scheme: Scheme
    mark: Annotated[str, Meta(min_length=1, max_length=1)]
    rate_bp: BasisPoints = 0
    stack: tuple[_StackedRate, ...] = ()


class _Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    discount_limit_bp: BasisPoints
    cash_limit_cents: Cents | None = None
    cash_limit_abroad_cents: Cents = 0
    cheques_accepted: bool = False
    gift_card_least_cents: Cents = 0
    gift_card_most_cents: Cents = 0
    gift_card_months: Annotated[int, Meta(ge=0)] = 0


class _Closing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    close_by: time
    longest_gap_days: Annotated[int, Meta(ge=1)]


class _Receipts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    automatic_on: tuple[Cause, ...]
    service_note_cents: Annotated[int, Meta(ge=0)]


class _TaxFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    country: str
    currency: str
    rates: tuple[_Rate, ...]
    limits: tuple[_Limits, ...]
    closings: tuple[_Closing, ...] = ()
    receipts: tuple[_Receipts, ...] = ()
    tax_rounding: TaxRounding = TaxRounding.LINE


class _Mention(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    code: str
    since: date
    on: Occasion
    text: str


class _MentionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mentions: tuple[_Mention, ...]


def load_sale_rules(resources: Path, *, country: str = "fr") -> SaleRules:
    """Both files of a country; BadSaleRules."""
    tax = _read(resources / "tax" / f"{country}.toml", _TaxFile)
    mentions = _read(resources / "mentions" / f"{country}.toml", _MentionFile)
    return SaleRules(
        tuple(_rate(item) for item in tax.rates),
        tuple(_limits(item) for item in tax.limits),
        tuple(Mention(item.code, item.since, item.on, item.text) for item in mentions.mentions),
        tuple(ClosingRule(item.since, item.close_by, item.longest_gap_days) for item in tax.closings),
        tuple(ReceiptRule(item.since, frozenset(item.automatic_on), Money(item.service_note_cents)) for item in tax.receipts),
        tax.tax_rounding,
    )


def _rate(item: _Rate) -> Rate:
    stack = tuple(StackedRate(rate.name, Fraction(rate.percent)) for rate in item.stack)
    return Rate(item.code, item.since, item.scheme, half_up(combined(stack) * 100) if stack else item.rate_bp, item.mark, stack)


def _limits(item: _Limits) -> Limits:
    return Limits(
        item.since, None if item.cash_limit_cents is None else Money(item.cash_limit_cents), item.discount_limit_bp,
        Money(item.cash_limit_abroad_cents), item.cheques_accepted, Money(item.gift_card_least_cents), Money(item.gift_card_most_cents), item.gift_card_months,
    )  # fmt: skip


def _read(path: Path, kind: type[S]) -> S:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise BadSaleRules(faults=((path.name, str(error)),)) from error
