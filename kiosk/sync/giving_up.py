"""A request to central that may be given up at any moment without leaving a connection open.

httpx keeps what must not be interrupted (closing connections, above all) in shields of anyio. ``Task.cancel`` of asyncio goes through them:
a till that stopped while old connections were being closed forgot the others for as long as it ran. A scope of anyio respects them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from kiosk.basics.late import late

T = TypeVar("T")

_anyio = late("anyio")


async def in_scope(request: Coroutine[Any, Any, T]) -> T:
    """What the request gives, or raises. Cancelled, it lets the request end in good order first, without waiting for central."""
    scope = _anyio().CancelScope()

    async def scoped() -> T:
        with scope:
            return await request
        raise asyncio.CancelledError

    task = asyncio.create_task(scoped())
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        scope.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
