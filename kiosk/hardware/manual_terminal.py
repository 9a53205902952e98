"""A card terminal that is not wired to the kiosk: the cashier types the amount on it and reads the answer off it."""

from __future__ import annotations

from kiosk.hardware.ports import CardAnswer, CardOutcome


class ManualTerminal:
    """Every question goes to the person at the counter, also the one after a restart."""

    def pay(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        return CardAnswer(CardOutcome.ASK_CASHIER, amount_cents)

    def resolve(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        return CardAnswer(CardOutcome.ASK_CASHIER, amount_cents)

    def interrupt(self) -> None:
        """Nobody waits here."""
