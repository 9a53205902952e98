"""What the payment page shows, derived from what is known: total, tenders received, the figures being typed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kiosk.basics.money import ZERO, Money
from kiosk.sales.tenders import CARD, CASH, VOUCHER, Settlement, Tender, settle
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import PieceRow, QuickRow, TenderFacts, TenderRow, piece_rows, quick_rows, tender_rows
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount, change_pieces, quick_amounts

WHOLE = 1000


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """``asking_card`` is the amount whose answer by the terminal is awaited; ``busy`` while the ledger works."""

    total: Money = ZERO
    tenders: tuple[TenderFacts, ...] = ()
    method: str = CASH
    typed: TypedAmount = NOTHING_TYPED
    asking_card: Money | None = None
    busy: bool = False


@dataclass(frozen=True, slots=True)
class PaymentProps:
    """Finished words and figures for QML."""

    total: str = ""
    paid: str = ""
    remaining: str = ""
    shares: list[int] = field(default_factory=list)
    tender_count: int = 0
    settled: bool = False
    cash_chosen: bool = True
    card_chosen: bool = False
    voucher_chosen: bool = False
    card_proposal: str = ""
    typed: str = ""
    change: str = ""
    missing: str = ""
    can_validate: bool = False
    can_leave: bool = True
    busy: bool = False
    asking_card: bool = False
    card_amount: str = ""
    tenders: tuple[TenderRow, ...] = ()
    quick: tuple[QuickRow, ...] = ()
    pieces: tuple[PieceRow, ...] = ()


def as_tenders(tenders: Sequence[TenderFacts]) -> tuple[Tender, ...]:
    return tuple(Tender(tender.kind, tender.amount, tender.reference or None) for tender in tenders)


def settlement(facts: PaymentFacts) -> Settlement:
    """What the tenders received so far leave to pay."""
    return settle(facts.total, as_tenders(facts.tenders))


def remaining(facts: PaymentFacts) -> Money:
    return settlement(facts).remaining


def begun(total: Money) -> PaymentFacts:
    """A payment begins with cash, the exact amount proposed."""
    return PaymentFacts(total=total, typed=TypedAmount.of(total))


def with_method(facts: PaymentFacts, method: str) -> PaymentFacts:
    """Another way of paying proposes what is left."""
    return replace(facts, method=method, typed=TypedAmount.of(remaining(facts)))


def with_tender(facts: PaymentFacts, tender: TenderFacts) -> PaymentFacts:
    """One more tender; what is left is proposed in cash."""
    more = replace(facts, tenders=(*facts.tenders, tender), busy=False, asking_card=None)
    return with_method(more, CASH)


def without_tender(facts: PaymentFacts, tender_id: str) -> PaymentFacts:
    """The tender given back; one that the terminal has taken stays."""
    kept = tuple(tender for tender in facts.tenders if tender.tender_id != tender_id or not tender.removable)
    return with_method(replace(facts, tenders=kept), facts.method)


def can_validate(facts: PaymentFacts) -> bool:
    """Cash may be more than what is left (change) or less (a part); a card takes at most what is left."""
    if facts.busy or facts.asking_card is not None:
        return False
    left = remaining(facts)
    if not left:
        return True
    if facts.method == CARD:
        return ZERO < facts.typed.amount <= left
    return facts.method == CASH and facts.typed.amount > ZERO


def derive(facts: PaymentFacts, formats: Formats) -> PaymentProps:
    now = settlement(facts)
    given = facts.typed.amount if facts.method == CASH else ZERO
    then = settle(facts.total, (*as_tenders(facts.tenders), Tender(CASH, given)))
    proposes_cash = facts.method == CASH and bool(now.remaining)
    return PaymentProps(
        total=formats.money(facts.total), paid=formats.money(now.paid), remaining=formats.money(now.remaining), shares=_shares(facts),
        tender_count=len(facts.tenders), settled=not now.remaining, cash_chosen=facts.method == CASH, card_chosen=facts.method == CARD,
        voucher_chosen=facts.method == VOUCHER, card_proposal=formats.money(now.remaining), typed=formats.money(facts.typed.amount),
        change=formats.money(then.change) if proposes_cash and then.change else "",
        missing=formats.money(then.remaining) if proposes_cash and then.remaining else "",
        can_validate=can_validate(facts), can_leave=_can_leave(facts), busy=facts.busy, asking_card=facts.asking_card is not None,
        card_amount=formats.money(facts.asking_card or ZERO), tenders=tender_rows(facts.tenders, formats),
        quick=quick_rows(quick_amounts(now.remaining, formats.currency), typed=facts.typed.amount, formats=formats) if proposes_cash else (),
        pieces=piece_rows(change_pieces(then.change, formats.currency), formats) if proposes_cash else (),
    )  # fmt: skip


def _can_leave(facts: PaymentFacts) -> bool:
    """Not while money has been received: the tenders belong to this total and are given back first."""
    return not facts.busy and facts.asking_card is None and not facts.tenders


def _shares(facts: PaymentFacts) -> list[int]:
    """The tenders' parts of the total, in thousandths; a list, because QML takes no tuple of integers."""
    if not facts.total:
        return []
    return [min(WHOLE, tender.amount.amount_cents * WHOLE // facts.total.amount_cents) for tender in facts.tenders]
