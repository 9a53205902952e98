"""The page that shows a receipt, for any phone: static files, the dictionary of the links and the tills' public keys. No account, no trace.

The receipt itself is in the part of the address that a browser never sends, so nothing here can see one.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import anyio.to_thread
import msgspec
from cryptography.hazmat.primitives import serialization
from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from sqlalchemy import Connection, select

from central.database import CentralDatabase
from central.schema import receipt_key

STATIC = Path(__file__).parent / "static"
DICTIONARIES = Path(__file__).resolve().parents[1] / "resources" / "receipts"
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin", "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}  # fmt: skip


class PublishedKey(msgspec.Struct, frozen=True):
    """Who signs with which key; ``spki`` is base64 of the DER, as browsers import it."""

    key_id: str
    till: str
    spki: str


class PublishedKeys(msgspec.Struct, frozen=True):
    """Every key that ever signed a receipt of the chain: an old receipt stays genuine after its till is gone."""

    tills: tuple[PublishedKey, ...]


def published_keys(connection: Connection) -> PublishedKeys:
    query = select(receipt_key).order_by(receipt_key.c.shop_id, receipt_key.c.till_code, receipt_key.c.key_id)
    return PublishedKeys(tuple(PublishedKey(row.key_id, f"{row.shop_id}-{row.till_code}", _spki(row.public_key_pem)) for row in connection.execute(query)))


def receipt_page(database: CentralDatabase) -> list[HTTPRouteHandler]:
    """The handlers below ``/r/``."""

    @get("/r/", include_in_schema=False)
    async def page() -> Response[bytes]:
        return _answer("index.html")

    @get("/r/{name:str}", include_in_schema=False)
    async def part(name: FromPath[str]) -> Response[bytes]:
        return _answer(name)

    @get("/r/keys.json", include_in_schema=False)
    async def keys() -> Response[bytes]:
        def read() -> PublishedKeys:
            with database.read() as connection:
                return published_keys(connection)

        found = await anyio.to_thread.run_sync(read)
        return Response(msgspec.json.encode(found), media_type="application/json", headers=HEADERS)

    return [page, part, keys]


def _answer(name: str) -> Response[bytes]:
    found = _files().get(name)
    if found is None:
        raise NotFoundException
    content, media_type = found
    return Response(content, media_type=media_type, headers=HEADERS)


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    """Read once; a name that is not among them does not exist, so no path can lead out."""
    paths = [*STATIC.iterdir(), *DICTIONARIES.glob("link_*.txt")]
    return {path.name: (path.read_bytes(), MEDIA_TYPES[path.suffix]) for path in paths if path.suffix in MEDIA_TYPES}


def _spki(pem: str) -> str:
    key: Any = serialization.load_pem_public_key(pem.encode())
    der = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(der).decode("ascii")
