"""Every way of paying on the real database: what it writes, what it refuses, and what a trade-in's bonus does to the sale."""

from __future__ import annotations

import json

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO, Money
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.sales.basket import Basket
from kiosk.sales.tender_rules import CashOverLimit, ChequeIdentityUnchecked, GiftCardBuysNoGiftCard, TransferReferenceRefused
from kiosk.sales.tendered.service import GiftCardAmountRefused
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.sales.vouchers import DepositForOtherDevice, GiftCardNotFillable, VoucherExpired, VoucherSpent, VoucherTooSmall, VoucherUnknown
from kiosk.storage.engine import Database
from kiosk.storage.schema import voucher
from tests.integration.sale_shop import CAMILLE, GIFT_CARD, IMEIS, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"
TRADE_IN = "VL01K20001F3RG8TC"
OTHER = "VL01K20002F3RG8T8"
NO_NUMBER = "no such code"


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


def rows(till: Till, statement: str) -> list[tuple[object, ...]]:
    with till.database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def issue(till: Till, cents: int, *, kind: str = "trade_in", bonus: int = 0, code: str = TRADE_IN, **more: str) -> None:
    """A voucher as another purchase left it."""
    with till.database.write() as connection:
        connection.execute(
            voucher.insert().values(
                id=f"v-{code}", code=code, amount_cents=cents, balance_cents=cents, bonus_cents=bonus, issued_at_utc="2026-11-22T09:00:00.000Z",
                origin_id=more.pop("origin_id", "r1"), holder="shop:L01", gen=1, state="open", kind=kind, **more,
            )
        )  # fmt: skip


def paid(till: Till) -> dict[str, object]:
    """What the journal says of the last ticket."""
    with till.database.read() as connection:
        entries = [entry for entry in till.ledger.entries_after(connection, 0, 0, limit=10_000) if entry.kind == "sales.ticket_paid"]
    body = json.loads(entries[-1].entry)["body"]
    assert isinstance(body, dict)
    return body


def facts(ticket: Ticket) -> tuple[object, ...]:
    """What VAT, grand totals and e-reporting are made of."""
    return (ticket.total, ticket.net, ticket.tax, ticket.margin_gross, ticket.taxes, [line.margin_tax for line in ticket.lines])


def redeemed(till: Till, basket: Basket, code: str = TRADE_IN) -> tuple[Basket, list[Tender]]:
    """What scanning a voucher on the payment page does."""
    found = till.vouchers.redeem(basket, code)
    left = till.sale.priced(found.basket).total
    amount = min(found.voucher.balance, left)
    return found.basket, [Tender(found.voucher.tender_kind, amount, code)] if amount else []


# ── trade-in credit (TRD-01) ───────────────────────────────────────────────────────────────────────────────────────
def test_a_sale_paid_with_a_trade_in_is_the_same_sale_but_for_its_tenders(till: Till) -> None:
    plain = till.sale.pay(till.basket(CASE_EAN, CASE_EAN), [cash(5980)], person=CAMILLE)
    issue(till, 8000)
    basket, tenders = redeemed(till, till.basket(CASE_EAN, CASE_EAN))
    with_trade_in = till.sale.pay(basket, tenders, person=CAMILLE)
    assert facts(with_trade_in) == facts(plain)
    assert [(tender.kind, tender.amount) for tender in with_trade_in.tenders] == [("voucher", Money(5980))]
    assert till.vouchers.voucher(TRADE_IN).balance == Money(2020)


def test_a_bonus_is_a_discount_that_lowers_turnover_and_vat_and_is_no_tender(till: Till) -> None:
    issue(till, 8000, bonus=1000)
    basket, tenders = redeemed(till, till.basket(IMEIS[0], CASE_EAN))
    ticket = till.sale.pay(basket, [*tenders, cash(38890)], person=CAMILLE)
    assert (ticket.total, ticket.due) == (Money(46890), Money(46890))
    assert [(line.gross, line.discount) for line in ticket.lines] == [(Money(43962), Money(938)), (Money(2928), Money(62))]
    assert ticket.lines[0].margin_tax == Money(1994)
    assert (ticket.net, ticket.tax) == (Money(2440), Money(488))
    assert [(tender.kind, tender.amount) for tender in ticket.tenders] == [("voucher", Money(8000)), ("cash", Money(38890))]
    assert paid(till)["bonuses"] == [{"voucher_id": f"v-{TRADE_IN}", "amount_cents": 1000}]
    assert "Bonus de reprise déduit des prix : 10,00" in till.papers()[-1]
    with pytest.raises(VoucherSpent):
        till.vouchers.voucher(TRADE_IN)


def test_a_bonus_that_the_goods_do_not_bear_stays_on_the_voucher(till: Till) -> None:
    issue(till, 8000, bonus=4000)
    basket, tenders = redeemed(till, till.basket(CASE_EAN))
    ticket = till.sale.pay(basket, tenders, person=CAMILLE)
    assert (ticket.total, ticket.tenders) == (ZERO, ())
    left = till.vouchers.voucher(TRADE_IN)
    assert (left.balance, left.bonus) == (Money(8000), Money(1010))


def test_a_bonus_is_taken_once_per_ticket_and_not_off_a_gift_card(till: Till) -> None:
    issue(till, 8000, bonus=1000)
    basket, _ = redeemed(till, till.basket(CASE_EAN))
    assert till.vouchers.redeem(basket, TRADE_IN).basket == basket
    card = till.vouchers.sell_gift_card(till.sale.new_basket(), GIFT_CARD, Money(5000))
    assert till.vouchers.redeem(card, TRADE_IN).basket == card


def test_a_bonus_used_elsewhere_meanwhile_is_refused_and_nothing_is_kept(till: Till) -> None:
    issue(till, 8000, bonus=1000)
    first, tenders = redeemed(till, till.basket(CASE_EAN))
    second, other = redeemed(till, till.basket(CASE_EAN))
    till.sale.pay(first, tenders, person=CAMILLE)
    with pytest.raises(VoucherTooSmall):
        till.sale.pay(second, other, person=CAMILLE)
    assert rows(till, "SELECT count(*) FROM ticket") == [(1,)]


def test_a_voucher_of_the_first_day_holds_no_bonus_and_still_pays(till: Till) -> None:
    issue(till, 9000)
    basket, tenders = redeemed(till, till.basket(CASE_EAN))
    assert (basket.bonuses, tenders) == ((), [Tender("voucher", Money(2990), TRADE_IN)])
    assert till.sale.pay(basket, tenders, person=CAMILLE).total == Money(2990)


# ── gift cards (RCP-11) ────────────────────────────────────────────────────────────────────────────────────────────
def gift_card(till: Till, cents: int) -> str:
    """A card that was sold; gives its code."""
    before = {code for (code,) in rows(till, "SELECT code FROM voucher")}
    till.sale.pay(till.vouchers.sell_gift_card(till.sale.new_basket(), GIFT_CARD, Money(cents)), [cash(cents)], person=CAMILLE)
    (code,) = {code for (code,) in rows(till, "SELECT code FROM voucher")} - before
    assert isinstance(code, str)
    return code


def test_a_gift_card_is_no_turnover_when_it_is_sold_and_all_of_it_when_it_is_used(till: Till) -> None:
    code = gift_card(till, 5000)
    assert rows(till, "SELECT total_cents, tax_cents, non_sale_cents FROM ticket") == [(0, 0, 5000)]
    kinds = till.kinds()
    assert kinds.count("fiscal.non_sale_amount") == kinds.count("sales.voucher_issued") == 1
    basket, tenders = redeemed(till, till.basket(CASE_EAN), code)
    ticket = till.sale.pay(basket, tenders, person=CAMILLE)
    assert (ticket.total, ticket.net, ticket.tax) == (Money(2990), Money(2492), Money(498))
    assert [(tender.kind, tender.left) for tender in ticket.tenders] == [("gift_card", Money(2010))]
    assert till.vouchers.voucher(code).balance == Money(2010)


def test_the_slip_of_a_gift_card_shows_its_code_its_worth_and_its_last_day(till: Till) -> None:
    code = gift_card(till, 5000)
    slip = next(paper for paper in till.papers() if code in paper)
    assert "Carte cadeau" in slip and "50,00" in slip and "22/11/2028" in slip
    with till.database.read() as connection:
        journal = b"".join(entry.entry for entry in till.ledger.entries_after(connection, 0, 0, limit=10_000)).decode()
    assert code not in journal


def test_a_gift_card_is_filled_again_and_goes_with_goods_on_one_ticket(till: Till) -> None:
    code = gift_card(till, 5000)
    basket = till.vouchers.sell_gift_card(till.basket(CASE_EAN), GIFT_CARD, Money(3000), fills=till.vouchers.known(code))
    ticket = till.sale.pay(basket, [cash(5990)], person=CAMILLE)
    assert (ticket.total, ticket.non_sale, till.vouchers.voucher(code).balance) == (Money(2990), Money(3000), Money(8000))
    assert rows(till, "SELECT count(*), sum(amount_cents) FROM voucher") == [(1, 8000)]


def test_a_gift_card_buys_goods_beside_a_gift_card_but_not_the_card(till: Till) -> None:
    code = gift_card(till, 5000)
    basket = till.vouchers.sell_gift_card(till.basket(CASE_EAN), GIFT_CARD, Money(2000))
    with pytest.raises(GiftCardBuysNoGiftCard):
        till.sale.pay(basket, [Tender("gift_card", Money(4990), code)], person=CAMILLE)
    ticket = till.sale.pay(basket, [Tender("gift_card", Money(2990), code), cash(2000)], person=CAMILLE)
    assert (ticket.total, ticket.non_sale) == (Money(2990), Money(2000))


@pytest.mark.parametrize(("cents", "sold"), [(999, False), (1000, True), (100_000, True), (100_001, False)])
def test_a_gift_card_holds_what_the_house_allows(till: Till, cents: int, sold: bool) -> None:
    if sold:
        assert till.vouchers.sell_gift_card(till.sale.new_basket(), GIFT_CARD, Money(cents)).lines[0].unit_price == Money(cents)
        return
    with pytest.raises(GiftCardAmountRefused):
        till.vouchers.sell_gift_card(till.sale.new_basket(), GIFT_CARD, Money(cents))


def test_only_a_gift_card_is_filled(till: Till) -> None:
    issue(till, 8000)
    with pytest.raises(GiftCardNotFillable):
        till.vouchers.sell_gift_card(till.sale.new_basket(), GIFT_CARD, Money(2000), fills=till.vouchers.known(TRADE_IN))


def test_a_gift_card_after_its_last_day_is_refused(till: Till) -> None:
    issue(till, 5000, kind="gift_card", expires_on="2026-11-21")
    with pytest.raises(VoucherExpired):
        till.vouchers.voucher(TRADE_IN)
    issue(till, 5000, kind="gift_card", code=OTHER, expires_on="2026-11-22")
    assert till.vouchers.voucher(OTHER).balance == Money(5000)


def test_a_voucher_pays_only_as_what_it_is(till: Till) -> None:
    issue(till, 5000, kind="gift_card")
    with pytest.raises(VoucherUnknown):
        till.sale.pay(till.basket(CASE_EAN), [Tender("voucher", Money(2990), TRADE_IN)], person=CAMILLE)


# ── deposit ────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_deposit_pays_only_the_device_that_it_reserved(till: Till) -> None:
    issue(till, 5000, kind="deposit", unit_id="u1")
    with pytest.raises(DepositForOtherDevice):
        till.vouchers.redeem(till.basket(CASE_EAN), TRADE_IN)
    with pytest.raises(DepositForOtherDevice):
        till.sale.pay(till.basket(CASE_EAN), [Tender("deposit", Money(2990), TRADE_IN)], person=CAMILLE)
    basket, tenders = redeemed(till, till.basket(IMEIS[0]))
    assert tenders == [Tender("deposit", Money(5000), TRADE_IN)]
    assert till.sale.pay(basket, [*tenders, cash(39900)], person=CAMILLE).total == Money(44900)


# ── cheque, transfer ───────────────────────────────────────────────────────────────────────────────────────────────
def test_a_cheque_stands_with_its_number_and_that_the_identity_was_looked_at(till: Till) -> None:
    with pytest.raises(ChequeIdentityUnchecked):
        till.sale.pay(till.basket(IMEIS[0]), [Tender("cheque", Money(44900), "0001234")], person=CAMILLE)
    ticket = till.sale.pay(till.basket(IMEIS[0]), [Tender("cheque", Money(44900), "0001234", identity_checked=True)], person=CAMILLE)
    assert (ticket.tenders[0].reference, ticket.tenders[0].identity_checked) == ("0001234", True)
    assert rows(till, "SELECT kind, amount_cents, reference FROM ticket_tender") == [("cheque", 44900, "0001234")]
    assert "Chèque n° 0001234" in till.papers()[-1]


def test_a_transfer_stands_with_its_reference(till: Till) -> None:
    with pytest.raises(TransferReferenceRefused):
        till.sale.pay(till.basket(IMEIS[0]), [Tender("transfer", Money(44900))], person=CAMILLE)
    till.sale.pay(till.basket(IMEIS[0]), [Tender("transfer", Money(44900), "VIR LEROY")], person=CAMILLE)
    assert rows(till, "SELECT kind, reference FROM ticket_tender") == [("transfer", "VIR LEROY")]


# ── the cash cap over linked documents (RCP-08) ────────────────────────────────────────────────────────────────────
def test_a_deposit_paid_in_cash_counts_against_the_cap_of_its_device(till: Till) -> None:
    first = till.sale.pay(till.vouchers.sell_gift_card(till.sale.new_basket(), GIFT_CARD, Money(60_000)), [cash(60_000)], person=CAMILLE)
    issue(till, 60_000, kind="deposit", unit_id="u1", code=OTHER, origin_id=first.head.ticket_id)
    basket = till.basket(IMEIS[0], *[CASE_EAN] * 10)
    tenders = [Tender("deposit", Money(30_000), OTHER)]
    with pytest.raises(CashOverLimit) as refused:
        till.sale.pay(basket, [*tenders, cash(44_800)], person=CAMILLE)
    assert refused.value.facts == {"limit": Money(100_000), "before": Money(60_000)}
    till.sale.pay(basket, [*tenders, cash(40_000), Tender("transfer", Money(4800), "VIR LEROY")], person=CAMILLE)


def test_whoever_lives_abroad_may_pay_more_in_cash_and_the_journal_says_so(till: Till) -> None:
    basket = till.vouchers.sell_gift_card(till.basket(IMEIS[0]), GIFT_CARD, Money(60_000))
    with pytest.raises(CashOverLimit):
        till.sale.pay(basket, [cash(104_900)], person=CAMILLE)
    till.sale.pay(basket, [cash(104_900)], person=CAMILLE, lives_abroad=True)
    assert paid(till)["lives_abroad"] is True


@pytest.mark.parametrize("wrong", [Tender("gift_card", Money(2990), NO_NUMBER), Tender("deposit", Money(2990), NO_NUMBER)])
def test_a_code_that_nobody_gave_out_pays_nothing(till: Till, wrong: Tender) -> None:
    refusal: type[KioskError] = VoucherUnknown
    with pytest.raises(refusal):
        till.sale.pay(till.basket(CASE_EAN), [wrong], person=CAMILLE)
