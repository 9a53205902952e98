"""What a push changes of central's picture of a shop: the nouns that projections fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

from central.baskets import Waiting
from central.lessons import Taught
from central.rights import ReturnRight
from kiosk.errors import Refused
from kiosk.stock.parcels import Parcel, ShopPlace
from kiosk.stock.passports import CarriedPassport
from kiosk.stock.units import Unit

Row = dict[str, Any]


class Projected(StrEnum):
    """What became of an entry; ``applied`` is the rule and is not noted."""

    APPLIED = "applied"
    KEPT = "kept"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Note:
    """An entry that was not simply applied."""

    seq: int
    verdict: Projected
    reason: str | None = None
    detail: str | None = None


class Unprojectable(Refused):
    """The entry is a fact, but it does not fit what central knows; ``reason`` and ``detail`` are for the review list."""

    code = "central.unprojectable"


class Level(msgspec.Struct, frozen=True):
    """How many of a product a shop has."""

    product_id: str
    quantity: int


@dataclass(slots=True)
class Picture:
    """What central knows of the units, levels and tickets that a push names; ``changed`` ids are to be written."""

    units: dict[str, Unit]
    levels: dict[str, int]
    ticket_numbers: set[str]
    changed_units: set[str] = field(default_factory=set)
    changed_levels: set[str] = field(default_factory=set)
    tickets: list[Row] = field(default_factory=list)
    closings: list[Row] = field(default_factory=list)
    baskets: dict[str, Waiting] = field(default_factory=dict)
    rights: dict[str, ReturnRight] = field(default_factory=dict)
    changed_rights: set[str] = field(default_factory=set)
    marks: list[Row] = field(default_factory=list)
    lengthenings: list[Row] = field(default_factory=list)
    receipt_keys: list[Row] = field(default_factory=list)
    lessons: list[Taught] = field(default_factory=list)
    passports: dict[str, CarriedPassport] = field(default_factory=dict)
    parcels: dict[str, Parcel] = field(default_factory=dict)
    changed_parcels: set[str] = field(default_factory=set)
    places: dict[str, ShopPlace] = field(default_factory=dict)

    def unit(self, unit_id: str) -> Unit:
        if unit_id not in self.units:
            raise Unprojectable(reason="unit_unknown", detail=unit_id)
        return self.units[unit_id]


@dataclass(frozen=True, slots=True)
class Changes:
    """What one entry changes."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)
    ticket: Row | None = None
    closing: Row | None = None
    basket: Waiting | None = None
    right: ReturnRight | None = None
    marks: Sequence[Row] = ()
    lengthening: Row | None = None
    receipt_key: Row | None = None
    lesson: Taught | None = None
    passport: CarriedPassport | None = None
    parcel: Parcel | None = None
