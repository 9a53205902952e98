"""One entry of the journal: its exact bytes, its hash, its signature. The format is public: ``docs/journal-format.md``.

The bytes are written once and never built again: what is stored, sent, relayed and verified is the same string of bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.storage.canonical import canonical

FORMAT = 1
NO_HASH = "0" * 64
JsonValue = str | int | bool | None | list[Any] | Mapping[str, Any]


class Signer(Protocol):
    """Whoever holds the till's private key."""

    def sign(self, message: bytes) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Head:
    """Where a till's journal stands. Before the first entry of all: seq 0 and 64 zeros."""

    epoch: int
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Entry:
    """``entry`` are the signed bytes (UTF-8 JSON); ``hash`` is their SHA-256 in hex; the other fields repeat what they say."""

    epoch: int
    seq: int
    kind: str
    at_utc: str
    prev_hash: str
    hash: str
    entry: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Statement:
    """What an entry is made from; ``sealed`` vouches for the rows written since the entry before it."""

    shop_id: str
    till_code: str
    at_utc: str
    kind: str
    person_id: str
    body: Mapping[str, JsonValue]
    sealed: Mapping[str, Any]


def build(statement: Statement, *, after: Head, epoch: int, signer: Signer) -> Entry:
    """The entry that follows ``after``. In a new epoch numbering starts at 1 and ``prev`` names the old epoch's head."""
    seq = after.seq + 1 if epoch == after.epoch else 1
    refuse_floats(statement.body)
    content = {
        "at": statement.at_utc,
        "body": statement.body,
        "epoch": epoch,
        "format": FORMAT,
        "kind": statement.kind,
        "person": statement.person_id,
        "prev": after.hash,
        "sealed": statement.sealed,
        "seq": seq,
        "shop": statement.shop_id,
        "till": statement.till_code,
    }
    exact = canonical(content)
    return Entry(epoch, seq, statement.kind, statement.at_utc, after.hash, hashlib.sha256(exact).hexdigest(), exact, signer.sign(exact))


def refuse_floats(value: object) -> None:
    """A float in the journal is a programmer's mistake: two machines may write it differently."""
    if value is None or isinstance(value, (str, int)):
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            assert isinstance(key, str)
            refuse_floats(inner)
        return
    assert isinstance(value, (list, tuple)), f"not a journal value: {type(value)}"
    for inner in value:
        refuse_floats(inner)
