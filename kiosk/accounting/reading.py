"""From the signed bytes of a journal entry to a fact of the books. Pure. Fields that newer tills add are passed over; what older ones lack has a default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from kiosk.accounting import facts
from kiosk.accounting.facts import Bought, Fact, PaidLine, PaidTender, Place, RateFigures, TicketPaid
from kiosk.basics.clock import parse_utc
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import ProductKind
from kiosk.errors import Damaged
from kiosk.sales.tax import Scheme
from kiosk.sales.ticket import TicketKind
from kiosk.sales.ticket_line import LineKind

Said = Mapping[str, Any]


class EntryNotUnderstood(Damaged):
    """A journal entry that the books need does not say what it must."""

    code = "accounting.entry_not_understood"


class _Envelope(msgspec.Struct, frozen=True):
    epoch: int
    seq: int
    kind: str
    at: str
    shop: str
    till: str
    body: dict[str, Any]


def read_fact(exact: bytes, zone: ZoneInfo) -> Fact | None:
    """The fact of an entry, None when the books do not need its kind; EntryNotUnderstood."""
    try:
        entry = msgspec.json.decode(exact, type=_Envelope)
        reader = _READERS.get(entry.kind)
        return None if reader is None else reader(_place(entry, zone), entry.body)
    except (msgspec.DecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise EntryNotUnderstood(reason=f"{type(error).__name__}: {error}") from error


def _place(entry: _Envelope, zone: ZoneInfo) -> Place:
    said = entry.body.get("business_day")
    day = date.fromisoformat(said) if said else parse_utc(entry.at).astimezone(zone).date()
    return Place(day, entry.shop, entry.till, entry.epoch, entry.seq)


# ── one function per kind ──────────────────────────────────────────────────────────────────────────────────────────
def _ticket_paid(place: Place, body: Said) -> TicketPaid:
    return TicketPaid(
        place, str(body["ticket_id"]), str(body["number"]), TicketKind(body.get("kind", "sale")), Money(body["total_cents"]), Money(body["change_cents"]),
        tuple(map(_line, body["lines"])), tuple(map(_tender, body["tenders"])), body.get("original_number"), str(body.get("session_id", "")),
    )  # fmt: skip


def _line(said: Said) -> PaidLine:
    kind = said.get("product_kind")
    return PaidLine(
        LineKind(said.get("kind", "sale")), ProductKind(kind) if kind else None, said["unit_id"], str(said["label"]), Money(said["gross_cents"]),
        Scheme(said["scheme"]), int(said["rate_bp"]), Money(said["net_cents"]), Money(said["tax_cents"]), _maybe(said["purchase_price_cents"]),
        _maybe(said["margin_tax_cents"]) or ZERO, said.get("original_number"),
    )  # fmt: skip


def _tender(said: Said) -> PaidTender:
    return PaidTender(str(said["kind"]), Money(said["amount_cents"]), said.get("voucher_id"), said.get("voucher_kind"))


def _bought(place: Place, body: Said) -> Bought:
    unit, voucher = body["unit"], body["voucher"]
    return Bought(
        place, str(body["number"]), str(unit["unit_id"]), str(unit["imei"] or unit["serial"]), str(body["register_number"]),
        unit["vat_origin"] == "margin", Money(body["market_value_cents"]), Money(voucher["amount_cents"]) if voucher else None,
        str(body.get("drawer_session_id") or ""), body.get("payout") == "transfer",
    )  # fmt: skip


def _drawer_opened(place: Place, body: Said) -> facts.DrawerOpened:
    difference = Money(body.get("opening_difference_cents") or 0)
    return facts.DrawerOpened(place, str(body["session_id"]), str(body["number"]), Money(body["float_cents"]), difference)


def _drawer_closed(place: Place, body: Said) -> facts.DrawerClosed:
    counted, left = _maybe(body["counted_cents"]), _maybe(body.get("left_cents"))
    dropped = ZERO if counted is None or left is None else counted - left
    return facts.DrawerClosed(place, str(body["session_id"]), str(body["number"]), Money(body["expected_cents"]), counted, dropped)


def _cash_moved(place: Place, body: Said) -> facts.CashMoved:
    return facts.CashMoved(place, str(body["session_id"]), str(body["number"]), str(body["reason"]), Money(body["amount_cents"]))


def _invoiced(place: Place, body: Said) -> facts.Invoiced:
    return facts.Invoiced(place, str(body["ticket_id"]))


def _unit_released(place: Place, body: Said) -> facts.DepositReleased | None:
    """Money that goes back by a ticket stands on that ticket."""
    if body["reason"] == "refunded":
        return None
    return facts.DepositReleased(place, str(body.get("number") or body["voucher_id"]), Money(body["amount_cents"]))


def _day_closed(place: Place, body: Said) -> facts.DayClosed:
    rates = tuple(RateFigures(int(row["rate_bp"]), Money(row["net_cents"]), Money(row["tax_cents"])) for row in body["taxes"])
    tenders = tuple((str(row["kind"]), Money(row["amount_cents"])) for row in body["tenders"])
    return facts.DayClosed(
        place, str(body["printed_number"]), int(body["ticket_count"]), Money(body["total_cents"]), rates, Money(body["margin_gross_cents"]),
        Money(body["margin_tax_cents"]), tenders,
    )  # fmt: skip


def _maybe(cents: int | None) -> Money | None:
    return None if cents is None else Money(cents)


_READERS: dict[str, Callable[[Place, Said], Fact | None]] = {
    "sales.ticket_paid": _ticket_paid,
    "tradein.bought": _bought,
    "drawer.session_opened": _drawer_opened,
    "drawer.session_closed": _drawer_closed,
    "drawer.cash_moved": _cash_moved,
    "sales.invoice_issued": _invoiced,
    "sales.unit_released": _unit_released,
    "fiscal.day_closed": _day_closed,
}
KINDS = tuple(_READERS)
"""The journal's kinds that make the books."""
