"""Central's HTTP API (Litestar). Every answer that is not 200 is a ``Fault`` with a stable code.

Pushes and pulls are handled as raw bytes: the signature covers exactly what came. A body may be compressed; the signature is
of the compressed body, as sent.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import anyio.to_thread
import msgspec
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromQuery
from sqlalchemy.exc import SQLAlchemyError

from central import feeds
from central.compression import LARGEST_BODY_BYTES, BodyRefused, packed, unpacked
from central.ingest import PushInvalid
from central.limits import BUSY_RETRY_AFTER_S, Full, Gate, GuessLimit
from central.mail import AddressRefused, MailTooLarge, MailUnavailable
from central.pages import receipt_page
from central.selftest import self_test_page
from central.service import Central, FeedUnknown, ForAnotherTill, ProtoTooOld, ShopUnknown, Signed
from central.tills import CodeRefused, KeyRefused, TillRevoked, TillUnknown
from kiosk.errors import KioskError
from kiosk.sync import protocol
from kiosk.sync.past_protocol import FoundUnits
from kiosk.sync.protocol import (
    Cursor,
    Enrol,
    EnrolAnswer,
    Fault,
    ForkAnswer,
    FoundTickets,
    PokeAnswer,
    PullPage,
    PushAnswer,
    ReceiptMailAnswer,
    ReturnAnswer,
    TakenBasket,
)
from kiosk.sync.signing import BadToken, ExpiredToken

log = logging.getLogger(__name__)
Bytes = Response[bytes]
HttpRequest = Request[Any, Any, State]

LONGEST_POKE_S = 30
WATCH_EVERY_S = 0.15
STATUS_OF: dict[type[Exception], int] = {
    BadToken: 401, TillUnknown: 401, TillRevoked: 403, ForAnotherTill: 403, CodeRefused: 403, ProtoTooOld: 426, FeedUnknown: 404, ShopUnknown: 409,
    PushInvalid: 422, KeyRefused: 422, AddressRefused: 422, MailTooLarge: 422, MailUnavailable: 503, BodyRefused: 413, msgspec.DecodeError: 422, Full: 503,
}  # fmt: skip

_CODE_OF_STATUS = {401: "central.token_refused", 422: "central.not_a_message", 500: "central.failed", 503: "central.busy"}


class Watch:
    """One look at the heads every ``WATCH_EVERY_S`` for everybody who waits to be poked."""

    def __init__(self, central: Central, stopping: Callable[[], bool]) -> None:
        self._central = central
        self._stopping = stopping
        self._changed = asyncio.Condition()
        self._ended = asyncio.Event()
        self.found: Mapping[str, Mapping[str, int]] = {}

    def end(self) -> None:
        """Let ``run`` come to its end; cancelling it would leave its thread with an open connection."""
        self._ended.set()

    async def run(self) -> None:
        while not self._ended.is_set():
            try:
                found = await anyio.to_thread.run_sync(self._central.heads)
            except SQLAlchemyError:
                log.exception("cannot read the heads")
                found = self.found
            if found != self.found or self._stopping():
                async with self._changed:
                    self.found = found
                    self._changed.notify_all()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), WATCH_EVERY_S)

    async def newer(self, shop_id: str, than: Mapping[str, int], *, wait_s: float) -> dict[str, int]:
        """The heads of a shop, as soon as one that the till follows is newer than it knows, or the time is over."""

        def news() -> bool:
            return self._stopping() or any(v > than[feed] for feed, v in feeds.heads_for(shop_id, self.found).items() if feed in than)

        with contextlib.suppress(TimeoutError):
            async with self._changed, asyncio.timeout(wait_s):
                await self._changed.wait_for(news)
        return feeds.heads_for(shop_id, self.found)


def create_app(central: Central, *, stopping: Callable[[], bool] = lambda: False) -> Litestar:
    """The API over one ``Central``. Once ``stopping`` says so, those who wait to be poked are answered and go."""
    watch = Watch(central, stopping)

    @contextlib.asynccontextmanager
    async def watching(_app: Litestar) -> AsyncIterator[None]:
        watch.found = await anyio.to_thread.run_sync(central.heads)
        task = asyncio.create_task(watch.run())
        yield
        watch.end()
        await task

    def refused(_request: HttpRequest, error: Exception) -> Bytes:
        return _fault_of(central, error)

    return Litestar(
        [*_upward(central), *_downward(central, watch), *_tills(central), *receipt_page(central.database), *self_test_page()],
        lifespan=[watching],
        exception_handlers={Exception: refused},
        openapi_config=OpenAPIConfig(title="Central inventory", version=f"proto {protocol.PROTO}"),
        request_max_body_size=LARGEST_BODY_BYTES,
        logging_config=None,
    )


def _upward(central: Central) -> list[HTTPRouteHandler]:
    """What tills tell."""
    gate, mails = Gate(), Gate()

    @post("/v1/push", status_code=200, responses={200: ResponseSpec(PushAnswer, generate_examples=False)}, summary="Store journal entries")
    async def push(request: HttpRequest) -> Bytes:
        signed, body = await _signed(request)
        return _reply(request, await gate.run(lambda: central.push(signed, body)))

    @post("/v1/baskets/take", status_code=200, responses={200: ResponseSpec(TakenBasket, generate_examples=False)}, summary="Take up a parked basket")
    async def take_basket(request: HttpRequest) -> Bytes:
        signed, body = await _signed(request)
        return _reply(request, await anyio.to_thread.run_sync(lambda: central.take_basket(signed, body)))

    @post("/v1/tickets/find", status_code=200, responses={200: ResponseSpec(FoundTickets, generate_examples=False)}, summary="Find tickets of the shop")
    async def find_tickets(request: HttpRequest) -> Bytes:
        signed, body = await _signed(request)
        return _reply(request, await anyio.to_thread.run_sync(lambda: central.find_tickets(signed, body)))

    @post("/v1/units/find", status_code=200, responses={200: ResponseSpec(FoundUnits, generate_examples=False)}, summary="Find a device in the chain")
    async def find_units(request: HttpRequest) -> Bytes:
        signed, body = await _signed(request)
        return _reply(request, await anyio.to_thread.run_sync(lambda: central.find_units(signed, body)))

    @post("/v1/returns/ask", status_code=200, responses={200: ResponseSpec(ReturnAnswer, generate_examples=False)}, summary="Ask for a right to take back")
    async def ask_return(request: HttpRequest) -> Bytes:
        signed, body = await _signed(request)
        return _reply(request, await anyio.to_thread.run_sync(lambda: central.ask_return(signed, body)))

    @post(
        "/v1/receipt-mail", status_code=200, responses={200: ResponseSpec(ReceiptMailAnswer, generate_examples=False)}, summary="Mail a receipt, once"
    )
    async def mail_receipt(request: HttpRequest) -> Bytes:
        signed, body = await _signed(request)
        return _reply(request, await mails.run(lambda: central.mail_receipt(signed, body)))

    return [push, take_basket, find_tickets, find_units, ask_return, mail_receipt]


def _downward(central: Central, watch: Watch) -> list[HTTPRouteHandler]:
    """What tills are told."""

    @get("/v1/pull", responses={200: ResponseSpec(PullPage, generate_examples=False)}, summary="A page of a feed after a cursor")
    async def pull(
        request: HttpRequest,
        feed: FromQuery[str],
        v: FromQuery[int] = 0,
        id: FromQuery[str] = "",
        limit: FromQuery[int] = protocol.PAGE_LIMIT_ROWS,
        proto: FromQuery[int] = protocol.PROTO,
    ) -> Bytes:
        signed, _ = await _signed(request)
        after = Cursor(v, id)
        return _reply(request, await anyio.to_thread.run_sync(lambda: central.pull(signed, feed, after, limit=limit, proto=proto)))

    @get("/v1/poke", responses={200: ResponseSpec(PokeAnswer, generate_examples=False)}, summary="Wait until a feed is newer than heads=feed:v,…")
    async def poke(request: HttpRequest, heads: FromQuery[str] = "", wait_s: FromQuery[int] = 0) -> Bytes:
        signed, _ = await _signed(request)
        till = await anyio.to_thread.run_sync(lambda: central.known(signed))
        found = await watch.newer(till.shop_id, _parsed_heads(heads), wait_s=min(wait_s, LONGEST_POKE_S))
        return _reply(request, PokeAnswer(found, central.now_text()))

    @get("/v1/health", summary="Whether central and its database answer")
    async def health() -> dict[str, str | int]:
        await anyio.to_thread.run_sync(central.heads)
        return {"status": "ok", "proto": protocol.PROTO, "server_time_utc": central.now_text()}

    return [pull, poke, health]


def _tills(central: Central) -> list[HTTPRouteHandler]:
    """How tills come to be, and come back after a restore."""
    guesses = GuessLimit()

    @post("/v1/enrol", status_code=200, responses={200: ResponseSpec(EnrolAnswer, generate_examples=False)}, summary="Make a till from a one-time code")
    async def enrol(request: HttpRequest) -> Bytes:
        _, body = await _signed(request)
        address = request.client.host if request.client else ""
        now_ms = central.clock.monotonic_ms()
        if guesses.exceeded(address, now_ms=now_ms):
            return _fault(central, 429, "central.too_many_guesses", retry_after_s=60)
        try:
            return _reply(request, await anyio.to_thread.run_sync(lambda: central.enrol(protocol.decode(body, Enrol))))
        except CodeRefused:
            guesses.note(address, now_ms=now_ms)
            raise

    @post("/v1/fork", status_code=200, responses={200: ResponseSpec(ForkAnswer, generate_examples=False)}, summary="A new epoch for a copied till")
    async def fork(request: HttpRequest) -> Bytes:
        signed, body = await _signed(request)
        return _reply(request, await anyio.to_thread.run_sync(lambda: central.fork(signed, body)))

    return [enrol, fork]


async def _signed(request: HttpRequest) -> tuple[Signed, bytes]:
    """The request with what its signature covers, and its body unpacked."""
    body = await request.body()
    query = request.scope.get("query_string", b"").decode()
    path = request.scope["path"] + (f"?{query}" if query else "")
    token = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    coding = request.headers.get("content-encoding", "")
    return Signed(token, request.method, path, body), unpacked(body, coding)


def _reply(request: HttpRequest, message: msgspec.Struct) -> Bytes:
    body, coding = packed(protocol.encode(message), request.headers.get("accept-encoding", ""))
    return Response(body, media_type="application/json", headers={"Content-Encoding": coding} if coding else {})


def _fault_of(central: Central, error: Exception) -> Bytes:
    """What an error is called outside; one that is not foreseen is logged and called a failure."""
    if isinstance(error, ExpiredToken):
        return _fault(central, 401, "central.clock_differs")
    if isinstance(error, HTTPException):
        return _fault(central, error.status_code, "central.http")
    status = next((status for kind, status in STATUS_OF.items() if isinstance(error, kind)), 500)
    if status == 500:
        log.error("a request failed", exc_info=error)
    code = error.code if isinstance(error, KioskError) else _CODE_OF_STATUS[status]
    return _fault(central, status, code, retry_after_s=BUSY_RETRY_AFTER_S if status == 503 else 0)


def _fault(central: Central, status: int, code: str, *, retry_after_s: int = 0) -> Bytes:
    headers = {"Retry-After": str(retry_after_s)} if retry_after_s else {}
    return Response(protocol.encode(Fault(code, central.now_text())), status_code=status, media_type="application/json", headers=headers)


def _parsed_heads(text: str) -> dict[str, int]:
    """``units:12,levels:7``; what is not understood counts as not known."""
    pairs = (part.split(":", 1) for part in text.split(",") if ":" in part)
    return {feed: int(v) for feed, v in pairs if v.isdecimal()}
