"""Reads a published price book from its text, with the hash of its bytes; refuses what cannot be meant."""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.grading import BuybackCode
from kiosk.diagnostics.tomlfiles import BadRuleFile, decode_toml
from kiosk.stock.units import Grade
from kiosk.tradein.pricebook import BadPriceBook, ModelPrices, PriceBook


class _Deduction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: DeviceKind
    part: str
    part_cents: int
    minutes: int


class _Accessory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: DeviceKind
    name: str
    amount_cents: int


class _Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``base_eur`` by buy-back code and ``sale_eur`` by grade, both best first, in whole euros."""

    kind: DeviceKind
    brand: str
    name: str
    base_eur: tuple[int, int, int, int, int, int]
    sale_eur: tuple[int, int, int, int]
    storage_gb: int | None = None


class _PriceBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: str
    valid_from: date
    step_cents: int
    floor_cents: int
    cap_cents: int
    validity_days: int
    voucher_bonus_bp: int
    minute_cents: int
    cash_limit_cents: int
    cash_allowed: bool
    unchecked_limit_cents: int
    rework_cap_bp: int
    deductions: tuple[_Deduction, ...]
    models: tuple[_Model, ...]
    accessories: tuple[_Accessory, ...] = ()
    valid_to: date | None = None


def load_pricebook(path: Path) -> PriceBook:
    """The book of a file; BadRuleFile, BadPriceBook."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadRuleFile(faults=((path.name, str(error)),), file=path.name, problem=str(error)) from error
    return read_pricebook(content, name=path.name)


def read_pricebook(content: bytes, *, name: str) -> PriceBook:
    """One version; refused when a worse condition would be worth more than a better one, or an amount cannot be."""
    raw, sha256 = decode_toml(content, _PriceBook, name=name), hashlib.sha256(content).hexdigest()
    _must_be_sound(raw)
    models = {(model.brand, model.name, model.storage_gb): _prices(model) for model in raw.models}
    return PriceBook(
        version=raw.version, valid_from=raw.valid_from.isoformat(), valid_to=raw.valid_to.isoformat() if raw.valid_to else None, sha256=sha256,
        step=Money(raw.step_cents), floor=Money(raw.floor_cents),
        cap=Money(raw.cap_cents), validity_days=raw.validity_days, voucher_bonus_bp=raw.voucher_bonus_bp, cash_limit=Money(raw.cash_limit_cents),
        cash_allowed=raw.cash_allowed, unchecked_limit=Money(raw.unchecked_limit_cents), rework_cap_bp=raw.rework_cap_bp,
        deductions={(d.kind.value, d.part): Money(d.part_cents + d.minutes * raw.minute_cents) for d in raw.deductions},
        accessories={(a.kind.value, a.name): Money(a.amount_cents) for a in raw.accessories}, models=models,
        minutes={(d.kind.value, d.part): d.minutes for d in raw.deductions}, minute_rate=Money(raw.minute_cents),
    )  # fmt: skip


def _must_be_sound(raw: _PriceBook) -> None:
    """Amounts below zero would pay for a defect; a floor between two steps could not be kept."""
    amounts = [raw.floor_cents, raw.voucher_bonus_bp, raw.minute_cents, raw.cash_limit_cents, raw.unchecked_limit_cents, raw.rework_cap_bp]
    amounts += [amount for d in raw.deductions for amount in (d.part_cents, d.minutes)] + [a.amount_cents for a in raw.accessories]
    named = [(model.brand, model.name, model.storage_gb) for model in raw.models]
    parts = [(d.kind, d.part) for d in raw.deductions] + [(a.kind, "+" + a.name) for a in raw.accessories]
    problems = {
        "an amount is below zero": min(amounts) < 0,
        "the floor is nothing: what is bought has a price": raw.floor_cents == 0,
        "the step or the validity is not positive": raw.step_cents <= 0 or raw.validity_days <= 0,
        "the floor is above the cap or between two steps": raw.floor_cents > raw.cap_cents or raw.floor_cents % max(1, raw.step_cents) != 0,
        "it ends before it begins": raw.valid_to is not None and raw.valid_to < raw.valid_from,
        "a model stands twice": len(set(named)) != len(named),
        "a deduction stands twice": len(set(parts)) != len(parts),
    }
    problem = next((problem for problem, found in problems.items() if found), None)
    if problem is not None:
        raise BadPriceBook(problem=problem, model="")


def _prices(model: _Model) -> ModelPrices:
    flawless, good, used, cracked, dead_used, dead_cracked = model.base_eur
    falling = all(better >= worse for better, worse in pairwise(model.sale_eur))
    if not (flawless >= good >= used >= cracked >= dead_cracked and used >= dead_used >= dead_cracked >= 0 and falling):
        raise BadPriceBook(problem="a worse condition is worth more", model=f"{model.brand} {model.name} {model.storage_gb or ''}".strip())
    return ModelPrices(
        {code: Money(euros * 100) for code, euros in zip(BuybackCode, model.base_eur, strict=True)},
        {grade.value: Money(euros * 100) for grade, euros in zip(Grade, model.sale_eur, strict=True)},
    )
