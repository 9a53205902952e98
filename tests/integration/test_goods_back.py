"""Goods given back on the real database: only from their ticket, only once, only the device that was sold, paid back the way it was paid."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.service import CatalogueService
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.returns import NothingLeftToReturn, OtherTicketInReturn, PaidBackOtherwise, ReturnChanged, TooManyToReturn
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import Basket, Reduction
from kiosk.sales.cards import AnsweredBy, CardAnswered
from kiosk.sales.day import figures_of
from kiosk.sales.refund import Grounds
from kiosk.sales.store import tickets_after
from kiosk.sales.tender_rules import CashOverLimit, NotPaid, TenderRefused, TooMuchTendered
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket, TicketKind
from kiosk.staff.approvals import Action, Approval, Why
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing
from kiosk.stock.units import UnitState, VatOrigin
from kiosk.storage.engine import Database
from kiosk.storage.schema import voucher
from tests.integration.sale_shop import CAMILLE, IMEIS, SOPHIE, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"
DAY_S = 24 * 3600
CHANGED_MIND = Grounds("changed_mind")


class Counter:
    """A till with its returns, and the few phrases that the tests below speak in."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))

    def sell(self, *codes: str, tenders: list[Tender] | None = None, reduction: Reduction | None = None, person: Person = SOPHIE) -> Ticket:
        basket = replace(self.till.basket(*codes), reduction=reduction)
        due = self.till.sale.priced(basket).total
        return self.till.sale.pay(basket, tenders if tenders is not None else [cash(due.amount_cents)], person=person)

    def back(self, ticket: Ticket, position: int = 0, *, count: int = 1, scanned: str | None = None, basket: Basket | None = None) -> Basket:
        wanted = {ticket.lines[position].line_id: count}
        start = basket or self.till.sale.new_basket()
        return self.returns.add_back(start, ticket.number, wanted, Grounds("changed_mind", scanned=scanned), person=SOPHIE)

    def pay_back(self, basket: Basket, *, person: Person = SOPHIE) -> Ticket:
        due = self.till.sale.priced(basket).total
        tenders = [self._approved(basket, tender) for tender in self.returns.way_back(basket, due)]
        return self.till.sale.pay(basket, tenders, person=person)

    def give_back(self, ticket: Ticket, position: int = 0, *, count: int = 1, scanned: str | None = None) -> Ticket:
        return self.pay_back(self.back(ticket, position, count=count, scanned=scanned))

    def _approved(self, basket: Basket, tender: Tender) -> Tender:
        return self.till.approved_card(basket, tender.amount) if tender.kind == "card" else tender

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        with self.till.database.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(statement)]

    def journal(self, kind: str) -> list[dict[str, object]]:
        with self.till.database.read() as connection:
            entries = self.till.ledger.entries_after(connection, 0, 0, limit=10_000)
        return [json.loads(entry.entry)["body"] for entry in entries if entry.kind == kind]

    def cases(self) -> int:
        return self.till.stock.levels()["p-case"]


def lent(basket: Basket, right: Right) -> Approval:
    """Sophie lends Camille a right for a basket."""
    return Approval(right, Action.REFUND, CAMILLE.person_id, SOPHIE.person_id, SOPHIE.short_name, Why("customer"), basket.basket_id)


@pytest.fixture
def counter(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Counter:
    furnish(database)
    till = open_till(database, ledger, clock, ids)
    till.drawer.open_session(Money(150000), person=CAMILLE)
    return Counter(till)


# ── what may come back ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_phone_given_back_is_paid_back_and_waits_to_be_erased_with_the_vat_it_was_bought_under(counter: Counter) -> None:
    sold = counter.sell(IMEIS[0])
    refund = counter.give_back(sold, scanned=IMEIS[0])
    assert (refund.number, refund.head.kind, refund.head.original_number) == ("L01-K2-000002", TicketKind.REFUND, sold.number)
    assert (refund.total, refund.margin_gross, refund.tax, refund.cash_kept) == (Money(-44900), Money(-44900), ZERO, Money(-44900))
    unit = counter.till.stock.unit_by_id("u1")
    assert unit is not None
    assert (unit.state, unit.vat_origin, unit.holder, unit.gen, unit.erasure_id) == (UnitState.TO_ERASE, VatOrigin.MARGIN, "shop:L01", 2, None)
    assert counter.rows("SELECT reason, amount_cents FROM drawer_movement") == [("sale", 44900), ("refund", -44900)]


def test_what_was_given_back_once_is_not_given_back_again(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN)
    again = counter.back(sold)
    counter.give_back(sold)
    with pytest.raises(NothingLeftToReturn):
        counter.back(sold)
    with pytest.raises(NothingLeftToReturn):
        counter.pay_back(again)
    assert len(counter.rows("SELECT 1 FROM ticket")) == 2


def test_what_was_given_back_stays_given_back_after_a_restart(counter: Counter, clock: ManualClock, ids: CountedIds) -> None:
    sold = counter.sell(CASE_EAN)
    counter.give_back(sold)
    reopened = Counter(open_till(counter.till.database, counter.till.ledger, clock, ids, fiscal=counter.till.counter.fiscal))
    with pytest.raises(NothingLeftToReturn):
        reopened.back(sold)


def test_the_same_line_does_not_stand_twice_in_one_basket(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN, CASE_EAN)
    basket = counter.back(sold)
    with pytest.raises(KioskError) as refused:
        counter.back(sold, basket=basket)
    assert refused.value.code == "sales.already_in_return"
    forged = replace(basket, lines=(*basket.lines, replace(basket.lines[0], line_id="other")))
    with pytest.raises(ReturnChanged):
        counter.till.sale.pay(forged, [cash(-5980)], person=SOPHIE)


@pytest.mark.answers("odoo#199072")
def test_three_cases_come_back_one_by_one_and_not_a_fourth(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN, CASE_EAN, CASE_EAN, reduction=Reduction(amount=Money(1000)))
    assert (sold.total, counter.cases()) == (Money(7970), 7)
    back = [counter.give_back(sold).total.amount_cents for _ in range(3)]
    assert (back, counter.cases()) == ([-2657, -2656, -2657], 10)
    with pytest.raises(NothingLeftToReturn):
        counter.back(sold)


@pytest.mark.answers("odoo#265322", "odoo#227937")
def test_a_second_partial_return_gives_back_its_own_part_and_no_other(counter: Counter) -> None:
    """odoo#265322: amounts were wrong on the second partial refund; odoo#227937: it took all lines."""
    sold = counter.sell(IMEIS[0], CASE_EAN, CASE_EAN, CASE_EAN)
    first, second = counter.give_back(sold, 1, count=2), counter.give_back(sold, 1)
    back = [(line.quantity, line.gross, line.tax) for line in (*first.lines, *second.lines)]
    assert back == [(-2, Money(-5980), Money(-997)), (-1, Money(-2990), Money(-498))]
    assert counter.returns.returnable(sold.number).lines[0].left == 1
    with pytest.raises(TooManyToReturn):
        counter.back(counter.sell(CASE_EAN), count=2)


@pytest.mark.answers("odoo#288573")
def test_an_order_with_a_discount_on_everything_gives_back_the_tax_it_took(counter: Counter) -> None:
    """odoo#288573: a globally discounted order was taxed anew when it came back."""
    sold = counter.sell(IMEIS[0], CASE_EAN, CASE_EAN, reduction=Reduction(amount=Money(777)))
    basket = counter.back(sold, 0, scanned=IMEIS[0])
    refund = counter.pay_back(counter.back(sold, 1, count=2, basket=basket))
    assert (refund.total, refund.net, refund.tax, refund.margin_gross) == (-sold.total, -sold.net, -sold.tax, -sold.margin_gross)
    assert [line.margin_tax and -line.margin_tax for line in refund.lines] == [line.margin_tax for line in sold.lines]
    assert [(row.mark, -row.net, -row.tax) for row in refund.taxes] == [(row.mark, row.net, row.tax) for row in sold.taxes]


@pytest.mark.answers("woocommerce-ios#17827")
def test_what_cost_9_99_gives_back_9_99_and_not_10_00(counter: Counter) -> None:
    """woocommerce-ios#17827: 8.33 and 1.67 were added up to 10.00."""
    sold = counter.sell(CASE_EAN, reduction=Reduction(amount=Money(1991)))
    assert (sold.total, sold.net, sold.tax) == (Money(999), Money(832), Money(167))
    refund = counter.give_back(sold)
    assert (refund.total, refund.net, refund.tax) == (Money(-999), Money(-832), Money(-167))


@pytest.mark.answers("NX#1370")
def test_goods_that_come_back_are_counted_into_stock_once(counter: Counter) -> None:
    """NX#1370: the void returned the stock, and deleting the void returned it again. A ticket is never deleted here."""
    sold = counter.sell(CASE_EAN, CASE_EAN)
    basket = counter.back(sold, count=2)
    refund = counter.pay_back(basket)
    assert counter.till.sale.pay(basket, [cash(-5980)], person=SOPHIE) == refund
    assert counter.cases() == 10
    assert counter.rows("SELECT quantity, reason FROM stock_movement WHERE product_id = 'p-case'") == [(-2, "sale"), (2, "refund")]


def test_a_refund_is_itself_not_given_back(counter: Counter) -> None:
    refund = counter.give_back(counter.sell(CASE_EAN))
    with pytest.raises(KioskError) as refused:
        counter.back(refund)
    assert refused.value.code == "sales.line_not_returnable"
    assert not counter.returns.returnable(refund.number).any_left


# ── the device itself ──────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("scanned", "code"), [(None, "sales.serial_not_scanned"), (IMEIS[6], "sales.serial_wrong"), ("UL01K20001R", "sales.serial_wrong")]
)
def test_a_device_comes_back_only_when_its_own_imei_was_read(counter: Counter, scanned: str | None, code: str) -> None:
    """odoo#230778: a return took back serials that were not sold. The label in the box proves nothing."""
    sold = counter.sell(IMEIS[0])
    with pytest.raises(KioskError) as refused:
        counter.back(sold, scanned=scanned)
    assert refused.value.code == code


@pytest.mark.parametrize("scanned", ["IMEI 35 266891 000001 5", "SF2LXK0ABCD01", "F2LXK0ABCD01", IMEIS[0]])
def test_imei_and_serial_are_read_as_the_maker_writes_them(counter: Counter, scanned: str) -> None:
    sold = counter.sell(IMEIS[0])
    read = counter.returns.check_scanned(sold.number, sold.lines[0].line_id, scanned)
    assert counter.back(sold, scanned=read).lines[0].grounds == Grounds("changed_mind", scanned=read)


def test_a_basket_that_forged_the_serial_is_refused_when_it_is_paid(counter: Counter) -> None:
    sold = counter.sell(IMEIS[0])
    basket = counter.back(sold, scanned=IMEIS[0])
    forged = replace(basket, lines=(replace(basket.lines[0], grounds=CHANGED_MIND),))
    with pytest.raises(KioskError) as refused:
        counter.till.sale.pay(forged, [cash(-44900)], person=SOPHIE)
    assert refused.value.code == "sales.serial_not_scanned"


def test_a_device_sold_given_back_and_sold_again_comes_back_from_its_second_ticket_only(counter: Counter) -> None:
    first = counter.sell(IMEIS[0])
    counter.give_back(first, scanned=IMEIS[0])
    with counter.till.database.write() as connection:
        connection.exec_driver_sql("UPDATE unit SET state = 'for_sale' WHERE id = 'u1'")
    second = counter.sell(IMEIS[0])
    with pytest.raises(NothingLeftToReturn):
        counter.back(first, scanned=IMEIS[0])
    assert counter.give_back(second, scanned=IMEIS[0]).head.original_number == second.number


# ── when, who, why ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_goods_come_back_for_thirty_days_the_last_one_included(counter: Counter, clock: ManualClock) -> None:
    sold = counter.sell(CASE_EAN)
    state = counter.returns.returnable(sold.number).policy
    assert (state.last_day - sold.head.business_day, state.within) == (timedelta(days=30), True)
    clock.advance(seconds=30 * DAY_S)
    assert counter.returns.returnable(sold.number).policy.within
    clock.advance(seconds=DAY_S)
    assert not counter.returns.returnable(sold.number).policy.within


def test_a_cashier_takes_goods_back_with_a_manager_who_stands_in_the_journal(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN)
    wanted = {sold.lines[0].line_id: 1}
    with pytest.raises(RightMissing) as refused:
        counter.returns.add_back(counter.till.sale.new_basket(), sold.number, wanted, CHANGED_MIND, person=CAMILLE)
    assert refused.value.facts["right"] == "refund"
    grounds = Grounds("defect", " ne charge plus ")
    empty = counter.till.sale.new_basket()
    basket = counter.returns.add_back(empty, sold.number, wanted, grounds, person=CAMILLE, approved_by=lent(empty, Right.REFUND))
    refund = counter.pay_back(basket, person=CAMILLE)
    (entry,) = counter.journal("sales.ticket_refunded")
    assert entry == {
        "number": refund.number, "ticket_id": refund.head.ticket_id, "original_number": sold.number, "line_id": refund.lines[0].line_id,
        "original_line_id": sold.lines[0].line_id, "product_id": "p-case", "unit_id": None, "quantity": "-1", "gross_cents": -2990,
        "reason": "defect", "note": "ne charge plus", "approved_by": "p-sophie",
    }  # fmt: skip
    assert counter.rows("SELECT count(*) FROM fiscal_stamp WHERE chain = 'JET' AND payload LIKE '%,190,%'") == [(1,)]


def test_an_approval_is_good_for_its_own_basket_only(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN)
    basket = counter.back(sold)
    grounds = replace(basket.lines[0].grounds or CHANGED_MIND, approval=lent(counter.till.sale.new_basket(), Right.REFUND))
    with pytest.raises(RightMissing):
        counter.till.sale.pay(replace(basket, lines=(replace(basket.lines[0], grounds=grounds),)), [cash(-2990)], person=CAMILLE)


def test_after_thirty_days_another_right_is_needed(counter: Counter, clock: ManualClock) -> None:
    sold = counter.sell(CASE_EAN)
    counter.till.closing.close_day(person=SOPHIE, counted=None)
    clock.advance(seconds=31 * DAY_S)
    with pytest.raises(RightMissing) as refused:
        counter.returns.add_back(counter.till.sale.new_basket(), sold.number, {sold.lines[0].line_id: 1}, CHANGED_MIND, person=CAMILLE)
    assert refused.value.facts["right"] == "refund_beyond_policy"


@pytest.mark.parametrize("reason", ["", "because"])
def test_a_return_without_one_of_the_house_s_reasons_is_refused(counter: Counter, reason: str) -> None:
    sold = counter.sell(CASE_EAN)
    with pytest.raises(KioskError) as refused:
        counter.returns.add_back(counter.till.sale.new_basket(), sold.number, {sold.lines[0].line_id: 1}, Grounds(reason), person=SOPHIE)
    assert refused.value.code == "sales.return_reason_missing"


# ── paying back ────────────────────────────────────────────────────────────────────────────────────────────────────
def paid_by_card(counter: Counter, *codes: str, tail: str = "4242") -> Ticket:
    basket = counter.till.basket(*codes)
    due = counter.till.sale.priced(basket).total
    intent = counter.till.sale.ask_card(basket, due, person=SOPHIE)
    counter.till.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.TERMINAL, "A1", tail), person=SOPHIE)
    return counter.till.sale.pay(basket, [Tender("card", due, intent.intent_id)], person=SOPHIE)


def test_what_a_card_paid_goes_back_to_the_card(counter: Counter) -> None:
    sold = paid_by_card(counter, IMEIS[0])
    basket = counter.back(sold, scanned=IMEIS[0])
    assert counter.returns.way_back(basket, Money(-44900)) == (Tender("card", Money(-44900)),)
    refund = counter.pay_back(basket)
    assert [(tender.kind, tender.amount, tender.reference) for tender in refund.tenders] == [("card", Money(-44900), "A12345")]
    assert counter.rows(f"SELECT kind FROM print_job WHERE document_id = '{refund.head.ticket_id}'") == [("receipt",)]


def test_cash_for_what_a_card_paid_needs_somebody_who_may_go_beyond_the_policy(counter: Counter) -> None:
    sold = paid_by_card(counter, CASE_EAN)
    wanted = {sold.lines[0].line_id: 1}
    empty = counter.till.sale.new_basket()
    basket = counter.returns.add_back(empty, sold.number, wanted, CHANGED_MIND, person=CAMILLE, approved_by=lent(empty, Right.REFUND))
    with pytest.raises(PaidBackOtherwise) as refused:
        counter.till.sale.pay(basket, [cash(-2990)], person=CAMILLE)
    assert refused.value.facts == {"limit": ZERO, "tender": "cash"}
    beyond = lent(basket, Right.REFUND_BEYOND_POLICY)
    assert counter.till.sale.pay(basket, [cash(-2990)], person=CAMILLE, approved_by=beyond).cash_kept == Money(-2990)


def test_a_card_is_never_credited_with_more_than_it_paid(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN)
    basket = counter.back(sold)
    tender = counter.till.approved_card(basket, Money(-2990))
    with pytest.raises(PaidBackOtherwise):
        counter.till.sale.pay(basket, [tender], person=SOPHIE)


def test_what_two_partial_returns_pay_back_is_counted_together(counter: Counter) -> None:
    basket = counter.till.basket(CASE_EAN, CASE_EAN)
    card = counter.till.approved_card(basket, Money(2990))
    sold = counter.till.sale.pay(basket, [card, cash(2990)], person=SOPHIE)
    counter.give_back(sold)
    second = counter.back(sold)
    assert counter.returns.way_back(second, Money(-2990)) == (Tender("cash", Money(-2990)),)


def test_a_credit_is_a_voucher_with_its_paper_and_pays_the_next_ticket(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN)
    counter.till.sale.pay(counter.back(sold), [Tender("voucher", Money(-2990))], person=SOPHIE)
    with counter.till.database.read() as connection:
        row = connection.execute(select(voucher)).one()
    assert (row.kind, row.amount_cents, row.balance_cents, row.state, row.expires_on) == ("credit", 2990, 2990, "open", "2028-11-22")
    paper = next(paper for paper in counter.till.papers() if row.code in paper)
    assert "Avoir" in paper and "29,90" in paper and "22/11/2028" in paper
    (issued,) = counter.journal("sales.voucher_issued")
    assert (issued["voucher_kind"], issued["amount_cents"], row.code in json.dumps(issued)) == ("credit", 2990, False)
    later = counter.till.sale.pay(counter.till.basket(CASE_EAN), [Tender("voucher", Money(2990), row.code)], person=SOPHIE)
    assert later.tenders[0].left == ZERO


@pytest.mark.parametrize(
    ("tenders", "error"),
    [
        ([], NotPaid),
        ([cash(-2000)], NotPaid),
        ([Tender("voucher", Money(-3000))], TooMuchTendered),
        ([cash(2990)], TenderRefused),
        ([Tender("gift_card", Money(-2990))], PaidBackOtherwise),
    ],
)
def test_money_goes_back_to_the_cent(counter: Counter, tenders: list[Tender], error: type[KioskError]) -> None:
    basket = counter.back(counter.sell(CASE_EAN))
    with pytest.raises(error):
        counter.till.sale.pay(basket, tenders, person=SOPHIE)
    assert len(counter.rows("SELECT 1 FROM ticket")) == 1


def test_the_customer_may_hand_over_the_coins_that_make_a_refund_even(counter: Counter) -> None:
    refund = counter.till.sale.pay(counter.back(counter.sell(CASE_EAN)), [cash(-3000)], person=SOPHIE)
    assert (refund.change, refund.cash_kept) == (Money(-10), Money(-2990))


def test_the_law_s_limit_for_cash_holds_when_it_is_handed_back(counter: Counter) -> None:
    with counter.till.database.write() as connection:
        connection.exec_driver_sql("UPDATE unit SET price_cents = 100001 WHERE id = 'u1'")
    sold = paid_by_card(counter, IMEIS[0])
    with pytest.raises(CashOverLimit):
        counter.till.sale.pay(counter.back(sold, scanned=IMEIS[0]), [cash(-100001)], person=SOPHIE)


# ── exchange ───────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_dearer_phone_in_exchange_costs_the_difference(counter: Counter) -> None:
    sold = counter.sell(IMEIS[6])
    basket = counter.till.sale.add_by_code(counter.back(sold, scanned=IMEIS[6]), IMEIS[0])
    ticket = counter.till.sale.pay(basket, [cash(34910)], person=SOPHIE)
    assert (ticket.head.kind, ticket.total, ticket.cash_kept) == (TicketKind.EXCHANGE, Money(34910), Money(34910))
    units = [counter.till.stock.unit_by_id(unit_id) for unit_id in ("u7", "u1")]
    assert [unit and unit.state for unit in units] == [UnitState.TO_ERASE, UnitState.SOLD]


def test_an_even_exchange_asks_for_nothing_and_opens_no_drawer(counter: Counter) -> None:
    sold = counter.sell(CASE_EAN)
    basket = counter.till.sale.add_by_code(counter.back(sold), CASE_EAN)
    ticket = counter.till.sale.pay(basket, [], person=SOPHIE)
    assert (ticket.total, ticket.tenders, counter.cases()) == (ZERO, (), 9)


def test_what_an_exchange_sold_comes_back_the_way_both_tickets_were_paid(counter: Counter) -> None:
    sold = paid_by_card(counter, IMEIS[6])
    basket = counter.till.sale.add_by_code(counter.back(sold, scanned=IMEIS[6]), IMEIS[0])
    exchange = counter.till.sale.pay(basket, [cash(34910)], person=SOPHIE)
    back = counter.back(exchange, 1, scanned=IMEIS[0])
    assert counter.returns.way_back(back, Money(-44900)) == (Tender("card", Money(-9990)), Tender("cash", Money(-34910)))


def test_goods_of_two_tickets_do_not_come_back_in_one_basket(counter: Counter) -> None:
    first, second = counter.sell(CASE_EAN), counter.sell(CASE_EAN)
    with pytest.raises(OtherTicketInReturn):
        counter.back(second, basket=counter.back(first))


# ── finding the ticket ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_ticket_is_found_by_number_serial_tail_card_and_day(counter: Counter) -> None:
    phone = paid_by_card(counter, IMEIS[0])
    case = counter.sell(CASE_EAN)
    found = {
        typed: [item.ticket.number for item in counter.returns.search(typed)]
        for typed in (phone.number, IMEIS[0], "F2LXK0ABCD01", "0015", "CD01", "4242", "•••• 4242", "9999", "zz")
    }
    assert found == {
        phone.number: [phone.number], IMEIS[0]: [phone.number], "F2LXK0ABCD01": [phone.number], "0015": [phone.number], "CD01": [phone.number],
        "4242": [phone.number], "•••• 4242": [phone.number], "9999": [], "zz": [],
    }  # fmt: skip
    today = counter.returns.today()
    assert [item.ticket.number for item in counter.returns.on_day(today)] == [case.number, phone.number]
    assert [item.ticket.number for item in counter.returns.on_day(today, total=Money(2990))] == [case.number]
    for typed, numbers in ((f"{today:%d/%m}", [case.number, phone.number]), (f"{today:%d/%m/%Y} 29,90", [case.number]), ("31/02", []), ("1/1 5", [])):
        assert [item.ticket.number for item in counter.returns.search(typed)] == numbers


def test_of_a_card_only_the_four_last_digits_are_kept(counter: Counter) -> None:
    paid_by_card(counter, CASE_EAN)
    assert counter.rows("SELECT card_tail FROM ticket_tender") == [("4242",)]
    basket = counter.till.basket(CASE_EAN)
    intent = counter.till.sale.ask_card(basket, Money(2990), person=SOPHIE)
    with pytest.raises(KioskError) as refused:
        counter.till.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.TERMINAL, "A1", "4970101234567890"), person=SOPHIE)
    assert refused.value.code == "sales.card_number_refused"


# ── paper and books ────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_paper_of_a_return_says_what_was_handed_back_and_shows_no_vat_of_the_margin(counter: Counter) -> None:
    sold = counter.sell(IMEIS[0], CASE_EAN)
    refund = counter.pay_back(counter.back(sold, 1, basket=counter.back(sold, 0, scanned=IMEIS[0])))
    paper = next(paper for paper in counter.till.papers() if refund.number in paper)
    assert all(text in paper for text in (sold.number, "Remboursement", "Rendu : Espèces", "-478,90", "-449,00 (M)", "-24,92", "-4,98", "Régime particulier"))
    assert "21,50" not in paper and "Garantie" not in paper


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_sold_and_given_back_nothing_comes_back_that_was_not_sold(counter: Counter, seed: int) -> None:
    """Random sales and returns: per line and rate original and returns never fall below zero, all returned is zero, the day agrees."""
    draw = random.Random(seed)
    sold: list[Ticket] = []
    for _ in range(40):
        if not sold or draw.random() < 0.4:
            reduction = draw.choice([None, Reduction(percent_bp=draw.randint(1, 3000)), Reduction(amount=Money(draw.randint(1, 900)))])
            sold.append(counter.sell(*[CASE_EAN] * draw.randint(1, 4), reduction=reduction))
            continue
        ticket = draw.choice(sold)
        left = counter.returns.returnable(ticket.number).lines[0].left
        if left:
            counter.give_back(ticket, count=draw.randint(1, left))
    with counter.till.database.read() as connection:
        everything = [stored.ticket for stored in tickets_after(connection, 0)]
    for ticket in sold:
        (line,) = ticket.lines
        backs = [back for other in everything for back in other.lines if back.original_line_id == line.line_id]
        left = line.quantity + sum(back.quantity for back in backs)
        sums = [Money.total(getattr(part, name) for part in (line, *backs)) for name in ("gross", "net", "tax", "discount")]
        assert all(amount >= ZERO for amount in sums) and (left or sums == [ZERO] * 4)
    figures = figures_of(everything)
    assert figures.total == Money.total(ticket.total for ticket in everything) == figures.cash_kept
    assert counter.till.closing.close_day(person=SOPHIE, counted=None)
