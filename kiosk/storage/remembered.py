"""An answer of the database that is asked again only after something was committed: what is wanted every second costs nothing meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from kiosk.storage.engine import Database

T = TypeVar("T")


class Remembered(Generic[T]):
    """Called like ``ask`` itself, on any thread; for answers that only rows decide."""

    def __init__(self, database: Database, ask: Callable[[], T]) -> None:
        self._database = database
        self._ask = ask
        self._kept: tuple[int, T] | None = None

    def __call__(self) -> T:
        commits = self._database.commits  # before it is asked: what is committed meanwhile is asked for the next time
        kept = self._kept
        if kept is None or kept[0] != commits:
            self._kept = kept = commits, self._ask()
        return kept[1]
