"""All SQL of tenders: card intents, vouchers, and the cash that was moved for the same debt before. Rows to nouns; nothing decided here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, insert, select, update

from kiosk.basics.money import Money
from kiosk.sales.cards import AnsweredBy, CardIntent, IntentState
from kiosk.sales.tenders import CASH
from kiosk.sales.vouchers import Voucher, VoucherKind
from kiosk.storage.prepared import Prepared
from kiosk.storage.schema import card_intent, ticket, ticket_tender, voucher

_INTENT = select(card_intent).where(card_intent.c.id == bindparam("intent_id"))
_BY_CODE = select(voucher).where(voucher.c.code == bindparam("voucher_code"))
_BY_ID = select(voucher).where(voucher.c.id == bindparam("voucher_id"))


@dataclass(frozen=True, slots=True)
class DebtLinks:
    """What ties this ticket to earlier ones: the ticket that goods came back from, the devices, the deposits that pay it, the customer today."""

    original_number: str | None
    unit_ids: Collection[str]
    deposit_ids: Collection[str]
    customer_id: str | None
    business_day: str

    @property
    def any(self) -> bool:
        """Whether there can be anything earlier."""
        return bool(self.original_number or self.unit_ids or self.deposit_ids or self.customer_id)


# ── card intents ───────────────────────────────────────────────────────────────────────────────────────────────────
def add_intent(connection: Connection, item: CardIntent) -> None:
    connection.execute(
        insert(card_intent).values(
            id=item.intent_id, basket_id=item.basket_id, amount_cents=item.amount.amount_cents, created_at_utc=item.created_at_utc, state=item.state.value
        )
    )  # fmt: skip


def intent(connection: Connection, intent_id: str) -> CardIntent | None:
    row = connection.execute(_INTENT, {"intent_id": intent_id}).one_or_none()
    return None if row is None else _intent(row)


def intents_without_ticket(connection: Connection) -> tuple[CardIntent, ...]:
    """Asked without an answer, or approved without a ticket; oldest first."""
    states = (IntentState.ASKED.value, IntentState.APPROVED.value)
    query = select(card_intent).where(card_intent.c.state.in_(states), card_intent.c.ticket_id.is_(None)).order_by(card_intent.c.id)
    return tuple(_intent(row) for row in connection.execute(query))


def change_intent(connection: Connection, item: CardIntent) -> None:
    values = {"state": item.state.value, "answered_at_utc": item.answered_at_utc, "reference": item.reference, "ticket_id": item.ticket_id,
              "card_tail": item.card_tail, "answered_by": item.answered_by.value if item.answered_by else None}  # fmt: skip
    connection.execute(update(card_intent).where(card_intent.c.id == item.intent_id).values(values))


# ── vouchers ───────────────────────────────────────────────────────────────────────────────────────────────────────
def voucher_by_code(connection: Connection, code: str) -> Voucher | None:
    return _voucher(connection.execute(_BY_CODE, {"voucher_code": code}).one_or_none())


def voucher_by_id(connection: Connection, voucher_id: str) -> Voucher | None:
    return _voucher(connection.execute(_BY_ID, {"voucher_id": voucher_id}).one_or_none())


def add_voucher(connection: Connection, item: Voucher, *, issued_at_utc: str) -> None:
    """One that this till gives out."""
    connection.execute(
        insert(voucher).values(
            id=item.voucher_id, code=item.code, issued_at_utc=issued_at_utc, origin_id=item.origin_id, holder=item.holder, gen=1, kind=item.kind.value,
            customer_id=item.customer_id, unit_id=item.unit_id, **_worth(item),
        )
    )  # fmt: skip


def change_voucher(connection: Connection, item: Voucher) -> None:
    """What it is worth now; all else about it stays."""
    connection.execute(update(voucher).where(voucher.c.id == item.voucher_id).values(_worth(item)))


# ── cash of the same debt ──────────────────────────────────────────────────────────────────────────────────────────
def cash_of_links(connection: Connection, links: DebtLinks) -> tuple[Money, ...]:
    """What each linked ticket put into the drawer, or took out of it; oldest first. Each link is one search by index: this stands in every sale."""
    kept: dict[int, int] = {}
    for way in _ways(connection, links):
        found: dict[int, int] = {}
        for row_no, change_cents, amount_cents in connection.execute(_CASH_KEPT.where(way)):
            found[row_no] = found.get(row_no, -change_cents) + amount_cents
        kept |= found
    return tuple(Money(kept[row_no]) for row_no in sorted(kept))


_CASH_KEPT = select(ticket.c.row_no, ticket.c.change_cents, ticket_tender.c.amount_cents).join(
    ticket_tender, (ticket_tender.c.ticket_id == ticket.c.id) & (ticket_tender.c.kind == CASH)
)
_DEPOSITS_OF_UNIT = Prepared(select(voucher.c.origin_id).where(voucher.c.unit_id == bindparam("of_unit"), voucher.c.kind == VoucherKind.DEPOSIT.value))
_ORIGINS = select(voucher.c.origin_id).where(voucher.c.id.in_(bindparam("voucher_ids", expanding=True)))


def _ways(connection: Connection, links: DebtLinks) -> list[ColumnElement[bool]]:
    """One condition per link that there is."""
    ways: list[ColumnElement[bool]] = []
    origins: set[str] = set()
    for unit_id in links.unit_ids:
        origins |= {row.origin_id for row in _DEPOSITS_OF_UNIT.rows(connection, {"of_unit": unit_id})}
    if links.deposit_ids:
        origins |= set(connection.execute(_ORIGINS, {"voucher_ids": sorted(links.deposit_ids)}).scalars())
    if origins:
        ways.append(ticket.c.id.in_(sorted(origins)))
    if links.original_number:
        ways += [ticket.c.number == links.original_number, ticket.c.original_number == links.original_number]
    if links.customer_id:
        ways.append((ticket.c.customer_id == links.customer_id) & (ticket.c.business_day == links.business_day))
    return ways


def _worth(item: Voucher) -> dict[str, object]:
    return {
        "amount_cents": item.amount.amount_cents, "balance_cents": item.balance.amount_cents, "bonus_cents": item.bonus.amount_cents, "state": item.state,
        "expires_on": item.expires_on.isoformat() if item.expires_on else None,
    }  # fmt: skip


def _intent(row: Row[Any]) -> CardIntent:
    return CardIntent(
        row.id, row.basket_id, Money(row.amount_cents), row.created_at_utc, IntentState(row.state), row.answered_at_utc, row.reference, row.ticket_id,
        row.card_tail, AnsweredBy(row.answered_by) if row.answered_by else None,
    )  # fmt: skip


def _voucher(row: Row[Any] | None) -> Voucher | None:
    if row is None:
        return None
    return Voucher(
        row.id, row.code, Money(row.amount_cents), Money(row.balance_cents), row.holder, row.state, VoucherKind(row.kind), Money(row.bonus_cents),
        date.fromisoformat(row.expires_on) if row.expires_on else None, row.customer_id, row.unit_id, row.origin_id,
    )  # fmt: skip
