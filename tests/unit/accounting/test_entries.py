"""Double entry, in words: what each document does to which account, and that every entry balances."""

from __future__ import annotations

import pytest

from kiosk.accounting.chart import Chart, JournalOf
from kiosk.accounting.entries import BookEntry, EntryUnbalanced, entry_of, margin_vat_entry
from kiosk.accounting.facts import CashMoved, DepositReleased, DrawerClosed, DrawerOpened, Fact, Invoiced, PaidTender
from kiosk.basics.money import Money
from kiosk.catalogue.products import ProductKind
from kiosk.sales.ticket import TicketKind
from tests.unit.accounting.said import CHART, bought, device, euros, for_later, goods, place, ticket, work

PHONE, CASE = device("449.00", "320.00", "21.50"), goods("24.92", "4.98")
PHONE_BACK, CASE_BACK = device("-449.00", "-320.00", "-21.50"), goods("-24.92", "-4.98")


def lines(entry: BookEntry | None) -> list[tuple[str, str, str]]:
    """Account, debit, credit."""
    assert entry is not None
    assert Money.total(line.debit for line in entry.lines) == Money.total(line.credit for line in entry.lines)
    assert all(bool(line.debit) != bool(line.credit) and min(line.debit, line.credit) >= Money(0) for line in entry.lines)
    return [(line.account.number, line.debit.plain(), line.credit.plain()) for line in entry.lines]


def entry(fact: Fact, chart: Chart = CHART) -> BookEntry | None:
    return entry_of(fact, chart)


def test_the_worked_example_a_phone_is_traded_in_for_80_and_one_sold_with_its_case() -> None:
    purchase = entry(bought(1, "80.00", credit="80.00"))
    assert lines(purchase) == [("607", "80.00", "0.00"), ("467", "0.00", "80.00")]
    sale = entry(ticket(2, [PHONE, CASE], ("card", "398.90"), PaidTender("voucher", euros("80.00"), "v1", "trade_in")))
    assert lines(sale) == [
        ("5115", "398.90", "0.00"), ("467", "80.00", "0.00"),
        ("7071", "0.00", "427.50"), ("44571M", "0.00", "21.50"), ("707", "0.00", "24.92"), ("44571", "0.00", "4.98"),
    ]  # fmt: skip
    assert sale is not None and Money.total(line.debit for line in sale.lines) == Money(47890)
    assert (sale.journal, sale.piece, sale.text) == (JournalOf.SALES, "L01-K2-000002", "Vente L01-K2-000002")


def test_change_is_taken_off_the_cash_before_the_books_see_it() -> None:
    assert lines(entry(ticket(1, [CASE], ("cash", "50.00"), change="20.10"))) == [
        ("53", "29.90", "0.00"), ("707", "0.00", "24.92"), ("44571", "0.00", "4.98"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tender", "account"),
    [("cash", "53"), ("card", "5115"), ("cheque", "5112"), ("transfer", "5117"), ("gift_card", "41971"), ("deposit", "4191"), ("cowrie", "471")],
)
def test_each_way_of_paying_has_its_account_and_an_unknown_one_waits_for_the_accountant(tender: str, account: str) -> None:
    assert lines(entry(ticket(1, [CASE], (tender, "29.90"))))[0] == (account, "29.90", "0.00")


def test_a_deposit_that_is_given_up_is_owed_as_a_credit_note() -> None:
    given_up = entry(DepositReleased(place(2), "L01-K2-000001", euros("50.00")))
    assert lines(given_up) == [("4191", "50.00", "0.00"), ("4197", "0.00", "50.00")]
    assert given_up is not None
    assert (given_up.journal, given_up.piece, given_up.text) == (JournalOf.SALES, "L01-K2-000001", "Acompte rendu en avoir L01-K2-000001")


@pytest.mark.parametrize(("kind", "account"), [("trade_in", "467"), ("credit", "4197"), ("gift_card", "41971"), ("deposit", "4191"), (None, "467")])
def test_a_voucher_is_taken_off_what_it_was_given_for(kind: str | None, account: str) -> None:
    assert lines(entry(ticket(1, [CASE], PaidTender("voucher", euros("29.90"), "v1", kind))))[0] == (account, "29.90", "0.00")


def test_a_refund_stands_on_the_other_side_and_a_credit_note_is_owed() -> None:
    back = ticket(1, [PHONE_BACK, CASE_BACK], ("card", "-449.00"), PaidTender("voucher", euros("-29.90"), "v1"), kind=TicketKind.REFUND, of="L01-K2-000001")
    assert lines(entry(back)) == [
        ("7071", "427.50", "0.00"), ("44571M", "21.50", "0.00"), ("707", "24.92", "0.00"), ("44571", "4.98", "0.00"),
        ("5115", "0.00", "449.00"), ("4197", "0.00", "29.90"),
    ]  # fmt: skip
    found = entry(back)
    assert found is not None and found.text == "Remboursement L01-K2-000001"


def test_an_exchange_shows_what_came_back_and_what_was_sold_each_on_its_side() -> None:
    swap = ticket(1, [CASE_BACK, goods("41.58", "8.32")], ("card", "20.00"), kind=TicketKind.EXCHANGE)
    assert lines(entry(swap)) == [
        ("5115", "20.00", "0.00"), ("707", "24.92", "0.00"), ("44571", "4.98", "0.00"), ("707", "0.00", "41.58"), ("44571", "0.00", "8.32"),
    ]  # fmt: skip


def test_an_exchange_of_like_for_like_moves_no_money_and_is_still_written() -> None:
    assert lines(entry(ticket(1, [CASE_BACK, CASE], kind=TicketKind.EXCHANGE)))[0] == ("707", "24.92", "0.00")


@pytest.mark.parametrize(("kind", "account"), [(ProductKind.GIFT_CARD, "41971"), (ProductKind.DEPOSIT, "4191"), (None, "471")])
def test_money_taken_for_later_is_owed_and_bears_no_vat(kind: ProductKind | None, account: str) -> None:
    assert lines(entry(ticket(1, [for_later("50.00", kind)], ("card", "50.00")))) == [("5115", "50.00", "0.00"), (account, "0.00", "50.00")]


def test_using_a_gift_card_is_a_sale_with_full_vat() -> None:
    assert lines(entry(ticket(1, [work("107.50", "21.50")], ("gift_card", "50.00"), ("cash", "79.00")))) == [
        ("53", "79.00", "0.00"), ("41971", "50.00", "0.00"), ("706", "0.00", "107.50"), ("44571", "0.00", "21.50"),
    ]  # fmt: skip


@pytest.mark.parametrize(("rate_bp", "account"), [(2000, "44571"), (550, "445715"), (1000, "445710"), (2100, "44571")])
def test_each_vat_rate_has_its_account_and_a_new_rate_goes_to_the_general_one(rate_bp: int, account: str) -> None:
    assert lines(entry(ticket(1, [goods("10.00", "1.00", rate_bp=rate_bp)], ("cash", "11.00"))))[2] == (account, "0.00", "1.00")


def test_a_device_sold_at_a_loss_has_no_margin_vat() -> None:
    assert lines(entry(ticket(1, [device("99.90", "120.00", "0")], ("cash", "99.90")))) == [("53", "99.90", "0.00"), ("7071", "0.00", "99.90")]


def test_a_device_bought_in_cash_leaves_the_drawer_and_an_old_bonus_is_a_discount_never_a_cost() -> None:
    assert lines(entry(bought(1, "186.00"))) == [("607", "186.00", "0.00"), ("53", "0.00", "186.00")]
    assert lines(entry(bought(1, "186.00", credit="198.00"))) == [("607", "186.00", "0.00"), ("7097", "12.00", "0.00"), ("467", "0.00", "198.00")]


@pytest.mark.parametrize(
    ("counted", "expected", "found"),
    [
        ("628.40", "628.90", [("658", "0.50", "0.00"), ("53", "0.00", "0.50")]),
        ("630.00", "628.90", [("53", "1.10", "0.00"), ("758", "0.00", "1.10")]),
    ],
)
def test_what_the_count_finds_more_or_less_goes_to_the_books(counted: str, expected: str, found: list[tuple[str, str, str]]) -> None:
    closed = DrawerClosed(place(), "s1", "L01-K2-S000001", euros(expected), euros(counted))
    assert sorted(lines(entry(closed))) == sorted(found)


def test_a_float_that_differs_from_what_was_left_is_a_difference_of_the_opening() -> None:
    assert lines(entry(DrawerOpened(place(), "s1", "S1", euros("148.00"), euros("-2.00")))) == [("658", "2.00", "0.00"), ("53", "0.00", "2.00")]


def test_what_goes_to_the_safe_after_the_count_leaves_the_drawer_with_its_difference() -> None:
    closed = DrawerClosed(place(), "s1", "S1", euros("628.90"), euros("628.40"), euros("478.40"))
    assert lines(entry(closed)) == [("658", "0.50", "0.00"), ("58", "478.40", "0.00"), ("53", "0.00", "478.90")]


def test_a_drawer_that_is_right_or_was_not_counted_writes_nothing() -> None:
    assert entry(DrawerClosed(place(), "s1", "S1", euros("10.00"), euros("10.00"))) is None
    assert entry(DrawerClosed(place(), "s1", "S1", euros("10.00"), None)) is None
    assert entry(DrawerOpened(place(), "s1", "S1", euros("150.00"))) is None


@pytest.mark.parametrize(
    ("reason", "amount", "found"),
    [
        ("safe_drop", "-300.00", [("58", "300.00", "0.00"), ("53", "0.00", "300.00")]),
        ("bank_change", "20.00", [("53", "20.00", "0.00"), ("58", "0.00", "20.00")]),
        ("till_error", "-5.00", [("658", "5.00", "0.00"), ("53", "0.00", "5.00")]),
        ("window_cleaner", "-15.00", [("471", "15.00", "0.00"), ("53", "0.00", "15.00")]),
    ],
)
def test_cash_moved_for_a_reason_that_the_chart_names_has_its_account_and_any_other_waits(reason: str, amount: str, found: list[tuple[str, str, str]]) -> None:
    assert sorted(lines(entry(CashMoved(place(), "s1", "L01-K2-S000001", reason, euros(amount))))) == sorted(found)


def test_cash_that_a_document_moved_is_not_written_twice() -> None:
    assert entry(CashMoved(place(), "s1", "S1", "sale", euros("29.90"))) is None


def test_an_invoice_moves_no_money_and_a_sale_for_nothing_writes_nothing() -> None:
    assert entry(Invoiced(place(), "id-1")) is None
    assert entry(ticket(1, [goods("0", "0")])) is None


def test_a_document_that_does_not_add_up_is_named() -> None:
    with pytest.raises(EntryUnbalanced) as refused:
        entry(ticket(7, [CASE], ("cash", "29.00")))
    assert refused.value.facts == {"piece": "L01-K2-000007"}


def test_with_the_global_method_a_month_takes_its_vat_out_of_the_turnover() -> None:
    found = margin_vat_entry(CHART, place(), piece="2026-11", tax=euros("400.00"))
    assert lines(found) == [("7071", "400.00", "0.00"), ("44571M", "0.00", "400.00")]
    assert found is not None and found.journal is JournalOf.VAT
    assert margin_vat_entry(CHART, place(), piece="2026-11", tax=Money(0)) is None
