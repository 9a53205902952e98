"""Statements run by the bare driver do what Core would do: values by name, constants kept, a snapshot for readers, nothing forgotten."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from kiosk.storage.engine import Database, driver
from kiosk.storage.prepared import Prepared, in_list
from kiosk.storage.schema import document, meta

ADD = Prepared(insert(meta))
VALUE_OF = Prepared(select(meta.c.value).where(meta.c.key == bindparam("of_key")))
AFTER = Prepared(select(meta.c.key, meta.c.value).where(meta.c.key > bindparam("key"), meta.c.value != "hidden").order_by(meta.c.key).limit(2))
AMONG = Prepared(select(meta.c.key).where(in_list(meta.c.key, "keys")).order_by(meta.c.key))
CHANGE = Prepared(update(meta).where(meta.c.key == bindparam("of_key")).values({"value": bindparam("value")}))


def test_rows_written_and_read_by_name_with_the_constants_of_the_statement(database: Database) -> None:
    with database.write() as connection:
        ADD.run(connection, {"key": "za", "value": "un"})
        ADD.run_many(connection, [{"key": "zb", "value": "hidden"}, {"key": "zc", "value": "deux"}, {"key": "zd", "value": "trois"}])
        ADD.run_many(connection, [])
        assert CHANGE.run(connection, {"of_key": "zc", "value": "2"}).rowcount == 1
        assert CHANGE.run(connection, {"of_key": "zz", "value": "2"}).rowcount == 0
    with database.read() as connection:
        assert VALUE_OF.first(connection, {"of_key": "za"}).value == "un"
        assert VALUE_OF.first(connection, {"of_key": "zz"}) is None
        assert [(row.key, row.value) for row in AFTER.rows(connection, {"key": "z"})] == [("za", "un"), ("zc", "2")]


@pytest.mark.parametrize(("keys", "found"), [([], []), (["za"], ["za"]), (["zc", "za", "no", "za"], ["za", "zc"])])
def test_a_list_of_any_length_is_one_statement(database: Database, keys: list[str], found: list[str]) -> None:
    with database.write() as connection:
        ADD.run_many(connection, [{"key": key, "value": key} for key in ("za", "zb", "zc")])
        assert [row.key for row in AMONG.rows(connection, {"keys": json.dumps(keys)})] == found


def test_a_value_too_many_or_too_few_is_a_programmers_mistake(database: Database) -> None:
    with database.read() as connection:
        VALUE_OF.first(connection, {"of_key": "za"})
        for values in ({}, {"of_key": "za", "value": "un"}):
            with pytest.raises(AssertionError, match="of_key"):
                VALUE_OF.first(connection, values)


def test_what_it_asks_first_in_a_reading_block_opens_the_snapshot(database: Database) -> None:
    with database.read() as connection:
        assert VALUE_OF.first(connection, {"of_key": "za"}) is None
        with database.write() as writing:
            ADD.run(writing, {"key": "za", "value": "un"})
        assert VALUE_OF.first(connection, {"of_key": "za"}) is None
    with database.read() as connection:
        assert VALUE_OF.first(connection, {"of_key": "za"}).value == "un"


def test_what_it_wrote_goes_back_with_the_transaction(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as connection:
        ADD.run(connection, {"key": "za", "value": "un"})
        raise RuntimeError
    with database.read() as connection:
        assert VALUE_OF.first(connection, {"of_key": "za"}) is None


def test_a_broken_reference_or_a_key_given_twice_is_told_as_such(database: Database) -> None:
    with pytest.raises(IntegrityError, match="UNIQUE"), database.write() as connection:
        ADD.run_many(connection, [{"key": "za", "value": "un"}, {"key": "za", "value": "deux"}])


def test_bytes_are_kept_as_they_are(database: Database) -> None:
    paper = {"id": "d1", "kind": "contract", "number": "C1", "at_utc": "x", "sha256": "00", "media_type": "t", "content": bytes(range(256))}
    with database.write() as connection:
        Prepared(insert(document)).run(connection, paper)
        ((kept,),) = driver(connection).execute("SELECT content FROM document WHERE id = 'd1'").fetchall()
    assert kept == bytes(range(256))
