"""Random acts with the drawer, the day and its papers."""

from __future__ import annotations

from datetime import UTC, timedelta

from kiosk.basics.money import ZERO, Money
from kiosk.cash.counting import CountPurpose
from kiosk.cash.rules import Direction
from kiosk.sales.cash_service import CashMove
from kiosk.sales.drawer_closing import Ending
from tests.crash.random_hands import Hands

FLOAT = Money(15_000)
OPENING_HOUR = 8


class RandomDrawer:
    """Every act is a whole use case and gives back a word for it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._draw = hands.draw
        self._services = hands.services

    def open_session(self) -> str:
        """With the float, or a little less than the session before left."""
        self._services.drawer.open_session(FLOAT - Money(self._draw.choice((0, 0, 5))), person=self._hands.sophie)
        return "drawer"

    def cash_in(self) -> str:
        return self._move(Direction.IN)

    def cash_out(self) -> str:
        return self._move(Direction.OUT)

    def _move(self, direction: Direction) -> str:
        reason = self._draw.choice(self._services.cash.reasons(direction))
        self._services.cash.move(CashMove(reason.code, Money(self._draw.randrange(100, 5001)), note="essai"), person=self._hands.sophie)
        return f"moved {direction.value}"

    def drop(self) -> str:
        self._services.cash.drop(Money(self._draw.randrange(1000, 10_001)), envelope=str(self._draw.randrange(10**6)), person=self._hands.sophie)
        return "dropped"

    def open_without_sale(self) -> str:
        self._services.cash.open_without_sale(self._draw.choice(("change_roll", "look")), note="essai", person=self._hands.sophie)
        return "opened"

    def read_x(self) -> str:
        """A running reading on paper."""
        self._services.cash.print_x(person=self._hands.sophie)
        return "read X"

    def check(self) -> str:
        """A count in between."""
        (session,) = self._services.drawer.sessions()
        self._services.drawer.count(session.session_id, self._found(), purpose=CountPurpose.CHECK, person=self._hands.sophie)
        return "checked"

    # ── the end of a session, and of the day ───────────────────────────────────────────────────────────────────────
    def count_and_close(self) -> str:
        """In two steps: the count stands, then the session ends with it, and what is not left for tomorrow goes to the safe."""
        (session,) = self._services.drawer.sessions()
        counted = self._found()
        self._services.drawer.count(session.session_id, counted, purpose=CountPurpose.CLOSING, person=self._hands.sophie)
        left = min(counted, FLOAT) if self._draw.random() < 0.5 else None
        ending = Ending(reason="essai", left=left, envelope="E-000112")
        self._services.drawer.close_session(counted, person=self._hands.sophie, session_id=session.session_id, ending=ending)
        return f"counted {session.number}"

    def close_day(self) -> str:
        """With a drawer that is counted before, counted with the day, or by nobody."""
        way = self._draw.random()
        if way < 0.5:
            self.count_and_close()
        counted = self._found() if 0.5 <= way < 0.9 else None
        done = self._services.closing.close_day(person=self._hands.sophie, counted=counted)
        self._sleep()
        return f"closed {done.number}"

    def copy_closing(self) -> str:
        closings = self._hands.ask("SELECT document_id FROM print_job WHERE document_number LIKE 'L01-__-Z%' ORDER BY rowid DESC LIMIT 10")
        if not closings:
            return "no Z to copy"
        return f"Z copy {self._services.closing.reprint(self._draw.choice(closings), person=self._hands.sophie)}"

    def _found(self) -> Money:
        """What is in the drawer; now and then some cents are missing, or too much."""
        return max(self._hands.expected() + Money(self._draw.choice((0, 0, 0, 0, -1, 200, -5000))), ZERO)

    def _sleep(self) -> None:
        """Until the shop opens again."""
        clock = self._hands.till.clock
        clock.set_wall((clock.now_utc() + timedelta(days=1)).astimezone(UTC).replace(hour=OPENING_HOUR, minute=0, second=0))
