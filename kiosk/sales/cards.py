"""A card payment: its intent is durable before the terminal is asked, so that no answer is ever lost or guessed. Pure.

asked → approved → (ticket) | refused. What is still *asked* after a restart is put to a person, or to the terminal again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.basics.money import Money
from kiosk.errors import Refused
from kiosk.sales.tender_rules import looks_like_a_card

CARD_TAIL = re.compile(r"[0-9]{4}")


class CardNotConfirmed(Refused):
    """The terminal did not approve this amount for this basket."""

    code = "sales.card_not_confirmed"


class CardAlreadyAnswered(Refused):
    """This payment was settled before."""

    code = "sales.card_already_answered"


class CardNumberRefused(Refused):
    """What was typed as a reference looks like a card number: it is not stored (SEC-05)."""

    code = "sales.card_number_refused"


class IntentState(StrEnum):
    """Where a card payment stands."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"


class AnsweredBy(StrEnum):
    """Whose word it is."""

    TERMINAL = "terminal"
    """The terminal said it itself."""
    PERSON = "person"
    """Somebody read it off the terminal, or off its paper."""


@dataclass(frozen=True, slots=True)
class CardAnswered:
    """What became of it. ``reference`` is the terminal's authorisation, ``card_tail`` the end of the card's number (SEC-05)."""

    approved: bool
    by: AnsweredBy
    reference: str | None = None
    card_tail: str | None = None


@dataclass(frozen=True, slots=True)
class CardIntent:
    """An amount asked of the terminal for a basket, negative when it is paid back; ``card_tail`` is the end of the card's number (SEC-05)."""

    intent_id: str
    basket_id: str
    amount: Money
    created_at_utc: str
    state: IntentState = IntentState.ASKED
    answered_at_utc: str | None = None
    reference: str | None = None
    ticket_id: str | None = None
    card_tail: str | None = None
    answered_by: AnsweredBy | None = None

    def answered(self, answer: CardAnswered, *, at_utc: str) -> CardIntent:
        """With what became of it; CardAlreadyAnswered, CardNumberRefused."""
        check_reference(answer.reference)
        check_card_tail(answer.card_tail)
        if self.state is not IntentState.ASKED:
            raise CardAlreadyAnswered
        state = IntentState.APPROVED if answer.approved else IntentState.REFUSED
        return replace(self, state=state, answered_at_utc=at_utc, reference=answer.reference, card_tail=answer.card_tail, answered_by=answer.by)

    def pays(self, *, basket_id: str, amount: Money) -> bool:
        """Whether it may stand as a tender now."""
        return self.state is IntentState.APPROVED and self.ticket_id is None and self.basket_id == basket_id and self.amount == amount


def check_reference(reference: str | None) -> None:
    """CardNumberRefused for anything that could be the number of a card."""
    if reference is not None and looks_like_a_card(reference):
        raise CardNumberRefused


def check_card_tail(card_tail: str | None) -> None:
    """CardNumberRefused for anything but the four last digits, as the terminal prints them."""
    if card_tail is not None and not CARD_TAIL.fullmatch(card_tail):
        raise CardNumberRefused
