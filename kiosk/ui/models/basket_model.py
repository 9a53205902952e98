"""Rows of a basket, of its payment and of baskets that wait. Pure derivation; amounts arrive as Money and leave as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.basics.money import Money
from kiosk.catalogue.products import ReferencePrice
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.pricing import Priced
from kiosk.sales.tenders import Tender
from kiosk.stock.units import VatOrigin
from kiosk.ui.formats import Formats, minutes_between
from kiosk.ui.models.product_model import GRADE_LEVELS, drawing_of, price_new
from kiosk.ui.viewmodels.cash import Piece


@dataclass(frozen=True, slots=True)
class BasketRow:
    """One line of the sheet at the right of a sale."""

    line_id: str
    line_name: str
    line_drawing: str
    line_icon: str
    level: int
    grade: str
    tail_kind: str
    identifier_tail: str
    guarantee_months: int
    on_margin: bool
    amount: str
    full_amount: str
    discount: str
    unit_amount: str
    quantity: int
    counted: bool
    is_current: bool
    back_from: str = ""
    new_amount: str = ""
    new_source: str = ""
    new_day: str = ""


@dataclass(frozen=True, slots=True)
class ParkedFacts:
    """A basket put aside: how it is called, what is in it, since when; ``till_name`` is set when it waits on another till."""

    basket_id: str
    label: str
    first_name: str
    article_count: int
    total: Money
    since_utc: str
    till_name: str = ""


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """The tile of a basket that waits."""

    basket_id: str
    place: int
    label: str
    first_name: str
    more_count: int
    total: str
    waited_minutes: int
    till_name: str


@dataclass(frozen=True, slots=True)
class TenderFacts:
    """One tender received. ``key`` is what the ledger knows it by (card intent, voucher code, cheque number) and is never shown."""

    tender_id: str
    kind: str
    amount: Money
    reference: str = ""
    removable: bool = True
    key: str = ""
    identity_checked: bool = False

    def as_tender(self) -> Tender:
        """As the ledger takes it."""
        return Tender(self.kind, self.amount, self.key or None, self.identity_checked)


@dataclass(frozen=True, slots=True)
class TenderRow:
    """The line of a tender received."""

    tender_id: str
    kind: str
    amount: str
    reference: str
    removable: bool


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A note or coin to hand back."""

    place: int
    face: str
    note: bool
    count: int


@dataclass(frozen=True, slots=True)
class QuickRow:
    """A key that fills in an amount of cash."""

    place: int
    amount: str
    exact: bool
    is_chosen: bool


def basket_rows(
    basket: Basket, priced: Priced, *, compared: Mapping[str, ReferencePrice], guarantee_months: int, current_id: str, formats: Formats
) -> tuple[BasketRow, ...]:  # fmt: skip
    """The lines with what each costs; ``priced`` is of this basket, ``compared`` has by line id the price new that may stand beside it.
    Devices have the house's guarantee of so many months.
    """
    stated = {line.line_id: line.stated for line in priced.lines}
    return tuple(
        _basket_row(line, stated[line.line_id], compared.get(line.line_id), months=guarantee_months, current=line.line_id == current_id, formats=formats)
        for line in basket.lines
    )


def _basket_row(line: BasketLine, stated: Money, reference: ReferencePrice | None, *, months: int, current: bool, formats: Formats) -> BasketRow:
    new_amount, new_source, new_day = price_new(reference, formats)
    unit, full = line.unit, line.unit_price * line.quantity
    off = stated - full if line.back is None else Money(0)
    return BasketRow(
        line_id=line.line_id, line_name=line.product.name, line_drawing=drawing_of(line.product) if line.back is None else "",
        line_icon=line.product.icon if line.back is None else "undo-2",
        level=GRADE_LEVELS[unit.grade] if unit and unit.grade else 0, grade=unit.grade.value if unit and unit.grade else "",
        tail_kind="" if unit is None else "imei" if unit.imei else "serial", identifier_tail="" if unit is None else unit.identifier_tail,
        guarantee_months=months if unit and line.back is None else 0, on_margin=unit is not None and unit.vat_origin is VatOrigin.MARGIN,
        amount=formats.money(stated), full_amount=formats.money(full) if off else "", discount=formats.money(off) if off else "",
        unit_amount=formats.money(line.unit_price), quantity=line.quantity, counted=unit is None and line.back is None, is_current=current,
        back_from=line.back.original_number or "" if line.back else "", new_amount=new_amount, new_source=new_source, new_day=new_day,
    )  # fmt: skip


def parked_rows(baskets: Iterable[ParkedFacts], *, now: datetime, formats: Formats) -> tuple[ParkedRow, ...]:
    return tuple(
        ParkedRow(
            basket.basket_id, place, basket.label, basket.first_name, basket.article_count - 1, formats.money(basket.total),
            minutes_between(basket.since_utc, now), basket.till_name,
        )
        for place, basket in enumerate(baskets)
    )  # fmt: skip


def tender_rows(tenders: Iterable[TenderFacts], formats: Formats) -> tuple[TenderRow, ...]:
    return tuple(
        TenderRow(tender.tender_id, tender.kind, formats.money(Money(abs(tender.amount.amount_cents))), tender.reference, tender.removable)
        for tender in tenders
    )


def piece_rows(pieces: Iterable[Piece], formats: Formats) -> tuple[PieceRow, ...]:
    return tuple(PieceRow(place, formats.round_money(piece.value), piece.note, piece.count) for place, piece in enumerate(pieces))


def quick_rows(amounts: Iterable[Money], *, typed: Money, formats: Formats) -> tuple[QuickRow, ...]:
    """The first one is the exact amount; the one that was just taken is chosen."""
    return tuple(
        QuickRow(place, formats.round_money(amount) if place else formats.bare_money(amount), place == 0, amount == typed)
        for place, amount in enumerate(amounts)
    )
