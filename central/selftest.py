"""The self-test page, for a phone that scanned the kiosk's QR code: static files. What it tests and finds never comes here.

The invitation is in the part of the address that a browser does not send, and the result goes back to the kiosk as a code on the phone.
"""

from __future__ import annotations

from functools import cache

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from kiosk.basics.static_files import SELF_TEST_HEADERS, SELF_TEST_PATH, self_test_files

_files = cache(self_test_files)


def self_test_page() -> list[HTTPRouteHandler]:
    """The handlers below ``/t/``."""

    @get(SELF_TEST_PATH, include_in_schema=False)
    async def page() -> Response[bytes]:
        return _answer("")

    @get(f"{SELF_TEST_PATH}{{name:str}}", include_in_schema=False)
    async def part(name: FromPath[str]) -> Response[bytes]:
        return _answer(name)

    return [page, part]


def _answer(name: str) -> Response[bytes]:
    found = _files().get(name)
    if found is None:
        raise NotFoundException
    content, media_type = found
    return Response(content, media_type=media_type.partition(";")[0], headers=SELF_TEST_HEADERS)  # Litestar names the charset of texts itself
