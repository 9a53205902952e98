"""Facts as a journal says them, in one line each, and the chart of accounts that comes with the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.facts import Bought, PaidLine, PaidTender, Place, TicketPaid
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import ProductKind
from kiosk.sales.tax import Scheme
from kiosk.sales.ticket import TicketKind
from kiosk.sales.ticket_line import LineKind

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
CHART = load_chart(RESOURCES, Path("nowhere"))
DAY = date(2026, 11, 22)


def euros(text: str) -> Money:
    return Money.parse(text)


def place(seq: int = 1, day: date = DAY) -> Place:
    return Place(day, "L01", "K2", 1, seq)


def device(price: str, cost: str, tax: str, *, unit_id: str = "u1") -> PaidLine:
    return PaidLine(
        LineKind.SALE, ProductKind.UNIT, unit_id, "iPhone 13 · 128 Go", euros(price), Scheme.MARGIN, 2000, euros(price), ZERO, euros(cost), euros(tax)
    )


def goods(net: str, tax: str, *, rate_bp: int = 2000, kind: ProductKind = ProductKind.ACCESSORY) -> PaidLine:
    gross = euros(net) + euros(tax)
    return PaidLine(LineKind.SALE, kind, None, "Coque", gross, Scheme.STANDARD, rate_bp, euros(net), euros(tax), None, ZERO)


def work(net: str, tax: str, *, rate_bp: int = 2000) -> PaidLine:
    return goods(net, tax, rate_bp=rate_bp, kind=ProductKind.SERVICE)


def for_later(amount: str, kind: ProductKind | None) -> PaidLine:
    return PaidLine(LineKind.NON_SALE, kind, None, "Carte cadeau", euros(amount), Scheme.STANDARD, 0, euros(amount), ZERO, None, ZERO)


def ticket(
    seq: int, lines: list[PaidLine], *tenders: tuple[str, str] | PaidTender, kind: TicketKind = TicketKind.SALE, of: str | None = None,
    day: date = DAY, change: str = "0",
) -> TicketPaid:  # fmt: skip
    given = tuple(item if isinstance(item, PaidTender) else PaidTender(item[0], euros(item[1])) for item in tenders)
    total = Money.total(line.gross for line in lines if line.kind is LineKind.SALE)
    return TicketPaid(place(seq, day), f"id-{seq}", f"L01-K2-{seq:06d}", kind, total, euros(change), tuple(lines), given, of)


def bought(seq: int, price: str, *, credit: str | None = None, unit_id: str = "u1", day: date = DAY) -> Bought:
    worth = euros(credit) if credit else None
    return Bought(place(seq, day), f"L01-K2-A{seq:06d}", unit_id, "352668910000015", f"L01-K2-R{seq:06d}", True, euros(price), worth)
