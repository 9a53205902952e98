"""The basket: open, editable, not yet a fact. Frozen values and pure functions; a unit stands alone on its line, accessories count.

``basket_id`` is the id of the ticket that it will become: paying twice is paying once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from kiosk.basics.money import Money
from kiosk.catalogue.products import Product, ProductKind
from kiosk.errors import Refused
from kiosk.sales.pricing import QUANTITY_UNIT, AmountOff, Discount, Item, PercentOff, Priced, amount_before_discount, discount_amount, discount_fits, price
from kiosk.sales.refund import Grounds, amounts_back
from kiosk.sales.rules import RulesOfDay
from kiosk.sales.ticket_line import LineKind, TicketLine
from kiosk.sales.vouchers import Bonus
from kiosk.stock.units import Unit

LARGEST_QUANTITY = 999
LARGEST_BASKET_LINES = 200
NON_SALE_KINDS = frozenset({ProductKind.GIFT_CARD, ProductKind.DEPOSIT})


class UnitAlreadyInBasket(Refused):
    """This device is on the list already; it exists once."""

    code = "sales.unit_already_in_basket"


class LineUnknown(Refused):
    """The line is not there any more."""

    code = "sales.line_unknown"


class QuantityRefused(Refused):
    """A device is sold one by one, anything else from 1 to 999 at a time."""

    code = "sales.quantity_refused"


class BasketFull(Refused):
    """A ticket has at most 200 lines."""

    code = "sales.basket_full"


class PriceMissing(Refused):
    """The article has no price: it cannot be sold yet."""

    code = "sales.price_missing"


class DiscountTooLarge(Refused):
    """The discount is more than what it is taken off."""

    code = "sales.discount_too_large"


@dataclass(frozen=True, slots=True)
class Reservation:
    """The device that a deposit keeps for its customer, through its last day; ``name`` as the paper calls it."""

    unit: Unit
    until: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reduction:
    """A discount as it is typed: a percent in hundredths, or an amount. Exactly one is set."""

    percent_bp: int | None = None
    amount: Money | None = None

    def __post_init__(self) -> None:
        assert (self.percent_bp is None) != (self.amount is None)
        assert self.percent_bp is None or 0 <= self.percent_bp <= 10_000
        assert self.amount is None or self.amount.amount_cents >= 0

    def exceeds(self, limit_bp: int, *, of: Money) -> bool:
        """Whether it takes off more than this part of an amount."""
        if self.amount is not None:
            return self.amount.amount_cents * 10_000 > of.amount_cents * limit_bp
        return self.percent_bp is not None and self.percent_bp > limit_bp

    @property
    def discount(self) -> Discount:
        """As the engine wants it."""
        if self.percent_bp is not None:
            return PercentOff(Fraction(self.percent_bp, 100))
        assert self.amount is not None
        return AmountOff(self.amount)


@dataclass(frozen=True, slots=True)
class BasketLine:
    """What is sold on one line. ``unit`` is set for a device, whose price is its own; ``note`` says what was agreed about a service.

    ``back`` is set for goods that a customer gives back: the mirror of the line that sold them, never priced again; ``grounds`` says why.
    ``fills_voucher_id`` is the gift card that a top-up goes to; without it a gift card is a new one. ``list_price`` is what the
    catalogue says where somebody agreed on another ``unit_price``; ``reserves`` is what a deposit is paid for.
    """

    line_id: str
    product: Product
    quantity: int
    unit_price: Money
    unit: Unit | None = None
    reduction: Reduction | None = None
    note: str = ""
    back: TicketLine | None = None
    fills_voucher_id: str | None = None
    grounds: Grounds | None = None
    list_price: Money | None = None
    reserves: Reservation | None = None

    @property
    def kind(self) -> LineKind:
        """Gift cards and deposits are money taken for later, not a sale."""
        return LineKind.NON_SALE if self.product.kind in NON_SALE_KINDS else LineKind.SALE

    @property
    def is_gift_card(self) -> bool:
        """A gift card that is sold, not one given back."""
        return self.product.kind is ProductKind.GIFT_CARD and self.back is None

    @property
    def tax_code(self) -> str:
        """How a device was bought has the last word on how it is taxed (MAR-01)."""
        return self.unit.vat_origin.value if self.unit else self.product.tax_code

    @property
    def plain(self) -> bool:
        """Nothing but an article and how many: another piece may add to it."""
        bare = self.unit is None and self.back is None and self.reduction is None and self.list_price is None and not self.note
        return bare and self.kind is LineKind.SALE

    @property
    def used(self) -> bool:
        """Devices of this house are second-hand."""
        return self.unit is not None


@dataclass(frozen=True, slots=True)
class Basket:
    """``label`` is the name under which it waits when it is put aside; ``customer_id`` is set when somebody asked to be known.

    ``bonuses`` are set while it is paid, by the trade-in credits that pay it.
    """

    basket_id: str
    lines: tuple[BasketLine, ...] = ()
    reduction: Reduction | None = None
    label: str = ""
    customer_id: str | None = None
    bonuses: tuple[Bonus, ...] = ()

    @property
    def article_count(self) -> int:
        """Pieces, not lines, whichever way they go."""
        return sum(abs(line.quantity) for line in self.lines)

    @property
    def bonus(self) -> Money:
        """What trade-in credits take off it."""
        return Money.total(bonus.amount for bonus in self.bonuses)

    def line(self, line_id: str) -> BasketLine:
        """LineUnknown when it is gone."""
        found = next((line for line in self.lines if line.line_id == line_id), None)
        if found is None:
            raise LineUnknown
        return found

    def with_changed(self, line: BasketLine) -> Basket:
        """The same with this line in the place of the one of its id."""
        return replace(self, lines=tuple(line if old.line_id == line.line_id else old for old in self.lines))


def add_unit(basket: Basket, unit: Unit, product: Product, *, line_id: str) -> Basket:
    """A device, whose right to be sold the caller has checked; UnitAlreadyInBasket, also for one that a deposit of this list keeps, BasketFull."""
    there = (line.reserves.unit if line.reserves is not None else line.unit for line in basket.lines)
    if any(other is not None and other.unit_id == unit.unit_id for other in there):
        raise UnitAlreadyInBasket(tail=unit.identifier_tail)
    assert unit.price is not None
    return _with_line(basket, BasketLine(line_id, product, 1, unit.price, unit))


def add_product(basket: Basket, product: Product, *, line_id: str, quantity: int = 1) -> Basket:
    """An accessory or a service; the same article without a discount of its own adds to its line. PriceMissing, QuantityRefused."""
    if product.price is None or product.kind is ProductKind.UNIT:
        raise PriceMissing(name=product.name)
    for line in basket.lines:
        if line.plain and line.product.product_id == product.product_id and line.unit_price == product.price:
            return set_quantity(basket, line.line_id, line.quantity + quantity)
    return _with_line(basket, BasketLine(line_id, product, _checked_quantity(quantity), product.price))


def add_gift_card(basket: Basket, product: Product, amount: Money, *, line_id: str, fills_voucher_id: str | None = None, note: str = "") -> Basket:
    """A card of any amount, alone on its line; BasketFull."""
    return _with_line(basket, BasketLine(line_id, product, 1, amount, note=note, fills_voucher_id=fills_voucher_id))


def add_back(basket: Basket, line: BasketLine) -> Basket:
    """Goods given back, worked out by the caller; BasketFull."""
    assert line.back is not None and line.quantity < 0
    return _with_line(basket, line)


def set_quantity(basket: Basket, line_id: str, quantity: int) -> Basket:
    """QuantityRefused for a device, for nothing and for too many."""
    line = basket.line(line_id)
    alone = line.unit is not None or line.fills_voucher_id is not None or line.reserves is not None
    if line.back is not None or (alone and quantity != 1):
        raise QuantityRefused(name=line.product.name)
    return basket.with_changed(replace(line, quantity=_checked_quantity(quantity)))


def remove_line(basket: Basket, line_id: str) -> Basket:
    """Without that line. The discount on the ticket goes with the last thing sold."""
    gone = basket.line(line_id)
    lines = tuple(line for line in basket.lines if line is not gone)
    sold = any(line.back is None and line.kind is LineKind.SALE for line in lines)
    return replace(basket, lines=lines, reduction=basket.reduction if sold else None)


def reduce_line(basket: Basket, line_id: str, reduction: Reduction | None) -> Basket:
    """DiscountTooLarge when it is more than the line."""
    line = basket.line(line_id)
    if reduction is not None and (line.back is not None or line.kind is LineKind.NON_SALE):
        raise DiscountTooLarge
    if reduction is not None and not discount_fits(line.unit_price * line.quantity, reduction.discount):
        raise DiscountTooLarge
    return basket.with_changed(replace(line, reduction=reduction))


def reduce_ticket(basket: Basket, reduction: Reduction | None, rules: RulesOfDay) -> Basket:
    """DiscountTooLarge when it is more than what is sold on the ticket."""
    reduced = replace(basket, reduction=reduction)
    price_basket(reduced, rules)
    return reduced


def price_basket(basket: Basket, rules: RulesOfDay) -> Priced:
    """What it costs by the rules of the day: the engine of ``pricing``, nothing else. DiscountTooLarge after lines went away."""
    sold = _price_sold(basket, rules)
    amounts = {line.line_id: line for line in sold.lines}
    lines = tuple(amounts[line.line_id] if line.back is None else amounts_back(line.line_id, line.back) for line in basket.lines)
    return Priced(lines, sold.ticket_discount)


def sold_before_ticket_discount(basket: Basket, rules: RulesOfDay) -> Money:
    """What a discount on the ticket is taken off: goods and services sold, never money taken for later or goods given back."""
    priced = _price_sold(replace(basket, reduction=None), rules)
    later = {line.line_id for line in basket.lines if line.kind is LineKind.NON_SALE}
    return Money.total(line.gross for line in priced.lines if line.line_id not in later)


def _price_sold(basket: Basket, rules: RulesOfDay) -> Priced:
    """What is sold now. A discount on the ticket, and the bonus of a trade-in with it, is taken off goods and services only, never off money
    taken for later or given back."""
    lines = [line for line in basket.lines if line.back is None]
    items = [_item(line, rules) for line in lines]
    if any(not discount_fits(amount_before_discount(item), item.discount) for item in items):
        raise DiscountTooLarge
    if basket.reduction is None and not basket.bonuses:
        return price(items, rounding=rules.rounding)
    goods = [item for item, line in zip(items, lines, strict=True) if line.kind is LineKind.SALE]
    later = [item for item, line in zip(items, lines, strict=True) if line.kind is LineKind.NON_SALE]
    total = price(goods, rounding=rules.rounding).total
    if basket.reduction is not None and not discount_fits(total, basket.reduction.discount):
        raise DiscountTooLarge
    off = AmountOff(discount_amount(total, basket.reduction.discount if basket.reduction else None) + basket.bonus)
    if not discount_fits(total, off):
        raise DiscountTooLarge
    reduced = price(goods, rounding=rules.rounding, ticket_discount=off)
    return Priced((*reduced.lines, *price(later, rounding=rules.rounding).lines), reduced.ticket_discount)


def _item(line: BasketLine, rules: RulesOfDay) -> Item:
    tax = rules.rate(line.tax_code).tax(purchase_price=line.unit.purchase_price if line.unit else None)
    return Item(line.line_id, line.quantity * QUANTITY_UNIT, line.unit_price, tax, line.reduction.discount if line.reduction else None)


def _with_line(basket: Basket, line: BasketLine) -> Basket:
    if len(basket.lines) >= LARGEST_BASKET_LINES:
        raise BasketFull
    return replace(basket, lines=(*basket.lines, line))


def _checked_quantity(quantity: int) -> int:
    if not 1 <= quantity <= LARGEST_QUANTITY:
        raise QuantityRefused(name="")
    return quantity
