"""Takes receipts to central to be mailed: its own small thread, asking with patience, so that a sale never waits for a mail server.

Every write goes through the ledger worker. The row of a receipt is written with the customer's wish; killed at any moment, the till asks
again after its restart, and central mails it once.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable

from kiosk.basics.workers import ask
from kiosk.documents.receipt_pdf import receipt_pdf
from kiosk.documents.receipt_text import receipt_text
from kiosk.documents.words import PaperStyle
from kiosk.errors import KioskError
from kiosk.sales.delivery import Delivery
from kiosk.sales.receipt_service import ReceiptService
from kiosk.storage.identity import till_identity
from kiosk.sync.client import CentralClient, CentralFailed
from kiosk.sync.protocol import ReceiptMail
from kiosk.sync.session import Line
from kiosk.sync.signing import Claim

FIRST_WAIT_S = 2.0
LONGEST_WAIT_S = 300.0
WRITE_TIMEOUT_S = 15.0
MAIL_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 5.0
FINAL = frozenset({"central.address_refused", "central.mail_too_large"})
log = logging.getLogger(__name__)


class ReceiptPost:
    """``start`` and ``stop`` with the other machines; ``look`` when something may wait, or the network came back."""

    def __init__(self, line: Line, receipts: ReceiptService, style: PaperStyle) -> None:
        self._line = line
        self._receipts = receipts
        self._style = style
        self._wake = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="receipt-post", daemon=True)

    def start(self) -> None:
        self._wake.set()
        self._thread.start()

    def look(self) -> None:
        """Any thread."""
        self._wake.set()

    def stop(self) -> None:
        """What is under way is left: it is asked for again at the next start, and mailed once."""
        self._ended = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(STOP_TIMEOUT_S)

    def carry(self) -> bool:
        """One round over what waits; whether nothing is left."""
        waiting = self._receipts.waiting()
        done = [self._take(item) for item in waiting if not self._ended]
        return len(done) == len(waiting) and all(done)

    def _run(self) -> None:
        wait_s: float | None = None
        while True:
            self._wake.wait(wait_s)
            self._wake.clear()
            if self._ended:
                return
            try:
                wait_s = None if self.carry() else min(max(2 * (wait_s or 0.0), FIRST_WAIT_S), LONGEST_WAIT_S)
            except Exception:  # the thread must outlive a bug in one attempt
                log.exception("an attempt to mail receipts failed")
                wait_s = LONGEST_WAIT_S

    def _take(self, item: Delivery) -> bool:
        """Whether it needs no further attempt."""
        try:
            asyncio.run(self._send(self._message(item)))
        except CentralFailed as error:
            return self._not_mailed(item, error.reason)
        except KioskError as error:
            return self._not_mailed(item, error.code)
        self._write(lambda: self._receipts.sent(item.delivery_id))
        return True

    def _not_mailed(self, item: Delivery, reason: str) -> bool:
        if reason in FINAL:
            self._write(lambda: self._receipts.refused(item.delivery_id, reason=reason))
            return True
        self._write(lambda: self._receipts.put_off(item, reason=reason))
        return False

    def _message(self, item: Delivery) -> ReceiptMail:
        assert item.receipt is not None and item.address is not None, "a queued receipt has both"
        words = self._style.words
        return ReceiptMail(
            item.delivery_id, item.address, f"{words.ticket} {item.number} · {item.receipt.shop.name}",
            f"{receipt_text(item.receipt, self._style)}\n{item.link}\n", f"{words.ticket}-{item.number}.pdf".lower(),
            receipt_pdf(item.receipt, self._style, at_utc=item.created_at_utc),
        )  # fmt: skip

    async def _send(self, message: ReceiptMail) -> None:
        line = self._line
        with line.database.read() as connection:
            identity = till_identity(connection)
        assert identity is not None, "an enrolled till"
        claim = Claim(identity.shop_id, identity.till_code, line.key.public.key_id)
        client = CentralClient(line.central_url, clock=line.clock, key=line.key, claim=claim)
        try:
            await client.mail_receipt(message, timeout_s=MAIL_TIMEOUT_S)
        finally:
            await client.close()

    def _write(self, work: Callable[[], None]) -> None:
        ask(self._line.writer, work, timeout_s=WRITE_TIMEOUT_S)


def receipt_post(line: Line, receipts: ReceiptService) -> ReceiptPost:
    """The thread for a till that knows central; it looks as soon as a receipt waits."""
    post = ReceiptPost(line, receipts, receipts.style)
    receipts.listeners.append(post.look)
    return post
