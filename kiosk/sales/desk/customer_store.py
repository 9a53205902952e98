"""All SQL of customers. The row is the only place that knows who somebody is; erasing empties it."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from kiosk.catalogue.service import plain_letters
from kiosk.documents.store import forget_papers
from kiosk.sales import delivery_store
from kiosk.sales.desk.customers import Customer, Details
from kiosk.storage.schema import customer, quotation

FOUND_AT_MOST = 20


def add_customer(connection: Connection, item: Customer, *, salt: str, person_id: str) -> None:
    connection.execute(
        insert(customer).values(id=item.customer_id, created_at_utc=item.created_at_utc, person_id=person_id, salt=salt, **_values(item))
    )


def change_customer(connection: Connection, item: Customer) -> None:
    connection.execute(update(customer).where(customer.c.id == item.customer_id).values(**_values(item)))


def erase_customer(connection: Connection, customer_id: str, *, at_utc: str) -> None:
    """Nothing is left but the id, for the sealed documents that name it; receipts that wait to be mailed and printed quotations go with it."""
    email = connection.execute(select(customer.c.email).where(customer.c.id == customer_id)).scalar_one()
    delivery_store.forget_customer(connection, customer_id, email=email or "", at_utc=at_utc)
    forget_papers(connection, select(quotation.c.id).where(quotation.c.customer_id == customer_id))
    empty = dict.fromkeys(
        ("full_name", "email", "phone", "company", "siren", "vat_number", "address", "marketing_consent_at_utc", "marketing_text", "salt")
    )
    connection.execute(update(customer).where(customer.c.id == customer_id).values(**empty, search_text="", erased_at_utc=at_utc))


def customer_by_id(connection: Connection, customer_id: str) -> Customer | None:
    row = connection.execute(select(customer).where(customer.c.id == customer_id)).one_or_none()
    return None if row is None else _customer(row)


def customer_by_email(connection: Connection, email: str) -> Customer | None:
    """The first who gave this address; capitals do not matter."""
    query = select(customer).where(func.lower(customer.c.email) == email.lower(), customer.c.erased_at_utc.is_(None))
    row = connection.execute(query.order_by(customer.c.id).limit(1)).one_or_none()
    return None if row is None else _customer(row)


def salt_of(connection: Connection, customer_id: str) -> str:
    return str(connection.execute(select(customer.c.salt).where(customer.c.id == customer_id)).scalar_one() or "")


def customers_like(connection: Connection, typed: str) -> tuple[Customer, ...]:
    """Those whose name, company, e-mail or phone has every typed word in it; the newest when nothing is typed."""
    query = select(customer).where(customer.c.erased_at_utc.is_(None)).limit(FOUND_AT_MOST)
    for word in _words(typed):
        query = query.where(customer.c.search_text.contains(word, autoescape=True))
    order = (customer.c.search_text, customer.c.id) if typed.strip() else (customer.c.created_at_utc.desc(), customer.c.id.desc())
    return tuple(_customer(row) for row in connection.execute(query.order_by(*order)))


def customers_who_want_offers(connection: Connection) -> tuple[Customer, ...]:
    query = select(customer).where(customer.c.marketing_consent_at_utc.is_not(None), customer.c.erased_at_utc.is_(None), customer.c.email.is_not(None))
    return tuple(_customer(row) for row in connection.execute(query.order_by(customer.c.id)))


def _words(typed: str) -> list[str]:
    """Figures of a telephone number are one word, however they were spaced."""
    plain = plain_letters(typed)
    return [re.sub(r"[\s.\-()/]", "", plain)] if re.fullmatch(r"[+0-9\s.\-()/]+", plain) else plain.split()


def _values(item: Customer) -> dict[str, Any]:
    details = item.details
    return {
        "full_name": details.full_name or None, "email": details.email or None, "phone": details.phone or None, "company": details.company or None,
        "siren": details.siren or None, "vat_number": details.vat_number or None, "address": details.address or None,
        "marketing_consent_at_utc": item.consented_at_utc, "marketing_text": item.consent_version,
        "search_text": plain_letters(" ".join((details.full_name, details.company, details.email, details.phone))),
    }  # fmt: skip


def _customer(row: Row[Any]) -> Customer:
    details = Details(
        row.full_name or "", row.email or "", row.phone or "", row.company or "", row.siren or "", row.vat_number or "", row.address or ""
    )
    return Customer(row.id, details, row.created_at_utc, row.marketing_consent_at_utc, row.marketing_text, row.erased_at_utc)
