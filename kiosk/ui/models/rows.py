"""A list for QML made of frozen dataclasses: one role per field, in camelCase. GUI thread.

``show`` takes the whole new list and tells views only what changed, so that a row keeps its delegate (and its focus) while others move.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NOWHERE = QModelIndex()


def camel_case(name: str) -> str:
    """``can_change_quantity`` → ``canChangeQuantity``."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows of one dataclass. ``key`` gives what makes a row the same row after a change; without one its place does, and what shows a place is kept
    for whatever comes to stand there: for lists that change all at once, and whose rows take no focus of their own.
    """

    def __init__(self, row_class: type[Row], *, key: Callable[[Row], object] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._fields = tuple(field.name for field in dataclasses.fields(row_class))  # type: ignore[arg-type]  # rows are dataclasses
        self._rows: list[Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {FIRST_ROLE + place: QByteArray(camel_case(name).encode()) for place, name in enumerate(self._fields)}

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        place = role - FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._fields):
            return None
        return getattr(self._rows[index.row()], self._fields[place])

    def show(self, rows: Sequence[Row]) -> None:
        """Become ``rows``; keys must not repeat."""
        wanted = self._keys(rows)
        assert len(set(wanted)) == len(wanted), "two rows with one key"
        self._remove_all_but(set(wanted))
        here = set(self._keys(self._rows))
        place = 0
        while place < len(rows):
            place += self._insert_new(place, rows, wanted, here) or self._settle(place, rows[place], wanted[place])

    def _keys(self, rows: Sequence[Row]) -> list[object]:
        return list(range(len(rows))) if self._key is None else [self._key(row) for row in rows]

    def _remove_all_but(self, wanted: set[object]) -> None:
        keys = self._keys(self._rows)
        for place in range(len(self._rows) - 1, -1, -1):
            if keys[place] not in wanted:
                self.beginRemoveRows(NOWHERE, place, place)
                del self._rows[place]
                self.endRemoveRows()

    def _insert_new(self, place: int, rows: Sequence[Row], wanted: Sequence[object], here: set[object]) -> int:
        """The new rows that follow each other from ``place`` on, at one go: a view that is told of each lays itself out for each."""
        end = next((at for at in range(place, len(rows)) if wanted[at] in here), len(rows))
        if end > place:
            self.beginInsertRows(NOWHERE, place, end - 1)
            self._rows[place:place] = rows[place:end]
            self.endInsertRows()
        return end - place

    def _settle(self, place: int, row: Row, key: object) -> int:
        """Bring a row that is here already to ``place``; everything before it stands. One is settled."""
        found = place if self._key is None else next(at for at in range(place, len(self._rows)) if self._key(self._rows[at]) == key)
        if found != place:
            self.beginMoveRows(NOWHERE, found, found, NOWHERE, place)
            self._rows.insert(place, self._rows.pop(found))
            self.endMoveRows()
        self._update(place, row)
        return 1

    def _update(self, place: int, row: Row) -> None:
        before, self._rows[place] = self._rows[place], row
        changed = [FIRST_ROLE + role for role, name in enumerate(self._fields) if getattr(before, name) != getattr(row, name)]
        if changed:
            index = self.index(place)
            self.dataChanged.emit(index, index, changed)
