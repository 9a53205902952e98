"""Which till this database belongs to, and other single values (table ``meta``)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.storage.engine import driver

TRAINING_LETTER = "X"
_IDENTITY = "SELECT key, value FROM meta WHERE key IN ('shop_id', 'till_code', 'epoch')"


@dataclass(frozen=True, slots=True)
class TillIdentity:
    """A till's fiscal identity: the shop, its code in the shop, and the epoch of its numbering."""

    shop_id: str
    till_code: str
    epoch: int

    @property
    def training(self) -> bool:
        """Whether this is a training till: the letter X stands in its code, and so in all its numbers (FIS-13)."""
        return self.till_code.startswith(TRAINING_LETTER)

    def for_training(self) -> TillIdentity:
        """The training till of this one: X2 for K2."""
        return TillIdentity(self.shop_id, TRAINING_LETTER + self.till_code[1:], 1)

    def number(self, serial: int, *, letter: str = "") -> str:
        """``L01-K2-000123``; from the second epoch on ``L01-K2-E2-000123``, so that a number is never used twice."""
        epoch = f"E{self.epoch}-" if self.epoch > 1 else ""
        return f"{self.shop_id}-{self.till_code}-{epoch}{letter}{serial:06d}"


def get(connection: Connection, key: str) -> str | None:
    """A single value, or None."""
    row = driver(connection).execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def put(connection: Connection, key: str, value: str) -> None:
    """Set a single value."""
    connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value))


def till_identity(connection: Connection) -> TillIdentity | None:
    """Who this till is; None before enrolment."""
    found = {row[0]: row[1] for row in driver(connection).execute(_IDENTITY)}
    if len(found) < 3:
        return None
    return TillIdentity(found["shop_id"], found["till_code"], int(found["epoch"]))


def set_till_identity(connection: Connection, identity: TillIdentity) -> None:
    """Set at enrolment, and again when a new epoch is opened."""
    put(connection, "shop_id", identity.shop_id)
    put(connection, "till_code", identity.till_code)
    put(connection, "epoch", str(identity.epoch))
