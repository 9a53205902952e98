"""Which receipt a ticket gets: printed by itself where the law wants it in writing, asked for otherwise (RCP-01, RCP-02, RCP-06). Pure.

Tickets have not been printed unasked since 1 August 2023 (C. env. L. 541-15-10), except for durable goods that bear the mention of
their guarantee and for money given back (D. 541-371). Services from 25 € want a note whatever the customer says (arrêté 83-50/A).
"""

from __future__ import annotations

from enum import StrEnum

from kiosk.basics.money import Money
from kiosk.catalogue.products import ProductKind
from kiosk.sales.basket import Basket
from kiosk.sales.rules import Cause, ReceiptRule
from kiosk.sales.ticket import Ticket
from kiosk.sales.ticket_line import LineKind


class Channel(StrEnum):
    """How a receipt reaches the customer. The order is that of the screen: what asks for the least data first (SEC-01)."""

    QR = "qr"
    PRINT = "print"
    EMAIL = "email"
    NONE = "none"


def causes_of(ticket: Ticket, basket: Basket, rule: ReceiptRule) -> tuple[Cause, ...]:
    """Why this ticket's receipt leaves by itself; empty when the customer is asked."""
    there = {
        Cause.ALWAYS: True,
        Cause.DURABLE: any(line.product.durable for line in basket.lines if line.back is None),
        Cause.SERVICE_NOTE: bool(service_total(ticket, basket)) and service_total(ticket, basket) >= rule.service_note,
        Cause.MONEY_BACK: ticket.due.amount_cents < 0,
    }
    return tuple(cause for cause in Cause if cause in rule.automatic_on and there[cause])


def choices(causes: tuple[Cause, ...]) -> tuple[Channel, ...]:
    """What the customer may choose; no receipt at all only where nothing makes one leave by itself."""
    return tuple(channel for channel in Channel if channel is not Channel.NONE or not causes)


def service_total(ticket: Ticket, basket: Basket) -> Money:
    """What the services on a ticket come to, tax included."""
    return Money.total(
        line.gross for line, source in zip(ticket.lines, basket.lines, strict=True)
        if source.product.kind is ProductKind.SERVICE and line.kind is LineKind.SALE
    )  # fmt: skip
