"""Versions of the price book: published by central, in force from their day, kept for the offers made on them, refused in words when broken."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.sync import store as sync_store
from kiosk.sync.apply import apply_page
from kiosk.sync.protocol import PRICE_BOOKS, Cursor, FeedRow, PullPage
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.rulefiles import load_bench_rules
from kiosk.tradein.shelf import PriceBooks, problem_of, tell_new_books
from kiosk.tradein.store import PublishedBook, published_books
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, RESOURCES, SELLER, SIGNATURE, Bench, answer_all, build_bench, load_demo_shop

FIRST = (RESOURCES / "pricebook" / "2026-11.toml").read_text("utf-8")
IPHONE_12 = 'name = "iPhone 12"\nstorage_gb = 64\nbase_eur = [186, 180, 167'


def published(version: str, valid_from: str, *changes: tuple[str, str], valid_to: str | None = None) -> PublishedBook:
    """The file's book under another version, with some of its words changed."""
    text = FIRST.replace('version = "2026-11"', f'version = "{version}"').replace('valid_from = "2026-11-01"', f'valid_from = "{valid_from}"')
    for old, new in (("cap_cents", f'valid_to = "{valid_to}"\ncap_cents') if valid_to else ("", ""), *changes):
        assert old in text
        text = text.replace(old, new, 1) if old else text
    return PublishedBook(version, valid_from, hashlib.sha256(text.encode()).hexdigest(), text, valid_to)


def receive(bench: Bench, *books: PublishedBook, v: int = 1) -> None:
    """A page of the feed, as the sync thread takes it in."""
    with bench.database.write() as connection:
        start = sync_store.cursor_of(connection, PRICE_BOOKS)
        rows = tuple(FeedRow(v + at, book.version, msgspec.Raw(msgspec.json.encode(book))) for at, book in enumerate(books))
        page = PullPage(PRICE_BOOKS, start, Cursor(v + len(books), ""), rows, more=True, head_v=v + len(books), rev=1)
        assert apply_page(connection, page, epoch=1) is not None
        tell_new_books(connection, bench.ledger)


@pytest.fixture
def bench(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Bench:
    load_demo_shop(database)
    rules = load_bench_rules(RESOURCES)
    shelf = PriceBooks(rules, database, today=lambda: clock.now_utc().date())
    return build_bench(database, ledger, clock, ids, rules=replace(rules, shelf=shelf))


def told(bench: Bench) -> list[tuple[object, object]]:
    with bench.database.read() as connection:
        entries = bench.ledger.entries_after(connection, 1, 0, limit=10_000)
    bodies = [json.loads(entry.entry)["body"] for entry in entries if entry.kind == "tradein.price_book_received"]
    return [(body["version"], body["problem"]) for body in bodies]


def test_without_central_the_programs_own_file_is_the_version_in_force(bench: Bench) -> None:
    assert (bench.rules.in_force().version, bench.rules.refused()) == ("2026-11", ())


def test_a_published_version_comes_into_force_on_its_day_and_ends_after_its_last(bench: Bench, clock: ManualClock) -> None:
    receive(bench, published("2026-12", "2026-12-01", valid_to="2026-12-24"))
    assert bench.rules.in_force().version == "2026-11"
    clock.set_wall(datetime(2026, 12, 1, 0, 0, tzinfo=UTC))
    assert bench.rules.in_force().version == "2026-12"
    clock.set_wall(datetime(2026, 12, 25, 0, 0, tzinfo=UTC))
    assert bench.rules.in_force().version == "2026-11"
    assert told(bench) == [("2026-12", None)]


def test_an_offer_stands_on_the_version_it_was_made_with_and_the_next_customer_gets_todays(bench: Bench, clock: ManualClock) -> None:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)
    offered = bench.trade_ins.propose(screen.session_id, yanis)
    assert offered.made is not None and (offered.made.pricebook, offered.offer.low) == ("2026-11", Money(18600))
    receive(bench, published("2026-11b", "2026-11-22", (IPHONE_12, IPHONE_12.replace("186, 180, 167", "150, 140, 130"))))
    assert bench.rules.in_force().version == "2026-11b"
    still = bench.trade_ins.screen(screen.session_id)
    assert (still.offer.low, still.price_book) == (Money(18600), "2026-11")
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bought = bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    assert bought.unit.purchase_price == Money(18600)
    after = answer_all(bench, bench.trade_ins.start(ANOTHER_IPHONE_12_64, yanis), yanis)
    assert (after.offer.low, after.price_book) == (Money(15000), "2026-11b")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ((IPHONE_12, IPHONE_12.replace("186, 180, 167", "186, 187, 167")), "unsound"),
        (("part_cents = 1100", "part_cents = -1100"), "unsound"),
        (("floor_cents = 500", "floor_cents = 550"), "unsound"),
        (("floor_cents = 500", "floor_cents = 0"), "unsound"),
        (("floor_cents", "flour_cents"), "unreadable"),
        (('part = "battery"', 'part = "batterie"'), "uncovered"),
    ],
)
def test_a_broken_version_is_refused_and_the_former_stays_in_force(bench: Bench, change: tuple[str, str], why: str) -> None:
    receive(bench, published("2026-11b", "2026-11-10"), published("2026-11c", "2026-11-20", change), v=1)
    assert bench.rules.in_force().version == "2026-11b"
    assert [(book.version, book.why) for book in bench.rules.refused()] == [("2026-11c", why)]


def test_a_version_whose_content_is_not_what_its_hash_says_is_refused_and_journaled(bench: Bench) -> None:
    book = published("2026-11b", "2026-11-10")
    receive(bench, replace(book, content=book.content.replace("[186,", "[986,", 1)))
    assert (bench.rules.in_force().version, [refused.why for refused in bench.rules.refused()]) == ("2026-11", ["altered"])
    assert told(bench) == [("2026-11b", "altered")]
    assert problem_of(replace(book, valid_from="2026-11-09")) == "dates"


def test_a_version_that_came_is_never_written_over(bench: Bench) -> None:
    first = published("2026-11b", "2026-11-10")
    receive(bench, first)
    receive(bench, published("2026-11b", "2026-11-10", (IPHONE_12, IPHONE_12.replace("186, 180, 167", "286, 180, 167"))), v=5)
    with bench.database.read() as connection:
        assert [book.sha256 for book in published_books(connection)] == [first.sha256]
    assert told(bench) == [("2026-11b", None)]


def test_the_file_of_the_program_reads_as_it_did() -> None:
    rules = load_bench_rules(RESOURCES)
    book = rules.pricebook
    assert (book.version, book.valid_from, book.valid_to, book.minutes["smartphone", "battery"]) == ("2026-11", "2026-11-01", None, 10)
    assert book.is_in_force(date(2026, 11, 1).isoformat()) and not book.is_in_force("2026-10-31")
    assert book.sha256 == hashlib.sha256(Path(RESOURCES / "pricebook" / "2026-11.toml").read_bytes()).hexdigest()
