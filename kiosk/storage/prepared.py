"""Statements that stand in every sale and every search: written in SQLAlchemy Core like all others, compiled at their first use and run by the bare driver.

Core spends ten times as long on finding a statement in its cache as the driver on running it. What comes back are named tuples.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping, Sequence
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Column, ColumnElement, Connection, Insert, Select, Update, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import IntegrityError

from kiosk.storage.engine import driver

Values = Mapping[str, Any]


def in_list(column: Column[Any], name: str) -> ColumnElement[bool]:
    """Whether a column's value is in a list given as JSON text under ``name``: one statement for every length."""
    return column.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))


class Prepared:
    """One statement. An INSERT names its columns by the values of its first use; every later use gives the same ones."""

    def __init__(self, statement: Select[Any] | Insert | Update) -> None:
        self._statement = statement
        self._text = ""
        self._constants: Values = {}
        self._given: frozenset[str] = frozenset()
        self._row: Any = tuple

    def run(self, connection: Connection, values: Values) -> Any:
        """The driver's cursor; the transaction begins, and a broken constraint is told, as with Core."""
        raw = self._begin(connection, values)
        try:
            return raw.execute(self._text, {**self._constants, **values})
        except sqlcipher.IntegrityError as error:
            raise IntegrityError(self._text, None, error) from error

    def run_many(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Once per row."""
        if rows:
            raw = self._begin(connection, rows[0])
            try:
                raw.executemany(self._text, [{**self._constants, **row} for row in rows])
            except sqlcipher.IntegrityError as error:
                raise IntegrityError(self._text, None, error) from error

    def first(self, connection: Connection, values: Values) -> Any:
        """The first row, None when there is none."""
        found = self.run(connection, values).fetchone()
        return None if found is None else self._row._make(found)

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        """All rows."""
        return [self._row._make(found) for found in self.run(connection, values).fetchall()]

    def _begin(self, connection: Connection, values: Values) -> Any:
        if not self._text:
            self._compile(values)
        assert values.keys() == self._given, f"{sorted(values)} are not {sorted(self._given)}"
        if not connection.in_transaction():
            connection.begin()
        return driver(connection)

    def _compile(self, values: Values) -> None:
        named = dialect(paramstyle="named")
        columns = list(values) if isinstance(self._statement, Insert) else None
        compiled = self._statement.compile(dialect=named, column_keys=columns)
        self._constants = {name: value for name, value in compiled.params.items() if name not in values}
        self._given = frozenset(values)
        if isinstance(self._statement, Select):
            self._row = namedtuple("Row", [column.name for column in self._statement.selected_columns])  # type: ignore[misc]  # the columns are data
        self._text = str(compiled)
