"""Tells the event log when the till works without central and when central is back (JET 70), once it is more than a hiccup.

Offline begins with the first thing written after ``PATIENCE`` without an answer; nothing here is in the way of a sale.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from kiosk.basics.results import Err, Result
from kiosk.journal.entry import Head
from kiosk.sync.session import Line
from kiosk.sync.status import SyncKind, SyncStatus

PATIENCE = timedelta(minutes=5)
log = logging.getLogger(__name__)


class Presence:
    """``told`` on the sync thread, ``appended`` on the ledger worker after each commit; the entries are written by the ledger worker."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._status: SyncStatus | None = None
        self._offline = False

    def told(self, status: SyncStatus) -> None:
        """A new word about sync."""
        self._status = status
        if self._offline and status.kind in (SyncKind.UP_TO_DATE, SyncKind.PENDING, SyncKind.CENTRAL_OLDER):
            self._offline = False
            self._write(offline=False)

    def appended(self, _head: Head) -> None:
        """Something was written: offline now if central has been silent for long."""
        status = self._status
        if self._offline or status is None or status.kind is not SyncKind.OFFLINE or status.since_utc is None:
            return
        if self._line.clock.now_utc() - status.since_utc >= PATIENCE:
            self._offline = True
            self._write(offline=True)

    def _write(self, *, offline: bool) -> None:
        self._line.writer.submit(lambda: self._append(offline=offline), _log_failure)

    def _append(self, *, offline: bool) -> None:
        with self._line.database.write() as connection:
            self._line.ledger.append(connection, "till.went_offline" if offline else "till.came_online", {})


def _log_failure(result: Result[None]) -> None:
    if isinstance(result, Err):
        log.warning("the event log was not told: %s", result.error)


def listen(line: Line, tell: Callable[[], None]) -> Callable[[SyncStatus], None]:
    """What the sync worker tells each new status to: presence first, then whoever else wants news."""
    presence = Presence(line)
    line.ledger.listeners.append(presence.appended)

    def told(status: SyncStatus) -> None:
        presence.told(status)
        tell()

    return told
