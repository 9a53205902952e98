"""A sale on the real database: one transaction from the basket to ticket, stock, drawer, stamps, journal and papers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO, Money
from kiosk.cash.drawers import NoDrawerSession
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.sales.basket import Reduction, UnitAlreadyInBasket
from kiosk.sales.cards import AnsweredBy, CardAlreadyAnswered, CardAnswered, CardNotConfirmed, CardNumberRefused
from kiosk.sales.counter import DayNotClosed
from kiosk.sales.drawer_closing import Ending
from kiosk.sales.drawer_service import DrawerSessionOpen, FloatRefused
from kiosk.sales.service import BasketEmpty, BasketGone, CodeUnknown, ImeiMisread
from kiosk.sales.tender_rules import CashOverLimit, NotPaid, TenderRefused, TooMuchTendered
from kiosk.sales.tenders import Tender
from kiosk.sales.tickets import TicketUnknown
from kiosk.sales.vouchers import VoucherHeldElsewhere, VoucherSpent, VoucherTooSmall, VoucherUnknown
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing
from kiosk.stock.units import UnitSold, UnitState
from kiosk.storage.engine import Database, DiskFull
from kiosk.storage.schema import voucher
from tests.integration.sale_shop import CAMILLE, CASE, GIFT_CARD, IMEIS, PHONE, SOPHIE, YANIS, Till, approved, cash, furnish, open_till

CASE_EAN = "2000000000015"
VOUCHER = "VL01K20001F3RG8TC"


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


def rows(till: Till, statement: str) -> list[tuple[object, ...]]:
    with till.database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def issue_voucher(till: Till, *, balance_cents: int = 8000, holder: str = "shop:L01", state: str = "open") -> None:
    with till.database.write() as connection:
        connection.execute(
            voucher.insert().values(
                id="v1", code=VOUCHER, amount_cents=8000, balance_cents=balance_cents, issued_at_utc="2026-11-22T09:00:00.000Z", origin_id="r1",
                holder=holder, gen=1, state=state,
            )
        )  # fmt: skip


# ── the basket ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_scanning_an_imei_sells_that_device_and_an_ean_counts(till: Till) -> None:
    basket = till.basket(IMEIS[0], CASE_EAN, CASE_EAN)
    assert [(line.product.name, line.quantity, line.unit and line.unit.unit_id) for line in basket.lines] == [
        ("iPhone 13 · 128 Go · Minuit", 1, "u1"),
        ("Coque transparente iPhone 13", 2, None),
    ]
    priced = till.sale.priced(basket)
    assert (priced.total, priced.margin_gross, priced.net, priced.tax) == (Money(50880), Money(44900), Money(4983), Money(997))


@pytest.mark.parametrize("code", ["UL01K20001R", "IMEI 35 266891 000001 5", "F2LXK0ABCD01", "SF2LXK0ABCD01"])
def test_a_device_is_found_by_label_spaced_imei_or_serial(till: Till, code: str) -> None:
    assert till.basket(PHONE.label_code if code.startswith("UL01") else code).lines[0].unit == PHONE


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (IMEIS[1], "stock.unit_not_erased"),
        (IMEIS[2], "stock.unit_sold"),
        (IMEIS[3], "stock.unit_blocked"),
        (IMEIS[4], "stock.unit_held_elsewhere"),
        ("352668910000016", ImeiMisread.code),
        ("4006381333931", CodeUnknown.code),
        ("L01-K2-000001", CodeUnknown.code),
        ("", CodeUnknown.code),
    ],
)
def test_a_code_that_cannot_be_sold_says_why_and_leaves_the_basket(till: Till, code: str, refusal: str) -> None:
    with pytest.raises(KioskError) as refused:
        till.sale.add_by_code(till.basket(CASE_EAN), code)
    assert refused.value.code == refusal


def test_a_device_stands_once_in_a_basket(till: Till) -> None:
    with pytest.raises(UnitAlreadyInBasket):
        till.basket(IMEIS[0], IMEIS[0])


def test_an_article_without_a_price_is_not_sold(till: Till) -> None:
    with pytest.raises(KioskError) as refused:
        till.sale.add_product(till.basket(), GIFT_CARD)
    assert refused.value.code == "sales.price_missing"


@pytest.mark.parametrize(
    ("person", "approver", "percent_bp", "allowed"),
    [(CAMILLE, None, 1000, True), (CAMILLE, None, 1001, False), (CAMILLE, SOPHIE, 5000, True), (SOPHIE, None, 10000, True), (YANIS, None, 1, False)],
)
def test_a_discount_needs_the_right_for_it(till: Till, person: Person, approver: Person | None, percent_bp: int, allowed: bool) -> None:
    basket = till.basket(CASE_EAN)
    lent = None if approver is None else approved(Right.OVERRIDE_PRICE, for_document=basket.basket_id, by=approver, asked_by=person)

    def reduce() -> Money:
        reduced = till.sale.reduce_line(basket, basket.lines[0].line_id, Reduction(percent_bp), person=person, approved_by=lent)
        return till.sale.priced(reduced).total

    if allowed:
        assert reduce().amount_cents < 2990 or percent_bp == 0
    else:
        with pytest.raises(RightMissing):
            reduce()


def test_a_parked_basket_comes_back_as_it_was(till: Till) -> None:
    basket = till.basket(IMEIS[0], CASE_EAN)
    till.sale.park(basket, label="Mme Garnier", person=CAMILLE)
    waiting = till.sale.parked()
    assert [(kept.basket.label, kept.person_id) for kept in waiting] == [("Mme Garnier", "p-camille")]
    assert till.sale.resume(basket.basket_id) == replace(basket, label="Mme Garnier")
    assert till.sale.parked() == ()
    interrupted = till.sale.interrupted()
    assert interrupted is not None
    assert interrupted.basket.basket_id == basket.basket_id


def test_an_empty_basket_is_neither_parked_nor_paid(till: Till) -> None:
    with pytest.raises(BasketEmpty):
        till.sale.park(till.basket(), label="", person=CAMILLE)
    with pytest.raises(BasketEmpty):
        till.sale.pay(till.basket(), [], person=CAMILLE)
    with pytest.raises(BasketGone):
        till.sale.resume("gone")


def test_a_basket_given_up_leaves_an_event(till: Till) -> None:
    till.sale.abandon(till.basket(CASE_EAN), person=CAMILLE)
    till.sale.abandon(till.basket(), person=CAMILLE)
    assert till.kinds().count("sales.basket_abandoned") == 1
    assert str(rows(till, "SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq DESC LIMIT 1")[0][0]).split(",")[1:3] == ["320", "29.90"]


# ── paying ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_part_card_part_cash_is_one_transaction(till: Till) -> None:
    basket = till.basket(IMEIS[0], CASE_EAN)
    ticket = till.sale.pay(basket, [till.approved_card(basket, Money(40000)), cash(10000)], person=CAMILLE)
    assert (ticket.number, ticket.total, ticket.change) == ("L01-K2-000001", Money(47890), Money(2110))
    assert (ticket.net, ticket.tax, ticket.margin_gross) == (Money(2492), Money(498), Money(44900))
    assert rows(till, "SELECT gross_cents, net_cents, tax_cents, purchase_price_cents, margin_tax_cents FROM ticket_line ORDER BY position") == [
        (44900, 44900, 0, 32000, 2150),
        (2990, 2492, 498, None, None),
    ]
    assert rows(till, "SELECT kind, amount_cents, reference FROM ticket_tender ORDER BY position") == [("card", 40000, "A12345"), ("cash", 10000, None)]
    assert rows(till, "SELECT state FROM unit WHERE id = 'u1'") == [(UnitState.SOLD.value,)]
    assert till.stock.levels() == {"p-case": 9}
    assert rows(till, "SELECT amount_cents, reason FROM drawer_movement") == [(7890, "sale")]
    assert rows(till, "SELECT chain, count(*) FROM fiscal_stamp WHERE document_id = (SELECT id FROM ticket) GROUP BY chain ORDER BY chain") == [
        ("GRANDTOTAL", 1),
        ("TICKET", 1),
    ]
    assert till.kinds()[-1] == "sales.ticket_paid"
    assert rows(till, "SELECT kind FROM print_job WHERE document_id = (SELECT id FROM ticket) ORDER BY id") == [("receipt",), ("drawer",)]
    assert rows(till, "SELECT state, ticket_id = (SELECT id FROM ticket) FROM card_intent") == [("approved", 1)]


def test_the_receipt_carries_every_mention_and_hides_the_margin(till: Till) -> None:
    basket = till.basket(IMEIS[0], CASE_EAN)
    ticket = till.sale.pay(basket, [cash(50000)], person=CAMILLE)
    found = till.tickets.ticket_by_number(ticket.number)
    receipt = found.receipt
    assert [(line.label, line.tax_mark, line.details) for line in receipt.lines] == [
        (
            "iPhone 13 · 128 Go · Minuit",
            "M",
            ("IMEI 352668910000015", "Parfait état", "Livre de police n° L01-004512", "Garantie légale jusqu’au 22/11/2028"),
        ),
        ("Coque transparente iPhone 13", "A", ()),
    ]
    assert [(row.tax_mark, row.rate_text, row.net, row.tax, row.gross) for row in receipt.tax_rows] == [
        ("A", "20,00\u202f%", Money(2492), Money(498), Money(2990))
    ]
    assert (receipt.margin_mention, receipt.margin_total) == ("Régime particulier – Biens d’occasion", Money(44900))
    assert receipt.mentions[0].startswith("Garantie légale de conformité\u00a0: 2 ans")
    assert "12 mois" in receipt.mentions[1]
    assert (receipt.item_count, receipt.at_local, receipt.cashier) == (2, "22/11/2026 11:00", "Camille")
    assert receipt.stamp_lines[0].startswith("Signature ")
    printed = till.papers()[-1]
    for hidden in ("21,50", "107,50", "320,00", "129,00"):
        assert hidden not in printed
    for shown in ("Régime particulier", "TVA (hors régime de la marge)", "SIRET 98154327500029", "NAF 4779Z", "FR61981543275", "2 lignes", "Signature"):
        assert shown in printed


def test_an_accessory_alone_prints_only_when_asked(till: Till) -> None:
    before = len(till.papers())
    ticket = till.sale.pay(till.basket(CASE_EAN), [Tender("transfer", Money(2990), "VIR 20261122 DUPONT")], person=CAMILLE)
    assert len(till.papers()) == before
    till.receipts.print(ticket.number, person=CAMILLE)
    assert "Coque transparente" in till.papers()[-1]
    assert till.tickets.ticket_by_number(ticket.number).receipt.margin_mention is None


def test_a_device_bought_with_vat_is_sold_with_vat(till: Till) -> None:
    ticket = till.sale.pay(till.basket(IMEIS[5]), [cash(44900)], person=CAMILLE)
    assert (ticket.net, ticket.tax, ticket.margin_gross, ticket.lines[0].margin_tax) == (Money(37417), Money(7483), ZERO, None)


def test_a_device_sold_at_a_loss_bears_no_margin_vat(till: Till) -> None:
    ticket = till.sale.pay(till.basket(IMEIS[6]), [cash(9990)], person=CAMILLE)
    assert ticket.lines[0].margin_tax == ZERO


def test_tapping_pay_twice_gives_the_same_ticket(till: Till) -> None:
    basket = till.basket(CASE_EAN)
    first = till.sale.pay(basket, [cash(2990)], person=CAMILLE)
    assert till.sale.pay(basket, [cash(2990)], person=CAMILLE) == first
    assert rows(till, "SELECT count(*) FROM ticket") == [(1,)]


def test_numbers_have_no_gap_after_a_refused_payment(till: Till) -> None:
    with pytest.raises(NotPaid):
        till.sale.pay(till.basket(CASE_EAN), [cash(2000)], person=CAMILLE)
    assert till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE).number == "L01-K2-000001"


def test_a_device_sold_meanwhile_is_refused_at_payment_and_nothing_is_kept(till: Till) -> None:
    mine, other = till.basket(IMEIS[0], CASE_EAN), till.basket(IMEIS[0])
    till.sale.pay(other, [cash(44900)], person=CAMILLE)
    till.sale.park(mine, label="trop tard", person=CAMILLE)
    with pytest.raises(UnitSold):
        till.sale.pay(mine, [cash(47890)], person=CAMILLE)
    assert till.stock.levels() == {"p-case": 10}
    assert rows(till, "SELECT count(*) FROM ticket") == [(1,)]
    assert [kept.basket.basket_id for kept in till.sale.parked()] == [mine.basket_id]


@pytest.mark.parametrize(
    ("tenders", "refusal"),
    [
        ([], NotPaid),
        ([Tender("cash", Money(2989))], NotPaid),
        ([Tender("transfer", Money(2991), "VIR 20261122 DUPONT")], TooMuchTendered),
        ([Tender("cash", Money(-10)), Tender("cash", Money(3000))], TenderRefused),
        ([Tender("bitcoin", Money(2990))], TenderRefused),
        ([Tender("card", Money(2990), "nowhere")], CardNotConfirmed),
        ([Tender("voucher", Money(2990), "nowhere")], VoucherUnknown),
    ],
)
def test_a_payment_that_does_not_fit_is_refused(till: Till, tenders: list[Tender], refusal: type[KioskError]) -> None:
    with pytest.raises(refusal):
        till.sale.pay(till.basket(CASE_EAN), tenders, person=CAMILLE)
    assert rows(till, "SELECT count(*) FROM ticket") == [(0,)]


def at_price(till: Till, total_cents: int) -> Money:
    """Sells services for exactly that much in cash, handing over more."""
    basket = till.sale.add_product(till.basket(), replace(CASE, price=Money(total_cents)))
    return till.sale.pay(basket, [cash(total_cents + 5000)], person=CAMILLE).change


def test_cash_is_taken_up_to_1000_euros_and_change_does_not_count(till: Till) -> None:
    assert at_price(till, 100_000) == Money(5000)
    with pytest.raises(CashOverLimit):
        at_price(till, 100_001)


def test_a_full_disk_at_payment_keeps_the_basket_and_the_next_try_pays(till: Till) -> None:
    basket = till.sale.add_product(till.basket(IMEIS[0]), replace(CASE, name="Coque à rallonge " * 5000))
    till.sale.park(basket, label="Mme Garnier", person=CAMILLE)
    with till.database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        till.sale.pay(basket, [cash(47890)], person=CAMILLE)
    with till.database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert [kept.basket.basket_id for kept in till.sale.parked()] == [basket.basket_id]
    assert rows(till, "SELECT state FROM unit WHERE id = 'u1'") == [("for_sale",)]
    assert till.sale.pay(basket, [cash(47890)], person=CAMILLE).number == "L01-K2-000001"


def test_who_may_not_sell_does_not(till: Till) -> None:
    with pytest.raises(RightMissing):
        till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=YANIS)


# ── card ───────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_card_question_is_durable_before_its_answer(till: Till) -> None:
    basket = till.basket(CASE_EAN)
    intent = till.sale.ask_card(basket, Money(2990), person=CAMILLE)
    assert [item.intent_id for item in till.sale.unsettled_cards()] == [intent.intent_id]
    till.sale.answer_card(intent.intent_id, CardAnswered(False, AnsweredBy.PERSON), person=CAMILLE)
    assert till.sale.unsettled_cards() == ()
    with pytest.raises(CardNotConfirmed):
        till.sale.pay(basket, [Tender("card", Money(2990), intent.intent_id)], person=CAMILLE)
    with pytest.raises(CardAlreadyAnswered):
        till.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.PERSON), person=CAMILLE)


def test_an_approved_card_pays_one_basket_once_and_only_its_amount(till: Till) -> None:
    basket = till.basket(CASE_EAN)
    tender = till.approved_card(basket, Money(2990))
    for wrong in (replace(tender, amount=Money(2980)), tender):
        other = till.basket(CASE_EAN) if wrong is tender else basket
        with pytest.raises(CardNotConfirmed):
            till.sale.pay(other, [wrong, cash(10)] if wrong is not tender else [wrong], person=CAMILLE)
    till.sale.pay(basket, [tender], person=CAMILLE)
    assert till.sale.unsettled_cards() == ()


def test_a_card_number_is_never_stored(till: Till) -> None:
    intent = till.sale.ask_card(till.basket(CASE_EAN), Money(2990), person=CAMILLE)
    with pytest.raises(CardNumberRefused):
        till.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.PERSON, "4970 1012 3456 7890"), person=CAMILLE)


# ── voucher ────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_voucher_is_spent_in_parts_until_nothing_is_left(till: Till) -> None:
    issue_voucher(till)
    ticket = till.sale.pay(till.basket(CASE_EAN), [Tender("voucher", Money(2990), VOUCHER)], person=CAMILLE)
    assert till.vouchers.voucher(VOUCHER).balance == Money(5010)
    assert till.tickets.ticket_by_number(ticket.number).receipt.tenders[0].label == "Bon d’achat (reste 50,10\u202f€)"
    with pytest.raises(VoucherTooSmall):
        till.sale.pay(till.basket(CASE_EAN, CASE_EAN), [Tender("voucher", Money(5980), VOUCHER)], person=CAMILLE)
    till.sale.pay(till.basket(CASE_EAN, CASE_EAN), [Tender("voucher", Money(5010), VOUCHER), cash(970)], person=CAMILLE)
    with pytest.raises(VoucherSpent):
        till.vouchers.voucher(VOUCHER)


def test_the_worked_receipt_a_phone_and_a_case_paid_with_a_trade_in_of_80_and_a_card(till: Till) -> None:
    """Compliance section 2.3: what was taken back is a way of paying, never netted; VAT stands for the case alone."""
    issue_voucher(till)
    basket = till.basket(IMEIS[0], CASE_EAN)
    ticket = till.sale.pay(basket, [Tender("voucher", Money(8000), VOUCHER), till.approved_card(basket, Money(39890))], person=CAMILLE)
    receipt = till.tickets.ticket_by_number(ticket.number).receipt
    assert [(line.gross, line.tax_mark) for line in receipt.lines] == [(Money(44900), "M"), (Money(2990), "A")]
    assert (receipt.total, receipt.item_count, receipt.margin_total) == (Money(47890), 2, Money(44900))
    assert [(tender.label, tender.amount) for tender in receipt.tenders] == [("Bon d’achat", Money(8000)), ("Carte bancaire", Money(39890))]
    (row,) = receipt.tax_rows
    assert (row.tax_mark, row.net, row.tax, row.gross) == ("A", Money(2492), Money(498), Money(2990))
    printed = till.papers()[-1]
    for shown in ("478,90", "2 lignes", "TVA (hors régime de la marge)", "24,92", "4,98", "Régime particulier – Biens d’occasion", "80,00", "398,90", "2 ans"):
        assert shown in printed
    for hidden in ("21,50", "107,50", "129,00", "320,00", "74,83", "374,17"):
        assert hidden not in printed


def test_a_voucher_given_twice_in_one_payment_is_not_worth_double(till: Till) -> None:
    issue_voucher(till, balance_cents=3000)
    with pytest.raises(VoucherTooSmall):
        till.sale.pay(
            till.basket(CASE_EAN, CASE_EAN), [Tender("voucher", Money(2990), VOUCHER), Tender("voucher", Money(2990), VOUCHER)], person=CAMILLE
        )
    assert till.vouchers.voucher(VOUCHER).balance == Money(3000)


@pytest.mark.parametrize(("holder", "state", "refusal"), [("shop:L02", "open", VoucherHeldElsewhere), ("shop:L01", "cancelled", VoucherSpent)])
def test_a_voucher_is_taken_only_where_it_is_held(till: Till, holder: str, state: str, refusal: type[KioskError]) -> None:
    issue_voucher(till, holder=holder, state=state)
    with pytest.raises(refusal):
        till.vouchers.voucher(VOUCHER)


# ── drawer, tickets ────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_drawer_expects_float_and_cash_less_change(till: Till) -> None:
    till.sale.pay(till.basket(IMEIS[0]), [cash(50000)], person=CAMILLE)
    assert till.expected() == Money(15000 + 44900)
    closed = till.drawer.close_session(Money(59800), person=SOPHIE)
    assert closed.difference == Money(-100)
    assert till.drawer.sessions() == ()
    assert "Écart" in till.papers()[-1]


def test_a_till_has_one_drawer_session_at_a_time(till: Till) -> None:
    with pytest.raises(DrawerSessionOpen):
        till.drawer.open_session(ZERO, person=CAMILLE)
    till.drawer.close_session(None, person=SOPHIE, ending=Ending(reason="Alarme incendie"))
    with pytest.raises(NoDrawerSession):
        till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    for wrong in (Money(-1), Money(500_001)):
        with pytest.raises(FloatRefused):
            till.drawer.open_session(wrong, person=CAMILLE)


def test_a_copy_is_the_first_print_with_its_number_and_its_hour(till: Till) -> None:
    ticket = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    original = till.papers()[-1]
    till.clock.advance(seconds=3600)
    assert [till.tickets.reprint(ticket.number, person=CAMILLE) for _ in range(3)] == [1, 2, 3]
    copy = till.papers()[-1]
    assert "DUPLICATA n° 3" in copy
    assert "22/11/2026 12:00" in copy
    assert original.split("Ticket ", 1)[1] == copy.split("Ticket ", 1)[1].replace("Réimpression n° 3", "Réimpression n° 0")
    assert rows(till, "SELECT count(*) FROM fiscal_stamp WHERE chain = 'DUPLICATE'") == [(3,)]


def test_tickets_are_found_again(till: Till) -> None:
    assert till.tickets.last_ticket() is None
    ticket = till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    last = till.tickets.last_ticket()
    assert last is not None
    assert last.ticket == ticket
    with pytest.raises(TicketUnknown):
        till.tickets.ticket_by_number("L01-K2-999999")


def test_a_stored_ticket_needs_no_other_table(till: Till) -> None:
    ticket = till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    with till.database.write() as connection:
        connection.exec_driver_sql("UPDATE product SET name = 'Autre chose', price_cents = 1")
    assert till.tickets.ticket_by_number(ticket.number).ticket == ticket


def test_the_journal_tells_central_what_was_sold_without_secrets(till: Till) -> None:
    issue_voucher(till)
    till.sale.pay(till.basket(IMEIS[0]), [Tender("voucher", Money(8000), VOUCHER), cash(36900)], person=CAMILLE)
    with till.database.read() as connection:
        entry = till.ledger.entries_after(connection, 0, 0, limit=1000)[-1]
    body = json.loads(entry.entry)["body"]
    assert (body["number"], body["total_cents"], body["lines"][0]["unit_id"], body["lines"][0]["quantity"]) == ("L01-K2-000001", 44900, "u1", "1")
    assert body["lines"][0]["product_kind"] == "unit"
    assert [(tender["kind"], tender["voucher_kind"]) for tender in body["tenders"]] == [("voucher", "trade_in"), ("cash", None)]
    assert VOUCHER not in entry.entry.decode()


def test_the_day_before_must_be_closed_first(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    till.clock.advance(seconds=24 * 3600)
    with pytest.raises(DayNotClosed):
        till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    till.closing.close_day(person=SOPHIE)
    till.drawer.open_session(Money(15000), person=CAMILLE)
    assert till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE).number == "L01-K2-000002"
