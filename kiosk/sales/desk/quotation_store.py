"""All SQL of quotations: sealed rows, written once."""

from __future__ import annotations

import re

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select

from kiosk.basics.clock import utc_text
from kiosk.catalogue.service import plain_letters
from kiosk.sales.desk.quotations import Quotation
from kiosk.storage.schema import customer, quotation

FOUND_AT_MOST = 50
_END_OF_NUMBER = re.compile(r"D?0*([0-9]{1,9})")


def add_quotation(connection: Connection, item: Quotation) -> None:
    connection.execute(
        insert(quotation).values(
            id=item.quotation_id, number=item.number, at_utc=utc_text(item.at_local), valid_until=item.valid_until.isoformat(), person_id=item.person_id,
            customer_id=item.customer_id, total_cents=item.total.amount_cents, content=msgspec.json.encode(item).decode(),
        )
    )  # fmt: skip


def quotation_by_number(connection: Connection, number: str) -> Quotation | None:
    content = connection.execute(select(quotation.c.content).where(quotation.c.number == number)).scalar_one_or_none()
    return None if content is None else msgspec.json.decode(content, type=Quotation)


def quotations_like(connection: Connection, typed: str) -> tuple[Quotation, ...]:
    """By number, whole or its end ("D12"), or by words of the customer's name; the newest first, and all when nothing is typed."""
    query = select(quotation.c.content).outerjoin(customer, customer.c.id == quotation.c.customer_id)
    if typed.strip():
        query = query.where(or_(_numbered(typed), _named(typed)))
    rows = connection.execute(query.order_by(quotation.c.at_utc.desc(), quotation.c.number.desc()).limit(FOUND_AT_MOST)).scalars()
    return tuple(msgspec.json.decode(content, type=Quotation) for content in rows)


def quotations_numbered(connection: Connection, typed: str) -> tuple[Quotation, ...]:
    """By number alone, as it is typed where articles are searched too."""
    rows = connection.execute(select(quotation.c.content).where(_numbered(typed)).order_by(quotation.c.number).limit(FOUND_AT_MOST)).scalars()
    return tuple(msgspec.json.decode(content, type=Quotation) for content in rows)


def _numbered(typed: str) -> ColumnElement[bool]:
    text = "".join(typed.upper().split())
    end = _END_OF_NUMBER.fullmatch(text)
    return quotation.c.number.endswith(f"-D{int(end[1]):06d}", autoescape=True) if end else quotation.c.number == text


def _named(typed: str) -> ColumnElement[bool]:
    words = plain_letters(typed).split()
    return and_(customer.c.erased_at_utc.is_(None), *(customer.c.search_text.contains(word, autoescape=True) for word in words))
