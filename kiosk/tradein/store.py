"""All SQL of the trade-in: sellers, register, purchases, vouchers issued, erasures. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from kiosk.basics.money import Money
from kiosk.storage.schema import erasure, number_series, price_book, register_entry, trade_in, voucher
from kiosk.storage.schema import seller as seller_table
from kiosk.tradein.erasure import Erasure, ErasureMethod
from kiosk.tradein.register import RegisterEntry
from kiosk.tradein.seller import Seller


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeInRow:
    """A purchase as it is kept; ``content`` is the canonical text of its facts, ``facts_sha256`` its hash."""

    trade_in_id: str
    number: str
    session_id: str
    at_utc: str
    business_day: str
    unit_id: str
    register_entry_id: str
    person_id: str
    market_value: Money
    bonus: Money
    paid: Money
    payout: str
    voucher_id: str | None
    facts_sha256: str
    content: str


@dataclass(frozen=True, slots=True)
class PublishedBook:
    """A version of the price book as central published it: the file's very text, its hash, and from when to when. ``problem``: why it was refused."""

    version: str
    valid_from: str
    sha256: str
    content: str
    valid_to: str | None = None
    problem: str | None = None


def put_book(connection: Connection, book: PublishedBook, *, v: int, problem: str | None) -> None:
    """A version once: what an offer may stand on is never written over, only its place in the feed moves on."""
    known = connection.execute(select(price_book.c.id).where(price_book.c.id == book.version)).first()
    if known is not None:
        connection.execute(update(price_book).where(price_book.c.id == book.version).values(v=v))
        return
    connection.execute(
        insert(price_book).values(
            id=book.version, v=v, valid_from=book.valid_from, valid_to=book.valid_to, sha256=book.sha256, content=book.content, problem=problem, told=0
        )
    )


def published_books(connection: Connection) -> tuple[PublishedBook, ...]:
    """Every version that came, in the order in which they begin."""
    return tuple(_book(row) for row in connection.execute(select(price_book).order_by(price_book.c.valid_from, price_book.c.id)))


def untold_books(connection: Connection) -> tuple[PublishedBook, ...]:
    """Those that the journal does not know of yet."""
    return tuple(_book(row) for row in connection.execute(select(price_book).where(price_book.c.told == 0).order_by(price_book.c.v, price_book.c.id)))


def mark_book_told(connection: Connection, version: str) -> None:
    connection.execute(update(price_book).where(price_book.c.id == version).values(told=1))


def _book(row: Row[Any]) -> PublishedBook:
    return PublishedBook(row.id, row.valid_from, row.sha256, row.content, row.valid_to, row.problem)


def put_seller(connection: Connection, seller_id: str, item: Seller, *, salt: str) -> None:
    """A new row, or the same one typed again."""
    values = {
        "surname": item.surname, "first_names": item.first_names, "profession": item.profession, "address": item.address,
        "document_kind": item.document_kind, "document_number": item.document_number, "document_issued_on": item.document_issued_on,
        "document_authority": item.document_authority, "majority_checked": int(item.majority_checked), "salt": salt,
        "company": item.company or None, "seat": item.seat or None,
    }  # fmt: skip
    changed = connection.execute(update(seller_table).where(seller_table.c.id == seller_id).values(values)).rowcount
    if not changed:
        connection.execute(insert(seller_table).values(id=seller_id, erased_at_utc=None, **values))


def seller_by_id(connection: Connection, seller_id: str, *, provenance: str) -> tuple[Seller, str] | None:
    """The identity and its salt; None when unknown or erased."""
    row = connection.execute(select(seller_table).where(seller_table.c.id == seller_id, seller_table.c.erased_at_utc.is_(None))).one_or_none()
    if row is None:
        return None
    return seller_of_row(row, provenance=provenance), row.salt


def seller_of_row(row: Any, *, provenance: str) -> Seller:
    """The noun of a row of ``seller`` that was not erased."""
    return Seller(
        surname=row.surname, first_names=row.first_names, profession=row.profession, address=row.address, document_kind=row.document_kind,
        document_number=row.document_number, document_issued_on=row.document_issued_on, document_authority=row.document_authority,
        provenance=provenance, majority_checked=bool(row.majority_checked), company=row.company or "", seat=row.seat or "", for_company=bool(row.company),
    )  # fmt: skip


def erase_seller(connection: Connection, seller_id: str, *, at_utc: str) -> None:
    """Nothing stays but that somebody was there: who did not sell is not kept."""
    kept = ("id", "majority_checked", "erased_at_utc")
    personal = [str(column.name) for column in seller_table.columns if column.name not in kept]
    connection.execute(update(seller_table).where(seller_table.c.id == seller_id).values(dict.fromkeys(personal) | {"erased_at_utc": at_utc}))


def add_register_entry(connection: Connection, item: RegisterEntry) -> None:
    connection.execute(
        insert(register_entry).values(
            id=item.entry_id, number=item.number, printed_number=item.printed_number, at_utc=item.at_utc, seller_id=item.seller_id,
            seller_hash=item.seller_hash, unit_id=item.unit_id, nature=item.nature, provenance=item.provenance, description=item.description,
            identifiers=item.identifiers, price_cents=item.price.amount_cents, payment_mode=item.payment_mode, corrects_id=item.corrects_id,
            correction_reason=item.correction_reason,
        )
    )  # fmt: skip


def register_entries(connection: Connection) -> tuple[RegisterEntry, ...]:
    """The whole register, in the order in which it was written."""
    return tuple(entry_of_row(row) for row in connection.execute(select(register_entry).order_by(register_entry.c.row_no)))


def entry_of_row(row: Any) -> RegisterEntry:
    """The noun of a row of ``register_entry``."""
    return RegisterEntry(
        entry_id=row.id, number=row.number, printed_number=row.printed_number, at_utc=row.at_utc, seller_id=row.seller_id,
        seller_hash=row.seller_hash, unit_id=row.unit_id, nature=row.nature, provenance=row.provenance, description=row.description,
        identifiers=row.identifiers, price=Money(row.price_cents), payment_mode=row.payment_mode, corrects_id=row.corrects_id,
        correction_reason=row.correction_reason,
    )  # fmt: skip


def add_trade_in(connection: Connection, item: TradeInRow) -> None:
    connection.execute(
        insert(trade_in).values(
            id=item.trade_in_id, number=item.number, session_id=item.session_id, at_utc=item.at_utc, business_day=item.business_day,
            unit_id=item.unit_id, register_entry_id=item.register_entry_id, person_id=item.person_id,
            market_value_cents=item.market_value.amount_cents, bonus_cents=item.bonus.amount_cents, paid_cents=item.paid.amount_cents,
            payout=item.payout, voucher_id=item.voucher_id, facts_sha256=item.facts_sha256, content=item.content,
        )
    )  # fmt: skip


def bought_on(connection: Connection, business_day: str) -> tuple[int, Money]:
    """How many purchases that day, and what was paid for the devices (bonus apart)."""
    query = select(func.count(), func.coalesce(func.sum(trade_in.c.market_value_cents), 0)).where(trade_in.c.business_day == business_day)
    row = connection.execute(query).one()
    return int(row[0]), Money(int(row[1]))


def add_voucher(
    connection: Connection, voucher_id: str, *, code: str, amount: Money, bonus: Money, issued_at_utc: str, origin_id: str, holder: str
) -> None:  # fmt: skip
    """A trade-in credit: ``amount`` is the market value, a tender; ``bonus`` a rebate on what is bought with it (TRD-01)."""
    connection.execute(
        insert(voucher).values(
            id=voucher_id, code=code, amount_cents=amount.amount_cents, balance_cents=amount.amount_cents, bonus_cents=bonus.amount_cents,
            issued_at_utc=issued_at_utc, origin_id=origin_id, holder=holder, gen=1, state="open", kind="trade_in",
        )
    )  # fmt: skip


def cash_paid_to(connection: Connection, seller: Seller, *, business_day: str) -> Money:
    """What the same identity document was paid in cash that day: several devices of one seller are one debt (RCP-08)."""
    same = (seller_table.c.document_kind == seller.document_kind) & (seller_table.c.document_number == seller.document_number)
    entries = select(register_entry.c.id).join(seller_table, register_entry.c.seller_id == seller_table.c.id).where(same)
    query = select(func.coalesce(func.sum(trade_in.c.paid_cents), 0)).where(
        trade_in.c.register_entry_id.in_(entries), trade_in.c.business_day == business_day, trade_in.c.payout == "cash"
    )
    return Money(int(connection.execute(query).scalar_one()))


def add_erasure(connection: Connection, item: Erasure) -> None:
    connection.execute(
        insert(erasure).values(
            id=item.erasure_id, unit_id=item.unit_id, at_utc=item.at_utc, method=item.method.value, tool=item.tool, person_id=item.person_id,
            verified=int(item.verified), content=json.dumps(_said(item), ensure_ascii=False),
        )
    )  # fmt: skip


def erasure_by_id(connection: Connection, erasure_id: str) -> Erasure | None:
    """A certificate of this till; one of another till is known only by its number."""
    row = connection.execute(select(erasure).where(erasure.c.id == erasure_id)).one_or_none()
    return None if row is None else _erasure(row)


def _said(item: Erasure) -> dict[str, str]:
    return {"identifiers": item.identifiers, "tool_version": item.tool_version, "operator": item.operator}


def _erasure(row: Row[Any]) -> Erasure:
    said = json.loads(row.content)
    return Erasure(
        erasure_id=row.id, unit_id=row.unit_id, at_utc=row.at_utc, method=ErasureMethod(row.method), tool=row.tool, person_id=row.person_id,
        verified=bool(row.verified), identifiers=said["identifiers"], tool_version=said.get("tool_version", ""), operator=said.get("operator", ""),
    )  # fmt: skip


def last_number(connection: Connection, series: str) -> int:
    """The last number taken from a series; 0 before the first."""
    found = connection.execute(select(number_series.c.last_number).where(number_series.c.series == series)).scalar_one_or_none()
    return 0 if found is None else int(found)
