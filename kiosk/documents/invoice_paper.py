"""An invoice as finished content: parties, lines, taxes and notes of EN 16931 in our words; ``BT-…`` are that norm's terms. Nouns only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kiosk.basics.money import Money

STANDARD, EXEMPT = "S", "E"
_POSTCODE_CITY = re.compile(r"(\d{5})\s+(.+)")


@dataclass(frozen=True, slots=True)
class InvoiceParty:
    """Seller or buyer. ``siret`` and ``trade_name`` are the seller's; ``address`` ends with postcode and town."""

    name: str
    siren: str
    vat_number: str
    address: tuple[str, ...]
    siret: str = ""
    trade_name: str = ""
    country: str = "FR"

    @property
    def street(self) -> tuple[str, ...]:
        """The address without its last line when that names the town."""
        return self.address[:-1] if self.address and _POSTCODE_CITY.fullmatch(self.address[-1]) else self.address

    @property
    def postcode(self) -> str:
        return self._town()[0]

    @property
    def city(self) -> str:
        return self._town()[1]

    def _town(self) -> tuple[str, str]:
        found = _POSTCODE_CITY.fullmatch(self.address[-1]) if self.address else None
        return ("", "") if found is None else (found.group(1), found.group(2))


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One line; ``net`` is what it adds to the invoice before tax. A margin line is category E and its net is its price."""

    label: str
    quantity: int
    net: Money
    category: str
    rate_bp: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class InvoiceTax:
    """All lines of one category and rate; ``reason`` and ``reason_code`` say why none is charged (BT-120, BT-121)."""

    category: str
    rate_bp: int
    net: Money
    tax: Money
    reason: str = ""
    reason_code: str = ""


@dataclass(frozen=True, slots=True)
class InvoiceNote:
    """A sentence the law wants on it; ``subject`` is its UNTDID 4451 code (PMT, PMD, AAB, REG)."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """``credit`` makes it a credit note, whose amounts are positive too; ``preceding`` is then the invoice that it corrects, with its day.

    ``payment_code`` is how most of it was paid (UNTDID 4461). Everything is paid: it was sold at a till.
    """

    number: str
    credit: bool
    issued_on: date
    sold_on: date
    ticket_number: str
    process: str
    seller: InvoiceParty
    buyer: InvoiceParty
    lines: tuple[InvoiceLine, ...]
    taxes: tuple[InvoiceTax, ...]
    payment_code: str
    payment_label: str
    notes: tuple[InvoiceNote, ...]
    currency: str = "EUR"
    preceding: tuple[str, date] | None = None

    @property
    def net(self) -> Money:
        return Money.total(line.net for line in self.lines)

    @property
    def tax(self) -> Money:
        return Money.total(row.tax for row in self.taxes)

    @property
    def gross(self) -> Money:
        return self.net + self.tax
