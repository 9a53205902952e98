"""Rows of one database into another of the same schema: the training till's catalogue, staff and stock. Each table whole, in the order given."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, or_, select, update
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.exc import IntegrityError

from kiosk.storage.schema import card_intent, device_model, model_tac, open_basket, person, product, stock_level, unit

SHOWN_TABLES = (person, device_model, model_tac, product, unit, stock_level)
"""What a shop shows and sells; no customer, no seller, no voucher, nothing that was ever recorded."""
ROWS_AT_ONCE = 2_000
PUT_AWAY = "parts"


def copy_shop(source: Connection, target: Connection) -> dict[str, int]:
    """Make the target show what the source shows now, in the caller's transactions; gives how many rows each table has.

    Open baskets go, and with them what a card was asked for them; units that only the target knows are put away. What was recorded stays as it is.
    """
    target.execute(delete(open_basket))
    target.execute(delete(card_intent).where(card_intent.c.ticket_id.is_(None)))
    target.execute(update(unit).where(unit.c.state != PUT_AWAY).values(state=PUT_AWAY))
    return {table.name: _copy(source, target, table) for table in SHOWN_TABLES}


def _copy(source: Connection, target: Connection, table: Table) -> int:
    try:
        with target.begin_nested():
            return _write(source, target, table)
    except IntegrityError:
        if table is not product:
            raise
        target.execute(update(product).values(sku="~" + product.c.id, ean=None))  # a code that stands on another article since the last time
        return _write(source, target, table)


def _write(source: Connection, target: Connection, table: Table) -> int:
    statement, count = _upsert(table), 0
    for rows in source.execute(select(table)).mappings().partitions(ROWS_AT_ONCE):
        target.execute(statement, [dict(row) for row in rows])
        count += len(rows)
    return count


def _upsert(table: Table) -> Insert:
    """Only rows that differ are written: the search index is kept by triggers, and most of a catalogue is as it was."""
    keys = [column.name for column in table.primary_key]
    names = [column.name for column in table.columns if column.name not in keys]
    statement = insert(table)
    differs = or_(*(statement.excluded[name].is_distinct_from(table.c[name]) for name in names))
    return statement.on_conflict_do_update(index_elements=keys, set_={name: statement.excluded[name] for name in names}, where=differs)
