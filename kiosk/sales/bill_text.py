"""A bill as ``kiosk price`` writes it: JSON for programs, a small table for people. Pure.

What the margin scheme hides (purchase price, margin, its VAT) stands in ``internal`` and nowhere else (CGI 297 E).
"""

from __future__ import annotations

from fractions import Fraction

from kiosk.basics.money import Money
from kiosk.sales.bill import Bill
from kiosk.sales.currencies import plain
from kiosk.sales.tax import LineAmounts, Scheme, TaxRow

JsonObject = dict[str, object]


def bill_json(bill: Bill) -> JsonObject:
    """Every amount is a string with the decimals of the currency; a margin line has neither ``net`` nor ``tax``."""
    places = bill.decimals
    totals = {"net": bill.priced.net, "tax": bill.priced.tax, "total": bill.priced.total}
    paying = bill.settlement
    paid = {"rounding": paying.rounding, "due": paying.due, "paid": paying.paid, "change": paying.change, "remaining": paying.remaining}
    figures: JsonObject = {
        "lines": [_line(line, places) for line in bill.priced.lines],
        "tax_table": [_row(row, places) for row in bill.priced.tax_table],
        **{name: _text(amount, places) for name, amount in (totals | paid).items()},
    }
    inside = _internal(bill.priced.lines, places)
    return figures | {"internal": inside} if inside else figures


def bill_table(bill: Bill) -> str:
    """One row per line and per total, for a person at a terminal."""
    figures = bill_json(bill)
    rows = [(line.line_id, _text(line.gross, bill.decimals)) for line in bill.priced.lines]
    rows += [(name, str(value)) for name, value in figures.items() if isinstance(value, str)]
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label:<{width}}  {value:>14}\n" for label, value in rows)


def rate_text(rate_percent: Fraction) -> str:
    """``20``, ``5.5`` or ``8.875``."""
    millionths = rate_percent * 1_000_000
    assert millionths.denominator == 1
    text = plain(int(millionths), decimals=6).rstrip("0")
    return text.rstrip(".")


def _line(line: LineAmounts, places: int) -> JsonObject:
    if line.tax.scheme is Scheme.MARGIN:
        return {"id": line.line_id, "gross": _text(line.gross, places)}
    return {"id": line.line_id, "net": _text(line.net, places), "tax": _text(line.tax_total, places), "gross": _text(line.gross, places)}


def _row(row: TaxRow, places: int) -> JsonObject:
    head: JsonObject = {"scheme": row.scheme.value, "rate_percent": rate_text(row.rate_percent)}
    shown = {} if row.scheme is Scheme.MARGIN else {"net": _text(row.net, places), "tax": _text(row.tax, places)}
    return head | shown | {"gross": _text(row.gross, places)}


def _internal(lines: tuple[LineAmounts, ...], places: int) -> JsonObject:
    inside = [(line.line_id, line.margin) for line in lines if line.margin]
    if not inside:
        return {}
    names = ("purchase_price", "margin", "net", "tax")
    rows = [{"id": line_id} | {name: _text(getattr(figures, name), places) for name in names} for line_id, figures in inside]
    sums = {name: _text(Money.total(getattr(figures, name) for _, figures in inside), places) for name in names}
    return {"lines": rows, **sums}


def _text(amount: Money, places: int) -> str:
    return plain(amount.amount_cents, decimals=places)
