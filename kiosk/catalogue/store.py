"""All SQL of the catalogue: rows ↔ nouns, upserts of the sync feeds by executemany, and the full-text search."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.basics.money import Money
from kiosk.basics.wording import banned_in, lawful_name
from kiosk.catalogue.lessons import FamilyCount, ModelLesson
from kiosk.catalogue.products import DeviceKind, DeviceModel, Product, ProductKind, ReferencePrice, ServiceKind
from kiosk.storage.engine import driver
from kiosk.storage.prepared import Prepared, in_list
from kiosk.storage.schema import device_model, model_lesson, model_tac, own_lesson, product

MATCHES_READ = 120
FEW_MODELS = 40
"""Up to so many are asked for by name; of more, everything is read at one go."""
# Straight through the driver, and only what the order needs: making a noun of each of the matches costs more than finding them.
_MATCHING = (
    "SELECT product.id, product.name, product.price_cents IS NOT NULL, product.favourite_rank FROM product_search"
    " JOIN product_search_row ON row_no = product_search.rowid JOIN product ON product.id = product_id WHERE product_search MATCH ? LIMIT ?"
)
_BY_IDS = Prepared(select(product).where(in_list(product.c.id, "product_ids")))


@dataclass(frozen=True, slots=True)
class Match:
    """What decides the place of a product among what was found."""

    product_id: str
    name: str
    has_price: bool
    favourite_rank: int | None


def products_where(connection: Connection, **columns: str) -> tuple[Product, ...]:
    """Products whose named columns have these values, in the order of their names."""
    query = select(product).filter_by(**columns).order_by(product.c.name, product.c.id)
    return tuple(_product(row) for row in connection.execute(query))


def products_by_id(connection: Connection, product_ids: Collection[str]) -> dict[str, Product]:
    """These products, by id; those that there are not are left out."""
    found = (_product(row) for row in _BY_IDS.rows(connection, {"product_ids": json.dumps(list(product_ids))}))
    return {each.product_id: each for each in found}


def favourite_products(connection: Connection) -> tuple[Product, ...]:
    query = select(product).where(product.c.favourite_rank.is_not(None)).order_by(product.c.favourite_rank, product.c.name)
    return tuple(_product(row) for row in connection.execute(query))


def category_counts(connection: Connection) -> tuple[tuple[str, int], ...]:
    query = select(product.c.category, func.count()).group_by(product.c.category).order_by(product.c.category)
    return tuple((row[0], row[1]) for row in connection.execute(query))


def matching_products(connection: Connection, typed: str) -> tuple[Match, ...]:
    """At most ``MATCHES_READ`` products that have every typed word at the start of one of theirs; unsorted, see ``storage.search``."""
    words = re.findall(r"\w+", typed)
    if not words:
        return ()
    question = " ".join(f'"{word}"*' for word in words)
    rows = driver(connection).execute(_MATCHING, (question, MATCHES_READ)).fetchall()
    return tuple(Match(product_id, name, bool(has_price), rank) for product_id, name, has_price, rank in rows)


def models_where(connection: Connection, **columns: str) -> tuple[DeviceModel, ...]:
    """Models whose named columns have these values, by brand and name."""
    return _models(connection, select(device_model).filter_by(**columns))


def models_named(connection: Connection, model_ids: Sequence[str]) -> tuple[DeviceModel, ...]:
    """Those of these models that there are, by brand and name."""
    return _models(connection, select(device_model).where(device_model.c.id.in_(model_ids)))


def model_of_tac(connection: Connection, tac: str) -> DeviceModel | None:
    query = select(device_model).join(model_tac, model_tac.c.model_id == device_model.c.id).where(model_tac.c.tac == tac)
    return next(iter(_models(connection, query)), None)


def upsert_products(connection: Connection, rows: Sequence[tuple[Product, int]]) -> None:
    """Store products with their version; a row that is already newer stays."""
    values = [
        {
            "id": item.product_id, "v": v, "sku": item.sku, "kind": item.kind.value, "name": item.name, "brand": item.brand, "category": item.category,
            "tax_code": item.tax_code, "price_cents": None if item.price is None else item.price.amount_cents, "ean": item.ean,
            "model_id": item.model_id, "durable": int(item.durable), "favourite_rank": item.favourite_rank, "icon": item.icon,
            "price_suffix": item.price_suffix, "service": item.service and item.service.value,
            **_reference_columns(item.reference_price),
        }
        for item, v in rows
    ]  # fmt: skip
    if values:
        connection.execute(_newer_wins(product), values)


def upsert_models(connection: Connection, rows: Sequence[tuple[DeviceModel, int]]) -> None:
    """Store models with their TACs and version; a row that is already newer stays, with its TACs."""
    if not rows:
        return
    stored = {row.id: row.v for row in connection.execute(select(device_model.c.id, device_model.c.v))}
    newer = [(item, v) for item, v in rows if v > stored.get(item.model_id, -1)]
    if not newer:
        return
    connection.execute(
        _newer_wins(device_model),
        [
            {
                "id": item.model_id, "v": v, "brand": item.brand, "name": item.name, "kind": item.kind.value, "storage_gb": item.storage_gb,
                "ram_gb": item.ram_gb, "colour": item.colour, "capabilities": " ".join(item.capabilities), "released_year": item.released_year,
            }
            for item, v in newer
        ],
    )  # fmt: skip
    tacs = [{"tac": tac, "model_id": item.model_id} for item, _ in newer for tac in item.tacs]
    connection.execute(delete(model_tac).where(model_tac.c.model_id.in_([item.model_id for item, _ in newer])))
    if tacs:
        statement = insert(model_tac)
        connection.execute(statement.on_conflict_do_update(index_elements=["tac"], set_={"model_id": statement.excluded.model_id}), tacs)


def taught_by_chain(connection: Connection, mark: str) -> tuple[FamilyCount, ...]:
    """What central's feed says a mark was taught."""
    found = connection.execute(select(model_lesson.c.families).where(model_lesson.c.id == mark)).scalar_one_or_none()
    return msgspec.json.decode(found, type=tuple[FamilyCount, ...]) if found else ()


def taught_here(connection: Connection, mark: str) -> tuple[FamilyCount, ...]:
    """What this till taught it."""
    query = select(own_lesson.c.brand, own_lesson.c.name, func.count()).where(own_lesson.c.mark == mark).group_by(own_lesson.c.brand, own_lesson.c.name)
    return tuple(FamilyCount(row[0], row[1], row[2]) for row in connection.execute(query))


def note_lesson(connection: Connection, device_sha256: str, mark: str, *, brand: str, name: str) -> bool:
    """Keep that this till taught it; False when it did before."""
    values = {"device_sha256": device_sha256, "mark": mark, "brand": brand, "name": name}
    return connection.execute(insert(own_lesson).values(values).on_conflict_do_nothing()).rowcount == 1


def upsert_lessons(connection: Connection, rows: Sequence[tuple[ModelLesson, int]]) -> None:
    """Store what the chain was taught; a row that is already newer stays."""
    values = [{"id": item.mark, "v": v, "families": msgspec.json.encode(item.families).decode()} for item, v in rows]
    if values:
        connection.execute(_newer_wins(model_lesson), values)


def unlawful_names(connection: Connection) -> tuple[str, ...]:
    """What central calls products and models against the law, in its own words."""
    names = [row.name for table in (product, device_model) for row in connection.execute(select(table.c.name).order_by(table.c.name))]
    return tuple(name for name in names if banned_in(name))


def _newer_wins(table: Any) -> Any:
    statement = insert(table)
    changed = {column.name: statement.excluded[column.name] for column in table.columns if column.name != "id"}
    return statement.on_conflict_do_update(index_elements=["id"], set_=changed, where=statement.excluded.v > table.c.v)


def _product(row: Row[Any]) -> Product:
    """With the name that it may have here, whatever central calls it (RCP-07)."""
    kind = ProductKind(row.kind)
    claimed = lawful_name(row.name, refurbished=True)
    name = lawful_name(row.name) if kind in (ProductKind.UNIT, ProductKind.ACCESSORY) else claimed
    return Product(
        product_id=row.id, sku=row.sku, kind=kind, name=name, brand=row.brand, category=row.category, tax_code=row.tax_code,
        price=None if row.price_cents is None else Money(row.price_cents), ean=row.ean, model_id=row.model_id, durable=bool(row.durable),
        favourite_rank=row.favourite_rank, icon=row.icon, price_suffix=row.price_suffix, service=row.service and ServiceKind(row.service),
        reference_price=_reference_price(row), claimed_name="" if claimed == name else claimed,
    )  # fmt: skip


def _reference_columns(found: ReferencePrice | None) -> dict[str, int | str | None]:
    if found is None:
        return {"reference_price_cents": None, "reference_price_source": None, "reference_price_on": None}
    return {"reference_price_cents": found.amount.amount_cents, "reference_price_source": found.source, "reference_price_on": found.seen_on.isoformat()}


def _reference_price(row: Row[Any]) -> ReferencePrice | None:
    """All three columns, or no price to compare with."""
    if row.reference_price_cents is None or row.reference_price_source is None or row.reference_price_on is None:
        return None
    return ReferencePrice(Money(row.reference_price_cents), row.reference_price_source, date.fromisoformat(row.reference_price_on))


def _models(connection: Connection, query: Select[Any]) -> tuple[DeviceModel, ...]:
    rows = connection.execute(query.order_by(device_model.c.brand, device_model.c.name, device_model.c.id)).all()
    known = select(model_tac.c.tac, model_tac.c.model_id).order_by(model_tac.c.tac)
    if len(rows) <= FEW_MODELS:
        known = known.where(model_tac.c.model_id.in_([row.id for row in rows]))
    tacs: dict[str, list[str]] = {}
    for tac, model_id in connection.execute(known) if rows else ():
        tacs.setdefault(model_id, []).append(tac)
    return tuple(
        DeviceModel(
            model_id=row.id, brand=row.brand, name=lawful_name(row.name), kind=DeviceKind(row.kind), storage_gb=row.storage_gb, ram_gb=row.ram_gb,
            colour=row.colour and lawful_name(row.colour), capabilities=tuple(row.capabilities.split()),
            tacs=tuple(tacs.get(row.id, ())), released_year=row.released_year,
        )
        for row in rows
    )  # fmt: skip
