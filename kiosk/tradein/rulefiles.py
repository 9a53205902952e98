"""Reads the price book and gathers all rules of the bench, each with the hash of its bytes; refuses what does not fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from kiosk.basics.locales import FRANCE, Locale
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Checklist, Words
from kiosk.diagnostics.coaching import Coach, load_coaches
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.grading import GradingRules
from kiosk.diagnostics.inspection import Inspection
from kiosk.diagnostics.pausing import PauseReason, load_pauses
from kiosk.diagnostics.rulefiles import load_checklist, load_grading, load_inspection
from kiosk.diagnostics.tomlfiles import read_toml
from kiosk.tradein.bookfile import load_pricebook
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.pricebook import BadPriceBook, BookPrices, NoPrices, PriceBook

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RefusedBook:
    """A published version that is not used: ``why`` is a code that the screen has words for, ``detail`` what exactly."""

    version: str
    valid_from: str
    why: str
    detail: str = ""


class Shelf(Protocol):
    """The published versions of the price book, as they are now."""

    def in_force(self) -> PriceBook: ...

    def version(self, name: str) -> PriceBook | None: ...

    def refused(self) -> Sequence[RefusedBook]: ...


@dataclass(frozen=True, slots=True)
class BenchRules:
    """Everything the bench decides by; the lists of a kind are read when it is first asked for. ``offered``: whether this country's shops
    buy devices; ``declared``: whether this shop told its prefecture so.

    ``pricebook`` is the version of the files, the first; what central published since stands on the ``shelf``.
    """

    grading: GradingRules
    checklists: Mapping[DeviceKind, Checklist]
    inspections: Mapping[DeviceKind, Inspection]
    pricebook: PriceBook
    offered: bool = True
    locale: Locale = FRANCE
    declared: bool = True
    shelf: Shelf | None = None
    coaches: tuple[Coach, ...] = ()
    part_words: Mapping[str, Words] = field(default_factory=dict)
    pauses: tuple[PauseReason, ...] = ()
    payout_modes: Mapping[DeviceKind, tuple[Payout, ...]] = field(default_factory=dict)

    def modes_of(self, kind: DeviceKind) -> tuple[Payout, ...]:
        """How what is bought of a kind may be paid; in every way where its country's file says nothing (POL-09)."""
        return self.payout_modes.get(kind, tuple(Payout))

    def in_force(self) -> PriceBook:
        """The price book of today."""
        return self.pricebook if self.shelf is None else self.shelf.in_force()

    def version(self, name: str) -> PriceBook | None:
        """A version by its name: an offer stands on the one it was made with."""
        if self.shelf is not None:
            return self.shelf.version(name)
        return self.pricebook if name == self.pricebook.version else None

    def refused(self) -> Sequence[RefusedBook]:
        """What central published and this till does not use, latest first."""
        return () if self.shelf is None else self.shelf.refused()

    def must_cover(self, book: PriceBook) -> None:
        """BadPriceBook when a defect of any list has no price in it."""
        for checklist in self.checklists.values():
            must_cover(book, checklist)


class _Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    offered: bool
    payout_modes: dict[DeviceKind, tuple[Payout, ...]] = {}


class _Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    parts: dict[str, Words]


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


def load_bench_rules(resources: Path, *, country: str = "fr", locale: Locale = FRANCE, declared: bool = True) -> BenchRules:
    """The rule files under ``resources`` for a country's shops, the latest price book by name; BadRuleFile, BadPriceBook, a kind's own at their first use."""
    grading = load_grading(resources / "grading" / "rules.toml")
    book = load_pricebook(max((resources / "pricebook").glob("*.toml")))

    def checklist(path: Path) -> Checklist:
        loaded = load_checklist(path, grading)
        must_cover(book, loaded)
        return loaded

    def inspection(path: Path) -> Inspection:
        loaded = load_inspection(path, grading)
        must_cover(book, loaded.checklist)
        return loaded

    checklists = _PerKind(resources / "checklists", checklist)
    inspections = _PerKind(resources / "inspections", inspection)
    said, _sha256 = read_toml(resources / "tradein" / f"{country}.toml", _Country)
    coaches = load_coaches(resources / "coach" / "unlock.toml")
    named, _sha256 = read_toml(resources / "i18n" / "parts.toml", _Parts)
    return BenchRules(
        grading, checklists, inspections, book, said.offered, locale, declared, coaches=coaches, part_words=named.parts,
        pauses=load_pauses(resources / "tradein" / "pauses.toml"),
        payout_modes=said.payout_modes,
    )  # fmt: skip


def must_cover(book: PriceBook, checklist: Checklist) -> None:
    """BadPriceBook when a defect or a missing accessory of the list has no price."""
    kind = checklist.kind.value
    for question in checklist.questions():
        parts = [option.part for option in question.options] + ([question.measure.part] if question.measure else [])
        missing = [part for part in parts if part is not None and (kind, part) not in book.deductions]
        missing += [o.accessory for o in question.options if o.accessory is not None and (kind, o.accessory) not in book.accessories]
        if missing:
            raise BadPriceBook(problem=f"no deduction for {', '.join(missing)}", model=kind)


def inspection_rules(rules: BenchRules) -> InspectionRules:
    """What the inspection service needs of the bench's rules."""
    prices = BookPrices(rules.in_force) if rules.offered else NoPrices()
    return InspectionRules(rules.inspections, rules.grading, prices, rules.locale, rules.part_words)
