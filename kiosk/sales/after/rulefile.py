"""Reads the return rules of a country, ``resources/returns/<country>.toml``; unknown keys and wrong values are refused."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.sales.after.rules import BadReturnRules, GuaranteeTerms, ReturnPolicy, ReturnReason, ReturnRules

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
Days = Annotated[int, Meta(ge=0, le=3660)]
Months = Annotated[int, Meta(ge=0, le=120)]


class _Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    days: Days
    credit_months: Months


class _Guarantee(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    legal_months: Months
    presumed_new_months: Months
    presumed_used_months: Months
    repair_months: Months
    house_months: Months


class _Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: Annotated[str, Meta(pattern=r"^[a-z_]{1,40}$")]
    fr: str
    en: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    policy: Annotated[tuple[_Policy, ...], Meta(min_length=1)]
    guarantee: Annotated[tuple[_Guarantee, ...], Meta(min_length=1)]
    reasons: Annotated[tuple[_Reason, ...], Meta(min_length=1)]


def load_return_rules(resources: Path, *, country: str = "fr") -> ReturnRules:
    """BadReturnRules."""
    path = resources / "returns" / f"{country}.toml"
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise BadReturnRules(faults=((path.name, str(error)),)) from error
    return ReturnRules(
        tuple(ReturnPolicy(item.since, item.days, item.credit_months) for item in found.policy),
        tuple(
            GuaranteeTerms(
                item.since, item.legal_months, item.presumed_new_months, item.presumed_used_months, item.repair_months, item.house_months
            )
            for item in found.guarantee
        ),
        tuple(ReturnReason(item.code, (("fr", item.fr), ("en", item.en))) for item in found.reasons),
    )  # fmt: skip


@cache
def french_returns() -> ReturnRules:
    """The rules of France, read once."""
    return load_return_rules(RESOURCES)
