"""What each way of paying must bring, and how much of it may be cash. Pure.

The cash cap (CMF L. 112-6, D. 112-3; RCP-08) is per debt: what was paid before for the same debt counts, in the same direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Refused
from kiosk.sales.rules import Limits
from kiosk.sales.tenders import CARD, CASH, CHEQUE, DEPOSIT, GIFT_CARD, TRANSFER, VOUCHER, Settlement, Tender, settle

KNOWN_TENDERS = (CASH, CARD, VOUCHER, GIFT_CARD, DEPOSIT, TRANSFER, CHEQUE)
NEVER_GIVEN_BACK = (CHEQUE, DEPOSIT)
LONGEST_CARD_LIKE_DIGITS = 12
_CHEQUE_NUMBER = re.compile(r"[0-9]{4,12}")
_TRANSFER_REFERENCE = re.compile(r"[^\x00-\x1f\x7f]{2,35}")


class NotPaid(Refused):
    """Something is still to pay; ``remaining_cents``."""

    code = "sales.not_paid"


class TooMuchTendered(Refused):
    """More than is due without cash: only cash gives change."""

    code = "sales.too_much_tendered"


class TenderRefused(Refused):
    """An amount of nothing, or against the direction of the ticket, or a way of paying that this till does not know."""

    code = "sales.tender_refused"


class CashOverLimit(Refused):
    """More cash than the law allows for one debt; ``limit``; ``before`` is what was paid in cash before for the same."""

    code = "sales.cash_over_limit"


class ChequeNotAccepted(Refused):
    """This shop takes no cheques."""

    code = "sales.cheque_not_accepted"


class ChequeNumberRefused(Refused):
    """A cheque stands with its number, 4 to 12 figures."""

    code = "sales.cheque_number_refused"


class ChequeIdentityUnchecked(Refused):
    """Whoever pays by cheque shows who they are (CMF L. 131-15); only that it was looked at is kept (RCP-10)."""

    code = "sales.cheque_identity_unchecked"


class TransferReferenceRefused(Refused):
    """A transfer stands with what the bank calls it: 2 to 35 characters, and no card number."""

    code = "sales.transfer_reference_refused"


class GiftCardBuysNoGiftCard(Refused):
    """A gift card pays goods and services, never money taken for later; ``most`` is what it may pay."""

    code = "sales.gift_card_buys_no_gift_card"


def check_tenders(due: Money, tenders: Sequence[Tender]) -> Settlement:
    """The settlement of a ticket that is paid exactly, or given back exactly when ``due`` is negative; NotPaid, TooMuchTendered, TenderRefused."""
    sign = -1 if due.amount_cents < 0 else 1
    for tender in tenders:
        if tender.kind not in KNOWN_TENDERS or sign * tender.amount.amount_cents <= 0 or (sign < 0 and tender.kind in NEVER_GIVEN_BACK):
            raise TenderRefused
    settlement = settle(due, tenders)
    if sign * settlement.remaining.amount_cents > 0:
        raise NotPaid(remaining_cents=abs(settlement.remaining.amount_cents))
    if settlement.remaining:
        raise TooMuchTendered
    return settlement


def check_ways(tenders: Iterable[Tender], *, limits: Limits, turnover: Money) -> None:
    """What cheques, transfers and gift cards must bring. ``turnover`` is what the ticket sells, money taken for later apart."""
    by_gift_card = ZERO
    for tender in tenders:
        if tender.kind == CHEQUE:
            check_cheque(tender, limits=limits)
        elif tender.kind == TRANSFER:
            check_transfer(tender.reference)
        elif tender.kind == GIFT_CARD:
            by_gift_card += tender.amount
    most = max(ZERO, turnover)
    if by_gift_card > most:
        raise GiftCardBuysNoGiftCard(most=most)


def check_cheque(tender: Tender, *, limits: Limits) -> None:
    """ChequeNotAccepted, ChequeNumberRefused, ChequeIdentityUnchecked."""
    if not limits.cheques_accepted:
        raise ChequeNotAccepted
    if not _CHEQUE_NUMBER.fullmatch(tender.reference or ""):
        raise ChequeNumberRefused
    if not tender.identity_checked:
        raise ChequeIdentityUnchecked


def check_transfer(reference: str | None) -> None:
    """TransferReferenceRefused."""
    text = reference or ""
    if not _TRANSFER_REFERENCE.fullmatch(text) or not text.strip() or looks_like_a_card(text):
        raise TransferReferenceRefused


def looks_like_a_card(text: str) -> bool:
    """Whether it could be the number of a card: that is never stored (SEC-05)."""
    return len(re.sub(r"\D", "", text)) > LONGEST_CARD_LIKE_DIGITS


def check_cash(cash: Money, *, linked: Iterable[Money], limit: Money) -> None:
    """CashOverLimit when ``cash`` and what moved the same way before for the same debt are together above ``limit``; out counts as in."""
    sign = -1 if cash.amount_cents < 0 else 1
    before = Money.total(abs_money(amount) for amount in linked if amount.amount_cents * sign > 0)
    if cash and abs_money(cash) + before > limit:
        raise CashOverLimit(limit=limit, before=before)


def cash_kept(tenders: Iterable[Tender], settlement: Settlement) -> Money:
    """What the drawer has more than before; negative when it paid out."""
    return Money.total(tender.amount for tender in tenders if tender.kind == CASH) - settlement.change


def abs_money(amount: Money) -> Money:
    """Without its sign."""
    return -amount if amount.amount_cents < 0 else amount
