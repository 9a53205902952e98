"""Vouchers and gift cards at the counter: what one is worth, what its bonus takes off a basket, a gift card sold or filled again. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.basics.money import Money
from kiosk.catalogue.products import Product, ProductKind
from kiosk.errors import Refused
from kiosk.sales import basket as baskets
from kiosk.sales.basket import Basket
from kiosk.sales.bonus import use_bonus
from kiosk.sales.counter import Counter
from kiosk.sales.rules import Limits
from kiosk.sales.tender_rules import check_cheque, check_transfer
from kiosk.sales.tendered import store
from kiosk.sales.tendered.taking import check_deposit
from kiosk.sales.tenders import CHEQUE, TRANSFER, Tender
from kiosk.sales.vouchers import GiftCardNotFillable, Voucher, VoucherKind, check_holder, check_voucher
from kiosk.stock.units import shop_holder


class GiftCardAmountRefused(Refused):
    """Less or more than a gift card may hold; ``least`` and ``most``."""

    code = "sales.gift_card_amount_refused"


@dataclass(frozen=True, slots=True)
class Redeemed:
    """A voucher that pays a basket: the basket with its bonus taken off, and what it may still pay as a tender."""

    basket: Basket
    voucher: Voucher
    bonus: Money


class VoucherService:
    """What the payment page asks about tenders before anything is written."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def limits(self) -> Limits:
        """What holds today."""
        return self._counter.rules_now().limits

    def voucher(self, code: str) -> Voucher:
        """What a voucher is still worth here; VoucherUnknown, VoucherSpent, VoucherExpired, VoucherHeldElsewhere."""
        with self._counter.database.read() as connection:
            holder = shop_holder(self._counter.identity(connection).shop_id)
            return check_voucher(store.voucher_by_code(connection, code), holder=holder, today=self._counter.now_local().date())

    def known(self, code: str) -> Voucher:
        """A voucher as it stands, also when nothing is left on it: to say so, or to fill it again; VoucherUnknown, VoucherHeldElsewhere."""
        with self._counter.database.read() as connection:
            holder = shop_holder(self._counter.identity(connection).shop_id)
            return check_holder(store.voucher_by_code(connection, code), holder=holder)

    def fillable(self, code: str) -> Voucher:
        """The gift card that takes more money; what ``known`` raises, GiftCardNotFillable."""
        found = self.known(code)
        if found.kind is not VoucherKind.GIFT_CARD:
            raise GiftCardNotFillable
        return found

    def redeem(self, basket: Basket, code: str) -> Redeemed:
        """What a scanned voucher does for this basket; what ``voucher`` raises, DepositForOtherDevice."""
        voucher = self.voucher(code)
        check_deposit(voucher, basket)
        reduced = use_bonus(basket, voucher.voucher_id, voucher.bonus, self._counter.rules_now())
        return Redeemed(reduced, voucher, reduced.bonus - basket.bonus)

    def sell_gift_card(self, basket: Basket, product: Product, amount: Money, *, fills: Voucher | None = None) -> Basket:
        """A new card of this amount, or more money on the one named; GiftCardAmountRefused, GiftCardNotFillable."""
        assert product.kind is ProductKind.GIFT_CARD
        limits = self.limits()
        if fills is not None and fills.kind is not VoucherKind.GIFT_CARD:
            raise GiftCardNotFillable
        on_card = amount + fills.balance if fills is not None else amount
        if amount < limits.gift_card_least or on_card > limits.gift_card_most:
            raise GiftCardAmountRefused(least=limits.gift_card_least, most=limits.gift_card_most)
        return baskets.add_gift_card(
            basket, product, amount, line_id=self._counter.ids.new(), fills_voucher_id=fills.voucher_id if fills is not None else None,
            note=self._counter.words.gift_card_filled.format(tail=fills.tail) if fills is not None else "",
        )  # fmt: skip

    def check(self, tender: Tender) -> None:
        """Whether a cheque or a transfer may stand on the page: the same rules as at the payment."""
        if tender.kind == CHEQUE:
            check_cheque(tender, limits=self.limits())
        elif tender.kind == TRANSFER:
            check_transfer(tender.reference)
