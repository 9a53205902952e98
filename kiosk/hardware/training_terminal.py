"""The card terminal of a training till: it answers by itself, and no card and no bank is ever asked (FIS-13)."""

from __future__ import annotations

from kiosk.hardware.ports import CardAnswer, CardOutcome

REFERENCE = "FORMATION"


class TrainingTerminal:
    """Approves whatever it is asked."""

    def pay(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        return CardAnswer(CardOutcome.APPROVED, amount_cents, REFERENCE)

    def resolve(self, *, intent_id: str, amount_cents: int, deadline_ms: int) -> CardAnswer:
        """Nothing was ever asked of anybody: what stands open after a crash was not paid."""
        return CardAnswer(CardOutcome.CANCELLED, amount_cents)

    def interrupt(self) -> None:
        """It never waits."""
