"""Gets a restored or cloned till out of quarantine as soon as central can be reached: its own small thread, asking with patience.

Every write goes through the ledger worker. Nobody needs to press anything: the signs of a copy and central's answer are data.
"""

from __future__ import annotations

import logging
import threading
from functools import partial

from kiosk.basics.clock import utc_text
from kiosk.basics.workers import ask
from kiosk.errors import KioskError
from kiosk.journal import store as journal_store
from kiosk.journal.entry import Head
from kiosk.sync.recovery import Question, ask_central, hand_in, open_answered, prepare
from kiosk.sync.session import Line

FIRST_WAIT_S = 2.0
LONGEST_WAIT_S = 60.0
WRITE_TIMEOUT_S = 15.0
STOP_TIMEOUT_S = 20.0
log = logging.getLogger(__name__)


class Rescue:
    """``start`` and ``stop`` with the other machines; ``look`` when a quarantine was noticed or the network came back."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._wake = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="rescue", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def look(self) -> None:
        """Any thread."""
        self._wake.set()

    def stop(self) -> None:
        """An answer under way is waited for: the epoch that it opens is then already there at the next start."""
        self._ended = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(STOP_TIMEOUT_S)

    def _run(self) -> None:
        wait_s: float | None = None if self._line.ledger.quarantined is None else 0.0
        while True:
            self._wake.wait(wait_s)
            self._wake.clear()
            if self._ended:
                return
            wait_s = None if self._free() else min(max(2 * (wait_s or 0.0), FIRST_WAIT_S), LONGEST_WAIT_S)

    def _free(self) -> bool:
        """Whether the till is out of quarantine."""
        line = self._line
        if line.ledger.quarantined is None:
            return True
        try:
            question = ask(line.writer, lambda: prepare(line.database, line.ledger), timeout_s=WRITE_TIMEOUT_S)
            self._hand_in(question)
            answer = ask_central(line.central_url, question, clock=line.clock, key=line.key)
            ask(line.writer, lambda: open_answered(line.database, line.ledger, question, answer), timeout_s=WRITE_TIMEOUT_S)
        except (KioskError, TimeoutError) as error:
            log.info("still in quarantine: %s", error)
            return False
        except Exception:  # the thread must outlive a bug in one attempt
            log.exception("an attempt to leave the quarantine failed")
            return False
        log.warning("central gave this till epoch %s", answer.epoch)
        return True

    def _hand_in(self, question: Question) -> None:
        """A till whose head marker was lost may still hold sales that central has never seen: they go up before the epoch ends."""
        line = self._line
        for acked in hand_in(line.database, line.ledger, line.central_url, question, clock=line.clock, key=line.key):
            ask(line.writer, partial(self._note, acked), timeout_s=WRITE_TIMEOUT_S)

    def _note(self, acked: Head) -> None:
        with self._line.database.write() as connection:
            journal_store.set_acked(connection, acked, at_utc=utc_text(self._line.clock.now_utc()))
