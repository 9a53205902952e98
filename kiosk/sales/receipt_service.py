"""Handing a receipt over: on paper, as a QR code, by e-mail, as a present. Reads run anywhere, the rest on the ledger worker.

An address typed for a receipt is used for it and forgotten; writing to it later for another reason needs a consent of its own, which is the
business of ``CustomerService``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from kiosk.basics.clock import parse_utc
from kiosk.documents.papers import Receipt
from kiosk.documents.receipt_link import LinkSigner, check_length, make_link
from kiosk.errors import Unavailable
from kiosk.sales import delivery_store
from kiosk.sales.copies import hand_over
from kiosk.sales.counter import Counter
from kiosk.sales.delivery import Delivery, DeliveryState
from kiosk.sales.email import check_email
from kiosk.sales.gift_receipt import link_slip
from kiosk.sales.receipt_policy import Channel, choices
from kiosk.sales.rules import Cause
from kiosk.sales.store import StoredTicket, ticket_by_number
from kiosk.sales.tickets import TicketUnknown
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.storage.identity import get, put

PUBLISHED_KEY = "receipt_key"
MAIL_LIFETIME = timedelta(days=7)


class NoReceiptPage(Unavailable):
    """This till knows no address at which a receipt could be opened."""

    code = "sales.no_receipt_page"


class ReceiptMailExpired(Unavailable):
    """Central could not mail it for a week."""

    code = "sales.receipt_mail_expired"


@dataclass(frozen=True, slots=True)
class Shown:
    """A receipt as a link, and which copy it is (0 is the original)."""

    link: str
    copy_number: int


class ReceiptService:
    """``page`` is the address of central's receipt page, "" while the till knows none; without a key (degraded mode) there are no links.

    ``listeners`` are told when a receipt waits to be mailed.
    """

    def __init__(self, counter: Counter, signer: LinkSigner | None, *, page: Callable[[], str]) -> None:
        self._counter = counter
        self._signer = signer
        self._page = page
        self.style = counter.style
        self.listeners: list[Callable[[], None]] = []

    def choices(self, number: str) -> tuple[Channel, ...]:
        """What the customer may choose for a ticket; TicketUnknown."""
        with self._counter.database.read() as connection:
            found = self._found(connection, number)
        possible = choices(tuple(Cause(cause) for cause in found.receipt.causes))
        return tuple(channel for channel in possible if channel in (Channel.PRINT, Channel.NONE) or (self._page() and self._signer is not None))

    def print(self, number: str, *, person: Person) -> int:
        """On paper: the original when nothing has left yet, else the next copy; gives its number. TicketUnknown, RightMissing."""
        with self._counter.database.write() as connection:
            found = self._found(connection, number)
            receipt = hand_over(self._counter, connection, found, channel=Channel.PRINT, person=person)
            self._counter.print_receipt(connection, receipt, ticket_id=found.ticket.head.ticket_id)
        return receipt.duplicate_number or 0

    def show(self, number: str, *, person: Person) -> Shown:
        """As a QR code; TicketUnknown, NoReceiptPage, ReceiptTooLong, RightMissing. Nothing is counted when it is refused."""
        with self._counter.database.write() as connection:
            found = self._found(connection, number)
            receipt = hand_over(self._counter, connection, found, channel=Channel.QR, person=person)
            link = check_length(self._link(receipt))
            delivery_store.add(connection, self._delivery(found, receipt, Channel.QR, DeliveryState.SHOWN))
        return Shown(link, receipt.duplicate_number or 0)

    def print_link(self, number: str, link: str, *, person: Person) -> None:
        """The code that is on the screen, on paper: the same receipt handed over once, so nothing more is counted. TicketUnknown."""
        require(person, Right.SELL)
        with self._counter.database.write() as connection:
            found = self._found(connection, number)
            slip = link_slip(found.receipt, link, words=self._counter.words)
            self._counter.print_slip(connection, slip, document_id=found.ticket.head.ticket_id)

    def mail(self, number: str, typed_address: str, *, person: Person) -> int:
        """Queue it for central; gives the copy's number. The address is for this receipt alone. EmailRefused, TicketUnknown, NoReceiptPage."""
        address = check_email(typed_address)
        with self._counter.database.write() as connection:
            found = self._found(connection, number)
            receipt = hand_over(self._counter, connection, found, channel=Channel.EMAIL, person=person)
            item = self._delivery(found, receipt, Channel.EMAIL, DeliveryState.QUEUED)
            delivery_store.add(connection, replace(item, address=address, receipt=receipt, link=self._link(receipt)))
        for tell in self.listeners:
            tell()
        return receipt.duplicate_number or 0

    def deliveries(self, number: str) -> tuple[Delivery, ...]:
        """What left without paper, oldest first."""
        with self._counter.database.read() as connection:
            return delivery_store.of_ticket(connection, self._found(connection, number).ticket.head.ticket_id)

    # ── the road to central ────────────────────────────────────────────────────────────────────────────────────────
    def waiting(self) -> tuple[Delivery, ...]:
        """What is still to be mailed, the least tried first."""
        with self._counter.database.read() as connection:
            return delivery_store.queued(connection)

    def sent(self, delivery_id: str) -> None:
        """Central mailed it: the address is forgotten."""
        self._finish(delivery_id, DeliveryState.SENT, None)

    def refused(self, delivery_id: str, *, reason: str) -> None:
        """It will never leave; the address is forgotten all the same."""
        self._finish(delivery_id, DeliveryState.FAILED, reason)

    def put_off(self, item: Delivery, *, reason: str) -> None:
        """It did not leave this time. After a week nobody waits for it any more, and the address goes."""
        born = parse_utc(item.created_at_utc)
        if self._counter.clock.now_utc() - born > MAIL_LIFETIME:
            self._finish(item.delivery_id, DeliveryState.FAILED, ReceiptMailExpired.code)
            return
        with self._counter.database.write() as connection:
            delivery_store.note_attempt(connection, item.delivery_id, attempts=item.attempts + 1, reason=reason, at_utc=self._counter.now_utc())

    def publish_key(self, connection: Connection) -> None:
        """At each start: the journal says once with which key this till signs receipts, so that central can tell phones."""
        if self._signer is None or get(connection, PUBLISHED_KEY) == self._signer.key_id:
            return
        body = {"key_id": self._signer.key_id, "public_key_pem": self._signer.public_key_pem}
        self._counter.ledger.append(connection, "till.receipt_key_published", body)
        put(connection, PUBLISHED_KEY, self._signer.key_id)

    def _finish(self, delivery_id: str, state: DeliveryState, reason: str | None) -> None:
        with self._counter.database.write() as connection:
            delivery_store.finish(connection, delivery_id, state=state, reason=reason, at_utc=self._counter.now_utc())

    def _link(self, receipt: Receipt) -> str:
        page = self._page()
        if not page or self._signer is None:
            raise NoReceiptPage
        return make_link(page, receipt, self._signer, currency=self._counter.locale.currency)

    def _delivery(self, found: StoredTicket, receipt: Receipt, channel: Channel, state: DeliveryState) -> Delivery:
        head = found.ticket.head
        return Delivery(
            self._counter.ids.new(), head.ticket_id, head.number, channel.value, state, self._counter.now_utc(), receipt.duplicate_number or 0
        )

    def _found(self, connection: Connection, number: str) -> StoredTicket:
        found = ticket_by_number(connection, number)
        if found is None:
            raise TicketUnknown(number=number)
        return found
