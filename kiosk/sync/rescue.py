"""Gets a restored or cloned till out of quarantine as soon as central can be reached: its own small thread, asking with patience.

Every write goes through the ledger worker. Nobody needs to press anything: the signs of a copy and central's answer are data.
"""

from __future__ import annotations

import logging
from functools import partial

from kiosk.basics.clock import utc_text
from kiosk.basics.workers import ask
from kiosk.errors import KioskError
from kiosk.journal import store as journal_store
from kiosk.journal.entry import Head
from kiosk.sync.patience import PatientThread
from kiosk.sync.recovery import Question, ask_central, forget_old_series, hand_in, old_series, open_answered, prepare
from kiosk.sync.session import Line

LONGEST_WAIT_S = 60.0
WRITE_TIMEOUT_S = 15.0
STOP_TIMEOUT_S = 20.0
log = logging.getLogger(__name__)


class Rescue(PatientThread):
    """``start`` and ``stop`` with the other machines; ``look`` when a quarantine was noticed or the network came back.

    ``stop`` waits for an answer under way: the epoch that it opens is then already there at the next start.
    """

    def __init__(self, line: Line) -> None:
        super().__init__("rescue", self._free, longest_wait_s=LONGEST_WAIT_S, stop_timeout_s=STOP_TIMEOUT_S)
        self._line = line

    def _free(self) -> bool:
        """Whether the till is out of quarantine."""
        line = self._line
        try:
            if line.ledger.quarantined is None:
                self._show_old_series()
                return True
            question = ask(line.writer, lambda: prepare(line.database, line.ledger), timeout_s=WRITE_TIMEOUT_S)
            self._hand_in(question)
            answer = ask_central(line.central_url, question, clock=line.clock, key=line.key)
            ask(line.writer, lambda: open_answered(line.database, line.ledger, question, answer), timeout_s=WRITE_TIMEOUT_S)
        except (KioskError, TimeoutError) as error:
            log.info("central did not answer about the series: %s", error)
            return False
        log.warning("central gave this till epoch %s", answer.epoch)
        return True

    def _show_old_series(self) -> None:
        """After a series that was opened here, without central: what the one before it still holds goes up first chance."""
        with self._line.database.read() as connection:
            question = old_series(connection)
        if question is None:
            return
        self._hand_in(question)
        ask(self._line.writer, self._forget_old_series, timeout_s=WRITE_TIMEOUT_S)

    def _forget_old_series(self) -> None:
        with self._line.database.write() as connection:
            forget_old_series(connection)

    def _hand_in(self, question: Question) -> None:
        """A till whose head marker was lost may still hold sales that central has never seen: they go up before the epoch ends."""
        line = self._line
        for acked in hand_in(line.database, line.ledger, line.central_url, question, clock=line.clock, key=line.key):
            ask(line.writer, partial(self._note, acked), timeout_s=WRITE_TIMEOUT_S)

    def _note(self, acked: Head) -> None:
        with self._line.database.write() as connection:
            journal_store.set_acked(connection, acked, at_utc=utc_text(self._line.clock.now_utc()))
