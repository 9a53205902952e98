"""Takes receipts and invoices to central to be mailed: its own small thread, asking with patience, so that a sale never waits for a mail server.

Every write goes through the ledger worker. The row of what waits is written with the customer's wish; killed at any moment, the till asks
again after its restart, and central mails it once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from kiosk.basics.workers import ask
from kiosk.errors import KioskError
from kiosk.sales.delivery import Delivery
from kiosk.sales.invoice_service import InvoiceService
from kiosk.sales.receipt_service import ReceiptService
from kiosk.storage.identity import till_identity
from kiosk.sync.client import CentralClient, CentralFailed
from kiosk.sync.letters import Letters
from kiosk.sync.patience import PatientThread
from kiosk.sync.protocol import ReceiptMail
from kiosk.sync.session import Line
from kiosk.sync.signing import Claim

LONGEST_WAIT_S = 300.0
WRITE_TIMEOUT_S = 15.0
MAIL_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 5.0
FINAL = frozenset({"central.address_refused", "central.mail_too_large"})


class ReceiptPost(PatientThread):
    """``start`` and ``stop`` with the other machines; ``look`` when something may wait, or the network came back.

    ``stop`` leaves what is under way: it is asked for again at the next start, and mailed once.
    """

    def __init__(self, line: Line, receipts: ReceiptService, letters: Letters) -> None:
        super().__init__("receipt-post", self.carry, longest_wait_s=LONGEST_WAIT_S, stop_timeout_s=STOP_TIMEOUT_S)
        self._line = line
        self._receipts = receipts
        self._letters = letters

    def carry(self) -> bool:
        """One round over what waits; whether nothing is left."""
        waiting = self._receipts.waiting()
        done = [self._take(item) for item in waiting if not self.ended]
        return len(done) == len(waiting) and all(done)

    def _take(self, item: Delivery) -> bool:
        """Whether it needs no further attempt."""
        try:
            asyncio.run(self._send(self._letters.of(item)))
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


def receipt_post(line: Line, receipts: ReceiptService, invoices: InvoiceService) -> ReceiptPost:
    """The thread for a till that knows central; it looks as soon as a receipt or an invoice waits."""
    post = ReceiptPost(line, receipts, Letters(receipts.style, invoices))
    for listeners in (receipts.listeners, invoices.listeners):
        listeners.append(post.look)
    return post
