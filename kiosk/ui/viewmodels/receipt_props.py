"""What the choice of a receipt shows, derived from what may be chosen and what has left. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.sales.delivery import DeliveryState
from kiosk.sales.receipt_policy import Channel


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """``sheet`` is the one in front: "", "qr" or "email"; ``mailed`` what became of the newest mail; ``consent`` the words of a yes to offers."""

    number: str = ""
    choices: tuple[Channel, ...] = ()
    consent: str = ""
    sheet: str = ""
    qr_source: str = ""
    link: str = ""
    qr_copy: int = 0
    mailed: DeliveryState | None = None
    address: str = ""
    fault: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptProps:
    """Finished words and figures for QML."""

    asked: bool = False
    can_show: bool = False
    can_mail: bool = False
    was_shown: bool = False
    handed_over: bool = False
    qr_open: bool = False
    qr_source: str = ""
    qr_copy: str = ""
    mail_open: bool = False
    consent: str = ""
    mail_state: str = ""
    mail_address: str = ""
    fault: str = ""
    busy: bool = False


def derive(facts: ReceiptFacts) -> ReceiptProps:
    return ReceiptProps(
        asked=Channel.NONE in facts.choices, can_show=Channel.QR in facts.choices, can_mail=Channel.EMAIL in facts.choices,
        was_shown=facts.qr_source != "", handed_over=facts.qr_source != "" or facts.mailed is not None, qr_open=facts.sheet == "qr",
        qr_source=facts.qr_source, qr_copy=str(facts.qr_copy) if facts.qr_copy else "", mail_open=facts.sheet == "email", consent=facts.consent,
        mail_state="" if facts.mailed is None else facts.mailed.value, mail_address=masked(facts.address), fault=facts.fault, busy=facts.busy,
    )  # fmt: skip


def masked(address: str) -> str:
    """``elodie.g…@orange.fr``: enough to be recognised by its owner on a screen that others see."""
    local, at, domain = address.partition("@")
    return f"{local[: max(1, min(8, len(local) - 2))]}…@{domain}" if at else ""
