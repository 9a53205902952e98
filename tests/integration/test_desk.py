"""What is agreed at the counter: prices by hand, notes, contracts, deliveries, quotations, deposits; on the real database, in cents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import Product, ReferencePrice
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import DiscountTooLarge, Reduction, UnitAlreadyInBasket
from kiosk.sales.desk.customers import Details
from kiosk.sales.desk.deposit_service import DepositOfOther
from kiosk.sales.desk.keeping import BasketCustomerGone, DepositGone, DepositNotUsed
from kiosk.sales.desk.lines import DepositAmountRefused, PriceFixed
from kiosk.sales.desk.promises import CustomerMissing, DeliveryAddressMissing, RepairNoteMissing, Want
from kiosk.sales.desk.quotations import NotQuotable, QuotationUnknown
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.staff.approvals import Action
from kiosk.staff.rights import Right, RightMissing
from kiosk.stock.units import UnitReserved, UnitState
from kiosk.storage.engine import Database
from tests.integration.desk_shop import BROKEN, DELIVERY, DEPOSIT, GARNIER, PLAN, SCREEN, SMALL_REPAIR, DeskShop, open_desk
from tests.integration.sale_shop import CAMILLE, CASE, IMEIS, IPHONE, PHONE, SOPHIE, YANIS, approved, cash, furnish, open_till

CASE_EAN = "2000000000015"
DAY_S = 86_400


@pytest.fixture
def shop(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> DeskShop:
    furnish(database)
    till = open_till(database, ledger, clock, ids)
    till.drawer.open_session(Money(15000), person=CAMILLE)
    return open_desk(till)


# ── prices by hand ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_price_changed_by_hand_needs_the_right_and_is_written_down_before_and_after(shop: DeskShop) -> None:
    basket = shop.basket(codes=(IMEIS[0],))
    line_id = basket.lines[0].line_id
    with pytest.raises(RightMissing):
        shop.desk.lines.override_price(basket, line_id, Money(39900), person=CAMILLE)
    lent = approved(Right.OVERRIDE_PRICE, for_document=basket.basket_id, action=Action.PRICE)
    changed = shop.desk.lines.override_price(basket, line_id, Money(39900), person=CAMILLE, approved_by=lent)
    assert (changed.lines[0].unit_price, changed.lines[0].list_price) == (Money(39900), Money(44900))
    (said,) = shop.journal("sales.price_overridden")
    assert {name: said[name] for name in ("before_cents", "after_cents", "approved_by", "reason", "unit_id")} == {
        "before_cents": 44900, "after_cents": 39900, "approved_by": "p-sophie", "reason": "customer_loyalty", "unit_id": PHONE.unit_id,
    }  # fmt: skip
    assert shop.jet(130) == ["Prix_449.00>399.00"]
    assert shop.pay(changed).total == Money(39900)


def test_a_price_put_back_is_the_catalogues_again(shop: DeskShop) -> None:
    basket = shop.basket(codes=(CASE_EAN,))
    line_id = basket.lines[0].line_id
    dearer = shop.desk.lines.override_price(basket, line_id, Money(3500), person=SOPHIE)
    assert shop.desk.lines.override_price(dearer, line_id, Money(2990), person=SOPHIE) == basket
    assert [line.quantity for line in shop.till.sale.add_by_code(dearer, CASE_EAN).lines] == [1, 1]


@pytest.mark.parametrize("cents", [0, -1])
def test_a_price_is_above_zero(shop: DeskShop, cents: int) -> None:
    basket = shop.basket(codes=(CASE_EAN,))
    with pytest.raises(PriceFixed):
        shop.desk.lines.override_price(basket, basket.lines[0].line_id, Money(cents), person=SOPHIE)


def test_a_discount_on_the_ticket_is_measured_on_what_is_sold_only(shop: DeskShop) -> None:
    customer = shop.customer()
    basket = replace(shop.basket(codes=(IMEIS[0], CASE_EAN)), customer_id=customer.customer_id)
    kept = shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(20000))
    ten_percent = Reduction(amount=Money(299))
    assert shop.till.sale.priced(shop.till.sale.reduce_ticket(kept, ten_percent, person=CAMILLE)).total == Money(20000 + 2691)
    with pytest.raises(RightMissing):
        shop.till.sale.reduce_ticket(kept, Reduction(amount=Money(300)), person=CAMILLE)


# ── services ───────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(("products", "wanted"), [
    ((SMALL_REPAIR,), []), ((SCREEN,), [Want.REPAIR_NOTE]), ((SMALL_REPAIR, SMALL_REPAIR), [Want.REPAIR_NOTE]), ((BROKEN,), []), ((PLAN,), [Want.CUSTOMER]),
    ((DELIVERY,), [Want.ADDRESS]), ((CASE,), []),
])  # fmt: skip
def test_each_kind_of_service_asks_for_what_it_needs(shop: DeskShop, products: tuple[Product, ...], wanted: list[Want]) -> None:
    assert [found.want for found in shop.desk.lines.wanted(shop.basket(*products))] == wanted


def test_a_repair_of_25_euros_wants_its_note_and_one_of_2499_cents_does_not(shop: DeskShop) -> None:
    assert shop.pay(shop.basket(SMALL_REPAIR)).total == Money(2499)
    dearer = replace(SMALL_REPAIR, price=Money(2500))
    with shop.till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(dearer, 3)])
    with pytest.raises(RepairNoteMissing):
        shop.pay(shop.basket(dearer))


def test_a_repair_is_paid_with_its_note_which_is_printed_without_asking(shop: DeskShop) -> None:
    basket = shop.basket(SCREEN)
    with pytest.raises(RepairNoteMissing):
        shop.pay(basket)
    noted = shop.desk.lines.set_note(basket, basket.lines[0].line_id, "  iPhone 12 bleu, écran\n fissuré ")
    ticket = shop.pay(noted)
    assert [(line.note, line.gross) for line in ticket.lines] == [("iPhone 12 bleu, écran fissuré", Money(12900))]
    paper = shop.till.papers()[-1]
    assert "iPhone 12 bleu" in paper and "fissuré" in paper


@pytest.mark.parametrize(
    ("details", "printed"),
    [
        (GARNIER, "Claire Garnier"),
        (Details(full_name="Claire Garnier", company="Atelier Lumière"), "Atelier Lumière"),
        (Details(phone="06 12 34 56 78"), "non communiqué"),
        (None, "non communiqué"),
    ],
)
def test_the_note_of_a_repair_names_its_customer_unless_they_did_not_say(shop: DeskShop, details: Details | None, printed: str) -> None:
    """Arrêté 83-50/A: the customer's name unless it is refused (RCP-06); a telephone number is no name."""
    basket = shop.basket(SCREEN)
    if details is not None:
        basket = shop.desk.lines.name_customer(basket, shop.customer(details).customer_id)
    number = shop.pay(shop.desk.lines.set_note(basket, basket.lines[0].line_id, "Écran fissuré")).number
    (section,) = shop.till.tickets.ticket_by_number(number).receipt.sections
    assert dict(section.rows)["Client"] == printed
    assert printed in shop.till.papers()[-1] and "0612345678" not in shop.till.papers()[-1]


def test_a_refused_note_leaves_nothing_behind(shop: DeskShop) -> None:
    before = shop.till.kinds()
    with pytest.raises(RepairNoteMissing):
        shop.pay(shop.basket(SCREEN))
    assert shop.till.kinds() == before


def test_the_repair_subscription_is_a_contract_of_a_customer_and_its_first_month_is_paid_today(shop: DeskShop) -> None:
    basket = shop.basket(PLAN)
    with pytest.raises(CustomerMissing):
        shop.pay(basket)
    customer = shop.customer()
    ticket = shop.pay(shop.desk.lines.name_customer(basket, customer.customer_id))
    assert ticket.total == Money(699) and ticket.lines[0].note.startswith("Abonnement mensuel : la première mensualité est payée ce jour")
    (signed,) = shop.journal("sales.contract_signed")
    assert (signed["customer_id"], signed["monthly_cents"], signed["number"], signed["since"]) == (
        customer.customer_id, 699, ticket.number, ticket.head.business_day.isoformat(),
    )  # fmt: skip


def test_an_insurance_is_sold_without_vat(shop: DeskShop) -> None:
    ticket = shop.pay(shop.basket(BROKEN))
    assert [(line.gross, line.tax, line.mark) for line in ticket.lines] == [(Money(5900), Money(0), "E")]


def test_a_delivery_says_where_to(shop: DeskShop) -> None:
    basket = shop.basket(DELIVERY)
    with pytest.raises(DeliveryAddressMissing):
        shop.pay(basket)
    ticket = shop.pay(shop.desk.lines.set_note(basket, basket.lines[0].line_id, "3 rue Kervégan, 44000 Nantes"))
    assert ticket.lines[0].note == "3 rue Kervégan, 44000 Nantes"


# ── the price new ──────────────────────────────────────────────────────────────────────────────────────────────────
SEEN = ReferencePrice(Money(62900), "apple.com", date(2026, 11, 2))


@pytest.mark.parametrize(("reference", "shown"), [
    (None, False), (SEEN, True), (replace(SEEN, source=" "), False), (replace(SEEN, seen_on=date(2026, 8, 24)), True),
    (replace(SEEN, seen_on=date(2026, 8, 23)), False), (replace(SEEN, seen_on=date(2026, 11, 23)), False), (replace(SEEN, amount=Money(44900)), False),
])  # fmt: skip
def test_a_price_new_is_shown_only_with_its_source_its_recent_day_and_a_difference(shop: DeskShop, reference: ReferencePrice | None, shown: bool) -> None:
    compared = shop.desk.lines.compared_price(replace(IPHONE, reference_price=reference), Money(44900))
    assert compared == (reference if shown else None)


@pytest.mark.parametrize(("days_later", "printed"), [(0, True), (70, True), (71, False)])
def test_a_quotation_says_the_price_new_with_its_source_and_day_until_it_is_too_old(
    shop: DeskShop, clock: ManualClock, days_later: int, printed: bool
) -> None:  # fmt: skip
    with shop.till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(replace(IPHONE, reference_price=SEEN), 9)])
    clock.advance(seconds=days_later * DAY_S)
    shop.desk.quotations.make(shop.basket(codes=(IMEIS[0], CASE_EAN)), person=CAMILLE)
    paper = shop.till.papers()[-1]
    assert ("Neuf : 629,00" in paper) is printed
    assert ("(apple.com, 02/11/2026)" in paper) is printed


def test_only_what_is_sold_is_compared_with_a_price_new(shop: DeskShop) -> None:
    with shop.till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(replace(IPHONE, reference_price=SEEN), 9)])
    basket = replace(shop.basket(codes=(IMEIS[0], CASE_EAN)), customer_id=shop.customer().customer_id)
    assert dict(shop.desk.lines.compared_prices(basket)) == {basket.lines[0].line_id: SEEN}
    kept = shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(5000))
    assert dict(shop.desk.lines.compared_prices(kept)) == {}


def test_a_price_new_without_one_of_its_three_parts_is_none_in_the_catalogue(shop: DeskShop) -> None:
    with shop.till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(replace(IPHONE, reference_price=SEEN), 9)])
        connection.exec_driver_sql("UPDATE product SET reference_price_on = NULL")
    stored = shop.stored.product_by_id(IPHONE.product_id)
    assert stored is not None and stored.reference_price is None


# ── quotations ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_quotation_is_numbered_printed_and_holds_its_prices_for_fifteen_days(shop: DeskShop, clock: ManualClock) -> None:
    basket = shop.basket(codes=(IMEIS[0], CASE_EAN, CASE_EAN))
    cheaper = shop.desk.lines.override_price(basket, basket.lines[0].line_id, Money(42000), person=SOPHIE)
    quotation = shop.desk.quotations.make(cheaper, person=CAMILLE)
    assert (quotation.number, quotation.total, quotation.valid_until) == ("L01-K2-D000001", Money(47980), date(2026, 12, 7))
    paper = shop.till.papers()[-1]
    assert all(part in paper for part in ("Devis", "L01-K2-D000001", "07/12/2026", "479,80", "Biens d’occasion"))
    with shop.till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(replace(CASE, price=Money(3490)), 9)])
    clock.advance(seconds=15 * DAY_S)
    recalled = shop.desk.quotations.recall(quotation.number)
    assert (recalled.expired, recalled.gone, shop.till.sale.priced(recalled.basket).total) == (False, (), Money(47980))
    assert [line.list_price for line in recalled.basket.lines] == [Money(44900), Money(3490)]


def test_an_expired_quotation_comes_back_at_the_prices_of_today_and_says_so(shop: DeskShop, clock: ManualClock) -> None:
    number = shop.desk.quotations.make(shop.basket(codes=(CASE_EAN,)), person=CAMILLE).number
    with shop.till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(replace(CASE, price=Money(3490)), 9)])
    clock.advance(seconds=16 * DAY_S)
    recalled = shop.desk.quotations.recall(number)
    assert (recalled.expired, recalled.dearer, shop.till.sale.priced(recalled.basket).total) == (True, (CASE.name,), Money(3490))


def test_a_device_that_was_sold_meanwhile_is_left_out_of_a_quotation_and_named(shop: DeskShop) -> None:
    number = shop.desk.quotations.make(shop.basket(codes=(IMEIS[0], CASE_EAN)), person=CAMILLE).number
    shop.pay(shop.basket(codes=(IMEIS[0],)))
    recalled = shop.desk.quotations.recall(number)
    assert (recalled.gone, [line.product for line in recalled.basket.lines]) == ((IPHONE.name,), [CASE])


def test_a_quotation_sells_nothing_and_abandons_nothing(shop: DeskShop) -> None:
    basket = shop.basket(codes=(CASE_EAN,))
    shop.till.sale.keep(basket, person=CAMILLE)
    shop.desk.quotations.make(basket, person=CAMILLE)
    assert shop.till.sale.interrupted() is None
    assert [kind for kind in shop.till.kinds() if kind.startswith("sales.")] == ["sales.quotation_made"]


def test_money_for_later_is_not_quoted_and_a_stranger_is_not_found(shop: DeskShop) -> None:
    customer = shop.customer()
    basket = replace(shop.basket(codes=(IMEIS[0],)), customer_id=customer.customer_id)
    with pytest.raises(NotQuotable):
        shop.desk.quotations.make(shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(5000)), person=CAMILLE)
    with pytest.raises(QuotationUnknown):
        shop.desk.quotations.recall("L01-K9-D000001")
    with pytest.raises(RightMissing):
        shop.desk.quotations.make(basket, person=YANIS)


def test_what_would_leave_less_than_the_discount_on_the_ticket_is_refused_before_it_is_written(shop: DeskShop) -> None:
    """A basket without a price could be neither paid nor given up."""
    basket = replace(shop.basket(codes=(IMEIS[0],)), customer_id=shop.customer().customer_id)
    (line,) = basket.lines
    basket = shop.till.sale.reduce_ticket(basket, Reduction(amount=Money(30000)), person=SOPHIE)
    with pytest.raises(DiscountTooLarge):
        shop.desk.lines.override_price(basket, line.line_id, Money(29999), person=SOPHIE)
    with pytest.raises(DiscountTooLarge):
        shop.till.sale.reduce_line(basket, line.line_id, Reduction(amount=Money(14901)), person=SOPHIE)
    with pytest.raises(DiscountTooLarge):
        shop.desk.deposits.offer(basket, line.line_id, Money(5000))
    assert shop.journal("sales.price_overridden") == []
    cheap = shop.desk.lines.override_price(basket, line.line_id, Money(30000), person=SOPHIE)
    assert shop.till.sale.priced(cheap).total == Money(0)


# ── deposits ───────────────────────────────────────────────────────────────────────────────────────────────────────
def keep(shop: DeskShop, cents: int = 10000) -> tuple[str, str]:
    """A phone kept for a customer: the code on the paper, and who."""
    customer = shop.customer()
    basket = replace(shop.basket(codes=(IMEIS[0],)), customer_id=customer.customer_id)
    ticket = shop.pay(shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(cents)))
    assert (ticket.total, ticket.non_sale, ticket.due) == (Money(0), Money(cents), Money(cents))
    (kept,) = shop.desk.deposits.kept()
    return kept.deposit.code, customer.customer_id


def state_of(shop: DeskShop) -> UnitState:
    found = shop.till.stock.unit_by_code(IMEIS[0])
    assert found is not None
    return found.state


def test_a_deposit_keeps_the_device_for_its_customer_and_nobody_else_buys_it(shop: DeskShop) -> None:
    open_elsewhere = shop.basket(codes=(IMEIS[0],))
    code, customer_id = keep(shop)
    assert state_of(shop) is UnitState.RESERVED
    with pytest.raises(UnitReserved):
        shop.basket(codes=(IMEIS[0],))
    with pytest.raises(UnitReserved):
        shop.pay(open_elsewhere)
    with pytest.raises(UnitReserved):
        shop.pay(replace(open_elsewhere, customer_id=shop.customer().customer_id))
    (said,) = shop.journal("sales.unit_reserved")
    assert (said["unit_id"], said["customer_id"], said["amount_cents"], said["until"]) == (PHONE.unit_id, customer_id, 10000, "2026-11-29")
    assert shop.jet(910) == ["100.00"]
    assert any(code in paper for paper in shop.till.papers())


def test_the_deposit_is_part_of_what_pays_the_device(shop: DeskShop) -> None:
    code, customer_id = keep(shop)
    basket = shop.desk.deposits.fetch(shop.till.sale.new_basket(), code)
    assert (basket.customer_id, shop.desk.deposits.codes_for(basket)) == (customer_id, (code,))
    with pytest.raises(DepositNotUsed):
        shop.pay(basket, cash(44900))
    with pytest.raises(DepositNotUsed):
        shop.pay(basket, Tender("deposit", Money(5000), code), cash(39900))
    ticket = shop.pay(basket, Tender("deposit", Money(10000), code), cash(34900))
    assert (ticket.total, state_of(shop)) == (Money(44900), UnitState.SOLD)
    assert shop.desk.deposits.kept() == ()
    with pytest.raises(DepositGone):
        shop.desk.deposits.fetch(shop.till.sale.new_basket(), code)


@pytest.mark.parametrize("cents", [0, 44900, 50000])
def test_a_deposit_is_less_than_the_price(shop: DeskShop, cents: int) -> None:
    basket = replace(shop.basket(codes=(IMEIS[0],)), customer_id=shop.customer().customer_id)
    with pytest.raises(DepositAmountRefused):
        shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(cents))


def test_a_deposit_is_in_somebodys_name_and_for_a_device(shop: DeskShop) -> None:
    basket = shop.basket(codes=(IMEIS[0], CASE_EAN))
    with pytest.raises(CustomerMissing):
        shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(5000))
    with pytest.raises(DepositAmountRefused):
        shop.desk.deposits.offer(replace(basket, customer_id=shop.customer().customer_id), basket.lines[1].line_id, Money(500))


def test_a_deposit_is_not_fetched_into_another_customers_basket(shop: DeskShop) -> None:
    code, _ = keep(shop)
    with pytest.raises(DepositOfOther):
        shop.desk.deposits.fetch(replace(shop.till.sale.new_basket(), customer_id=shop.customer().customer_id), code)


def test_a_released_deposit_frees_the_device_and_is_a_credit_note(shop: DeskShop) -> None:
    code, customer_id = keep(shop)
    with pytest.raises(RightMissing):
        shop.desk.deposits.release(code, person=YANIS)
    credit = shop.desk.deposits.release(code, person=SOPHIE)
    assert (credit.kind.value, credit.balance, credit.customer_id, state_of(shop)) == ("credit", Money(10000), customer_id, UnitState.FOR_SALE)
    (said,) = shop.journal("sales.unit_released")
    assert (said["unit_id"], said["amount_cents"]) == (PHONE.unit_id, 10000)
    with pytest.raises(DepositGone):
        shop.desk.deposits.release(code, person=SOPHIE)
    assert shop.pay(shop.basket(codes=(IMEIS[0],)), Tender("voucher", Money(10000), credit.code)).total == Money(44900)


def test_a_deposit_paid_back_from_its_own_ticket_frees_the_device_once(shop: DeskShop) -> None:
    code, _ = keep(shop)
    last = shop.till.tickets.last_ticket()
    assert last is not None
    returns = ReturnService(shop.till.counter, shop.till.stock, shop.stored)
    wanted = {last.ticket.lines[0].line_id: 1}
    basket = returns.add_back(shop.till.sale.new_basket(), last.ticket.number, wanted, Grounds("changed_mind"), person=SOPHIE)
    refund = shop.till.sale.pay(basket, returns.way_back(basket, Money(-10000)), person=SOPHIE)
    assert (refund.total, refund.non_sale, refund.due, state_of(shop)) == (Money(0), Money(-10000), Money(-10000), UnitState.FOR_SALE)
    assert [entry["reason"] for entry in shop.journal("sales.unit_released")] == ["refunded"]
    with pytest.raises(DepositGone):
        shop.desk.deposits.fetch(shop.till.sale.new_basket(), code)


@pytest.mark.parametrize("given_up", [0, 1])
def test_of_two_devices_kept_on_one_ticket_by_the_same_amount_the_one_given_up_is_free(shop: DeskShop, given_up: int) -> None:
    basket = replace(shop.basket(codes=(IMEIS[0], IMEIS[6])), customer_id=shop.customer().customer_id)
    for line in basket.lines:
        basket = shop.desk.deposits.offer(basket, line.line_id, Money(5000))
    ticket = shop.pay(basket)
    returns = ReturnService(shop.till.counter, shop.till.stock, shop.stored)
    for position in (given_up, 1 - given_up):
        back = returns.add_back(shop.till.sale.new_basket(), ticket.number, {ticket.lines[position].line_id: 1}, Grounds("changed_mind"), person=SOPHIE)
        shop.till.sale.pay(back, returns.way_back(back, Money(-5000)), person=SOPHIE)
        kept = [item.deposit.unit_id for item in shop.desk.deposits.kept()]
        assert kept == ([] if position != given_up else ["u7" if given_up == 0 else "u1"])


def test_a_deposit_that_paid_for_its_device_is_not_paid_back_too(shop: DeskShop) -> None:
    code, _ = keep(shop)
    last = shop.till.tickets.last_ticket()
    assert last is not None
    returns = ReturnService(shop.till.counter, shop.till.stock, shop.stored)
    wanted = {last.ticket.lines[0].line_id: 1}
    begun_before = returns.add_back(shop.till.sale.new_basket(), last.ticket.number, wanted, Grounds("changed_mind"), person=SOPHIE)
    shop.pay(shop.desk.deposits.fetch(shop.till.sale.new_basket(), code), Tender("deposit", Money(10000), code))
    with pytest.raises(DepositGone):
        returns.add_back(shop.till.sale.new_basket(), last.ticket.number, wanted, Grounds("changed_mind"), person=SOPHIE)
    with pytest.raises(DepositGone):
        shop.till.sale.pay(begun_before, [cash(-10000)], person=SOPHIE)


def test_a_device_whose_day_has_gone_by_is_kept_until_somebody_decides(shop: DeskShop, clock: ManualClock) -> None:
    code, _ = keep(shop)
    shop.till.closing.close_day(person=SOPHIE, counted=Money(25000))
    clock.advance(seconds=8 * DAY_S)
    (kept,) = shop.desk.deposits.kept()
    assert kept.late(shop.till.counter.now_local().date())
    with pytest.raises(UnitReserved):
        shop.basket(codes=(IMEIS[0],))
    assert shop.till.vouchers.voucher(code).balance == Money(10000)
    assert shop.desk.deposits.extend(code, person=SOPHIE) == date(2026, 12, 7)
    assert not shop.desk.deposits.kept()[0].late(shop.till.counter.now_local().date())


def test_a_customer_who_comes_late_for_a_kept_device_still_pays_with_the_deposit(shop: DeskShop, clock: ManualClock) -> None:
    code, _ = keep(shop)
    shop.till.closing.close_day(person=SOPHIE, counted=Money(25000))
    clock.advance(seconds=8 * DAY_S)
    shop.till.drawer.open_session(Money(25000), person=SOPHIE)
    basket = shop.desk.deposits.fetch(shop.till.sale.new_basket(), code)
    assert shop.pay(basket, Tender("deposit", Money(10000), code)).total == Money(44900)


def test_a_device_is_not_reserved_and_sold_on_one_list(shop: DeskShop) -> None:
    basket = replace(shop.basket(codes=(IMEIS[0],)), customer_id=shop.customer().customer_id)
    reserved = shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(10000))
    with pytest.raises(UnitAlreadyInBasket):
        shop.till.sale.add_by_code(reserved, IMEIS[0])


def test_the_article_for_deposits_is_found_by_its_kind(shop: DeskShop) -> None:
    assert shop.stored.product_by_id(DEPOSIT.product_id) == DEPOSIT


# ── customers on a basket ──────────────────────────────────────────────────────────────────────────────────────────
def test_a_basket_of_somebody_who_was_erased_is_not_paid(shop: DeskShop) -> None:
    customer = shop.customer()
    basket = shop.desk.lines.name_customer(shop.basket(codes=(CASE_EAN,)), customer.customer_id)
    shop.desk.customers.erase(customer.customer_id, person=SOPHIE)
    with pytest.raises(BasketCustomerGone):
        shop.pay(basket)


def test_who_may_do_what_at_the_counter(shop: DeskShop) -> None:
    """Role by use case: what each does alone, and what a manager's approval lets a cashier do."""
    basket = shop.basket(codes=(IMEIS[0], CASE_EAN))
    line_id, customer = basket.lines[1].line_id, shop.customer()
    cases = {
        "price": lambda who, lent: shop.desk.lines.override_price(basket, line_id, Money(2500), person=who, approved_by=lent(Right.OVERRIDE_PRICE)),
        "discount": lambda who, lent: shop.till.sale.reduce_line(
            basket, line_id, Reduction(2000), person=who, approved_by=lent(Right.OVERRIDE_PRICE)
        ),
        "small discount": lambda who, _lent: shop.till.sale.reduce_line(basket, line_id, Reduction(1000), person=who),
        "customer": lambda who, _lent: shop.desk.customers.correct(customer.customer_id, customer.details, wants_offers=False, person=who),
        "quotation": lambda who, _lent: shop.desk.quotations.make(shop.basket(codes=(CASE_EAN,)), person=who),
        "offers list": lambda who, _lent: shop.desk.customers.who_wants_offers(person=who),
    }
    done: dict[str, list[bool]] = {}
    for name, act in cases.items():
        done[name] = []
        for person, helped in ((CAMILLE, False), (CAMILLE, True), (YANIS, False), (SOPHIE, False)):
            def lent(right: Right, helped: bool = helped) -> object:
                return approved(right, for_document=basket.basket_id) if helped else None

            try:
                act(person, lent)
                done[name].append(True)
            except KioskError as error:
                assert error.code == "staff.right_missing"
                done[name].append(False)
    assert done == {
        "price": [False, True, False, True], "discount": [False, True, False, True], "small discount": [True, True, False, True],
        "customer": [True, True, False, True], "quotation": [True, True, False, True], "offers list": [False, False, False, True],
    }  # fmt: skip
