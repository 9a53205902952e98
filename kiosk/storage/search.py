"""What searching as you type stands on, as DDL for the migrations: products by words, devices by the last characters of a code.

Products: an FTS5 table kept in step with ``product`` by triggers.

``product_search`` stores no text (``content=''``). Its rows are numbered by ``product_search_row`` and not by the hidden
rowid of ``product``, which a VACUUM or a copy into another file may change. ``remove_diacritics 2`` lets *ecran* find
*écran*; ``prefix='1 2 3'`` makes the first letters as fast as the last, also those of a second word. Never ORDER BY rank: that reads every match.

Devices: an index over the last ``TAIL_LENGTH`` characters of each identifier; ``LIKE '%…'`` alone reads the whole table at each key.
"""

from __future__ import annotations

TAIL_LENGTH = 4
TAILS = {name: f"substr({'upper(serial)' if name == 'serial' else name}, -{TAIL_LENGTH})" for name in ("imei", "imei2", "serial", "label_code")}
"""The indexed expressions, by column; a query has to write them in the same words."""

_WORDS = "new.name, new.brand, new.sku, coalesce(new.ean, '')"
_ROW = "(SELECT row_no FROM product_search_row WHERE product_id = {}.id)"
_ADD = f"INSERT INTO product_search (rowid, name, brand, sku, ean) VALUES ({_ROW.format('new')}, {_WORDS});"
_TAKE_OUT = f"DELETE FROM product_search WHERE rowid = {_ROW.format('old')};"

SEARCH_DDL: tuple[str, ...] = (
    "CREATE TABLE product_search_row (row_no INTEGER PRIMARY KEY, product_id TEXT NOT NULL UNIQUE) STRICT",
    "CREATE VIRTUAL TABLE product_search USING fts5("
    "name, brand, sku, ean, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')",
    f"CREATE TRIGGER product_enters_search AFTER INSERT ON product BEGIN INSERT INTO product_search_row (product_id) VALUES (new.id); {_ADD} END",
    f"CREATE TRIGGER product_changes_in_search AFTER UPDATE OF name, brand, sku, ean ON product BEGIN {_TAKE_OUT} {_ADD} END",
    f"CREATE TRIGGER product_leaves_search AFTER DELETE ON product BEGIN {_TAKE_OUT} DELETE FROM product_search_row WHERE product_id = old.id; END",
    *(f"CREATE INDEX unit_by_tail_of_{name} ON unit ({tail})" for name, tail in TAILS.items()),
)
