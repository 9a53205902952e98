"""What entries mean for central's picture of the chain: tickets, units, levels, closings. Kinds it does not know are kept.

Each entry runs under a savepoint: one that cannot be applied leaves nothing half done, goes to the review list with its
reason, and delays nothing behind it. Units that such an entry names are sent down again, so the tills agree with central.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from central import feeds
from central.database import insert_many
from central.schema import closing, ticket
from kiosk.basics.money import Money
from kiosk.errors import Refused
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.sync import facts
from kiosk.sync.facts import Envelope

OUT = "out"


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


Projection = Callable[[Connection, Envelope, int], None]


def project(connection: Connection, envelopes: Sequence[Envelope], *, v: int) -> tuple[Note, ...]:
    """Apply entries in their order; gives a note for each that was only kept or needs review."""
    notes = []
    for envelope in envelopes:
        projection = PROJECTIONS.get(envelope.kind)
        if projection is None:
            notes.append(Note(envelope.seq, Projected.KEPT))
            continue
        try:
            with connection.begin_nested():
                projection(connection, envelope, v)
        except Unprojectable as error:
            notes.append(Note(envelope.seq, Projected.REVIEW, str(error.facts["reason"]), str(error.facts.get("detail", ""))))
            _send_again(connection, envelope, v)
        except (KeyError, TypeError, ValueError, msgspec.DecodeError, SQLAlchemyError) as error:
            notes.append(Note(envelope.seq, Projected.REVIEW, "not_understood", f"{type(error).__name__}: {error}"[:500]))
            _send_again(connection, envelope, v)
    return tuple(notes)


def _send_again(connection: Connection, envelope: Envelope, v: int) -> None:
    """A till shows its own writes until central has answered them: give it central's rows back."""
    changes = facts.stock_changes(envelope.kind, envelope.body)
    for feed, ids in (("units", changes.unit_ids), ("levels", frozenset(changes.level_changes))):
        feeds.put_rows(connection, envelope.shop, feed, feeds.get_rows(connection, envelope.shop, feed, ids), v=v)


# ── one function per kind ──────────────────────────────────────────────────────────────────────────────────────────
def _ticket_paid(connection: Connection, envelope: Envelope, v: int) -> None:
    body = envelope.body
    row = {
        "shop_id": envelope.shop, "number": str(body["number"]), "till_code": envelope.till, "epoch": envelope.epoch, "seq": envelope.seq,
        "kind": str(body.get("kind", "sale")), "at_utc": envelope.at, "total_cents": int(body["total_cents"]),
        "content": msgspec.json.encode(body).decode(),
    }  # fmt: skip
    insert_many(connection, ticket, [row])
    units = {str(line["unit_id"]): facts.whole(line.get("quantity", "1")) for line in facts.lines_of(body) if line.get("unit_id")}
    held = _units(connection, envelope, units)
    moved = {unit_id: _sold(held[unit_id], envelope) if count >= 0 else _taken_back(held[unit_id], envelope) for unit_id, count in units.items()}
    _put_units(connection, envelope, moved, v=v)
    _change_levels(connection, envelope, facts.stock_changes(envelope.kind, body).level_changes, v=v)


def _sold(unit: Unit, envelope: Envelope) -> Unit:
    if unit.state is UnitState.SOLD:
        raise Unprojectable(reason="sold_twice", detail=f"{unit.unit_id} was already sold")
    if unit.holder != f"shop:{envelope.shop}":
        raise Unprojectable(reason="not_held", detail=f"{unit.unit_id} is held by {unit.holder}")
    return replace(unit, state=UnitState.SOLD, holder=OUT, gen=unit.gen + 1)


def _taken_back(unit: Unit, envelope: Envelope) -> Unit:
    return replace(unit, state=UnitState.TO_INSPECT, holder=f"shop:{envelope.shop}", gen=unit.gen + 1)


def _bought(connection: Connection, envelope: Envelope, v: int) -> None:
    unit = _unit_of(envelope)
    if feeds.get_rows(connection, envelope.shop, "units", [unit.unit_id]):
        raise Unprojectable(reason="unit_known", detail=f"{unit.unit_id} is already in stock")
    _put_units(connection, envelope, {unit.unit_id: unit}, v=v)


def _unit_of(envelope: Envelope) -> Unit:
    """The unit of a purchase, field by field: whatever else the body holds stays in the entry and nowhere else."""
    said: Mapping[str, Any] = envelope.body["unit"] if isinstance(envelope.body.get("unit"), dict) else envelope.body
    known = {field: said[field] for field in _UNIT_FIELDS if field in said and said[field] is not None}
    for cents, field in (("purchase_price_cents", "purchase_price"), ("price_cents", "price")):
        if said.get(cents) is not None:
            known[field] = {"amount_cents": said[cents]}
    fixed = {"state": UnitState.TO_ERASE.value, "holder": f"shop:{envelope.shop}", "gen": 1, "received_at_utc": envelope.at}
    return msgspec.convert({"serial": "", "vat_origin": "margin", **known, **fixed}, Unit)


def _erased(connection: Connection, envelope: Envelope, v: int) -> None:
    unit = _named_unit(connection, envelope)
    erasure_id = envelope.body.get("erasure_id")
    changed = replace(unit, state=UnitState.TO_INSPECT, erasure_id=unit.erasure_id if erasure_id is None else str(erasure_id))
    _put_units(connection, envelope, {unit.unit_id: changed}, v=v)


def _graded(connection: Connection, envelope: Envelope, v: int) -> None:
    unit, body = _named_unit(connection, envelope), envelope.body
    price_cents, inspection_id, battery = body.get("price_cents"), body.get("inspection_id"), body.get("battery_health_pct")
    changed = replace(
        unit,
        state=UnitState(body.get("state", UnitState.FOR_SALE.value)),
        grade=Grade(body["grade"]) if body.get("grade") else None,
        price=unit.price if price_cents is None else Money(int(price_cents)),
        inspection_id=unit.inspection_id if inspection_id is None else str(inspection_id),
        battery_health_pct=unit.battery_health_pct if battery is None else int(battery),
    )
    _put_units(connection, envelope, {unit.unit_id: changed}, v=v)


def _closed(connection: Connection, envelope: Envelope, _v: int) -> None:
    body = envelope.body
    row = {
        "shop_id": envelope.shop, "till_code": envelope.till, "epoch": envelope.epoch, "seq": envelope.seq,
        "period": str(body.get("period_label", body.get("business_day", envelope.at[:10]))), "number": int(body.get("number", 0)),
        "at_utc": envelope.at, "total_cents": int(body["total_cents"]), "content": msgspec.json.encode(body).decode(),
    }  # fmt: skip
    insert_many(connection, closing, [row])


# ── shared ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def _named_unit(connection: Connection, envelope: Envelope) -> Unit:
    unit_id = str(envelope.body["unit_id"])
    return _units(connection, envelope, [unit_id])[unit_id]


def _units(connection: Connection, envelope: Envelope, unit_ids: Mapping[str, int] | Sequence[str]) -> dict[str, Unit]:
    rows = feeds.get_rows(connection, envelope.shop, "units", unit_ids)
    missing = [unit_id for unit_id in unit_ids if unit_id not in rows]
    if missing:
        raise Unprojectable(reason="unit_unknown", detail=", ".join(missing))
    return {unit_id: msgspec.json.decode(content, type=Unit) for unit_id, content in rows.items()}


def _put_units(connection: Connection, envelope: Envelope, units: Mapping[str, Unit], *, v: int) -> None:
    feeds.put_rows(connection, envelope.shop, "units", {unit_id: msgspec.json.encode(unit) for unit_id, unit in units.items()}, v=v)


def _change_levels(connection: Connection, envelope: Envelope, changes: Mapping[str, int], *, v: int) -> None:
    """A level may go below zero: the thing was in the hand, so the count was wrong, and the sign shows it."""
    rows = feeds.get_rows(connection, envelope.shop, "levels", changes)
    now = {product_id: msgspec.json.decode(content, type=Level).quantity for product_id, content in rows.items()}
    levels = {product_id: msgspec.json.encode(Level(product_id, now.get(product_id, 0) + change)) for product_id, change in changes.items()}
    feeds.put_rows(connection, envelope.shop, "levels", levels, v=v)


_UNIT_FIELDS = (
    "unit_id", "product_id", "model_id", "serial", "vat_origin", "purchase_price", "label_code", "imei", "imei2", "price", "grade", "battery_health_pct",
    "register_number", "acquired_by",
)  # fmt: skip

PROJECTIONS: dict[str, Projection] = {
    facts.TICKET_PAID: _ticket_paid,
    facts.BOUGHT: _bought,
    facts.UNIT_ERASED: _erased,
    facts.UNIT_GRADED: _graded,
    facts.DAY_CLOSED: _closed,
    facts.MONTH_CLOSED: _closed,
    facts.YEAR_CLOSED: _closed,
}
