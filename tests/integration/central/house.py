"""A small shop for central's tests: its rows, a till that writes entries without a database, a central behind real HTTP."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import uvicorn
from sqlalchemy import Connection

from central import tills
from central.app import create_app
from central.database import CentralDatabase
from central.service import Central
from kiosk.basics.clock import Clock
from kiosk.journal.entry import NO_HASH, Entry, Head, Statement, build
from kiosk.journal.keys import TillKey
from kiosk.storage.identity import TillIdentity
from kiosk.sync.outbox import push_of
from kiosk.sync.protocol import Push

SHOP = {
    "shop_id": "L01",
    "currency": "EUR",
    "header": {
        "shop_id": "L01", "name": "Nantes Crébillon", "legal_name": "Seconde Vie Électronique SAS", "address": ["17 rue Crébillon", "44000 Nantes"],
        "siret": "98154327500029", "naf": "4779Z", "vat_number": "FR61981543275", "phone": "02 61 91 04 17",
    },
}  # fmt: skip
PEOPLE = [
    {
        "person_id": "p-camille", "short_name": "Camille", "full_name": "Camille Lefort", "initials": "CL", "roles": ["cashier"], "language": "fr",
        "pin_hash": "argon2", "badge_hash": "sha256", "active": True, "feminine": True,
    }
]  # fmt: skip
MODELS = [{"model_id": "m-iphone13", "brand": "Apple", "name": "iPhone 13", "kind": "smartphone", "storage_gb": 128, "tacs": ["35325511"]}]
PRODUCTS = [
    {
        "product_id": "pr-iphone13", "sku": "IP13-128", "kind": "unit", "name": "iPhone 13 128 Go", "brand": "Apple", "category": "Smartphones",
        "tax_code": "margin", "model_id": "m-iphone13", "durable": True,
    },
    {
        "product_id": "pr-cable", "sku": "CAB-USBC", "kind": "accessory", "name": "Câble USB-C 1 m", "brand": "Belkin", "category": "Accessoires",
        "tax_code": "standard", "price": {"amount_cents": 1290}, "ean": "3760000000017",
    },
]  # fmt: skip
UNITS = [
    {
        "unit_id": f"u-{number}", "product_id": "pr-iphone13", "model_id": "m-iphone13", "serial": f"SN{number:06d}", "state": "for_sale",
        "vat_origin": "margin", "purchase_price": {"amount_cents": 32000}, "holder": "shop:L01", "gen": 1,
        "received_at_utc": "2026-11-01T09:00:00.000Z", "label_code": f"L01-U{number:06d}", "price": {"amount_cents": 44900}, "grade": "excellent",
    }
    for number in (1, 2, 3)
]  # fmt: skip
LEVELS = [{"product_id": "pr-cable", "quantity": 10}]
FILES: dict[str, Any] = {"shop": SHOP, "people": PEOPLE, "device_models": MODELS, "products": PRODUCTS, "units": UNITS, "levels": LEVELS}


def write_demo(folder: Path) -> Path:
    """The shop's rows as the demo's files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return folder


def sale(number: str, *, unit_ids: Sequence[str] = (), cables: int = 0) -> dict[str, Any]:
    """The body of a ticket."""
    lines: list[dict[str, Any]] = [{"product_id": "pr-iphone13", "unit_id": unit_id, "quantity": "1", "gross_cents": 44900} for unit_id in unit_ids]
    if cables:
        lines.append({"product_id": "pr-cable", "unit_id": None, "quantity": str(cables), "gross_cents": 1290 * cables})
    return {"ticket_id": f"t-{number}", "number": number, "kind": "sale", "total_cents": sum(line["gross_cents"] for line in lines), "lines": lines}


class PaperTill:
    """A till's journal on paper: builds chained, signed entries and the pushes that carry them."""

    def __init__(self, shop_id: str, till_code: str, *, secret: bytes, epoch: int = 1) -> None:
        self.identity = TillIdentity(shop_id, till_code, epoch)
        self.key = TillKey(secret)
        self.entries: list[Entry] = []

    def write(self, kind: str, body: Mapping[str, Any], *, at_utc: str = "2026-11-22T10:00:00.000Z") -> Entry:
        """Append an entry."""
        epoch = self.identity.epoch
        after = Head(epoch, self.entries[-1].seq, self.entries[-1].hash) if self.entries else Head(epoch, 0, NO_HASH)
        statement = Statement(self.identity.shop_id, self.identity.till_code, at_utc, kind, "p-camille", body, {})
        self.entries.append(build(statement, after=after, epoch=epoch, signer=self.key))
        return self.entries[-1]

    def push(self, first_seq: int = 1, last_seq: int | None = None) -> Push:
        """Entries first…last as a message."""
        return push_of(self.entries[first_seq - 1 : last_seq], self.identity)

    def enrol_at(self, connection: Connection, *, clock: Clock) -> None:
        """Become known without HTTP."""
        code = tills.new_code(connection, self.identity.shop_id, self.identity.till_code, now_utc=clock.now_utc())
        tills.enrol(connection, code, self.key.public.raw, now_utc=clock.now_utc())


@contextlib.contextmanager
def serving(central: Central, *, port: int = 0, between: Callable[[Any], Any] = lambda app: app) -> Iterator[str]:
    """The API on loopback in a thread; gives its URL. ``between`` may wrap the application to spoil what it answers."""
    servers: list[uvicorn.Server] = []
    app = between(create_app(central, stopping=lambda: servers[0].should_exit))
    servers.append(uvicorn.Server(uvicorn.Config(app, interface="asgi3", log_level="critical", lifespan="on", timeout_graceful_shutdown=1)))
    listener = socket.create_server(("127.0.0.1", port))
    thread = threading.Thread(target=servers[0].run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        servers[0].should_exit = True
        thread.join(10)
        listener.close()


class Spoiler:
    """Between central and the wire: spoils the first answers to a path, after central has done its work."""

    def __init__(self, path: str, how: str, *, times: int) -> None:
        self.path, self._how, self.left = path, how, times
        self._app: Any = None

    def __call__(self, app: Any) -> Any:
        self._app = app
        return self._answer

    async def _answer(self, scope: Any, receive: Any, send: Callable[[Any], Awaitable[None]]) -> None:
        if scope["type"] != "http" or scope["path"] != self.path or not self.left:
            await self._app(scope, receive, send)
            return
        self.left -= 1

        async def swallow(_message: Any) -> None:
            return None

        await self._app(scope, receive, swallow)
        status, body = {"error": (500, b"oops"), "garbage": (200, b"<html>Hotel network</html>"), "busy": (503, b"")}[self._how]
        await send({"type": "http.response.start", "status": status, "headers": [(b"retry-after", b"1")]})
        await send({"type": "http.response.body", "body": body})


def make_central(database: CentralDatabase, clock: Clock) -> Central:
    """Central over a database, with a fixed key."""
    return Central(database, clock=clock, key=TillKey(bytes(range(64, 96))))
