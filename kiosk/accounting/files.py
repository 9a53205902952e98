"""The files of an export, as bytes. The same figures give the same bytes: no time of making, no path, no order by chance. Pure.

Lists are CSV with ``;`` between columns and a comma in amounts, as a spreadsheet in France opens them. ``docs/accounting.md`` tells what stands where.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.accounting.books import Books, Span
from kiosk.accounting.fec import amount_text, fec_bytes, file_name
from kiosk.accounting.flux import Group, group_content
from kiosk.accounting.global_margin import GlobalMonth
from kiosk.accounting.margin_ledger import MarginRow, MonthTotal, month_totals
from kiosk.basics.money import ZERO, Money
from kiosk.basics.progress import Doing, Stages

FLUX_FORMAT = "kiosk-flux-10.3-1"
FLUX_COLUMNS = ("TT-13", "TT-77", "TT-78", "TT-81", "reading", "TT-82", "TT-83", "TT-85", "TT-86", "TT-87", "TT-88")
MARGIN_COLUMNS = (
    "month", "sold_on", "sale_number", "unit_id", "serial", "label", "register_number", "purchase_number", "bought_on", "purchase_price", "price",
    "margin", "vat_rate", "vat",
)  # fmt: skip
MONTH_COLUMNS = ("month", "devices", "purchase_price", "price", "margin", "vat")
GLOBAL_COLUMNS = ("month", "purchases", "carried_in", "stock_decrease", "sales", "margin", "vat_rate", "net", "vat", "carried_out")


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that is not written yet."""

    name: str
    content: bytes


def fec_file(books: Books, span: Span, *, siren: str, stages: Stages) -> tuple[MadeFile, int]:
    """The file and how many lines of entries stand in it; PeriodRefused when the period leaves its fiscal year."""
    entries, first_number = books.entries(span, watch=stages.watch(Doing.RECKONING))
    content = fec_bytes(entries, books.chart, first_number=first_number, watch=stages.watch(Doing.SETTING))
    return MadeFile(file_name(siren, books.chart, span.last), content), sum(len(entry.lines) for entry in entries)


def flux_files(books: Books, span: Span, *, siren: str, currency: str) -> tuple[tuple[MadeFile, MadeFile], int]:
    """JSON for a platform, CSV for eyes, and how many rows the eyes see."""
    groups = books.groups(span)
    content = {
        "format": FLUX_FORMAT, "TT-13": siren, "from": span.first.isoformat(), "to": span.last.isoformat(), "tills": list(books.tills),
        "groups": [group_content(group, currency=currency) for group in groups],
        "global_margin": [_month_content(month) for month in books.global_months(span.last) if span.holds(month.first_day)],
    }  # fmt: skip
    name = f"{siren}-flux-10.3-{_days(span)}"
    told = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
    rows = [row for group in groups for row in _flux_rows(group, siren, currency)]
    return (MadeFile(f"{name}.json", told.encode()), _csv(f"{name}.csv", FLUX_COLUMNS, rows)), len(rows)


def margin_files(rows: Sequence[MarginRow], months: Sequence[GlobalMonth], span: Span, *, siren: str) -> tuple[MadeFile, ...]:
    """The ledger per device, its sums per month, and the months of the global method where the company has chosen it."""
    name = f"{siren}-margin-{_days(span)}"
    found = [
        _csv(f"{name}.csv", MARGIN_COLUMNS, map(_margin_row, rows)),
        _csv(f"{name}-months.csv", MONTH_COLUMNS, map(_total_row, month_totals(rows))),
    ]
    if months:
        found.append(_csv(f"{name}-global.csv", GLOBAL_COLUMNS, map(_global_row, months)))
    return tuple(found)


def _flux_rows(group: Group, siren: str, currency: str) -> Iterable[tuple[str, ...]]:
    head = (siren, f"{group.day:%Y%m%d}", currency, group.category.value)
    count, whole = str(group.ticket_count), "margin" if group.full_price is not None else ""
    for row in group.rates or ():
        net, tax = group.net or ZERO, group.tax or ZERO
        yield (*head, whole, *map(amount_text, (net, tax)), count, _percent(row.rate_bp), *map(amount_text, (row.net, row.tax)))
    if group.full_price is not None:
        yield (*head, "full_price", *map(amount_text, (group.full_price, ZERO)), count, _percent(0), *map(amount_text, (group.full_price, ZERO)))


def _margin_row(row: MarginRow) -> tuple[str, ...]:
    origin = row.provenance
    bought_on = origin.bought_on.isoformat() if origin.bought_on else ""
    return (
        row.month, row.sold_on.isoformat(), row.sale_number, row.unit_id, origin.serial, row.label, origin.register_number, origin.purchase_number,
        bought_on, amount_text(row.purchase_price), amount_text(row.price), amount_text(row.margin), _percent(row.rate_bp), amount_text(row.tax),
    )  # fmt: skip


def _total_row(total: MonthTotal) -> tuple[str, ...]:
    return (total.month, str(total.device_count), *map(amount_text, (total.purchase_price, total.price, total.margin, total.tax)))


def _global_row(month: GlobalMonth) -> tuple[str, ...]:
    before = map(amount_text, (month.purchases, month.carried_in, month.stock_decrease, month.sales, month.margin))
    after = map(amount_text, (month.net, month.tax, month.carried_out))
    return (f"{month.first_day:%Y-%m}", *before, _percent(int(month.rate_percent * 100)), *after)


def _month_content(month: GlobalMonth) -> dict[str, str]:
    amounts = {
        "purchases": month.purchases, "carried_in": month.carried_in, "stock_decrease": month.stock_decrease, "sales": month.sales,
        "margin": month.margin, "TT-82": month.net, "TT-83": month.tax, "carried_out": month.carried_out,
    }  # fmt: skip
    return {"month": f"{month.first_day:%Y-%m}", **{name: amount.plain() for name, amount in amounts.items()}}


def _percent(rate_bp: int) -> str:
    return amount_text(Money(rate_bp))


def _days(span: Span) -> str:
    return f"{span.first:%Y%m%d}-{span.last:%Y%m%d}"


def _csv(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> MadeFile:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return MadeFile(name, text.getvalue().encode("utf-8-sig"))
