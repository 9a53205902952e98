"""A card terminal on loopback that speaks Caisse-AP, remembers its last transaction, and has the faults that shops see."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from kiosk.hardware import caisse_ap
from kiosk.hardware.caisse_ap import Fields

READ_BYTES = 4_096
CARD = "############4242"
AUTHORISATION = "A00042"


class Manner(StrEnum):
    """How it behaves for one payment."""

    APPROVE = "approve"
    REFUSE = "refuse"
    ABANDON = "abandon"
    TIME_OUT = "time_out"
    FORBID = "forbid"
    MUTE = "mute"
    """Takes the request, shows the amount, and never says a word: another customer's amount is still on its screen."""
    APPROVE_AND_CUT = "approve_and_cut"
    """The customer pays, and the cable is cut before the answer."""
    CUT = "cut"
    FOREIGN_FIRST = "foreign_first"
    """A late answer of an earlier payment comes before its own."""
    IN_PIECES = "in_pieces"
    OTHER_AMOUNT = "other_amount"
    WHOLE_CARD_NUMBER = "whole_card_number"
    GARBAGE = "garbage"
    WAIT = "wait"
    """The customer looks for a card until ``present`` says what comes of it; meanwhile it takes no other amount."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """What its own paper says."""

    intent_id: str
    amount_cents: int
    approved: bool


class VirtualTerminal:
    """Listens from construction to ``close`` on 127.0.0.1; ``standing`` is how it behaves unless told otherwise. All members are for any thread."""

    def __init__(self, *, port: int = 0, standing: Manner = Manner.APPROVE) -> None:
        self._state = threading.Condition()
        self._standing = standing
        self._manners: deque[Manner] = deque()
        self._asking: int | None = None
        self._presented: Manner | None = None
        self._closed = False
        self._transactions: list[Transaction] = []
        self._requests: list[Fields] = []
        self._clients: list[socket.socket] = []
        self._server = socket.create_server(("127.0.0.1", port))
        self.port: int = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name=f"virtual-terminal-{self.port}", daemon=True)
        self._thread.start()

    @property
    def transactions(self) -> tuple[Transaction, ...]:
        """Its merchant's papers, oldest first."""
        with self._state:
            return tuple(self._transactions)

    @property
    def requests(self) -> tuple[Fields, ...]:
        """Everything that it was asked."""
        with self._state:
            return tuple(self._requests)

    def behave(self, *manners: Manner) -> None:
        """For the next payments, one each."""
        with self._state:
            self._manners.extend(manners)

    @property
    def asking_cents(self) -> int | None:
        """What it shows while it waits for a card: the amount, negative for a credit."""
        with self._state:
            return self._asking

    def present(self, manner: Manner) -> bool:
        """A customer's card, or the red key; False while nobody is asked for one."""
        with self._state:
            asked = self._asking is not None and self._presented is None
            self._presented = manner if asked else self._presented
            self._state.notify_all()
            return asked

    def wait_until_it_asks(self, *, timeout_s: float = 10.0) -> bool:
        """Until it shows an amount and waits for a card."""
        with self._state:
            return self._state.wait_for(lambda: self._asking is not None, timeout_s)

    def wait_for_transactions(self, count: int, *, timeout_s: float = 10.0) -> bool:
        with self._state:
            return self._state.wait_for(lambda: len(self._transactions) >= count, timeout_s)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        with self._state:
            self._closed = True
            self._state.notify_all()
            for client in self._clients:
                with contextlib.suppress(OSError):
                    client.shutdown(socket.SHUT_RDWR)
        self._thread.join(5.0)

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            with self._state:
                self._clients = [*self._clients, client]
            threading.Thread(target=self._listen, args=(client,), name=f"virtual-terminal-line-{self.port}", daemon=True).start()

    def _listen(self, client: socket.socket) -> None:
        with contextlib.closing(client), contextlib.suppress(OSError, caisse_ap.NotCaisseAp):
            content = b""
            while piece := client.recv(READ_BYTES):
                content += piece
                for request in caisse_ap.decode(content):
                    content = b""
                    self._answer(client, request)

    def _answer(self, client: socket.socket, request: Fields) -> None:
        with self._state:
            self._requests.append(request)
            duplicate = request.get("CD") == caisse_ap.DUPLICATE
            manner = Manner.APPROVE if duplicate else self._manners.popleft() if self._manners else self._standing
            last = self._transactions[-1] if self._transactions else None
        if duplicate:
            client.sendall(caisse_ap.encode(_said(request, last) if last else _not_done(request, caisse_ap.NOT_COMPLETED, private="")))
            return
        self._behave(client, request, self._card(request) if manner is Manner.WAIT else manner)

    def _card(self, request: Fields) -> Manner:
        """What the customer does; the amount of another customer is refused meanwhile, a terminal that is taken away says nothing."""
        with self._state:
            if self._asking is not None:
                return Manner.FORBID
            self._asking = _cents(request)
            self._state.notify_all()
            self._state.wait_for(lambda: self._presented is not None or self._closed)
            presented, self._presented, self._asking = self._presented, None, None
            return presented or Manner.CUT

    def _behave(self, client: socket.socket, request: Fields, manner: Manner) -> None:
        refusals = {
            Manner.REFUSE: caisse_ap.REFUSED, Manner.ABANDON: caisse_ap.ABANDONED, Manner.TIME_OUT: caisse_ap.TIMED_OUT, Manner.FORBID: caisse_ap.FORBIDDEN,
        }  # fmt: skip
        if manner in refusals:
            if manner is Manner.REFUSE:
                self._note(request, approved=False)
            client.sendall(caisse_ap.encode(_not_done(request, refusals[manner], private=request[caisse_ap.PRIVATE])))
        elif manner is Manner.CUT:
            client.shutdown(socket.SHUT_RDWR)
        elif manner is Manner.GARBAGE:
            client.sendall(b"\x00\xff<html>\r\n" * 40)
        elif manner is not Manner.MUTE:
            done = self._note(request, approved=True)
            if manner is Manner.APPROVE_AND_CUT:
                client.shutdown(socket.SHUT_RDWR)
            else:
                _send(client, _said(request, done), manner)

    def _note(self, request: Fields, *, approved: bool) -> Transaction:
        done = Transaction(request[caisse_ap.PRIVATE], _cents(request), approved)
        with self._state:
            self._transactions.append(done)
            self._state.notify_all()
        return done


def _cents(request: Fields) -> int:
    return int(request["CB"]) * (-1 if request["CD"] == caisse_ap.CREDIT else 1)


def _said(request: Fields, done: Transaction) -> dict[str, str]:
    if not done.approved:
        return _not_done(request, caisse_ap.REFUSED, private=done.intent_id)
    return {
        "CZ": request["CZ"], "CJ": request["CJ"], "CA": request["CA"], "CB": f"{abs(done.amount_cents):012d}",
        "CD": caisse_ap.CREDIT if done.amount_cents < 0 else caisse_ap.DEBIT, "CE": request["CE"], "AE": caisse_ap.DONE, "AA": CARD,
        "AC": AUTHORISATION, caisse_ap.PRIVATE: done.intent_id,
    }  # fmt: skip


def _not_done(request: Fields, reason: str, *, private: str) -> dict[str, str]:
    return {"CZ": request["CZ"], "CJ": request["CJ"], "CA": request["CA"], "AE": caisse_ap.NOT_DONE, "AF": reason, caisse_ap.PRIVATE: private}


def _send(client: socket.socket, said: dict[str, str], manner: Manner) -> None:
    if manner is Manner.OTHER_AMOUNT:
        said = {**said, "CB": f"{int(said['CB']) + 1:012d}"}
    if manner is Manner.WHOLE_CARD_NUMBER:
        said = {**said, "AA": "4970101234567893", "ZT": "CARTE 4970 1012 3456 7893"}
    if manner is Manner.FOREIGN_FIRST:
        client.sendall(caisse_ap.encode({**said, caisse_ap.PRIVATE: "an earlier customer"}))
    content = caisse_ap.encode(said)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for piece in [content[at : at + 7] for at in range(0, len(content), 7)] if manner is Manner.IN_PIECES else [content]:
        client.sendall(piece)
