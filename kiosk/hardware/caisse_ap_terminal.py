"""A card terminal that speaks Caisse-AP over TCP. Semi-integrated: amount and reference go out, an answer without a card number comes back.

Before the first byte has left nothing can have happened; from then on a missing, foreign or torn answer is *unknown*, and an unknown
payment is asked about (the terminal's *duplicata*), never sent again. Runs on the terminal's own thread; ``interrupt`` from any.
"""

from __future__ import annotations

import contextlib
import logging
import socket
from collections.abc import Iterator

from kiosk.hardware import caisse_ap
from kiosk.hardware.caisse_ap import Fields, NotCaisseAp
from kiosk.hardware.faults import CardTimedOut, TerminalAmountDiffers, TerminalAway, TerminalBusy, TerminalMute, TerminalRefused, TerminalUnreachable
from kiosk.hardware.ports import CardAnswer, CardOutcome
from kiosk.hardware.printer_line import Deadline

CONNECT_TIMEOUT_MS = 5_000
READ_BYTES = 4_096
SETTLE_MS = 200
GIVEN_UP = (caisse_ap.ABANDONED, caisse_ap.TIMED_OUT, caisse_ap.OPERATOR_ABANDONED)
log = logging.getLogger(__name__)


class CaisseApTerminal:
    """One terminal at one address. ``pay`` and ``resolve`` are called by one thread."""

    def __init__(self, host: str, port: int = 8888, *, till: str = "01") -> None:
        self._address = (host, port)
        self._till = till
        self._line: socket.socket | None = None

    def answers(self) -> bool:
        """Whether anybody is at its address; asks it nothing."""
        try:
            socket.create_connection(self._address, timeout=CONNECT_TIMEOUT_MS / 1000).close()
        except OSError:
            return False
        return True

    def pay(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        deadline = Deadline(deadline_ms)
        try:
            line = socket.create_connection(self._address, timeout=deadline.within(CONNECT_TIMEOUT_MS).left_s())
        except OSError:
            return CardAnswer(CardOutcome.NOT_SENT, amount_cents, error=TerminalUnreachable())
        with self._kept(line):
            fields = self._ask(line, caisse_ap.payment(till=self._till, intent_id=intent_id, amount_cents=amount_cents), intent_id, deadline)
        if fields is None:
            return CardAnswer(CardOutcome.UNKNOWN, amount_cents, error=TerminalMute())
        return _answer(fields, amount_cents)

    def resolve(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        deadline = Deadline(deadline_ms)
        try:
            line = socket.create_connection(self._address, timeout=deadline.within(CONNECT_TIMEOUT_MS).left_s())
        except OSError:
            return CardAnswer(CardOutcome.UNKNOWN, amount_cents, error=TerminalAway())
        with self._kept(line):
            fields = self._ask(line, caisse_ap.duplicate(till=self._till, intent_id=intent_id), None, deadline)
        if fields is None:
            return CardAnswer(CardOutcome.UNKNOWN, amount_cents, error=TerminalMute())
        if fields.get(caisse_ap.PRIVATE) != intent_id:
            return CardAnswer(CardOutcome.NOT_FOUND, amount_cents)
        return _answer(fields, amount_cents)

    def interrupt(self) -> None:
        line = self._line
        if line is not None:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    @contextlib.contextmanager
    def _kept(self, line: socket.socket) -> Iterator[None]:
        self._line = line
        try:
            yield
        finally:
            self._line = None
            with contextlib.suppress(OSError):
                line.close()

    def _ask(self, line: socket.socket, request: Fields, private: str | None, deadline: Deadline) -> dict[str, str] | None:
        """The answer that carries ``private`` back, whatever else the terminal says before; None when there is none in time."""
        try:
            line.settimeout(deadline.left_s())
            line.sendall(caisse_ap.encode(request))
            while not deadline.is_over():
                messages = _read(line, deadline)
                for fields in messages:
                    if private is None or fields.get(caisse_ap.PRIVATE) == private:
                        return fields
                    log.warning("the terminal answered for another payment: left aside")
                if not messages:
                    return None
        except (OSError, NotCaisseAp) as error:
            log.warning("the terminal's answer did not come through: %s", type(error).__name__)
        return None


def _read(line: socket.socket, deadline: Deadline) -> list[dict[str, str]]:
    """Whole messages, in however many pieces they come; none when the line ended before."""
    content = bytearray()
    whole: list[dict[str, str]] = []
    while not deadline.is_over():
        line.settimeout(min(deadline.left_s(), SETTLE_MS / 1000) if whole else deadline.left_s())
        try:
            piece = line.recv(READ_BYTES)
        except TimeoutError:
            return whole
        if not piece:
            return whole
        content += piece
        messages = caisse_ap.decode(bytes(content))
        whole = messages if all("AE" in message for message in messages) else []
    return whole


def _answer(fields: Fields, amount_cents: int) -> CardAnswer:
    """What the terminal's words mean. Anything but a clear *done* of this very amount, or a clear *not done*, stays unknown."""
    said_cents = caisse_ap.signed_cents(fields)
    reference, tail = fields.get("AC") or None, caisse_ap.card_tail(fields)
    if fields.get("AE") == caisse_ap.DONE:
        if said_cents is None or abs(said_cents) != abs(amount_cents):
            return CardAnswer(CardOutcome.UNKNOWN, said_cents or 0, reference, TerminalAmountDiffers(), tail)
        return CardAnswer(CardOutcome.APPROVED, amount_cents, reference, None, tail)
    if fields.get("AE") != caisse_ap.NOT_DONE:
        return CardAnswer(CardOutcome.UNKNOWN, amount_cents, error=TerminalMute())
    match fields.get("AF"):
        case caisse_ap.REFUSED:
            return CardAnswer(CardOutcome.REFUSED, amount_cents, error=TerminalRefused(), card_tail=tail)
        case caisse_ap.FORBIDDEN:
            return CardAnswer(CardOutcome.NOT_SENT, amount_cents, error=TerminalBusy())
        case reason if reason in GIVEN_UP:
            return CardAnswer(CardOutcome.CANCELLED, amount_cents, error=CardTimedOut())
        case _:
            return CardAnswer(CardOutcome.REFUSED, amount_cents, error=TerminalRefused(), card_tail=tail)
