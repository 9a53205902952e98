"""A receipt on its way to the customer without paper: shown as a QR code, or waiting to be mailed by central. Nouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.documents.papers import Receipt


class DeliveryState(StrEnum):
    """``sent`` and ``failed`` know no address any more."""

    SHOWN = "shown"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One receipt handed over without paper. ``receipt`` and ``link`` are what leaves; both are forgotten once it has left."""

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
