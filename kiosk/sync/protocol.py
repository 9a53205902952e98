"""The messages between a till and central, version 1. Shared by both sides; golden files in ``tests/data/protocol`` pin them.

Rules of change: inside one ``proto`` fields are only added, each with a default; a field is never renamed or given another
meaning. Entries travel as the signed bytes that the till wrote: nobody re-serialises them. Feed rows are the JSON of the
nouns, kept raw here, because only the till needs to know what is in them.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

PROTO = 1
OLDEST_SERVED_PROTO = 1
PUSH_LIMIT_ENTRIES = 200
PUSH_LIMIT_BYTES = 256 * 1024
PAGE_LIMIT_ROWS = 2000
CLOSING_ID = "~"

RETURNS = "returns"
PRICE_BOOKS = "price_books"
LESSONS = "lessons"
PASSPORTS = "passports"
PARCELS = "parcels"
SHOPS = "shops"
CHAIN_FEEDS = ("device_models", "products", PRICE_BOOKS, LESSONS, SHOPS)
SHOP_FEEDS = ("shop", "people", "units", "levels", "baskets", RETURNS, PASSPORTS, PARCELS)
FEEDS = ("shop", "people", "device_models", "products", "units", "levels", "baskets", RETURNS, PRICE_BOOKS, LESSONS, PASSPORTS, PARCELS, SHOPS)


class Cursor(msgspec.Struct, frozen=True, order=True):
    """How far a feed has been taken in: every row up to (v, id). ``CLOSING_ID`` stands after every id of its ``v``."""

    v: int = 0
    id: str = ""


class SignedEntry(msgspec.Struct, frozen=True):
    """One journal entry as the till wrote it, and the till's Ed25519 signature of it."""

    entry: bytes
    signature: bytes


class Push(msgspec.Struct, frozen=True):
    """Entries ``first_seq``… of one epoch, in order; ``prev_hash`` is the hash of the entry before the first."""

    shop_id: str
    till_code: str
    epoch: int
    first_seq: int
    prev_hash: str
    entries: tuple[SignedEntry, ...]
    proto: int = PROTO


class Verdict(msgspec.Struct, frozen=True):
    """What central made of one entry: ``applied``, ``kept`` (a kind it does not project), or ``review`` with its reason."""

    seq: int
    verdict: str
    reason: str | None = None


class PushAnswer(msgspec.Struct, frozen=True):
    """``outcome``: ``stored``, ``gap`` (send again after ``acked_seq``) or ``fork`` (another journal has these numbers).

    ``acked_hash`` is the hash of central's entry at ``acked_seq``; "" when there is none yet.
    """

    epoch: int
    acked_seq: int
    acked_hash: str
    outcome: str
    head_v: int
    server_time_utc: str
    verdicts: tuple[Verdict, ...] = ()
    proto: int = PROTO


class FeedRow(msgspec.Struct, frozen=True):
    """One row of a feed: its version, its key and the JSON of the noun."""

    v: int
    id: str
    row: msgspec.Raw


class PullPage(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """Rows after ``from`` up to ``to``. The last page (``more`` false) carries the digest of the whole feed.

    ``own_epoch`` and ``own_seq`` say up to where the asking till's own journal is in these rows: what it wrote after that
    it must not let them undo.
    """

    feed: str
    start: Cursor
    end: Cursor
    rows: tuple[FeedRow, ...]
    more: bool
    head_v: int
    rev: int
    digest: str | None = None
    own_epoch: int = 0
    own_seq: int = 0
    proto: int = PROTO


class PokeAnswer(msgspec.Struct, frozen=True):
    """The newest ``v`` of every feed of this shop; never data."""

    heads: dict[str, int]
    server_time_utc: str
    proto: int = PROTO


class Enrol(msgspec.Struct, frozen=True):
    """A new till asks to be known: one-time code and its public key (raw Ed25519, 32 bytes). Repeating it is harmless."""

    code: str
    public_key: bytes
    proto: int = PROTO


class EnrolAnswer(msgspec.Struct, frozen=True):
    """Who the till is from now on; ``shop`` is the JSON of the shop's settings."""

    shop_id: str
    till_code: str
    epoch: int
    central_public_key: bytes
    shop: msgspec.Raw
    server_time_utc: str
    proto: int = PROTO


class Fork(msgspec.Struct, frozen=True):
    """A till that found itself to be a restored or cloned copy asks for a new epoch; ``nonce`` makes the asking repeatable."""

    nonce: str
    epoch: int
    head_seq: int
    head_hash: str
    proto: int = PROTO


class ForkAnswer(msgspec.Struct, frozen=True):
    """The new epoch, and the last entry of the old one that central knows."""

    epoch: int
    known_seq: int
    known_hash: str
    server_time_utc: str
    proto: int = PROTO


class TakeBasket(msgspec.Struct, frozen=True):
    """A till wants to take up a basket that waits on another. Repeating it is harmless."""

    basket_id: str
    proto: int = PROTO


class TakenBasket(msgspec.Struct, frozen=True):
    """``taken``: it is the asking till's now, and ``basket`` is its content as it was parked. Else ``by`` says which till has it ("" when nobody)."""

    taken: bool
    by: str
    server_time_utc: str
    basket: dict[str, Any] | None = None
    proto: int = PROTO


class FindTickets(msgspec.Struct, frozen=True):
    """A till looks for tickets of its shop: by number, by devices, by the end of a card, by day and amount; whatever is named must hold."""

    number: str = ""
    unit_ids: tuple[str, ...] = ()
    card_tail: str = ""
    day: str = ""
    total_cents: int | None = None
    proto: int = PROTO


class SoldTicket(msgspec.Struct, frozen=True):
    """A ticket in short; ``held_by`` is the till that may take goods of it back. Of a device that was asked for: which it is, whether it came back, and
    what repairs added (reason, days).
    """

    number: str
    till_code: str
    held_by: str
    at_utc: str
    business_day: str
    kind: str
    due_cents: int
    first_label: str
    line_count: int
    unit_id: str = ""
    unit_label: str = ""
    came_back: bool = False
    lengthened: tuple[tuple[str, int], ...] = ()


class FoundTickets(msgspec.Struct, frozen=True):
    """Newest first."""

    tickets: tuple[SoldTicket, ...]
    server_time_utc: str
    proto: int = PROTO


class AskReturn(msgspec.Struct, frozen=True):
    """A till wants the right to take back what a ticket sold, or ``withdraw`` its wish. Repeating it is harmless."""

    number: str
    withdraw: bool = False
    proto: int = PROTO


class ReturnAnswer(msgspec.Struct, frozen=True):
    """``holder`` is the till that has the right now, "" for a ticket that is not known; the feed ``returns`` says when it changes hands."""

    holder: str
    server_time_utc: str
    proto: int = PROTO


class ReceiptMail(msgspec.Struct, frozen=True):
    """A receipt for central to mail. ``delivery_id`` makes it one mail however often it is asked; central keeps neither address nor content."""

    delivery_id: str
    to: str
    subject: str
    text: str
    pdf_name: str
    pdf: bytes
    proto: int = PROTO


class ReceiptMailAnswer(msgspec.Struct, frozen=True):
    """``outcome``: ``sent``, or ``already_sent`` when an earlier answer got lost."""

    delivery_id: str
    outcome: str
    server_time_utc: str
    proto: int = PROTO


class Fault(msgspec.Struct, frozen=True):
    """The body of every answer that is not 200: a stable code and central's time (a till's clock may be wrong)."""

    code: str
    server_time_utc: str
    oldest_proto: int = OLDEST_SERVED_PROTO
    proto: int = PROTO


M = TypeVar("M", bound=msgspec.Struct)


def encode(message: msgspec.Struct) -> bytes:
    """A message as compact JSON."""
    return msgspec.json.encode(message)


def decode(data: bytes, kind: type[M]) -> M:
    """Read a message; ``msgspec.DecodeError`` (also for a wrong type or a missing field) on anything else."""
    return msgspec.json.decode(data, type=kind)


def feed_digest(count: int, sum_v: int, sum_squares: int) -> str:
    """What both sides compare after the last page: how many rows, the sum of their ``v`` and of (v mod 65521)²."""
    return f"{count}:{sum_v}:{sum_squares}"


DIGEST_SQL = "count(*), coalesce(sum(v), 0), coalesce(sum((v % 65521) * (v % 65521)), 0)"
