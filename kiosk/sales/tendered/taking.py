"""Taking tenders inside the payment's transaction: approvals bound, vouchers spent or given out, cash held against the law's cap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.cards import CardIntent, CardNotConfirmed
from kiosk.sales.counter import Counter
from kiosk.sales.rules import Limits
from kiosk.sales.tender_rules import cash_kept, check_cash
from kiosk.sales.tendered import store
from kiosk.sales.tendered.issuing import VoucherIssuer
from kiosk.sales.tendered.store import DebtLinks
from kiosk.sales.tenders import CARD, CASH, CHEQUE, DEPOSIT, GIFT_CARD, VOUCHER, Settlement, Tender
from kiosk.sales.ticket import TicketHead, TicketTender
from kiosk.sales.vouchers import DepositForOtherDevice, Voucher, VoucherKind, VoucherUnknown, check_holder, check_voucher, spend, spend_bonus
from kiosk.staff.people import Person
from kiosk.stock.units import shop_holder

BY_CODE = (VOUCHER, GIFT_CARD, DEPOSIT)


class TenderTaker:
    """The tenders of one ticket. Every voucher is read again: the same one twice is spent twice, or refused."""

    def __init__(self, counter: Counter, connection: Connection, *, basket: Basket, head: TicketHead, person: Person) -> None:
        self._counter = counter
        self._connection = connection
        self._basket = basket
        self._head = head
        self._issuer = VoucherIssuer(counter, connection, person=person)
        self._holder = shop_holder(counter.identity(connection).shop_id)

    def check_cash(self, tenders: Sequence[Tender], settlement: Settlement, limits: Limits, *, lives_abroad: bool) -> None:
        """CashOverLimit, with what was paid in cash before for the same debt (RCP-08)."""
        cash = cash_kept(tenders, settlement)
        limit = limits.cash_limit_abroad if lives_abroad else limits.cash_limit
        if not cash or limits.cash_limit is None or limit is None:
            return
        links = self._links(tenders)
        linked = store.cash_of_links(self._connection, links) if links.any else ()
        check_cash(cash, linked=linked, limit=limit)

    def take(self, tenders: Sequence[Tender]) -> list[TicketTender]:
        """Spend what is spent; CardNotConfirmed and every reason why a voucher is not taken."""
        for bonus in self._basket.bonuses:
            voucher = self._checked(store.voucher_by_id(self._connection, bonus.voucher_id))
            store.change_voucher(self._connection, spend_bonus(voucher, bonus.amount))
        return [self._take(tender) for tender in tenders]

    def bind_cards(self, tenders: Sequence[Tender]) -> None:
        """After the ticket stands: each approval now belongs to it, so the same one given twice is refused here."""
        for tender in tenders:
            if tender.kind == CARD:
                store.change_intent(self._connection, replace(self._approved(tender), ticket_id=self._basket.basket_id))

    def give_gift_cards(self) -> None:
        """A gift card that was sold is a voucher from now on; a top-up goes to the card that it was meant for."""
        for line in self._basket.lines:
            if line.fills_voucher_id is not None:
                self._fill(store.voucher_by_id(self._connection, line.fills_voucher_id), line.unit_price)
            elif line.is_gift_card:
                for _card in range(line.quantity):
                    self._new_gift_card(line)

    def _new_gift_card(self, line: BasketLine) -> None:
        until = self._issuer.gift_card_until()
        self._issuer.issue(VoucherKind.GIFT_CARD, line.unit_price, origin_id=self._head.ticket_id, expires_on=until)

    def _fill(self, voucher: Voucher | None, amount: Money) -> Voucher:
        known = check_holder(voucher, holder=self._holder)
        return self._issuer.fill(known, amount, origin_id=self._head.ticket_id, expires_on=self._issuer.gift_card_until())

    def _take(self, tender: Tender) -> TicketTender:
        if tender.kind == CARD:
            intent = self._approved(tender)
            return TicketTender(CARD, tender.amount, intent.reference, card_tail=intent.card_tail, answered_by=intent.answered_by)
        if tender.kind in BY_CODE:
            return self._take_voucher(tender) if tender.amount.amount_cents > 0 else self._give_voucher(tender)
        return TicketTender(tender.kind, tender.amount, tender.reference, identity_checked=tender.kind == CHEQUE and tender.identity_checked)

    def _take_voucher(self, tender: Tender) -> TicketTender:
        voucher = self._checked(store.voucher_by_code(self._connection, tender.reference or ""))
        if voucher.tender_kind != tender.kind:
            raise VoucherUnknown
        check_deposit(voucher, self._basket)
        left = spend(voucher, tender.amount)
        store.change_voucher(self._connection, left)
        return TicketTender(tender.kind, tender.amount, left.voucher_id, left.balance, left.kind)

    def _give_voucher(self, tender: Tender) -> TicketTender:
        """Money goes back as a credit note, on the gift card that was named, or on a new one."""
        amount = -tender.amount
        if tender.kind == GIFT_CARD and tender.reference:
            voucher = self._fill(store.voucher_by_code(self._connection, tender.reference), amount)
        elif tender.kind == GIFT_CARD:
            until = self._issuer.gift_card_until()
            voucher = self._issuer.issue(VoucherKind.GIFT_CARD, amount, origin_id=self._head.ticket_id, expires_on=until)
        else:
            until = self._issuer.credit_until()
            voucher = self._issuer.issue(
                VoucherKind.CREDIT, amount, origin_id=self._head.ticket_id, expires_on=until, customer_id=self._head.customer_id
            )
        return TicketTender(tender.kind, tender.amount, voucher.voucher_id, voucher.balance, voucher.kind)

    def _checked(self, voucher: Voucher | None) -> Voucher:
        return check_voucher(voucher, holder=self._holder, today=self._head.business_day)

    def _approved(self, tender: Tender) -> CardIntent:
        intent = store.intent(self._connection, tender.reference or "")
        if intent is None or not intent.pays(basket_id=self._basket.basket_id, amount=tender.amount):
            raise CardNotConfirmed
        return intent

    def _links(self, tenders: Sequence[Tender]) -> DebtLinks:
        deposits = [store.voucher_by_code(self._connection, tender.reference or "") for tender in tenders if tender.kind == DEPOSIT]
        return DebtLinks(
            self._head.original_number, _device_ids(self._basket), [voucher.voucher_id for voucher in deposits if voucher is not None],
            self._head.customer_id, self._head.business_day.isoformat(),
        )  # fmt: skip


def check_deposit(voucher: Voucher, basket: Basket) -> None:
    """DepositForOtherDevice unless the device that it reserved is sold here."""
    if voucher.unit_id is not None and voucher.unit_id not in _device_ids(basket):
        raise DepositForOtherDevice


def opens_drawer(tenders: Sequence[Tender]) -> bool:
    """Cash and cheques go into it."""
    return any(tender.kind in (CASH, CHEQUE) for tender in tenders)


def _device_ids(basket: Basket) -> frozenset[str]:
    return frozenset(line.unit.unit_id for line in basket.lines if line.unit is not None and line.back is None)
