"""What the strip asks every second is asked of the database again only after something was committed."""

from __future__ import annotations

import pytest

from kiosk.storage import identity
from kiosk.storage.engine import Database
from kiosk.storage.remembered import Remembered


def test_an_answer_is_asked_again_only_after_a_commit(database: Database) -> None:
    asked: list[int] = []

    def ask() -> str | None:
        asked.append(1)
        with database.read() as connection:
            return identity.get(connection, "colour")

    colour = Remembered(database, ask)
    assert (colour(), colour(), len(asked)) == (None, None, 1)
    with database.write() as connection:
        identity.put(connection, "colour", "blue")
    assert (colour(), colour(), len(asked)) == ("blue", "blue", 2)
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        identity.put(connection, "colour", "red")
        raise ZeroDivisionError
    assert (colour(), len(asked)) == ("blue", 2)
