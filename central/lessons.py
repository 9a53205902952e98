"""What the shops taught: rows of the chain's feed ``lessons``, a count per mark and family. One entry of a journal is one count, applied once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from central import feeds
from central.schema import CHAIN
from kiosk.catalogue.lessons import ModelLesson, added, is_mark
from kiosk.sync.facts import Envelope
from kiosk.sync.protocol import LESSONS

LONGEST_NAME = 120
MOST_MARKS = 4


@dataclass(frozen=True, slots=True)
class Taught:
    """A device of a shop was this family."""

    marks: tuple[str, ...]
    brand: str
    name: str


def taught(envelope: Envelope) -> Taught:
    """From ``catalogue.model_confirmed``; KeyError, TypeError, ValueError when it is no such entry."""
    body = envelope.body
    marks = tuple(str(mark) for mark in body["marks"])
    brand, name = str(body["brand"]), str(body["name"])
    if not 0 < len(marks) <= MOST_MARKS or not all(is_mark(mark) for mark in marks) or not brand or not name or len(brand) + len(name) > LONGEST_NAME:
        raise ValueError("no lesson")
    return Taught(marks, brand, name)


def put(connection: Connection, items: Sequence[Taught]) -> None:
    """Add them up. The chain's head is taken after the shop's, by everybody in this order."""
    if not items:
        return
    v = feeds.next_version(connection, CHAIN)
    marks = {mark for item in items for mark in item.marks}
    kept = feeds.get_rows(connection, CHAIN, LESSONS, marks)
    rows = {mark: msgspec.json.decode(kept[mark], type=ModelLesson) if mark in kept else ModelLesson(mark, ()) for mark in marks}
    for item in items:
        for mark in item.marks:
            rows[mark] = added(rows[mark], item.brand, item.name)
    feeds.put_rows(connection, CHAIN, LESSONS, {mark: msgspec.json.encode(row) for mark, row in rows.items()}, v=v)
