"""Double entry: each fact of the journal becomes one balanced entry in one accounting journal. Pure.

The detail stays: one entry per document, never a day's sum (FEC-03, BOI-CF-IOR-60-40-20). What is given back stands on the debit side of the
turnover it takes back, not as a negative credit. The worked example that the accounts follow stands in compliance section 5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from kiosk.accounting.chart import Account, Chart, JournalOf, MarginMethod, Use
from kiosk.accounting.facts import (
    Bought,
    CashMoved,
    DayClosed,
    DepositReleased,
    DrawerClosed,
    DrawerOpened,
    Fact,
    Invoiced,
    PaidLine,
    PaidTender,
    Place,
    TicketPaid,
)
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import ProductKind
from kiosk.errors import Damaged
from kiosk.sales.tenders import CASH, VOUCHER
from kiosk.sales.ticket_line import LineKind

MOVED_BY_DOCUMENTS = frozenset({"sale", "refund", "trade_in"})
TENDER_USE = {"card": Use.CARD, "cheque": Use.CHEQUE, "transfer": Use.TRANSFER, "gift_card": Use.GIFT_CARDS, "deposit": Use.DEPOSITS}
VOUCHER_USE = {"trade_in": Use.TRADE_IN_CREDIT, "credit": Use.STORE_CREDIT, "gift_card": Use.GIFT_CARDS, "deposit": Use.DEPOSITS}


class EntryUnbalanced(Damaged):
    """What a document says does not add up: its books cannot be made."""

    code = "accounting.entry_unbalanced"


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line of an entry; one of the two sides is zero and none is negative."""

    account: Account
    debit: Money
    credit: Money


@dataclass(frozen=True, slots=True)
class BookEntry:
    """``piece`` is the number of the document that proves it."""

    place: Place
    journal: JournalOf
    piece: str
    text: str
    lines: tuple[BookLine, ...]

    def balance(self, *uses: Use) -> Money:
        """Debits less credits of some accounts."""
        return Money.total(line.debit - line.credit for line in self.lines if line.account.use in uses)


Posting = tuple[Account, Money]
"""An account and what it is debited; credited when negative."""


def entry_of(fact: Fact, chart: Chart) -> BookEntry | None:
    """The entry that a fact asks for, None when it moves no money; EntryUnbalanced, AccountMissing."""
    match fact:
        case TicketPaid():
            return _entry(chart, fact.place, JournalOf.SALES, fact.number, fact.kind.value, [*_settled(fact, chart), *_sold(fact, chart)])
        case Bought():
            return _entry(chart, fact.place, JournalOf.PURCHASES, fact.number, "purchase", _bought(fact, chart))
        case DrawerOpened() | DrawerClosed():
            return _counted(fact, chart)
        case CashMoved():
            return _moved(fact, chart)
        case DepositReleased():
            owed = [(chart.account(Use.DEPOSITS, fact.place.day), fact.amount), (chart.account(Use.STORE_CREDIT, fact.place.day), -fact.amount)]
            return _entry(chart, fact.place, JournalOf.SALES, fact.number, "deposit_released", owed)
        case Invoiced() | DayClosed():
            return None
        case _:
            assert_never(fact)


def margin_vat_entry(chart: Chart, place: Place, *, piece: str, tax: Money) -> BookEntry | None:
    """With the global method: the VAT of a month's margin, taken out of its turnover (MAR-05)."""
    turnover, vat = chart.account(Use.SALES_USED, place.day), chart.account(Use.MARGIN_VAT, place.day)
    return _entry(chart, place, JournalOf.VAT, piece, "margin_vat", [(turnover, tax), (vat, -tax)])


def _settled(ticket: TicketPaid, chart: Chart) -> list[Posting]:
    """What the customer gave, the change already taken off the cash; what the customer got, when it is negative."""
    day = ticket.place.day
    given = [(chart.account(_use_of(tender), day), tender.amount) for tender in ticket.tenders if tender.kind != CASH]
    return [(chart.account(Use.CASH, day), ticket.cash_kept), *given]


def _use_of(tender: PaidTender) -> Use:
    """A voucher that is given out is a credit note; one whose kind the journal does not say is of the first day: a trade-in's."""
    if tender.kind != VOUCHER:
        return TENDER_USE.get(tender.kind, Use.WAITING)
    if tender.voucher_kind is None:
        return Use.STORE_CREDIT if tender.amount.amount_cents < 0 else Use.TRADE_IN_CREDIT
    return VOUCHER_USE.get(tender.voucher_kind, Use.WAITING)


def _sold(ticket: TicketPaid, chart: Chart) -> list[Posting]:
    return [posting for line in ticket.lines for posting in _sold_line(line, ticket.place, chart)]


def _sold_line(line: PaidLine, place: Place, chart: Chart) -> list[Posting]:
    day = place.day
    if line.kind is LineKind.NON_SALE:
        return [(chart.account(_liability(line), day), -line.gross)]
    if line.on_margin:
        inside = line.margin_tax if chart.method(day) is MarginMethod.UNIT else ZERO
        return [(chart.account(Use.SALES_USED, day), inside - line.gross), (chart.account(Use.MARGIN_VAT, day), -inside)]
    turnover = Use.SALES_SERVICES if line.service else Use.SALES_GOODS
    return [(chart.account(turnover, day), -line.net), (chart.account(Use.VAT, day, rate_bp=line.rate_bp), -line.tax)]


def _liability(line: PaidLine) -> Use:
    """Money taken for later is owed to the customer until it is used (RCP-11)."""
    match line.product_kind:
        case ProductKind.GIFT_CARD:
            return Use.GIFT_CARDS
        case ProductKind.DEPOSIT:
            return Use.DEPOSITS
        case _:
            return Use.WAITING


def _bought(fact: Bought, chart: Chart) -> list[Posting]:
    """The device at its market value. A bonus that the first day's vouchers held as money is a discount granted, never a cost (TRD-01).

    Paid by transfer it is owed to the seller until the bank's statement, which the accountant books: money that the till does not see is not its.
    """
    day = fact.place.day
    cost = (chart.account(Use.PURCHASES_MARGIN if fact.on_margin else Use.PURCHASES_ORDINARY, day), fact.market_value)
    if fact.credit is None:
        return [cost, (chart.account(Use.SELLERS_TO_PAY if fact.owed else Use.CASH, day), -fact.market_value)]
    bonus = (chart.account(Use.TRADE_IN_BONUS, day), fact.credit - fact.market_value)
    return [cost, bonus, (chart.account(Use.TRADE_IN_CREDIT, day), -fact.credit)]


def _counted(fact: DrawerOpened | DrawerClosed, chart: Chart) -> BookEntry | None:
    """What was counted more or less than expected comes into the books, so that they say what is in the drawer; the rest went to the safe."""
    day, difference = fact.place.day, fact.difference
    dropped = fact.dropped if isinstance(fact, DrawerClosed) else ZERO
    other = chart.account(Use.CASH_SHORT if difference.amount_cents < 0 else Use.CASH_OVER, day)
    postings = [(chart.account(Use.CASH, day), difference - dropped), (other, -difference), (chart.account(Use.SAFE, day), dropped)]
    return _entry(chart, fact.place, JournalOf.CASH, fact.number, "drawer_counted", postings)


def _moved(fact: CashMoved, chart: Chart) -> BookEntry | None:
    """Cash of tickets and purchases stands in their own entries; any other by its reason."""
    if fact.reason in MOVED_BY_DOCUMENTS:
        return None
    day, text = fact.place.day, "cash_in" if fact.amount.amount_cents > 0 else "cash_out"
    postings = [(chart.account(Use.CASH, day), fact.amount), (chart.account(chart.cash_use(fact.reason), day), -fact.amount)]
    return _entry(chart, fact.place, JournalOf.CASH, fact.number, text, postings)


def _entry(chart: Chart, place: Place, journal: JournalOf, piece: str, text: str, postings: Iterable[Posting]) -> BookEntry | None:
    """Postings of one account and side become one line, debits first; None when nothing is left. EntryUnbalanced."""
    debits: dict[Account, Money] = {}
    credits: dict[Account, Money] = {}
    for account, amount in postings:
        side = credits if amount.amount_cents < 0 else debits
        if amount:
            side[account] = side.get(account, ZERO) + (-amount if side is credits else amount)
    if Money.total(debits.values()) != Money.total(credits.values()):
        raise EntryUnbalanced(piece=piece)
    lines = [BookLine(account, amount, ZERO) for account, amount in debits.items()]
    lines += [BookLine(account, ZERO, amount) for account, amount in credits.items()]
    return BookEntry(place, journal, piece, chart.texts[text].format(number=piece), tuple(lines)) if lines else None
