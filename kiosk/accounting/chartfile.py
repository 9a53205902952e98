"""Reads the chart of accounts of a country, or the company's own in its place; unknown keys and wrong values are refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.accounting.chart import Account, Chart, JournalName, JournalOf, MarginMethod, MethodSince, StockCount, Use
from kiosk.basics.money import Money
from kiosk.errors import Misused

FILE_NAME = "accounting.toml"
TEXTS = frozenset({"sale", "refund", "exchange", "purchase", "drawer_counted", "cash_in", "cash_out", "margin_vat", "deposit_released"})


class BadChart(Misused):
    """The chart of accounts cannot be read; ``faults`` name what is wrong."""

    code = "accounting.bad_chart"


class _Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    use: Use
    since: date
    number: Annotated[str, Meta(pattern=r"^\d{2,}[0-9A-Z]*$")]
    label: Annotated[str, Meta(min_length=1)]
    rate_bp: Annotated[int, Meta(ge=0, le=10_000)] | None = None


class _Journal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    journal: JournalOf
    code: Annotated[str, Meta(pattern=r"^[A-Z0-9]{2,3}$")]
    label: Annotated[str, Meta(min_length=1)]


class _Method(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    method: MarginMethod


class _Stock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    on: date
    value_cents: Annotated[int, Meta(ge=0)]


class _CashReason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: str
    use: Use


class _ChartFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    year_ends_month: Annotated[int, Meta(ge=1, le=12)]
    accounts: tuple[_Account, ...]
    journals: tuple[_Journal, ...]
    texts: dict[str, str]
    methods: tuple[_Method, ...] = ()
    stocks: tuple[_Stock, ...] = ()
    cash_reasons: tuple[_CashReason, ...] = ()


def load_chart(resources: Path, data_dir: Path, *, country: str = "fr") -> Chart:
    """``accounting.toml`` in the data directory where the company has one, else the country's; BadChart."""
    own = data_dir / FILE_NAME
    path = own if own.exists() else resources / "accounting" / f"{country}.toml"
    try:
        said = msgspec.toml.decode(path.read_bytes(), type=_ChartFile)
    except (OSError, msgspec.DecodeError) as error:
        raise BadChart(faults=((path.name, str(error)),)) from error
    faults = _faults(said)
    if faults:
        raise BadChart(faults=tuple((path.name, fault) for fault in faults))
    return Chart(
        tuple(Account(item.use, item.since, item.number, item.label, item.rate_bp) for item in said.accounts),
        tuple(JournalName(item.journal, item.code, item.label) for item in said.journals),
        tuple(MethodSince(item.since, item.method) for item in said.methods),
        tuple(sorted((StockCount(item.on, Money(item.value_cents)) for item in said.stocks), key=lambda item: item.on)),
        said.texts,
        said.year_ends_month,
        tuple((item.reason, item.use) for item in said.cash_reasons),
    )


def _faults(said: _ChartFile) -> list[str]:
    """What the shape alone does not show: uses, journals and texts that are missing or doubled; a method that changes inside a month."""
    faults = [f"accounts: no account for {use.value}" for use in Use if all(item.use is not use or item.rate_bp is not None for item in said.accounts)]
    faults += [f"journals: {name.value} must stand once" for name in JournalOf if sum(item.journal is name for item in said.journals) != 1]
    faults += [f"texts: {key}" for key in sorted(TEXTS ^ said.texts.keys())]
    faults += [f"methods: {item.since} is not the first of a month" for item in said.methods if item.since.day != 1]
    dates = [item.since for item in said.methods]
    faults += [f"methods: two from {day}" for day in sorted(set(dates)) if dates.count(day) > 1]
    return faults
