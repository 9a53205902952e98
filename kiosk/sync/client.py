"""Talks HTTP to central; the only file that knows httpx. Whatever goes wrong out there becomes one of four failures here.

One client per kiosk with explicit timeouts. It never retries by itself, except once when central says that our clock is
wrong: tokens then carry central's time (the clock itself is nobody's condition for selling).
"""

from __future__ import annotations

import gzip
import ssl
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

import msgspec
import zstandard

from kiosk.basics.clock import Clock, parse_utc
from kiosk.basics.late import late
from kiosk.errors import Refused, Unavailable
from kiosk.journal.keys import TillKey
from kiosk.sync import protocol
from kiosk.sync.giving_up import in_scope
from kiosk.sync.machine import Failure
from kiosk.sync.past_protocol import FindUnits, FoundUnits
from kiosk.sync.protocol import (
    PROTO,
    AskReturn,
    Cursor,
    Enrol,
    EnrolAnswer,
    Fault,
    FindTickets,
    Fork,
    ForkAnswer,
    FoundTickets,
    PokeAnswer,
    PullPage,
    Push,
    PushAnswer,
    ReceiptMail,
    ReceiptMailAnswer,
    ReturnAnswer,
    TakeBasket,
    TakenBasket,
)
from kiosk.sync.signing import Claim, make_token

if TYPE_CHECKING:
    import httpx

_httpx = late("httpx")
M = TypeVar("M", bound=msgspec.Struct)

CONNECT_TIMEOUT_S = 5.0
ENROL_TIMEOUT_S = 15.0
LARGEST_ANSWER_BYTES = 32 * 1024 * 1024
SMALLEST_WORTH_BYTES = 1024
PULL_ROWS = 500  # a page is one write: a sale that comes meanwhile waits for it
LONGEST_RETRY_AFTER_S = 3600
CLOCK_DIFFERS = "central.clock_differs"
FEED_UNKNOWN = "central.feed_unknown"


class CentralFailed(Exception):
    """An attempt came to nothing; how the engine goes on depends only on these fields."""

    def __init__(self, failure: Failure, *, reason: str, retry_after_ms: int = 0) -> None:
        super().__init__(f"{failure.value}: {reason}")
        self.failure = failure
        self.reason = reason
        self.retry_after_ms = retry_after_ms


class CentralUnreachable(Unavailable):
    """No connection to central, or it did not answer in time."""

    code = "sync.central_unreachable"


class CentralBroken(Unavailable):
    """Something answers at the address, but not as central should."""

    code = "sync.central_broken"


class CentralBusy(Unavailable):
    """Central asks to come back later."""

    code = "sync.central_busy"


class EnrolmentRefused(Refused):
    """Central does not take this code."""

    code = "sync.enrolment_refused"


class CentralClient:
    """One till's line to central. Before enrolment only ``enrol`` works."""

    def __init__(self, base_url: str, *, clock: Clock, key: TillKey, claim: Claim | None = None) -> None:
        self._clock = clock
        self._key = key
        self._claim = claim
        self._offset = timedelta(0)
        limits = _httpx().Limits(max_connections=12, max_keepalive_connections=8, keepalive_expiry=60)
        timeout = _httpx().Timeout(30, connect=CONNECT_TIMEOUT_S)
        context: ssl.SSLContext | bool = ssl.create_default_context() if base_url.startswith("https:") else False
        self._http: httpx.AsyncClient = _httpx().AsyncClient(base_url=base_url, limits=limits, timeout=timeout, verify=context, trust_env=False)

    async def push(self, push: Push, *, timeout_s: float) -> PushAnswer:
        """Send entries; CentralFailed."""
        return await self._call("POST", "/v1/push", PushAnswer, body=protocol.encode(push), timeout_s=timeout_s)

    async def pull(self, feed: str, cursor: Cursor, *, timeout_s: float) -> PullPage:
        """The page after a cursor; CentralFailed."""
        query = {"feed": feed, "v": cursor.v, "id": cursor.id, "limit": PULL_ROWS, "proto": PROTO}
        return await self._call("GET", f"/v1/pull?{urlencode(query)}", PullPage, timeout_s=timeout_s)

    async def poke(self, heads: Mapping[str, int], *, wait_s: int, timeout_s: float) -> PokeAnswer:
        """Wait for news; CentralFailed."""
        known = ",".join(f"{feed}:{v}" for feed, v in heads.items())
        return await self._call("GET", f"/v1/poke?{urlencode({'heads': known, 'wait_s': wait_s})}", PokeAnswer, timeout_s=timeout_s)

    async def fork(self, message: Fork, *, timeout_s: float) -> ForkAnswer:
        """Ask for a new epoch; CentralFailed."""
        return await self._call("POST", "/v1/fork", ForkAnswer, body=protocol.encode(message), timeout_s=timeout_s)

    async def take_basket(self, message: TakeBasket, *, timeout_s: float) -> TakenBasket:
        """Take up a basket of another till of the shop; CentralFailed."""
        return await self._call("POST", "/v1/baskets/take", TakenBasket, body=protocol.encode(message), timeout_s=timeout_s)

    async def find_tickets(self, message: FindTickets, *, timeout_s: float) -> FoundTickets:
        """Tickets of the shop, whichever till sold them; CentralFailed."""
        return await self._call("POST", "/v1/tickets/find", FoundTickets, body=protocol.encode(message), timeout_s=timeout_s)

    async def find_units(self, message: FindUnits, *, timeout_s: float) -> FoundUnits:
        """Former lives of a device in the chain; CentralFailed."""
        return await self._call("POST", "/v1/units/find", FoundUnits, body=protocol.encode(message), timeout_s=timeout_s)

    async def ask_return(self, message: AskReturn, *, timeout_s: float) -> ReturnAnswer:
        """Ask for the right to take back what another till sold; CentralFailed."""
        return await self._call("POST", "/v1/returns/ask", ReturnAnswer, body=protocol.encode(message), timeout_s=timeout_s)

    async def mail_receipt(self, message: ReceiptMail, *, timeout_s: float) -> ReceiptMailAnswer:
        """Have a receipt mailed; CentralFailed."""
        return await self._call("POST", "/v1/receipt-mail", ReceiptMailAnswer, body=protocol.encode(message), timeout_s=timeout_s)

    async def enrol(self, code: str) -> EnrolAnswer:
        """Become a till; EnrolmentRefused, CentralUnreachable, CentralBroken, CentralBusy. Repeating it is harmless."""
        body = protocol.encode(Enrol(code, self._key.public.raw))
        try:
            return await self._call("POST", "/v1/enrol", EnrolAnswer, body=body, timeout_s=ENROL_TIMEOUT_S)
        except CentralFailed as error:
            if error.failure is Failure.REFUSED:
                raise EnrolmentRefused from error
            kinds: dict[Failure, type[Unavailable]] = {Failure.UNREACHABLE: CentralUnreachable, Failure.BUSY: CentralBusy}
            raise kinds.get(error.failure, CentralBroken)(url=str(self._http.base_url), reason=error.reason) from error

    async def close(self) -> None:
        """Give the connections back."""
        await self._http.aclose()

    async def _call(self, method: str, path: str, kind: type[M], *, body: bytes = b"", timeout_s: float) -> M:
        status, headers, content = await self._send(method, path, body, timeout_s)
        if status == 401 and self._learn_time(content):
            status, headers, content = await self._send(method, path, body, timeout_s)
        if status != 200:
            raise _failure_of(status, headers, content)
        try:
            return protocol.decode(content, kind)
        except msgspec.DecodeError as error:
            raise CentralFailed(Failure.BROKEN, reason="not a message") from error

    async def _send(self, method: str, path: str, body: bytes, timeout_s: float) -> tuple[int, httpx.Headers, bytes]:
        coded = zstandard.ZstdCompressor(level=3).compress(body) if len(body) >= SMALLEST_WORTH_BYTES else body
        headers = {"Accept-Encoding": "zstd, gzip", "Content-Type": "application/json"}
        if coded is not body:
            headers["Content-Encoding"] = "zstd"
        if self._claim is not None:
            now_s = int((self._clock.now_utc() + self._offset).timestamp())
            token = make_token(self._claim, self._key.private_key, method=method, path=path, body=coded, now_s=now_s)
            headers["Authorization"] = f"Bearer {token}"
        timeout = _httpx().Timeout(timeout_s, connect=min(CONNECT_TIMEOUT_S, timeout_s))
        request = self._http.build_request(method, path, content=coded, headers=headers, timeout=timeout)
        try:
            response, raw = await in_scope(self._answer(request))
        except (_httpx().HTTPError, _httpx().StreamError, OSError) as error:
            raise CentralFailed(Failure.UNREACHABLE, reason=type(error).__name__) from error
        return response.status_code, response.headers, _unpacked(raw, response.headers.get("content-encoding", ""))

    async def _answer(self, request: httpx.Request) -> tuple[httpx.Response, bytes]:
        response = await self._http.send(request, stream=True)
        try:
            return response, await _read(response)
        finally:
            await response.aclose()

    def _learn_time(self, content: bytes) -> bool:
        """Take central's time from its complaint about ours; false when it complains about something else."""
        try:
            fault = protocol.decode(content, Fault)
            if fault.code != CLOCK_DIFFERS:
                return False
            self._offset = parse_utc(fault.server_time_utc) - self._clock.now_utc()
        except (msgspec.DecodeError, ValueError):
            return False
        return True


async def _read(response: httpx.Response) -> bytes:
    """The body as sent; httpx would decode it without any limit."""
    parts, size = [], 0
    async for part in response.aiter_raw():
        size += len(part)
        if size > LARGEST_ANSWER_BYTES:
            raise CentralFailed(Failure.BROKEN, reason="answer too large")
        parts.append(part)
    return b"".join(parts)


def _unpacked(raw: bytes, coding: str) -> bytes:
    try:
        match coding:
            case "zstd":
                return zstandard.ZstdDecompressor().decompress(raw, max_output_size=LARGEST_ANSWER_BYTES)
            case "gzip":
                return gzip.decompress(raw)
            case _:
                return raw
    except (zstandard.ZstdError, OSError, EOFError) as error:
        raise CentralFailed(Failure.BROKEN, reason="damaged answer") from error


def _failure_of(status: int, headers: httpx.Headers, content: bytes) -> CentralFailed:
    try:
        reason = protocol.decode(content, Fault).code
    except msgspec.DecodeError:
        reason = f"http {status}"
    if status in (429, 503):
        return CentralFailed(Failure.BUSY, reason=reason, retry_after_ms=_retry_after_ms(headers))
    if reason == FEED_UNKNOWN:
        return CentralFailed(Failure.UNOFFERED, reason=reason)
    if status in (401, 403, 426):
        return CentralFailed(Failure.REFUSED, reason=reason)
    return CentralFailed(Failure.BROKEN, reason=reason)


def _retry_after_ms(headers: Any) -> int:
    """Seconds only (a date would need a clock we do not trust); 1 s when it says nothing usable."""
    text = headers.get("retry-after", "")
    return 1000 * min(int(text), LONGEST_RETRY_AFTER_S) if text.isdecimal() and int(text) else 1000
