"""What the page *Transferts* shows: parcels, the units of one, the shops. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.stock.parcels import LineState, Parcel, ShopPlace, Side
from kiosk.stock.service import Found
from kiosk.ui.formats import Formats


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """A parcel of the list; ``waiting`` units of it want a scan here."""

    parcel_id: str
    number: str
    shop_name: str
    day: str
    arriving: bool
    waiting: int
    count: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class ParcelLineRow:
    """A unit of the parcel on show; ``unit_state`` is *packed* while it is only in the list."""

    line_id: str
    name: str
    tail: str
    unit_state: str
    reason: str
    register_number: str
    can_miss: bool
    can_refuse: bool


@dataclass(frozen=True, slots=True)
class ShopRow:
    shop_id: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """``packed`` is the parcel being made; ``open_id`` the one on show; ``refusing`` a line whose reason is asked."""

    parcels: tuple[Parcel, ...] = ()
    shops: tuple[ShopPlace, ...] = ()
    packing: bool = False
    to_shop_id: str = ""
    packed: tuple[Found, ...] = ()
    open_id: str = ""
    refusing: str = ""


@dataclass(frozen=True, slots=True)
class TransferProps:
    packing: bool = False
    can_send: bool = False
    to_name: str = ""
    number: str = ""
    arriving: bool = False
    shop_name: str = ""
    day: str = ""
    waiting: int = 0
    count: int = 0
    refusing: bool = False
    no_shops: bool = False
    allowed: bool = False


def derive(facts: TransferFacts, shop_id: str, formats: Formats, *, allowed: bool) -> TransferProps:
    to_name = next((place.name for place in facts.shops if place.shop_id == facts.to_shop_id), "")
    base = TransferProps(
        packing=facts.packing, can_send=facts.packing and to_name != "" and bool(facts.packed), to_name=to_name, count=len(facts.packed),
        refusing=facts.refusing != "", no_shops=not facts.shops, allowed=allowed,
    )  # fmt: skip
    parcel = next((parcel for parcel in facts.parcels if parcel.parcel_id == facts.open_id), None)
    if parcel is None:
        return base
    row = parcel_row(parcel, shop_id, facts.open_id, formats)
    return replace(base, number=row.number, arriving=row.arriving, shop_name=row.shop_name, day=row.day, waiting=row.waiting, count=row.count)


def parcel_row(parcel: Parcel, shop_id: str, open_id: str, formats: Formats) -> ParcelRow:
    arriving = parcel.side_of(shop_id) is Side.RECEIVER
    other = parcel.sender if arriving else parcel.receiver
    return ParcelRow(
        parcel.parcel_id, parcel.number, other.name, formats.day_of_month(parcel.sent_at_utc), arriving, len(parcel.waiting(shop_id)), len(parcel.lines),
        parcel.parcel_id == open_id,
    )  # fmt: skip


def line_rows(facts: TransferFacts, shop_id: str) -> list[ParcelLineRow]:
    """Of the parcel being packed, else of the one on show."""
    if facts.packing:
        units = [(found, found.unit) for found in facts.packed if found.unit]
        return [ParcelLineRow(unit.unit_id, found.product.name, unit.identifier_tail, "packed", "", "", False, False) for found, unit in units]
    parcel = next((parcel for parcel in facts.parcels if parcel.parcel_id == facts.open_id), None)
    if parcel is None:
        return []
    arriving = parcel.side_of(shop_id) is Side.RECEIVER
    return [
        ParcelLineRow(
            line.line_id, line.name, line.unit.identifier_tail, line.state.value, line.reason, line.register_number or line.exit_number,
            arriving and line.state is LineState.SENT, arriving and line.state in (LineState.SENT, LineState.MISSING),
        )
        for line in parcel.lines
    ]  # fmt: skip
