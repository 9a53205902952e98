"""What the page of deposits and quotations shows, derived from what is kept and promised. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kiosk.basics.money import ZERO
from kiosk.catalogue.service import plain_letters
from kiosk.sales.desk.customers import Customer
from kiosk.sales.desk.deposit_service import Kept
from kiosk.sales.desk.quotation_service import Offer
from kiosk.ui.formats import Formats
from kiosk.ui.models.product_model import GRADE_LEVELS, drawing_of

DEPOSITS, QUOTATIONS = 0, 1


@dataclass(frozen=True, slots=True)
class Said:
    """What was just done: "extended" until ``value``, or "released" as a credit of ``value``, of the device ``name``."""

    what: str = ""
    value: str = ""
    name: str = ""


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class CommitmentsFacts:
    """``kept`` are all deposits, ``offers`` the quotations that were found; ``chosen`` is the code of the one or the number of the other.

    ``until`` is the last day of a deposit that is extended today; while ``approving`` the sheet of approvals stands in front.
    """

    tab: int = DEPOSITS
    query: str = ""
    today: date | None = None
    until: date | None = None
    kept: tuple[Kept, ...] = ()
    offers: tuple[Offer, ...] = ()
    chosen: str = ""
    releasing: bool = False
    approving: bool = False
    busy: bool = False
    told: Said = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A deposit or a quotation in the list; ``customer`` is "" for nobody in particular."""

    key: str
    is_deposit: bool
    name: str
    drawing: str
    customer: str
    number: str
    amount: str
    until: str
    late: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OfferedRow:
    """A line of the quotation that is open."""

    place: int
    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class CommitmentsProps:
    """What QML reads of it; of the one that is chosen everything that is decided upon."""

    tab: int = DEPOSITS
    query: str = ""
    late_count: int = 0
    has_chosen: bool = False
    is_deposit: bool = False
    name: str = ""
    drawing: str = ""
    level: int = 0
    grade: str = ""
    tail_kind: str = ""
    identifier_tail: str = ""
    customer: str = ""
    phone: str = ""
    made_on: str = ""
    paid: str = ""
    price: str = ""
    left: str = ""
    until: str = ""
    late: bool = False
    can_take: bool = False
    extend_until: str = ""
    releasing: bool = False
    busy: bool = False
    told: str = ""
    told_value: str = ""
    told_name: str = ""
    rows: tuple[CommitmentRow, ...] = ()
    lines: tuple[OfferedRow, ...] = ()


def derive(facts: CommitmentsFacts, formats: Formats) -> CommitmentsProps:
    kept = chosen_deposit(facts)
    offer = chosen_offer(facts)
    shared = CommitmentsProps(
        tab=facts.tab, query=facts.query, late_count=sum(_late(item, facts) for item in facts.kept),
        extend_until=formats.date(facts.until) if facts.until else "", releasing=facts.releasing and not facts.approving and kept is not None,
        busy=facts.busy, told=facts.told.what, told_value=facts.told.value, told_name=facts.told.name, rows=rows_of(facts, formats),
    )  # fmt: skip
    if kept is not None:
        return _of_deposit(shared, kept, facts, formats)
    return shared if offer is None else _of_offer(shared, offer, formats)


def chosen_deposit(facts: CommitmentsFacts) -> Kept | None:
    return next((item for item in facts.kept if item.deposit.code == facts.chosen), None) if facts.tab == DEPOSITS else None


def chosen_offer(facts: CommitmentsFacts) -> Offer | None:
    return next((item for item in facts.offers if item.quotation.number == facts.chosen), None) if facts.tab == QUOTATIONS else None


def rows_of(facts: CommitmentsFacts, formats: Formats) -> tuple[CommitmentRow, ...]:
    """Deposits that end first before, quotations the newest before; the deposits are looked through here, they are few."""
    if facts.tab == QUOTATIONS:
        return tuple(_offer_row(item, facts.chosen, formats) for item in facts.offers)
    return tuple(_deposit_row(item, facts, formats) for item in facts.kept if _matches(item, facts.query))


def _matches(kept: Kept, query: str) -> bool:
    """Every typed word stands in the customer's name or number, the device's name, or its serial number."""
    details = kept.customer.details if kept.customer else None
    known = (details.full_name, details.company, details.phone) if details else ()
    text = plain_letters(" ".join((*known, kept.product.name, kept.unit.identifier, kept.unit.serial)))
    return all(word in text for word in plain_letters(query).split())


def _late(kept: Kept, facts: CommitmentsFacts) -> bool:
    return facts.today is not None and kept.late(facts.today)


def _label(customer: Customer | None) -> str:
    return "" if customer is None else customer.details.label


def _deposit_row(kept: Kept, facts: CommitmentsFacts, formats: Formats) -> CommitmentRow:
    deposit = kept.deposit
    return CommitmentRow(
        deposit.code, True, kept.product.name, drawing_of(kept.product), _label(kept.customer), "", formats.money(deposit.balance),
        formats.date(deposit.expires_on) if deposit.expires_on else "", _late(kept, facts), deposit.code == facts.chosen,
    )  # fmt: skip


def _offer_row(offer: Offer, chosen: str, formats: Formats) -> CommitmentRow:
    quotation = offer.quotation
    return CommitmentRow(
        quotation.number, False, quotation.lines[0].label, "", _label(offer.customer), quotation.number, formats.money(quotation.total),
        formats.date(quotation.valid_until), offer.expired, quotation.number == chosen,
    )  # fmt: skip


def _of_deposit(shared: CommitmentsProps, kept: Kept, facts: CommitmentsFacts, formats: Formats) -> CommitmentsProps:
    deposit, unit, late = kept.deposit, kept.unit, _late(kept, facts)
    price = unit.price or ZERO
    return replace(
        shared, has_chosen=True, is_deposit=True, name=kept.product.name,
        drawing=drawing_of(kept.product), level=GRADE_LEVELS[unit.grade] if unit.grade else 0, grade=unit.grade.value if unit.grade else "",
        tail_kind="imei" if unit.imei else "serial", identifier_tail=unit.identifier_tail, customer=_label(kept.customer),
        phone=kept.customer.details.phone if kept.customer else "", paid=formats.money(deposit.balance), price=formats.money(price),
        left=formats.money(price - deposit.balance), until=formats.date(deposit.expires_on) if deposit.expires_on else "", late=late,
        can_take=not shared.busy,
    )  # fmt: skip


def _of_offer(shared: CommitmentsProps, offer: Offer, formats: Formats) -> CommitmentsProps:
    quotation = offer.quotation
    lines = tuple(
        OfferedRow(place, f"{line.quantity} × {line.label}" if line.quantity != 1 else line.label, formats.money(line.gross))
        for place, line in enumerate(quotation.lines)
    )
    return replace(
        shared, has_chosen=True, name=quotation.number, customer=_label(offer.customer), phone=offer.customer.details.phone if offer.customer else "",
        made_on=formats.date(quotation.at_local), price=formats.money(quotation.total),
        until=formats.date(quotation.valid_until), late=offer.expired, can_take=not shared.busy, lines=lines,
    )  # fmt: skip
