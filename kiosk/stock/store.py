"""All SQL of the stock: units, levels and movements, rows ↔ nouns, and the upserts of the sync feeds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, case, func, or_, select, text, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.basics.money import Money
from kiosk.stock.units import Grade, Unit, UnitState, VatOrigin
from kiosk.storage.engine import driver
from kiosk.storage.prepared import Prepared, in_list
from kiosk.storage.schema import product, stock_level, stock_movement, unit
from kiosk.storage.search import TAIL_LENGTH, TAILS

GONE = (UnitState.SOLD.value, UnitState.PARTS.value)
# Made once: making a statement costs more than running it.
_UNIT_BY_ID = Prepared(select(unit).where(unit.c.id == bindparam("unit_id")))
_ADD_MOVEMENT = Prepared(insert(stock_movement))
_NOT_GONE = and_(*(unit.c.state != state for state in GONE))
_ENDING_WITH = Prepared(
    select(unit)
    .where(_NOT_GONE, text("(" + " OR ".join(f"{tail} = :tail AND unit.{name} LIKE :ending" for name, tail in TAILS.items()) + ")"))
    .order_by(unit.c.received_at_utc, unit.c.id)
    .limit(bindparam("at_most"))
)
_SHELF_ORDER = (unit.c.holder != bindparam("here"), unit.c.state != UnitState.FOR_SALE.value, unit.c.received_at_utc, unit.c.id)
# Ordered in the index alone: a product may have hundreds of devices, of which a screen shows a few.
_FIRST_OF_PRODUCT = (
    select(unit.c.id).where(unit.c.product_id == bindparam("of_product"), _NOT_GONE).order_by(*_SHELF_ORDER).limit(bindparam("at_most")).scalar_subquery()
)
_OF_PRODUCT = Prepared(select(unit).where(unit.c.id.in_(_FIRST_OF_PRODUCT)).order_by(*_SHELF_ORDER))
_LEVELS_OF = Prepared(select(stock_level.c.product_id, stock_level.c.quantity).where(in_list(stock_level.c.product_id, "product_ids")))
_CHANGE_LEVEL = (
    "INSERT INTO stock_level (product_id, v, quantity) VALUES (?, 0, ?)"
    " ON CONFLICT (product_id) DO UPDATE SET quantity = quantity + excluded.quantity RETURNING quantity"
)
_GUARD = and_(unit.c.id == bindparam("of_unit"), unit.c.state == bindparam("was_state"), unit.c.gen == bindparam("was_gen"))
_CHANGED: dict[str, Any] = {column.name: bindparam(column.name) for column in unit.columns if column.name not in ("id", "v")}
_WRITE_UNIT = Prepared(update(unit).where(_GUARD).values(_CHANGED))


@dataclass(frozen=True, slots=True)
class Movement:
    """One move of stock; for a unit from state to state, for an accessory a signed quantity."""

    movement_id: str
    at_utc: str
    product_id: str
    quantity: int
    reason: str
    person_id: str
    document_id: str | None = None
    unit_id: str | None = None
    from_state: UnitState | None = None
    to_state: UnitState | None = None


def unit_by_id(connection: Connection, unit_id: str) -> Unit | None:
    row = _UNIT_BY_ID.first(connection, {"unit_id": unit_id})
    return None if row is None else _unit(row)


def unit_by_identifier(connection: Connection, identifier: str) -> Unit | None:
    """By IMEI, serial or label. A device that was sold and bought again has two lives: the one in the shop is meant."""
    named = or_(unit.c.imei == identifier, unit.c.imei2 == identifier, unit.c.serial == identifier, unit.c.label_code == identifier)
    query = select(unit).where(named).order_by(unit.c.state.in_(GONE), unit.c.received_at_utc.desc(), unit.c.id.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else _unit(row)


def units_ending_with(connection: Connection, tail: str, *, limit: int) -> tuple[Unit, ...]:
    """Units not gone whose IMEI, serial or label ends so; ``tail`` in capitals, letters and digits, ``TAIL_LENGTH`` of them at least."""
    assert len(tail) >= TAIL_LENGTH and tail.isalnum()
    rows = _ENDING_WITH.rows(connection, {"tail": tail[-TAIL_LENGTH:], "ending": f"%{tail}", "at_most": limit})
    return tuple(_unit(row) for row in rows)


def units_in_state(connection: Connection, state: UnitState, *, holder: str) -> tuple[Unit, ...]:
    """Oldest first."""
    query = select(unit).where(unit.c.state == state.value, unit.c.holder == holder).order_by(unit.c.received_at_utc, unit.c.id)
    return tuple(_unit(row) for row in connection.execute(query))


def units_not_gone(connection: Connection, *, holder: str) -> tuple[Unit, ...]:
    """Every unit in the house, oldest first."""
    query = select(unit).where(unit.c.holder == holder, unit.c.state.not_in(GONE)).order_by(unit.c.received_at_utc, unit.c.id)
    return tuple(_unit(row) for row in connection.execute(query))


def units_of_products(connection: Connection, product_ids: Sequence[str]) -> tuple[Unit, ...]:
    """Units not gone of these products: those for sale first, then oldest first."""
    query = (
        select(unit)
        .where(unit.c.product_id.in_(product_ids), unit.c.state.not_in(GONE))
        .order_by(unit.c.state != UnitState.FOR_SALE.value, unit.c.received_at_utc, unit.c.id)
    )
    return tuple(_unit(row) for row in connection.execute(query))


def units_of_product(connection: Connection, product_id: str, *, here: str, limit: int) -> tuple[Unit, ...]:
    """Units not gone of one product: those of the holder first, of them those for sale, then oldest first."""
    rows = _OF_PRODUCT.rows(connection, {"of_product": product_id, "here": here, "at_most": limit})
    return tuple(_unit(row) for row in rows)


def count_by_state(connection: Connection, *, holder: str) -> dict[UnitState, int]:
    """Sold units count whoever holds them: nobody does, once central knows of the sale."""
    known = or_(unit.c.holder == holder, unit.c.state == UnitState.SOLD.value)
    query = select(unit.c.state, func.count()).where(known).group_by(unit.c.state)
    return {UnitState(row[0]): row[1] for row in connection.execute(query)}


def count_for_sale_by_category(connection: Connection, *, holder: str) -> tuple[tuple[str, int], ...]:
    query = (
        select(product.c.category, func.count())
        .join(unit, unit.c.product_id == product.c.id)
        .where(unit.c.state == UnitState.FOR_SALE.value, unit.c.holder == holder)
        .group_by(product.c.category)
        .order_by(product.c.category)
    )
    return tuple((row[0], row[1]) for row in connection.execute(query))


def received_and_cost(connection: Connection, *, holder: str) -> tuple[tuple[str, int], ...]:
    """(received_at_utc, purchase price in cents) of every unit not gone."""
    query = select(unit.c.received_at_utc, unit.c.purchase_price_cents).where(unit.c.holder == holder, unit.c.state.not_in(GONE))
    return tuple((row[0], row[1]) for row in connection.execute(query))


def add_unit(connection: Connection, item: Unit) -> None:
    connection.execute(insert(unit), _values(item, 0))


def write_unit(connection: Connection, before: Unit, after: Unit) -> bool:
    """Replace the row when it still stands as ``before`` says; False when somebody was faster."""
    values = {name: value for name, value in _values(after, 0).items() if name in _CHANGED}
    guard = {"of_unit": before.unit_id, "was_state": before.state.value, "was_gen": before.gen}
    return bool(_WRITE_UNIT.run(connection, values | guard).rowcount == 1)


def add_movement(connection: Connection, item: Movement) -> None:
    _ADD_MOVEMENT.run(
        connection,
        {
            "id": item.movement_id, "at_utc": item.at_utc, "unit_id": item.unit_id, "product_id": item.product_id, "quantity": item.quantity,
            "from_state": item.from_state and item.from_state.value, "to_state": item.to_state and item.to_state.value, "reason": item.reason,
            "document_id": item.document_id, "person_id": item.person_id,
        },
    )  # fmt: skip


def movements_of_unit(connection: Connection, unit_id: str) -> tuple[Movement, ...]:
    """A unit's life, oldest first."""
    query = select(stock_movement).where(stock_movement.c.unit_id == unit_id).order_by(stock_movement.c.row_no)
    return tuple(_movement(row) for row in connection.execute(query))


def change_level(connection: Connection, product_id: str, *, by: int) -> int:
    """Add to a product's level and give the new one. Below zero is possible: what the cashier holds is there, the count was wrong."""
    ((level,),) = driver(connection).execute(_CHANGE_LEVEL, (product_id, by)).fetchall()
    return int(level)


def levels(connection: Connection) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(select(stock_level.c.product_id, stock_level.c.quantity))}


def levels_of(connection: Connection, product_ids: Sequence[str]) -> dict[str, int]:
    """The levels of these products."""
    return {row[0]: row[1] for row in _LEVELS_OF.rows(connection, {"product_ids": json.dumps(list(product_ids))})}


def upsert_units(connection: Connection, rows: Sequence[tuple[Unit, int]]) -> None:
    """Store units with their version; an already newer row stays.

    A unit sold here stays sold until its right to be sold has a new generation: a feed row written before the sale reached
    central must not put it back on the shelf. What central does not know yet (empty) does not erase what we know.
    """
    if not rows:
        return
    statement = insert(unit)
    new = statement.excluded
    sold_here = and_(unit.c.state == UnitState.SOLD.value, new.gen <= unit.c.gen)
    changed: dict[str, Any] = {
        column.name: func.coalesce(new[column.name], column) if column.nullable else new[column.name] for column in unit.columns if column.name != "id"
    }
    changed["state"] = case((sold_here, unit.c.state), else_=new.state)
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=changed, where=new.v > unit.c.v)
    connection.execute(statement, [_values(item, v) for item, v in rows])


def upsert_levels(connection: Connection, rows: Sequence[tuple[str, int, int]]) -> None:
    """Store levels given as (product_id, quantity, v); an already newer row stays."""
    if not rows:
        return
    statement = insert(stock_level)
    statement = statement.on_conflict_do_update(
        index_elements=["product_id"], set_={"quantity": statement.excluded.quantity, "v": statement.excluded.v}, where=statement.excluded.v > stock_level.c.v
    )
    connection.execute(statement, [{"product_id": product_id, "quantity": quantity, "v": v} for product_id, quantity, v in rows])


def _values(item: Unit, v: int) -> dict[str, Any]:
    return {
        "id": item.unit_id, "v": v, "product_id": item.product_id, "model_id": item.model_id, "serial": item.serial, "imei": item.imei, "imei2": item.imei2,
        "label_code": item.label_code, "state": item.state.value, "vat_origin": item.vat_origin.value,
        "purchase_price_cents": item.purchase_price.amount_cents, "price_cents": None if item.price is None else item.price.amount_cents,
        "grade": item.grade and item.grade.value, "battery_health_pct": item.battery_health_pct, "holder": item.holder, "gen": item.gen,
        "received_at_utc": item.received_at_utc, "register_number": item.register_number, "erasure_id": item.erasure_id,
        "inspection_id": item.inspection_id, "acquired_by": item.acquired_by,
        "repair_cents": item.repair_cost.amount_cents, "hold": item.hold,
    }  # fmt: skip


def _unit(row: Row[Any]) -> Unit:
    return Unit(
        unit_id=row.id, product_id=row.product_id, model_id=row.model_id, serial=row.serial, state=UnitState(row.state), vat_origin=VatOrigin(row.vat_origin),
        purchase_price=Money(row.purchase_price_cents), holder=row.holder, gen=row.gen, received_at_utc=row.received_at_utc, label_code=row.label_code,
        imei=row.imei, imei2=row.imei2, price=None if row.price_cents is None else Money(row.price_cents), grade=row.grade and Grade(row.grade),
        battery_health_pct=row.battery_health_pct, register_number=row.register_number, erasure_id=row.erasure_id, inspection_id=row.inspection_id,
        acquired_by=row.acquired_by, repair_cost=Money(row.repair_cents), hold=row.hold,
    )  # fmt: skip


def _movement(row: Row[Any]) -> Movement:
    return Movement(
        movement_id=row.id, at_utc=row.at_utc, product_id=row.product_id, quantity=row.quantity, reason=row.reason, person_id=row.person_id,
        document_id=row.document_id, unit_id=row.unit_id, from_state=row.from_state and UnitState(row.from_state),
        to_state=row.to_state and UnitState(row.to_state),
    )  # fmt: skip
