"""A parcel between two shops of one company: what is in it, and what became of each unit of it. Pure.

A parcel is a holder of its own: what lies in it may be sold by nobody. The receiver alone says what arrived, is missing or is refused, the
sender alone takes back what was refused: each unit has one writer at a time, and a time-out moves nothing. Source: POL-07, R. 321-6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.errors import Refused
from kiosk.stock.passports import CarriedPassport
from kiosk.stock.units import Unit, UnitState, shop_holder

SENDABLE = (UnitState.FOR_SALE, UnitState.TO_INSPECT, UnitState.REWORK)
"""Erased, and nobody's: no former owner's data leave the shop, nor what a customer has reserved."""
MOST_UNITS = 60
SIREN_DIGITS = 9


class NotSendable(Refused):
    """Only a unit that this shop holds, erased and not reserved, may leave for another shop."""

    code = "stock.not_sendable"


class OtherCompany(Refused):
    """The other shop belongs to another company: that is a sale with its invoice, not a transfer."""

    code = "stock.other_company"


class ParcelEmpty(Refused):
    """There is nothing in the parcel, or more than fits one paper."""

    code = "stock.parcel_empty"


class NotInParcel(Refused):
    """The unit is in no parcel that this shop waits for, or was dealt with already."""

    code = "stock.not_in_parcel"


class ParcelReasonMissing(Refused):
    """What is refused or missing is said with a reason."""

    code = "stock.parcel_reason_missing"


class LineState(StrEnum):
    """What became of a unit of a parcel."""

    SENT = "sent"
    MISSING = "missing"
    REFUSED = "refused"
    RECEIVED = "received"
    TAKEN_BACK = "taken_back"


class Side(StrEnum):
    """Which end of the parcel a shop is."""

    SENDER = "sender"
    RECEIVER = "receiver"


WAYS: dict[LineState, dict[LineState, Side]] = {
    LineState.SENT: {LineState.RECEIVED: Side.RECEIVER, LineState.REFUSED: Side.RECEIVER, LineState.MISSING: Side.RECEIVER},
    LineState.MISSING: {LineState.RECEIVED: Side.RECEIVER, LineState.REFUSED: Side.RECEIVER},
    LineState.REFUSED: {LineState.TAKEN_BACK: Side.SENDER},
    LineState.RECEIVED: {},
    LineState.TAKEN_BACK: {},
}
"""What may follow, and who says it."""
_RANK = {state: rank for rank, state in enumerate(LineState)}
REASONS = ("damaged", "wrong_device", "not_ordered")


@dataclass(frozen=True, slots=True)
class ShopPlace:
    """One establishment: its own register, its own SIRET."""

    shop_id: str
    name: str
    legal_name: str
    address: tuple[str, ...]
    siret: str

    @property
    def siren(self) -> str:
        return self.siret[:SIREN_DIGITS]


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """A unit as it left: ``origin_number`` and ``origin_day`` are its entry in the sender's register ("" for one that has none), ``exit_number`` its exit.

    ``register_number`` is its new one, once somebody has it. No fact of the seller's identity travels.
    """

    line_id: str
    unit: Unit
    name: str
    origin_number: str
    origin_day: str
    exit_number: str
    state: LineState = LineState.SENT
    reason: str = ""
    at_utc: str = ""
    register_number: str = ""
    passport: CarriedPassport | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row of the feed ``parcels``, in both shops."""

    parcel_id: str
    number: str
    sender: ShopPlace
    receiver: ShopPlace
    sent_at_utc: str
    lines: tuple[ParcelLine, ...]

    def side_of(self, shop_id: str) -> Side:
        return Side.SENDER if shop_id == self.sender.shop_id else Side.RECEIVER

    def line(self, line_id: str) -> ParcelLine | None:
        return next((line for line in self.lines if line.line_id == line_id), None)

    def waiting(self, shop_id: str) -> tuple[ParcelLine, ...]:
        """What this shop still has to say something of."""
        side = self.side_of(shop_id)
        return tuple(line for line in self.lines if side in WAYS[line.state].values() and (line.state is not LineState.MISSING or side is Side.SENDER))

    @property
    def holder(self) -> str:
        """How the parcel is named as the holder of its units."""
        return f"parcel:{self.parcel_id}"


def check_units(units: Sequence[Unit], *, shop_id: str) -> None:
    """NotSendable names the first that may not leave; ParcelEmpty."""
    if not 0 < len(units) <= MOST_UNITS:
        raise ParcelEmpty(most=MOST_UNITS)
    for unit in units:
        if unit.state not in SENDABLE or unit.holder != shop_holder(shop_id):
            raise NotSendable(tail=unit.identifier_tail)


def check_company(sender: ShopPlace, receiver: ShopPlace) -> None:
    """OtherCompany when the two SIRET do not begin with the same SIREN."""
    if sender.siren != receiver.siren or len(sender.siren) != SIREN_DIGITS or sender.shop_id == receiver.shop_id:
        raise OtherCompany(shop=receiver.name)


def left_shop(unit: Unit, parcel_id: str) -> Unit:
    """The unit on its way."""
    return replace(unit, state=UnitState.IN_TRANSIT, holder=f"parcel:{parcel_id}", gen=unit.gen + 1)


def arrived(line: ParcelLine, *, shop_id: str, register_number: str, at_utc: str) -> Unit:
    """The unit in the shop that has it now: as it left, under a new number and a new generation of the right to sell it."""
    return replace(
        line.unit, holder=shop_holder(shop_id), gen=line.unit.gen + 2, register_number=register_number, received_at_utc=at_utc, acquired_by=None,
    )  # fmt: skip


def moved(parcel: Parcel, line_id: str, to: LineState, *, by: Side, at_utc: str, reason: str = "", register_number: str = "") -> Parcel:
    """One unit of the parcel one step on; NotInParcel when it may not follow or another says it, ParcelReasonMissing."""
    line = parcel.line(line_id)
    if line is None or WAYS[line.state].get(to) is not by:
        raise NotInParcel(number=parcel.number)
    if to is LineState.REFUSED and reason not in REASONS:
        raise ParcelReasonMissing
    after = replace(line, state=to, at_utc=at_utc, reason=reason or line.reason, register_number=register_number or line.register_number)
    return replace(parcel, lines=tuple(after if each is line else each for each in parcel.lines))


def merged(known: Parcel, told: Parcel) -> Parcel:
    """What a page brings over what this till knows: no unit goes a step back."""
    ours = {line.line_id: line for line in known.lines}

    def further(line: ParcelLine) -> ParcelLine:
        own = ours.get(line.line_id)
        return own if own is not None and _RANK[own.state] > _RANK[line.state] else line

    return replace(told, lines=tuple(map(further, told.lines)))
