"""What the sheet of an invoice shows, derived from what was issued and where it can go. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.sales.delivery import Delivery
from kiosk.sales.invoice_service import NOBODY_KNOWN, Addressee
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.ui.viewmodels.receipt_props import masked


@dataclass(frozen=True, slots=True)
class InvoiceFacts:
    """``issued`` is the invoice that the ticket on show has; ``ready`` once its file is stored. ``mailed`` is the newest mail with it."""

    ticket_number: str = ""
    offered: bool = False
    open: bool = False
    addressee: Addressee = NOBODY_KNOWN
    issued: StoredInvoice | None = None
    ready: bool = False
    mails: bool = False
    mailed: Delivery | None = None
    folders: tuple[Path, ...] = ()
    saved: str = ""
    fault: str = ""
    field: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A folder that takes the file; ``name`` is a drive's, "" for the kiosk's own."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class InvoiceProps:
    """Finished words for QML; ``wrong`` names the field to look at again, ``known_…`` is what the customer's file says."""

    offered: bool = False
    open: bool = False
    number: str = ""
    company: str = ""
    credit: bool = False
    ready: bool = False
    known_name: str = ""
    known_siren: str = ""
    known_vat: str = ""
    known_street: str = ""
    known_town: str = ""
    known_email: str = ""
    can_mail: bool = False
    mail_state: str = ""
    mail_address: str = ""
    saved_as: str = ""
    fault: str = ""
    wrong: str = ""
    busy: bool = False


def derive(facts: InvoiceFacts) -> InvoiceProps:
    issued, known, mailed = facts.issued, facts.addressee.company, facts.mailed
    street, town = (", ".join(known.address[:-1]), known.address[-1]) if known.address else ("", "")
    return InvoiceProps(
        offered=facts.offered, open=facts.open, number="" if issued is None else issued.number,
        company="" if issued is None else issued.paper.buyer.name, credit=issued is not None and issued.paper.credit, ready=facts.ready,
        known_name=known.name, known_siren=known.siret or known.siren, known_vat=known.vat_number, known_street=street, known_town=town,
        known_email=facts.addressee.email, can_mail=facts.mails and facts.ready, mail_state="" if mailed is None else mailed.state.value,
        mail_address="" if mailed is None else masked(mailed.address or ""), saved_as=facts.saved, fault=facts.fault, wrong=facts.field, busy=facts.busy,
    )  # fmt: skip


def place_rows(facts: InvoiceFacts) -> tuple[PlaceRow, ...]:
    """The kiosk's own folder stands first."""
    return tuple(PlaceRow(str(path), "" if place == 0 else path.name) for place, path in enumerate(facts.folders))
