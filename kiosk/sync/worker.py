"""The sync thread and its handle: start, poke, stop, and the newest status for the strip. Nobody waits for it to sell.

``tell`` is called on the sync thread with each new status; the screens bring it to their own (``ui/jobs.py``).
"""

from __future__ import annotations

import asyncio
import random
import secrets
import threading
from collections.abc import Callable

from kiosk.journal.entry import Head
from kiosk.sync.machine import Event, Tuning, Woken
from kiosk.sync.session import Line, Session
from kiosk.sync.status import SyncStatus

STOP_TIMEOUT_S = 10.0


class SyncWorker:
    """Keeps the till and central the same. ``start`` once enrolled; ``stop`` ends cleanly; ``status`` may be read by anybody."""

    def __init__(self, line: Line, *, tell: Callable[[SyncStatus], None], tuning: Tuning | None = None) -> None:
        self._line = line
        self._tell = tell
        self._tuning = tuning or Tuning()
        self._random = random.Random(secrets.randbits(64))
        self._thread: threading.Thread | None = None
        self._session: Session | None = None
        self._ready = threading.Event()
        self.status: SyncStatus | None = None

    def start(self) -> None:
        """Begin; what the journal already holds goes up without being asked."""
        assert self._thread is None, "started twice"
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._line.ledger.listeners.append(self._appended)
        self._thread.start()
        self._ready.wait()
        with self._line.database.read() as connection:
            self._appended(self._line.ledger.head(connection))

    def poke(self) -> None:
        """Try now: a person asked, or the network came up. From any thread."""
        self._send(Woken())

    def stop(self, *, timeout_s: float = STOP_TIMEOUT_S) -> None:
        """End the thread; what is not sent goes at the next start."""
        if self._thread is None:
            return
        if self._appended in self._line.ledger.listeners:
            self._line.ledger.listeners.remove(self._appended)
        self._send(None)
        self._thread.join(timeout_s)

    def _appended(self, head: Head) -> None:
        self._send(head)

    def _send(self, message: Event | Head | None) -> None:
        session = self._session
        if session is not None and not session.loop.is_closed():
            session.loop.call_soon_threadsafe(session.queue.put_nowait, message)

    def _run(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        try:
            self._session = Session(self._line, self._tuning, self._random, self._told)
        finally:
            self._ready.set()
        await self._session.run()

    def _told(self, status: SyncStatus) -> None:
        self.status = status
        self._tell(status)
