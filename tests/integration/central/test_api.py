"""Central behind real HTTP on loopback: enrolment, signatures, pages, pokes, and what it says when it says no."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any, TypeVar

import pytest

from central import feeds, limits, tills
from central.database import CentralDatabase
from central.service import Central
from kiosk.basics.clock import ManualClock
from kiosk.errors import KioskError
from kiosk.journal.keys import TillKey
from kiosk.sync.client import CentralBusy, CentralClient, CentralFailed, EnrolmentRefused
from kiosk.sync.machine import Failure
from kiosk.sync.protocol import CHAIN_FEEDS, CLOSING_ID, FEEDS, Cursor, Fork
from kiosk.sync.signing import Claim
from tests.integration.central.house import PaperTill, sale, serving

T = TypeVar("T")
TIMEOUT_S = 10.0


@pytest.fixture
def url(central: Central) -> Iterator[str]:
    with serving(central) as address:
        yield address


class Caller:
    """A till's client, with or without the identity that central expects."""

    def __init__(self, url: str, clock: ManualClock, key: TillKey, claim: Claim | None = None) -> None:
        self._url, self._clock, self._key, self._claim = url, clock, key, claim

    def __call__(self, work: Callable[[CentralClient], Awaitable[T]]) -> T:
        async def run() -> T:
            client = CentralClient(self._url, clock=self._clock, key=self._key, claim=self._claim)
            try:
                return await work(client)
            finally:
                await client.close()

        return asyncio.run(run())

    def pulled(self, feed: str, after: Cursor = Cursor()) -> Any:  # noqa: B008 (a frozen value)
        return self(lambda client: client.pull(feed, after, timeout_s=TIMEOUT_S))

    def failure(self, work: Callable[[CentralClient], Awaitable[object]]) -> CentralFailed:
        with pytest.raises(CentralFailed) as failed:
            self(work)
        return failed.value


@pytest.fixture
def call(url: str, clock: ManualClock, till: PaperTill) -> Caller:
    return Caller(url, clock, till.key, Claim("L01", "K2", till.key.public.key_id))


def new_code(database: CentralDatabase, clock: ManualClock, till_code: str = "K1") -> str:
    with database.write() as connection:
        return tills.new_code(connection, "L01", till_code, now_utc=clock.now_utc())


def test_a_code_makes_a_till_and_the_lost_answer_may_be_asked_for_again(url: str, central_database: CentralDatabase, clock: ManualClock) -> None:
    code = new_code(central_database, clock)
    newcomer = Caller(url, clock, TillKey(bytes(range(3, 35))))
    first = newcomer(lambda client: client.enrol(code.lower().replace("-", " ")))
    assert (first.shop_id, first.till_code, first.epoch, len(first.central_public_key)) == ("L01", "K1", 1, 32)
    assert json.loads(bytes(first.shop))["header"]["name"] == "Nantes Crébillon"
    assert newcomer(lambda client: client.enrol(code)).epoch == 1


def test_a_code_works_once(url: str, central_database: CentralDatabase, clock: ManualClock) -> None:
    code = new_code(central_database, clock)
    Caller(url, clock, TillKey(bytes(range(3, 35))))(lambda client: client.enrol(code))
    with pytest.raises(EnrolmentRefused):
        Caller(url, clock, TillKey(bytes(range(4, 36))))(lambda client: client.enrol(code))


def test_a_code_dies_after_a_quarter_of_an_hour_and_when_another_is_made(url: str, central_database: CentralDatabase, clock: ManualClock) -> None:
    newcomer = Caller(url, clock, TillKey(bytes(range(3, 35))))
    for code in (new_code(central_database, clock), new_code(central_database, clock)):
        clock.advance(seconds=1)
        last = code
    first_of_two = new_code(central_database, clock)
    new_code(central_database, clock)
    with pytest.raises(EnrolmentRefused):
        newcomer(lambda client: client.enrol(first_of_two))
    last = new_code(central_database, clock)
    clock.advance(seconds=15 * 60)
    with pytest.raises(EnrolmentRefused):
        newcomer(lambda client: client.enrol(last))


def test_guessing_codes_is_stopped(url: str, clock: ManualClock) -> None:
    guesser = Caller(url, clock, TillKey(bytes(range(3, 35))))
    told: list[type[KioskError]] = []
    for _ in range(limits.GUESSES_PER_WINDOW + 1):
        with pytest.raises((EnrolmentRefused, CentralBusy)) as refused:
            guesser(lambda client: client.enrol("AAAA-AAAA-AAAA"))
        told.append(refused.type)
    assert told == [EnrolmentRefused] * limits.GUESSES_PER_WINDOW + [CentralBusy]


def test_a_till_that_enrols_again_has_a_new_epoch_and_its_old_key_is_refused(
    call: Caller, url: str, central_database: CentralDatabase, clock: ManualClock
) -> None:
    code = new_code(central_database, clock, "K2")
    assert Caller(url, clock, TillKey(bytes(range(5, 37))))(lambda client: client.enrol(code)).epoch == 2
    failed = call.failure(lambda client: client.pull("people", Cursor(), timeout_s=TIMEOUT_S))
    assert (failed.failure, failed.reason) == (Failure.REFUSED, "central.till_revoked")


def test_a_page_holds_the_rows_of_the_shop_and_the_digest_of_the_feed(call: Caller) -> None:
    page = call.pulled("products")
    assert [row.id for row in page.rows] == ["pr-cable", "pr-iphone13"]
    assert (page.more, page.end, page.digest) == (False, Cursor(1, CLOSING_ID), "2:2:2")
    again = call.pulled("products", page.end)
    assert (again.rows, again.end, again.digest) == ((), page.end, page.digest)


def test_a_page_says_up_to_which_of_the_tills_own_entries_it_shows(call: Caller, till: PaperTill) -> None:
    assert (call.pulled("units").own_epoch, call.pulled("units").own_seq) == (1, 0)
    till.write("till.started", {})
    till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"]))
    call(lambda client: client.push(till.push(), timeout_s=TIMEOUT_S))
    assert call.pulled("units").own_seq == 2


def test_pages_follow_one_another_without_hole_or_double(call: Caller, central_database: CentralDatabase) -> None:
    with central_database.write() as connection:
        v = feeds.next_version(connection, "L01")
        feeds.put_rows(connection, "L01", "people", {f"p-{number:05d}": b"{}" for number in range(4500)}, v=v)
    seen, cursor, more = [], Cursor(), True
    while more:
        page = call.pulled("people", cursor)
        seen += [row.id for row in page.rows]
        cursor, more = page.end, page.more
    assert (len(seen), len(set(seen))) == (4501, 4501)
    assert cursor == Cursor(v, CLOSING_ID)


def test_a_poke_waits_until_there_is_news(call: Caller, till: PaperTill) -> None:
    known = call(lambda client: client.poke({}, wait_s=0, timeout_s=TIMEOUT_S)).heads
    assert set(known) == set(FEEDS)
    till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"]))

    async def both(client: CentralClient) -> Any:
        waiting = asyncio.create_task(client.poke(known, wait_s=25, timeout_s=40))
        await client.push(till.push(), timeout_s=TIMEOUT_S)
        return await waiting

    heads = call(both).heads
    assert heads["units"] > known["units"]
    assert {feed: heads[feed] for feed in (*CHAIN_FEEDS, "people", "shop")} == {feed: known[feed] for feed in (*CHAIN_FEEDS, "people", "shop")}


def test_a_till_whose_clock_is_years_off_still_syncs(url: str, clock: ManualClock, till: PaperTill) -> None:
    wrong = ManualClock(clock.now_utc() - timedelta(days=900))
    assert Caller(url, wrong, till.key, Claim("L01", "K2", till.key.public.key_id)).pulled("people").rows


@pytest.mark.parametrize(
    ("claim", "secret"),
    [
        (None, bytes(range(32))),
        (("L01", "K9"), bytes(range(32))),
        (("L01", "K2"), bytes(range(7, 39))),
    ],
    ids=["no signature", "a till nobody knows", "a key nobody knows"],
)
def test_a_stranger_gets_nothing(url: str, clock: ManualClock, till: PaperTill, claim: tuple[str, str] | None, secret: bytes) -> None:
    key = TillKey(secret)
    stranger = Caller(url, clock, key, Claim(*claim, key.public.key_id) if claim else None)
    assert stranger.failure(lambda client: client.pull("people", Cursor(), timeout_s=TIMEOUT_S)).failure is Failure.REFUSED


def test_a_till_may_not_push_for_another(call: Caller, central_database: CentralDatabase, clock: ManualClock) -> None:
    other = PaperTill("L01", "K1", secret=bytes(range(1, 33)))
    with central_database.write() as connection:
        other.enrol_at(connection, clock=clock)
    other.write("till.started", {})
    failed = call.failure(lambda client: client.push(other.push(), timeout_s=TIMEOUT_S))
    assert (failed.failure, failed.reason) == (Failure.REFUSED, "central.for_another_till")


def test_a_restored_till_gets_one_new_epoch_however_often_it_asks(call: Caller, till: PaperTill) -> None:
    last = till.write("till.started", {})
    call(lambda client: client.push(till.push(), timeout_s=TIMEOUT_S))
    ask = Fork("nonce-1", 1, 1, "ab" * 32)
    answers = [call(lambda client: client.fork(ask, timeout_s=TIMEOUT_S)) for _ in range(2)]
    assert [(answer.epoch, answer.known_seq, answer.known_hash) for answer in answers] == [(2, 1, last.hash)] * 2
    assert call(lambda client: client.fork(Fork("nonce-2", 2, 0, ""), timeout_s=TIMEOUT_S)).epoch == 3


def test_central_says_it_is_well_and_describes_itself(url: str) -> None:
    with urllib.request.urlopen(f"{url}/v1/health", timeout=TIMEOUT_S) as answer:
        assert json.load(answer)["status"] == "ok"
    with urllib.request.urlopen(f"{url}/schema/openapi.json", timeout=TIMEOUT_S) as answer:
        assert {"/v1/push", "/v1/pull", "/v1/poke", "/v1/enrol", "/v1/fork"} <= set(json.load(answer)["paths"])


@pytest.mark.parametrize(
    ("path", "body", "headers", "status", "code"),
    [
        ("/v1/enrol", b"<html>", {}, 422, "central.not_a_message"),
        ("/v1/enrol", b"not zstd", {"Content-Encoding": "zstd"}, 413, "central.body_refused"),
        ("/v1/enrol", b"x", {"Content-Encoding": "rot13"}, 413, "central.body_refused"),
        ("/v1/push", b"", {"Authorization": "Bearer a.b.c"}, 401, "central.token_refused"),
        ("/v1/nothing", b"", {}, 404, "central.http"),
    ],
)
def test_bad_requests_are_named_by_a_code(url: str, path: str, body: bytes, headers: dict[str, str], status: int, code: str) -> None:
    request = urllib.request.Request(url + path, data=body, headers=headers, method="POST")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=TIMEOUT_S)
    with refused.value:
        assert (refused.value.code, json.load(refused.value)["code"]) == (status, code)
