"""Reads the price book and gathers all rules of the bench, each with the hash of its bytes; refuses what does not fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.basics.locales import FRANCE, Locale
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.grading import BuybackCode, GradingRules
from kiosk.diagnostics.inspection import Inspection
from kiosk.diagnostics.rulefiles import load_checklist, load_grading, load_inspection, read_toml
from kiosk.stock.units import Grade
from kiosk.tradein.pricebook import BadPriceBook, BookPrices, ModelPrices, NoPrices, PriceBook

T = TypeVar("T")


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
    valid_from: str
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


@dataclass(frozen=True, slots=True)
class BenchRules:
    """Everything the bench decides by; the lists of a kind are read when it is first asked for. ``offered``: whether this country's shops buy devices."""

    grading: GradingRules
    checklists: Mapping[DeviceKind, Checklist]
    inspections: Mapping[DeviceKind, Inspection]
    pricebook: PriceBook
    offered: bool = True
    locale: Locale = FRANCE


class _Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    offered: bool


class _PerKind(Mapping[DeviceKind, T]):
    """One file per kind of device, read when that kind is first asked for: a start reads none, and a broken one stops only its own kind."""

    def __init__(self, folder: Path, load: Callable[[Path], T]) -> None:
        self._paths = {DeviceKind(path.stem): path for path in sorted(folder.glob("*.toml"))}
        self._load = load
        self._loaded: dict[DeviceKind, T] = {}

    def __getitem__(self, kind: DeviceKind) -> T:
        if kind not in self._loaded:
            self._loaded[kind] = self._load(self._paths[kind])
        return self._loaded[kind]

    def __iter__(self) -> Iterator[DeviceKind]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def load_bench_rules(resources: Path, *, country: str = "fr", locale: Locale = FRANCE) -> BenchRules:
    """The rule files under ``resources`` for a country's shops, the latest price book by name; BadRuleFile, BadPriceBook, a kind's own at their first use."""
    grading = load_grading(resources / "grading" / "rules.toml")
    book = load_pricebook(max((resources / "pricebook").glob("*.toml")))

    def checklist(path: Path) -> Checklist:
        loaded = load_checklist(path, grading)
        _must_cover(book, loaded)
        return loaded

    checklists = _PerKind(resources / "checklists", checklist)
    inspections = _PerKind(resources / "inspections", lambda path: load_inspection(path, grading))
    said, _sha256 = read_toml(resources / "tradein" / f"{country}.toml", _Country)
    return BenchRules(grading, checklists, inspections, book, said.offered, locale)


def load_pricebook(path: Path) -> PriceBook:
    """One price book; refused when a worse condition would be worth more than a better one."""
    raw, sha256 = read_toml(path, _PriceBook)
    models = {(model.brand, model.name, model.storage_gb): _prices(model) for model in raw.models}
    if len(models) != len(raw.models):
        raise BadPriceBook(problem="a model stands twice", model="")
    return PriceBook(
        version=raw.version, valid_from=raw.valid_from, sha256=sha256, step=Money(raw.step_cents), floor=Money(raw.floor_cents),
        cap=Money(raw.cap_cents), validity_days=raw.validity_days, voucher_bonus_bp=raw.voucher_bonus_bp, cash_limit=Money(raw.cash_limit_cents),
        cash_allowed=raw.cash_allowed, unchecked_limit=Money(raw.unchecked_limit_cents), rework_cap_bp=raw.rework_cap_bp,
        deductions={(d.kind.value, d.part): Money(d.part_cents + d.minutes * raw.minute_cents) for d in raw.deductions},
        accessories={(a.kind.value, a.name): Money(a.amount_cents) for a in raw.accessories}, models=models,
    )  # fmt: skip


def _prices(model: _Model) -> ModelPrices:
    flawless, good, used, cracked, dead_used, dead_cracked = model.base_eur
    falling = all(better >= worse for better, worse in pairwise(model.sale_eur))
    if not (flawless >= good >= used >= cracked >= dead_cracked and used >= dead_used >= dead_cracked >= 0 and falling):
        raise BadPriceBook(problem="a worse condition is worth more", model=f"{model.brand} {model.name} {model.storage_gb or ''}".strip())
    return ModelPrices(
        {code: Money(euros * 100) for code, euros in zip(BuybackCode, model.base_eur, strict=True)},
        {grade.value: Money(euros * 100) for grade, euros in zip(Grade, model.sale_eur, strict=True)},
    )


def _must_cover(book: PriceBook, checklist: Checklist) -> None:
    kind = checklist.kind.value
    for question in checklist.questions():
        parts = [option.part for option in question.options] + ([question.measure.part] if question.measure else [])
        missing = [part for part in parts if part is not None and (kind, part) not in book.deductions]
        missing += [o.accessory for o in question.options if o.accessory is not None and (kind, o.accessory) not in book.accessories]
        if missing:
            raise BadPriceBook(problem=f"no deduction for {', '.join(missing)}", model=kind)


def inspection_rules(rules: BenchRules) -> InspectionRules:
    """What the inspection service needs of the bench's rules."""
    prices = BookPrices(rules.pricebook) if rules.offered else NoPrices()
    return InspectionRules(rules.inspections, rules.grading, prices, rules.locale)
