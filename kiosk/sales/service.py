"""Selling: from a scan to a paid ticket. What changes a basket is pure and gives a new one; what writes is one transaction.

Methods that read run anywhere; those that write run on the ledger worker. Nothing here knows a screen or a device: receipt and
drawer pulse are rows of the print queue, and a card terminal is asked by the caller between ``ask_card`` and ``answer_card``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.basics.money import Money
from kiosk.catalogue.codes import BadImei, Ean, Gs1, Imei, ScannedCode, SerialLike, UnitCode, decode
from kiosk.catalogue.products import Product, ProductKind
from kiosk.catalogue.service import CatalogueService
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import basket as baskets
from kiosk.sales import store
from kiosk.sales.basket import Basket, Reduction, price_basket
from kiosk.sales.cards import CardAlreadyAnswered, CardAnswered, CardIntent
from kiosk.sales.counter import Counter
from kiosk.sales.desk.deposit_store import deposit_of_unit
from kiosk.sales.parking import may_be_offered, parked_body
from kiosk.sales.paying import Payment
from kiosk.sales.pricing import Priced
from kiosk.sales.store import KeptBasket
from kiosk.sales.tendered import store as tender_store
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, UnitReserved, sellable
from kiosk.storage.counters import next_number

TICKET_SERIES = "ticket"


class CodeUnknown(Refused):
    """Nothing here has that code; the basket is as it was."""

    code = "sales.code_unknown"


class ImeiMisread(Refused):
    """15 digits whose check digit is wrong."""

    code = "sales.imei_misread"


class BasketEmpty(Refused):
    """Nothing to sell."""

    code = "sales.basket_empty"


class BasketGone(Refused):
    """The basket was resumed or paid meanwhile."""

    code = "sales.basket_gone"


class SaleService:
    """The till's use cases, from the first scan to the ticket."""

    def __init__(self, counter: Counter, catalogue: CatalogueService, stock: StockService) -> None:
        self._counter = counter
        self._catalogue = catalogue
        self._stock = stock

    # ── the basket ─────────────────────────────────────────────────────────────────────────────────────────────────
    def new_basket(self) -> Basket:
        """Empty, with the id of the ticket that it will become."""
        return Basket(self._counter.ids.new())

    def add_by_code(self, basket: Basket, code: ScannedCode | str) -> Basket:
        """What was scanned, on the list; CodeUnknown, ImeiMisread, every reason why a device may not be sold, UnitAlreadyInBasket."""
        scanned = decode(code) if isinstance(code, str) else code
        if isinstance(scanned, BadImei):
            raise ImeiMisread(text=scanned.text)
        unit = self._stock.unit_by_code(scanned) if isinstance(scanned, Imei | Gs1 | SerialLike | UnitCode) else None
        if unit is not None:
            return self.add_unit(basket, unit)
        product = self._product_of(scanned)
        if product is None or product.kind is ProductKind.UNIT:
            raise CodeUnknown(text=scanned.text)
        return self.add_product(basket, product)

    def add_unit(self, basket: Basket, unit: Unit) -> Basket:
        """A device found by search or scan; a reserved one is added for the customer whose deposit keeps it, and for nobody else."""
        with self._counter.database.read() as connection:
            refusal = sellable(unit, self._counter.identity(connection).shop_id)
            deposit = deposit_of_unit(connection, unit.unit_id) if isinstance(refusal, UnitReserved) else None
        mine = deposit is not None and deposit.customer_id is not None and deposit.customer_id == basket.customer_id
        if refusal is not None and not mine:
            raise refusal
        product = self._catalogue.product_by_id(unit.product_id)
        assert product is not None, "a unit names a product by foreign key"
        return baskets.add_unit(basket, unit, product, line_id=self._counter.ids.new())

    def add_product(self, basket: Basket, product: Product, *, quantity: int = 1) -> Basket:
        """An accessory or a service, from a tile or a scan."""
        return baskets.add_product(basket, product, line_id=self._counter.ids.new(), quantity=quantity)

    def set_quantity(self, basket: Basket, line_id: str, quantity: int) -> Basket:
        return baskets.set_quantity(basket, line_id, quantity)

    def remove_line(self, basket: Basket, line_id: str) -> Basket:
        return baskets.remove_line(basket, line_id)

    def reduce_line(
        self, basket: Basket, line_id: str, reduction: Reduction | None, *, person: Person, approved_by: Approval | None = None
    ) -> Basket:  # fmt: skip
        """A discount on a line, None takes it off; RightMissing beyond what the person may give, alone or with an approval for this basket;
        DiscountTooLarge, also when the discount on the ticket is then more than what is left.
        """
        line = basket.line(line_id)
        if self._beyond(line.unit_price * line.quantity, reduction, person=person):
            require_lent(person, Right.OVERRIDE_PRICE, approved_by, document=basket.basket_id)
        reduced = baskets.reduce_line(basket, line_id, reduction)
        self.priced(reduced)
        return reduced

    def reduce_ticket(self, basket: Basket, reduction: Reduction | None, *, person: Person, approved_by: Approval | None = None) -> Basket:
        """A discount on what is sold on the ticket; money taken for later and goods given back bear none of it."""
        if self._beyond(baskets.sold_before_ticket_discount(basket, self._counter.rules_now()), reduction, person=person):
            require_lent(person, Right.OVERRIDE_PRICE, approved_by, document=basket.basket_id)
        return baskets.reduce_ticket(basket, reduction, self._counter.rules_now())

    def priced(self, basket: Basket) -> Priced:
        """All amounts, by the rules of today."""
        return price_basket(basket, self._counter.rules_now())

    # ── baskets that wait ──────────────────────────────────────────────────────────────────────────────────────────
    def park(self, basket: Basket, *, label: str, person: Person) -> None:
        """Put aside under a name; survives the night and the plug."""
        if not basket.lines:
            raise BasketEmpty
        total = self.priced(basket).total
        with self._counter.database.write() as connection:
            store.keep_basket(connection, KeptBasket(replace(basket, label=label), person.person_id, self._counter.now_utc(), parked=True))
            if may_be_offered(basket) and self._counter.ledger.quarantined is None:
                body = parked_body(basket, total, cashier=person.short_name)
                self._counter.ledger.append(connection, "sales.basket_parked", body, person_id=person.person_id)

    def keep(self, basket: Basket, *, person: Person) -> None:
        """The basket that is open on the screen, so that it is still there after a crash."""
        with self._counter.database.write() as connection:
            store.keep_basket(connection, KeptBasket(basket, person.person_id, self._counter.now_utc(), parked=False))

    def parked(self) -> tuple[KeptBasket, ...]:
        """Oldest first."""
        with self._counter.database.read() as connection:
            return store.kept_baskets(connection, parked=True)

    def interrupted(self) -> KeptBasket | None:
        """The basket that was open when the kiosk went out."""
        with self._counter.database.read() as connection:
            return next(reversed(store.kept_baskets(connection, parked=False)), None)

    def resume(self, basket_id: str) -> Basket:
        """Back on the screen and no longer waiting; BasketGone."""
        with self._counter.database.write() as connection:
            found = store.kept_basket(connection, basket_id)
            if found is None:
                raise BasketGone
            store.keep_basket(connection, replace(found, parked=False))
            if may_be_offered(found.basket) and self._counter.ledger.quarantined is None:
                self._counter.ledger.append(connection, "sales.basket_resumed", {"basket_id": basket_id}, person_id=found.person_id)
        return found.basket

    def abandon(self, basket: Basket, *, person: Person) -> None:
        """Given up before payment: the event log wants to know (JET 320)."""
        if not basket.lines:
            return
        total = self.priced(basket).total
        body: dict[str, EventValue] = {"total": total.plain(), "total_cents": total.amount_cents, "line_count": len(basket.lines)}
        with self._counter.database.write() as connection:
            store.forget_basket(connection, basket.basket_id)
            self._counter.ledger.append(connection, "sales.basket_abandoned", body, person_id=person.person_id)

    # ── paying ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def pay(
        self, basket: Basket, tenders: Sequence[Tender], *, person: Person, lives_abroad: bool = False, approved_by: Approval | None = None
    ) -> Ticket:  # fmt: skip
        """One durable transaction; a second call for the same basket gives the same ticket. Refused or failed: nothing happened.

        A card tender's ``reference`` is the id of its approved intent, a voucher tender's its code. ``lives_abroad`` says that a private
        customer has proved to live abroad: the cash cap is then the higher one (RCP-08). What is paid back has negative amounts;
        ``approved_by`` lets it go back otherwise than it was paid.
        """
        require(person, Right.SELL)
        if not basket.lines:
            raise BasketEmpty
        with self._counter.database.write() as connection:
            paid = store.ticket_by_id(connection, basket.basket_id)
            if paid is not None:
                return paid.ticket
            identity = self._counter.identity(connection)
            payment = Payment(self._counter, self._stock, connection, basket=basket, person=person, identity=identity)
            number = identity.number(next_number(connection, TICKET_SERIES))
            return payment.run(tenders, number=number, lives_abroad=lives_abroad, approved_by=approved_by)

    def ask_card(self, basket: Basket, amount: Money, *, person: Person) -> CardIntent:
        """Durable before the terminal is asked; a negative amount is paid back to the card.

        Whatever the payment would refuse this basket for is refused here, before any money moves: a day that is not closed, a device that was
        sold meanwhile, goods that came back already or whose right another till has, no open drawer. RightMissing.
        """
        require(person, Right.SELL)
        assert amount.amount_cents != 0
        intent = CardIntent(self._counter.ids.new(), basket.basket_id, amount, self._counter.now_utc())
        with self._counter.database.write() as connection:
            identity = self._counter.identity(connection)
            Payment(self._counter, self._stock, connection, basket=basket, person=person, identity=identity).rehearse()
            tender_store.add_intent(connection, intent)
        return intent

    def answer_card(self, intent_id: str, answer: CardAnswered, *, person: Person) -> CardIntent:
        """What the terminal said, or the cashier read off it; CardAlreadyAnswered, CardNumberRefused."""
        with self._counter.database.write() as connection:
            intent = tender_store.intent(connection, intent_id)
            if intent is None:
                raise CardAlreadyAnswered
            answered = intent.answered(answer, at_utc=self._counter.now_utc())
            tender_store.change_intent(connection, answered)
            body: dict[str, EventValue] = {
                "intent_id": intent_id, "amount_cents": intent.amount.amount_cents, "state": answered.state.value, "answered_by": answer.by.value,
            }  # fmt: skip
            self._counter.ledger.append(connection, "sales.card_answered", body, person_id=person.person_id)
        return answered

    def unsettled_cards(self) -> tuple[CardIntent, ...]:
        """Card payments without an answer or without a ticket, to be shown at the start."""
        with self._counter.database.read() as connection:
            return tender_store.intents_without_ticket(connection)

    def _product_of(self, scanned: ScannedCode) -> Product | None:
        if isinstance(scanned, Ean):
            return self._catalogue.product_by_ean(scanned.text)
        if isinstance(scanned, Gs1):
            return self._catalogue.product_by_ean(scanned.gtin) if scanned.gtin else None
        return self._catalogue.product_by_sku(scanned.text)

    def _beyond(self, amount: Money, reduction: Reduction | None, *, person: Person) -> bool:
        """Whether it is more than everybody with the right gives alone; RightMissing for who gives none at all."""
        if reduction is None:
            return False
        require(person, Right.GIVE_DISCOUNT)
        return reduction.exceeds(self._counter.rules_now().limits.discount_limit_bp, of=amount)
