"""Publishes versions of the trade-in price book to every shop of the chain. A version once published is never another."""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select

from central import feeds
from central.schema import CHAIN, price_book
from kiosk.basics.clock import utc_text
from kiosk.errors import Refused
from kiosk.sync.protocol import PRICE_BOOKS
from kiosk.tradein.bookfile import read_pricebook
from kiosk.tradein.store import PublishedBook


class VersionTaken(Refused):
    """Another content was published under this version: offers already stand on it."""

    code = "central.price_book_version_taken"


def publish(connection: Connection, content: bytes, *, name: str, now_utc: datetime) -> PublishedBook:
    """Check a price book and send it down; the same one again changes nothing. BadRuleFile, BadPriceBook, VersionTaken."""
    read = read_pricebook(content, name=name)
    book = PublishedBook(read.version, read.valid_from, read.sha256, content.decode(), read.valid_to)
    known = connection.execute(select(price_book.c.sha256).where(price_book.c.version == book.version)).scalar_one_or_none()
    if known == book.sha256:
        return book
    if known is not None:
        raise VersionTaken(version=book.version)
    connection.execute(
        insert(price_book).values(
            version=book.version, valid_from=book.valid_from, valid_to=book.valid_to, sha256=book.sha256, content=book.content,
            published_at_utc=utc_text(now_utc),
        )
    )  # fmt: skip
    feeds.put_rows(connection, CHAIN, PRICE_BOOKS, {book.version: msgspec.json.encode(book)}, v=feeds.next_version(connection, CHAIN))
    return book
