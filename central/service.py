"""What central does for a till, whatever carries the message: each method is one use case on one transaction or snapshot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from central import baskets, feeds, found, ingest, mail, past, rights, tills
from central.database import CentralDatabase
from central.mail import NoPost, Post
from central.tills import Till
from kiosk.basics.clock import Clock, utc_text
from kiosk.errors import Refused
from kiosk.journal.keys import TillKey
from kiosk.sync import protocol
from kiosk.sync.past_protocol import FindUnits, FoundUnits
from kiosk.sync.protocol import (
    OLDEST_SERVED_PROTO,
    PROTO,
    AskReturn,
    Cursor,
    Enrol,
    EnrolAnswer,
    FindTickets,
    Fork,
    ForkAnswer,
    FoundTickets,
    PullPage,
    Push,
    PushAnswer,
    ReceiptMail,
    ReceiptMailAnswer,
    ReturnAnswer,
    TakeBasket,
    TakenBasket,
)
from kiosk.sync.signing import read_claim, verify_token


class ForAnotherTill(Refused):
    """The message names another till than the one whose key signed the request."""

    code = "central.for_another_till"


class FeedUnknown(Refused):
    """There is no feed of this name."""

    code = "central.feed_unknown"


class ProtoTooOld(Refused):
    """The till speaks a version that is no longer served for reading; it sells on with what it has."""

    code = "central.proto_too_old"


class ShopUnknown(Refused):
    """No shop of this id has its settings here."""

    code = "central.shop_unknown"


@dataclass(frozen=True, slots=True)
class Signed:
    """A request as it came, for the check of its signature."""

    token: str
    method: str
    path: str
    body: bytes


class Central:
    """The use cases over one database. ``before_commit`` is for tests that let central die between commit and answer."""

    def __init__(
        self, database: CentralDatabase, *, clock: Clock, key: TillKey, post: Post | None = None, before_commit: Callable[[], None] | None = None
    ) -> None:  # fmt: skip
        self.database = database
        self.clock = clock
        self._key = key
        self._post = post or NoPost()
        self._before_commit = before_commit

    def now_text(self) -> str:
        return utc_text(self.clock.now_utc())

    def known(self, request: Signed) -> Till:
        """The till that signed a request; BadToken, ExpiredToken, TillUnknown, TillRevoked."""
        claim = read_claim(request.token)
        with self.database.read() as connection:
            till = tills.known_till(connection, claim.shop_id, claim.till_code, claim.key_id)
        now_s = int(self.clock.now_utc().timestamp())
        verify_token(request.token, till.public_key, method=request.method, path=request.path, body=request.body, now_s=now_s)
        return till

    def push(self, request: Signed, body: bytes) -> PushAnswer:
        """Store what a till states; a push is never refused for its age."""
        till = self.known(request)
        push = protocol.decode(body, Push)
        if (push.shop_id, push.till_code) != (till.shop_id, till.till_code):
            raise ForAnotherTill
        return ingest.ingest(self.database, push, now_utc=self.clock.now_utc(), before_commit=self._before_commit)

    def pull(self, request: Signed, feed: str, after: Cursor, *, limit: int, proto: int) -> PullPage:
        """A page of a feed of the till's shop."""
        till = self.known(request)
        if feed not in protocol.FEEDS:
            raise FeedUnknown(feed=feed)
        if not OLDEST_SERVED_PROTO <= proto <= PROTO:
            raise ProtoTooOld(proto=proto)
        with self.database.read() as connection:
            page = feeds.page(connection, till.shop_id, feed, after, limit=max(1, min(limit, protocol.PAGE_LIMIT_ROWS)))
            own_seq = tills.last_seq(connection, till)
        return msgspec.structs.replace(page, own_epoch=till.epoch, own_seq=own_seq)

    def heads(self) -> Mapping[str, Mapping[str, int]]:
        """scope → feed → newest version, for those who wait."""
        with self.database.read() as connection:
            return feeds.heads(connection)

    def enrol(self, message: Enrol) -> EnrolAnswer:
        """Make a till from a one-time code; CodeRefused, KeyRefused, ShopUnknown."""
        with self.database.write() as connection:
            till = tills.enrol(connection, message.code, message.public_key, now_utc=self.clock.now_utc())
            shop = feeds.get_rows(connection, till.shop_id, "shop", [till.shop_id]).get(till.shop_id)
            if shop is None:
                raise ShopUnknown(shop_id=till.shop_id)
            rights.begin_anew(connection, till)
        return EnrolAnswer(till.shop_id, till.till_code, till.epoch, self._key.public.raw, msgspec.Raw(shop), self.now_text())

    def take_basket(self, request: Signed, body: bytes) -> TakenBasket:
        """A basket that waits in the till's shop, for the first till that asks."""
        till = self.known(request)
        message = protocol.decode(body, TakeBasket)
        with self.database.write() as connection:
            found = baskets.take(connection, till, message.basket_id)
        by = (found.taken_by or "") if found else ""
        mine = found is not None and by == till.till_code
        return TakenBasket(mine, by, self.now_text(), found.basket if found is not None and mine else None)

    def find_tickets(self, request: Signed, body: bytes) -> FoundTickets:
        """Tickets of the till's shop, whichever till sold them."""
        till = self.known(request)
        message = protocol.decode(body, FindTickets)
        with self.database.read() as connection:
            return FoundTickets(found.find(connection, till.shop_id, message), self.now_text())

    def find_units(self, request: Signed, body: bytes) -> FoundUnits:
        """Former lives of a device in any shop: whoever buys it should know."""
        self.known(request)
        message = protocol.decode(body, FindUnits)
        with self.database.read() as connection:
            return FoundUnits(past.find(connection, message), self.now_text())

    def ask_return(self, request: Signed, body: bytes) -> ReturnAnswer:
        """The right to take back what a ticket sold is asked of the till that has it."""
        till = self.known(request)
        message = protocol.decode(body, AskReturn)
        with self.database.write() as connection:
            row = rights.ask(connection, till, message.number, withdraw=message.withdraw)
        return ReturnAnswer(row.holder if row else "", self.now_text())

    def mail_receipt(self, request: Signed, body: bytes) -> ReceiptMailAnswer:
        """Mail a receipt, once per delivery id; AddressRefused, MailTooLarge, MailUnavailable."""
        till = self.known(request)
        message = protocol.decode(body, ReceiptMail)
        with self.database.read() as connection:
            already = mail.was_sent(connection, till, message.delivery_id)
        if not already:
            self._post.send(mail.message_of(message, shop_id=till.shop_id))
            with self.database.write() as connection:
                mail.note_sent(connection, till, message.delivery_id, at_utc=self.now_text())
        return ReceiptMailAnswer(message.delivery_id, "already_sent" if already else "sent", self.now_text())

    def fork(self, request: Signed, body: bytes) -> ForkAnswer:
        """A new epoch for a till that found itself to be a copy."""
        till = self.known(request)
        message = protocol.decode(body, Fork)
        with self.database.write() as connection:
            rights.begin_anew(connection, till)
            return tills.open_epoch(connection, till, message, now_utc=self.clock.now_utc())


def central_key(data_dir: Path) -> TillKey:
    """Central's own Ed25519 key: made at first use, in a file that only its user can read."""
    path = data_dir / "central.key"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(TillKey.new_secret().hex(), "ascii")
    return TillKey(bytes.fromhex(path.read_text("ascii")))
