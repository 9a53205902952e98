"""What the payment page shows, derived from what is known: total, tenders received, the figures being typed. Pure.

A negative total is money that goes back: figures are typed and shown without their sign, tenders carry it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Refused
from kiosk.sales.cards import CardIntent
from kiosk.sales.tender_rules import cash_kept
from kiosk.sales.tenders import CARD, CASH, CHEQUE, TRANSFER, VOUCHER, Settlement, Tender, settle
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import PieceRow, QuickRow, TenderFacts, TenderRow, piece_rows, quick_rows, tender_rows
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount, change_pieces, quick_amounts

WHOLE = 1000
BY_AMOUNT = (CARD, CHEQUE, TRANSFER)
NO_LIMIT = Money(0)


class VoucherTakenAlready(Refused):
    """The same voucher scanned twice for one payment."""

    code = "ui.voucher_taken_already"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingFacts:
    """``card_under_way`` while the terminal or somebody is asked about a card; ``busy`` while the ledger works."""

    card_under_way: bool = False
    busy: bool = False

    @property
    def free(self) -> bool:
        """Whether anything may be typed or tapped."""
        return not self.busy and not self.card_under_way


@dataclass(frozen=True, slots=True)
class PaymentFacts(SettlingFacts):
    """``cash_limit`` is what the law allows in cash (0: not known); ``lives_abroad`` says that the customer has proved to (RCP-08)."""

    total: Money = ZERO
    tenders: tuple[TenderFacts, ...] = ()
    method: str = CASH
    typed: TypedAmount = NOTHING_TYPED
    cheques: bool = False
    cash_limit: Money = NO_LIMIT
    lives_abroad: bool = False

    @property
    def giving_back(self) -> bool:
        """Whether money goes back to the customer."""
        return self.total < ZERO


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
    cheque_chosen: bool = False
    transfer_chosen: bool = False
    cheques: bool = False
    giving_back: bool = False
    over_cash_limit: bool = False
    lives_abroad: bool = False
    cash_limit: str = ""
    card_proposal: str = ""
    typed: str = ""
    change: str = ""
    missing: str = ""
    can_validate: bool = False
    can_leave: bool = True
    busy: bool = False
    asking_card: bool = False
    tenders: tuple[TenderRow, ...] = ()
    quick: tuple[QuickRow, ...] = ()
    pieces: tuple[PieceRow, ...] = ()


def as_tenders(tenders: Sequence[TenderFacts]) -> tuple[Tender, ...]:
    return tuple(tender.as_tender() for tender in tenders)


def settlement(facts: PaymentFacts) -> Settlement:
    """What the tenders received so far leave to pay."""
    return settle(facts.total, as_tenders(facts.tenders))


def remaining(facts: PaymentFacts) -> Money:
    return settlement(facts).remaining


def begun(total: Money, *, cheques: bool = False, cash_limit: Money = NO_LIMIT) -> PaymentFacts:
    """A payment begins with cash, the exact amount proposed."""
    return PaymentFacts(total=total, typed=_proposed(total), cheques=cheques, cash_limit=cash_limit)


def with_method(facts: PaymentFacts, method: str) -> PaymentFacts:
    """Another way of paying proposes what is left."""
    return replace(facts, method=method, typed=_proposed(remaining(facts)))


def with_tender(facts: PaymentFacts, tender: TenderFacts) -> PaymentFacts:
    """One more tender; what is left is proposed in cash."""
    more = replace(facts, tenders=(*facts.tenders, tender), busy=False, card_under_way=False)
    return with_method(more, CASH)


def without_tender(facts: PaymentFacts, tender_id: str) -> PaymentFacts:
    """The tender given back; one that the terminal has taken stays."""
    kept = tuple(tender for tender in facts.tenders if tender.tender_id != tender_id or not tender.removable)
    return with_method(replace(facts, tenders=kept), facts.method)


def card_tender(intent: CardIntent, formats: Formats) -> TenderFacts:
    """What the terminal has taken; only it could give it back."""
    answered_at = formats.clock(intent.answered_at_utc) if intent.answered_at_utc else ""
    return TenderFacts(intent.intent_id, CARD, intent.amount, answered_at, removable=False, key=intent.intent_id)


def typed_amount(facts: PaymentFacts) -> Money:
    """What is typed, with the sign of the ticket."""
    return -facts.typed.amount if facts.giving_back else facts.typed.amount


def can_validate(facts: PaymentFacts) -> bool:
    """Cash may be more than what is left (change) or less (a part); anything else, and money that goes back, is at most what is left."""
    if not facts.free:
        return False
    left = remaining(facts)
    if not left:
        return True
    at_most_left = ZERO < facts.typed.amount <= Money(abs(left.amount_cents))
    if facts.giving_back or facts.method in BY_AMOUNT:
        return at_most_left and (facts.method != VOUCHER or facts.giving_back)
    return facts.method == CASH and facts.typed.amount > ZERO


def derive(facts: PaymentFacts, formats: Formats) -> PaymentProps:
    now = settlement(facts)
    given = typed_amount(facts) if facts.method == CASH else ZERO
    tenders = (*as_tenders(facts.tenders), Tender(CASH, given))
    then = settle(facts.total, tenders)
    proposes_cash = facts.method == CASH and bool(now.remaining)
    change = then.change if proposes_cash and not facts.giving_back else ZERO
    over = bool(facts.cash_limit) and abs(cash_kept(tenders, then).amount_cents) > facts.cash_limit.amount_cents

    def money(amount: Money) -> str:
        return formats.money(Money(abs(amount.amount_cents)))

    return PaymentProps(
        total=money(facts.total), paid=money(now.paid), remaining=money(now.remaining), shares=_shares(facts),
        tender_count=len(facts.tenders), settled=not now.remaining, cash_chosen=facts.method == CASH, card_chosen=facts.method == CARD,
        voucher_chosen=facts.method == VOUCHER, cheque_chosen=facts.method == CHEQUE, transfer_chosen=facts.method == TRANSFER,
        cheques=facts.cheques and not facts.giving_back, giving_back=facts.giving_back, over_cash_limit=over, lives_abroad=facts.lives_abroad,
        cash_limit=formats.round_money(facts.cash_limit), card_proposal=money(now.remaining), typed=formats.money(facts.typed.amount),
        change=money(change) if change else "", missing=money(then.remaining) if proposes_cash and then.remaining else "",
        can_validate=can_validate(facts), can_leave=_can_leave(facts), busy=facts.busy, asking_card=facts.card_under_way,
        tenders=tender_rows(facts.tenders, formats),
        quick=quick_rows(quick_amounts(now.remaining, formats.currency), typed=facts.typed.amount, formats=formats) if proposes_cash else (),
        pieces=piece_rows(change_pieces(change, formats.currency), formats) if proposes_cash else (),
    )  # fmt: skip


def _proposed(left: Money) -> TypedAmount:
    return TypedAmount.of(Money(abs(left.amount_cents)))


def _can_leave(facts: PaymentFacts) -> bool:
    """Not while money has been received: the tenders belong to this total and are given back first."""
    return facts.free and not facts.tenders


def _shares(facts: PaymentFacts) -> list[int]:
    """The tenders' parts of the total, in thousandths; a list, because QML takes no tuple of integers."""
    if not facts.total:
        return []
    return [min(WHOLE, abs(tender.amount.amount_cents) * WHOLE // abs(facts.total.amount_cents)) for tender in facts.tenders]
