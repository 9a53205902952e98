"""How a seller may be paid: by the kind of what is bought, by the shop, by the law. Pure.

Cash from a trader stays under the legal limit (CMF D. 112-3; RCP-08), and some goods are never paid in cash: metals by CMF L. 112-6 (POL-09).
What a kind allows is data (``resources/tradein/<country>.toml``).
"""

from __future__ import annotations

from collections.abc import Collection

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Refused
from kiosk.tradein.account import Account
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.pricebook import PriceBook

ALL_MODES = frozenset(Payout)


class PayoutNotAllowed(Refused):
    """What is bought here is not paid this way (POL-09)."""

    code = "tradein.payout_not_allowed"


class CashNotAllowed(Refused):
    """This shop does not pay devices in cash."""

    code = "tradein.cash_not_allowed"


class CashOverLimit(Refused):
    """Above the legal limit a trader may not pay in cash (CMF L. 112-6; TRD-06)."""

    code = "tradein.cash_over_limit"


class AccountMissing(Refused):
    """A transfer needs the seller's account, checked."""

    code = "tradein.account_missing"


def check_payout(
    payout: Payout, amount: Money, book: PriceBook, *, before: Money = ZERO, modes: Collection[Payout] = ALL_MODES
) -> None:  # fmt: skip
    """PayoutNotAllowed, CashNotAllowed, CashOverLimit; ``before`` is what the seller was paid in cash today already (RCP-08)."""
    if payout not in modes:
        raise PayoutNotAllowed()
    if payout is Payout.CASH and not book.cash_allowed:
        raise CashNotAllowed()
    if payout is Payout.CASH and before + amount > book.cash_limit:
        raise CashOverLimit(limit=book.cash_limit)


def check_account(payout: Payout, account: Account | None) -> None:
    """AccountMissing: a transfer has an account, and nothing else has one."""
    if (payout is Payout.TRANSFER) is (account is None):
        raise AccountMissing()


def offered_modes(amount: Money, book: PriceBook, modes: Collection[Payout]) -> frozenset[Payout]:
    """What may be chosen for this price; what the rules refuse is not on the screen."""
    cash = book.cash_allowed and amount <= book.cash_limit
    return frozenset(mode for mode in modes if mode is not Payout.CASH or cash)
