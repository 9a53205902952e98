"""What the books need of a journal entry, as frozen values. Amounts have the sign they have on the document. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import ProductKind
from kiosk.sales.tax import Scheme
from kiosk.sales.tenders import CASH
from kiosk.sales.ticket import TicketKind
from kiosk.sales.ticket_line import LineKind


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Which entry of which till says it; ``day`` is the shop's own, and comes first in the order of the books."""

    day: date
    shop: str
    till: str
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One line of a ticket. ``product_kind`` is None in journals written before tickets said it."""

    kind: LineKind
    product_kind: ProductKind | None
    unit_id: str | None
    label: str
    gross: Money
    scheme: Scheme
    rate_bp: int
    net: Money
    tax: Money
    purchase_price: Money | None
    margin_tax: Money
    original_number: str | None = None

    @property
    def on_margin(self) -> bool:
        """Turnover under the margin scheme."""
        return self.kind is LineKind.SALE and self.scheme is Scheme.MARGIN

    @property
    def ordinary(self) -> bool:
        """Turnover whose net and VAT are its own."""
        return self.kind is LineKind.SALE and self.scheme is not Scheme.MARGIN

    @property
    def service(self) -> bool:
        """Work, not goods."""
        return self.product_kind is ProductKind.SERVICE


@dataclass(frozen=True, slots=True)
class PaidTender:
    """One way in which a ticket was settled; ``voucher_kind`` is None where the journal does not say it."""

    kind: str
    amount: Money
    voucher_id: str | None = None
    voucher_kind: str | None = None


@dataclass(frozen=True, slots=True)
class TicketPaid:
    """A sale, a refund or an exchange."""

    place: Place
    ticket_id: str
    number: str
    kind: TicketKind
    total: Money
    change: Money
    lines: tuple[PaidLine, ...]
    tenders: tuple[PaidTender, ...]
    original_number: str | None = None
    session_id: str = ""

    @property
    def cash_kept(self) -> Money:
        """What the drawer has more than before."""
        return Money.total(tender.amount for tender in self.tenders if tender.kind == CASH) - self.change

    def origin_of(self, line: PaidLine) -> str | None:
        """The number of the ticket that sold what this line takes back; None for what is sold now."""
        back = line.gross.amount_cents < 0 or self.kind is TicketKind.REFUND
        return (line.original_number or self.original_number) if back else None


@dataclass(frozen=True, slots=True)
class Bought:
    """A device bought from a customer. ``credit`` is what its voucher is worth as a tender, None when it was paid in cash, out of the drawer
    session ``session_id``."""

    place: Place
    number: str
    unit_id: str
    serial: str
    register_number: str
    on_margin: bool
    market_value: Money
    credit: Money | None
    session_id: str = ""
    owed: bool = False
    """Paid by transfer: owed to the seller until the bank paid."""

    @property
    def cash_paid(self) -> Money:
        """What left the drawer."""
        return self.market_value if self.credit is None and not self.owed else ZERO


@dataclass(frozen=True, slots=True)
class DrawerOpened:
    """``opening_float`` was counted when the session began; ``difference`` is how much more than the session before had left."""

    place: Place
    session_id: str
    number: str
    opening_float: Money
    difference: Money = ZERO


@dataclass(frozen=True, slots=True)
class DrawerClosed:
    """``counted`` is None when nobody counted; ``dropped`` went to the safe after the count."""

    place: Place
    session_id: str
    number: str
    expected: Money
    counted: Money | None
    dropped: Money = ZERO

    @property
    def difference(self) -> Money:
        """Counted less expected; nothing when nobody counted."""
        return ZERO if self.counted is None else self.counted - self.expected


@dataclass(frozen=True, slots=True)
class CashMoved:
    """Cash put in or taken out without a ticket; ``amount`` is what the drawer has more, ``number`` names the paper or the session."""

    place: Place
    session_id: str
    number: str
    reason: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Invoiced:
    """A company asked for an invoice of this ticket in its name."""

    place: Place
    ticket_id: str


@dataclass(frozen=True, slots=True)
class DepositReleased:
    """A customer gave up a reserved device: what was paid on the ticket ``number`` is a credit note from now on."""

    place: Place
    number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class RateFigures:
    """What a closing says of one ordinary rate."""

    rate_bp: int
    net: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class DayClosed:
    """The figures that a numbered Z froze: those of the next ``ticket_count`` tickets that no closing has taken in yet."""

    place: Place
    number: str
    ticket_count: int
    total: Money
    rates: tuple[RateFigures, ...]
    margin_gross: Money
    margin_tax: Money
    tenders: tuple[tuple[str, Money], ...]


Fact = TicketPaid | Bought | DrawerOpened | DrawerClosed | CashMoved | Invoiced | DepositReleased | DayClosed
