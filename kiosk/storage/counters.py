"""Gapless numbers: taken inside the transaction that uses them, so a rollback gives the number back."""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.storage.engine import driver

_NEXT = "INSERT INTO number_series (series, last_number) VALUES (?, 1) ON CONFLICT (series) DO UPDATE SET last_number = last_number + 1 RETURNING last_number"


def next_number(connection: Connection, series: str) -> int:
    """The next number of a series, from 1; call it inside ``Database.write``."""
    ((number,),) = driver(connection).execute(_NEXT, (series,)).fetchall()
    return int(number)


def begin_again(connection: Connection) -> None:
    """Every series from 1: a new epoch stands in the printed number, so that none comes twice."""
    connection.exec_driver_sql("DELETE FROM number_series")
