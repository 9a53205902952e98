"""Tickets that another till of the shop sold: found through central, and taken back here once that till has given its right away (ADR 26).

Central knows every ticket that was sent. The right itself travels by the journal of who has it and the feed ``returns``: this room only asks and
waits until it has arrived. Without the network a till knows its own tickets, and says so.

All of it blocks for some seconds at most: never on the GUI thread, never on the ledger worker.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from kiosk.catalogue.codes import TicketNumber, decode
from kiosk.errors import KioskError, Unavailable
from kiosk.sales.after import originals
from kiosk.sales.after.right import ReturnElsewhere
from kiosk.sales.after.service import CARD_TAIL_DIGITS, ReturnService, day_and_total, identifiers_of
from kiosk.sales.tickets import TicketUnknown
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.sync.client import CentralClient, CentralFailed
from kiosk.sync.protocol import AskReturn, FindTickets, FoundTickets, ReturnAnswer, SoldTicket
from kiosk.sync.session import Line
from kiosk.sync.shop import shop_settings
from kiosk.sync.signing import Claim

ASK_TIMEOUT_S = 5.0
LOOKS, LOOK_EVERY_S = 80, 0.1
_CARD_AND_DAY = re.compile(r"[*•. ]*([0-9]{4}) +([0-9/]{3,10})")
T = TypeVar("T")


class TicketsOutOfReach(Unavailable):
    """Tickets of the other tills are asked of central, which does not answer now."""

    code = "sync.tickets_out_of_reach"


class ReturnOutOfReach(Unavailable):
    """The ticket is another till's (``till``), and central does not answer now: it is given back there."""

    code = "sync.return_out_of_reach"


class ReturnNotGiven(Unavailable):
    """The till that has the right (``till``) is off, without the network, or takes the goods back itself at this moment."""

    code = "sync.return_not_given"


@dataclass(frozen=True, slots=True)
class SoldElsewhere:
    """A ticket of another till, that till's name, and where goods of it come back now: this till's own too, once its right is elsewhere."""

    ticket: SoldTicket
    till_name: str
    held_at: str


class TicketsElsewhere:
    """What the shop's other tills sold. ``looks`` is how often it is looked whether a right has come, ``LOOK_EVERY_S`` apart."""

    def __init__(self, line: Line | None, returns: ReturnService, *, looks: int = LOOKS) -> None:
        self._line = line
        self._returns = returns
        self._looks = looks
        self._ended = threading.Event()

    def find(self, text: str) -> tuple[SoldElsewhere, ...]:
        """By number, by a device's IMEI, serial or their end, by the end of the card and the day (``4821 22/11``), by day (and amount). Newest first.

        TicketsOutOfReach.
        """
        line = self._line
        if line is None:
            raise TicketsOutOfReach
        seen: dict[str, SoldTicket] = {}
        for question in self._questions(text.strip()):
            seen |= {item.number: item for item in self._found(line, question).tickets}
        own = self._till(line).till_code
        others = (item for item in seen.values() if item.till_code != own or item.held_by != own)
        found = sorted(others, key=lambda item: (item.at_utc, item.number), reverse=True)
        return tuple(SoldElsewhere(item, self.till_name(item.till_code), self.till_name(item.held_by)) for item in found)

    def fetch(self, number: str) -> None:
        """The right to take back what a ticket sold comes to this till, and stays with it until another asks.

        ReturnOutOfReach, ReturnNotGiven, TicketUnknown. Asking again after a kill is harmless: what was given meanwhile is here.
        """
        line = self._line
        if line is None:
            raise ReturnOutOfReach(till=self.till_name(_till_of(number)))
        if self._has_come(line, number):
            return
        answer = self._wish(line, number, withdraw=False)
        if not answer.holder:
            raise TicketUnknown(number=number)
        for _ in range(self._looks):
            if self._has_come(line, number):
                return
            self._ended.wait(LOOK_EVERY_S)
        self._wish(line, number, withdraw=True)
        if not self._has_come(line, number):
            raise ReturnNotGiven(till=self.till_name(answer.holder), number=number)

    def till_name(self, till_code: str) -> str:
        """As the shop calls it."""
        if self._line is None:
            return till_code
        with self._line.database.read() as connection:
            shop = shop_settings(connection)
        return till_code if shop is None else shop.tills.get(till_code, till_code)

    def _questions(self, text: str) -> tuple[FindTickets, ...]:
        today = self._returns.today()
        asked = day_and_total(text, today=today)
        if asked is not None:
            return (FindTickets(day=asked[0].isoformat(), total_cents=asked[1].amount_cents if asked[1] else None),)
        both = _CARD_AND_DAY.fullmatch(text)
        day = day_and_total(both.group(2), today=today) if both else None
        if both is not None and day is not None:
            return (FindTickets(card_tail=both.group(1), day=day[0].isoformat()),)
        code = decode(text)
        if isinstance(code, TicketNumber):
            return (FindTickets(number=code.text),)
        tail = "".join(character for character in text if character not in " •*")
        units = self._returns.units_named((*identifiers_of(code), tail))
        by_unit = (FindTickets(unit_ids=units),) if units else ()
        by_card = (FindTickets(card_tail=tail),) if len(tail) == CARD_TAIL_DIGITS and tail.isdigit() else ()
        return (*by_unit, *by_card)

    def _has_come(self, line: Line, number: str) -> bool:
        with line.database.read() as connection:
            try:
                originals.original_of(connection, number, till_code=self._till(line).till_code)
            except (TicketUnknown, ReturnElsewhere):
                return False
        return True

    def _found(self, line: Line, question: FindTickets) -> FoundTickets:
        return self._ask(line, lambda client: client.find_tickets(question, timeout_s=ASK_TIMEOUT_S), TicketsOutOfReach())

    def _wish(self, line: Line, number: str, *, withdraw: bool) -> ReturnAnswer:
        refusal = ReturnOutOfReach(till=self.till_name(_till_of(number)), number=number)
        return self._ask(line, lambda client: client.ask_return(AskReturn(number, withdraw), timeout_s=ASK_TIMEOUT_S), refusal)

    def _ask(self, line: Line, question: Callable[[CentralClient], Awaitable[T]], refusal: KioskError) -> T:
        async def ask() -> T:
            till = self._till(line)
            client = CentralClient(line.central_url, clock=line.clock, key=line.key, claim=Claim(till.shop_id, till.till_code, line.key.public.key_id))
            try:
                return await question(client)
            finally:
                await client.close()

        try:
            return asyncio.run(ask())
        except CentralFailed as error:
            raise refusal from error

    @staticmethod
    def _till(line: Line) -> TillIdentity:
        with line.database.read() as connection:
            found = till_identity(connection)
        assert found is not None, "only a till sells"
        return found


def _till_of(number: str) -> str:
    """``L01-K1-000123`` was sold by K1."""
    parts = number.split("-")
    return parts[1] if len(parts) > 1 else number
