"""Every table of central, for SQLite and PostgreSQL. A change here needs a migration in ``central/migrations/versions``.

The shop comes first in every key, ids are made at the edge, nothing is numbered by a database sequence, and order is the
per-scope ``v``: so shops can be spread over machines later without changing the protocol. Text compares by bytes (collation
C), as SQLite does. No table has a place for the identity of a seller or a customer.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, MetaData, Table, Text
from sqlalchemy.dialects import postgresql

metadata = MetaData()

CHAIN = "chain"


def _text(name: str, *, key: bool = False, null: bool = False) -> Column[object]:
    return Column(name, Text().with_variant(postgresql.TEXT(collation="C"), "postgresql"), primary_key=key, nullable=null)


def _int(name: str, *, key: bool = False, null: bool = False) -> Column[object]:
    return Column(name, BigInteger, primary_key=key, nullable=null, autoincrement=False)


def _blob(name: str) -> Column[object]:
    return Column(name, LargeBinary, nullable=False)


# ── what goes down ─────────────────────────────────────────────────────────────────────────────────────────────────
# A scope is a shop's id, or CHAIN for what all shops share. Its head row is locked by whoever writes rows of the scope.
scope_head = Table("scope_head", metadata, _text("scope", key=True), _int("v"))
feed_head = Table("feed_head", metadata, _text("scope", key=True), _text("feed", key=True), _int("v"), _int("rev"))
feed_row = Table("feed_row", metadata, _text("scope", key=True), _text("feed", key=True), _text("id", key=True), _int("v"), _text("content"))
Index("feed_row_by_v", feed_row.c.scope, feed_row.c.feed, feed_row.c.v, feed_row.c.id)

# ── what the chain publishes ───────────────────────────────────────────────────────────────────────────────────────
price_book = Table(
    "price_book", metadata, _text("version", key=True), _text("valid_from"), _text("valid_to", null=True), _text("sha256"), _text("content"),
    _text("published_at_utc"),
)  # fmt: skip

# ── tills ──────────────────────────────────────────────────────────────────────────────────────────────────────────
till = Table("till", metadata, _text("shop_id", key=True), _text("till_code", key=True), _int("epoch"), _text("enrolled_at_utc"))
till_key = Table(
    "till_key", metadata, _text("shop_id", key=True), _text("till_code", key=True), _text("key_id", key=True), _blob("public_key"),
    _int("epoch"), _text("enrolled_at_utc"), _text("revoked_at_utc", null=True),
)  # fmt: skip
enrolment_code = Table(
    "enrolment_code", metadata, _text("code_sha256", key=True), _text("shop_id"), _text("till_code"), _text("expires_at_utc"),
    _text("used_by_key_id", null=True),
)  # fmt: skip
fork_answer = Table(
    "fork_answer", metadata, _text("shop_id", key=True), _text("till_code", key=True), _text("nonce", key=True), _int("epoch"), _int("known_seq"),
    _text("known_hash"), _text("answered_at_utc"),
)  # fmt: skip

# ── what comes up ──────────────────────────────────────────────────────────────────────────────────────────────────
till_head = Table(
    "till_head", metadata, _text("shop_id", key=True), _text("till_code", key=True), _int("epoch", key=True), _int("last_seq"), _text("last_hash"),
)  # fmt: skip
entry = Table(
    "entry", metadata, _text("shop_id", key=True), _text("till_code", key=True), _int("epoch", key=True), _int("seq", key=True), _text("kind"),
    _text("at_utc"), _text("hash"), _blob("entry"), _blob("signature"), _text("received_at_utc"),
)  # fmt: skip
Index("entry_by_hash", entry.c.shop_id, entry.c.hash, unique=True)
verdict = Table(
    "verdict", metadata, _text("shop_id", key=True), _text("till_code", key=True), _int("epoch", key=True), _int("seq", key=True), _text("verdict"),
    _text("reason", null=True), _text("detail", null=True), _text("at_utc"), _text("resolved_at_utc", null=True),
)  # fmt: skip

# ── receipts ───────────────────────────────────────────────────────────────────────────────────────────────────────
receipt_key = Table(
    "receipt_key", metadata, _text("shop_id", key=True), _text("till_code", key=True), _text("key_id", key=True), _text("public_key_pem"),
    _text("published_at_utc"),
)  # fmt: skip
# What was mailed, so that it is mailed once; never to whom.
receipt_mail = Table("receipt_mail", metadata, _text("shop_id", key=True), _text("delivery_id", key=True), _text("till_code"), _text("sent_at_utc"))

# ── projections ────────────────────────────────────────────────────────────────────────────────────────────────────
ticket = Table(
    "ticket", metadata, _text("shop_id", key=True), _text("number", key=True), _text("till_code"), _int("epoch"), _int("seq"), _text("kind"),
    _text("at_utc"), _int("total_cents"), _text("content"),
)  # fmt: skip
# How a ticket is found again: ``unit:`` a device on it, ``card:`` the end of a card that paid, ``day:`` the shop's day.
ticket_mark = Table("ticket_mark", metadata, _text("shop_id", key=True), _text("mark", key=True), _text("number", key=True))
# How a device is found again in any shop: ``imei:`` and ``serial:`` of each unit that a shop ever had.
unit_mark = Table("unit_mark", metadata, _text("mark", key=True), _text("shop_id", key=True), _text("unit_id", key=True))
lengthening = Table(
    "lengthening", metadata, _text("shop_id", key=True), _text("line_id", key=True), _text("till_code", key=True), _int("epoch", key=True),
    _int("seq", key=True), _text("reason"), _int("days"),
)  # fmt: skip
closing = Table(
    "closing", metadata, _text("shop_id", key=True), _text("till_code", key=True), _int("epoch", key=True), _int("seq", key=True), _text("period"),
    _int("number"), _text("at_utc"), _int("total_cents"), _text("content"),
)  # fmt: skip
