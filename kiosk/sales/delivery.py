"""A receipt or an invoice on its way to the customer without paper: shown as a QR code, or waiting to be mailed by central. Nouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.documents.papers import Receipt

INVOICE_CHANNEL = "invoice"


class DeliveryState(StrEnum):
    """``sent`` and ``failed`` know no address any more."""

    SHOWN = "shown"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is handed over of one ticket without paper: its receipt, or (``invoice``) the invoice of that number.

    ``receipt`` and ``link`` are what leaves of a receipt; content and address are forgotten once they have left.
    """

    delivery_id: str
    ticket_id: str
    number: str
    channel: str
    state: DeliveryState
    created_at_utc: str
    copy_number: int = 0
    address: str | None = None
    receipt: Receipt | None = None
    link: str = ""
    attempts: int = 0
    reason: str | None = None
    invoice: str = ""
