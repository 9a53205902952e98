"""The payment page, derived from frozen facts: what is left, change, quick amounts, and what may be validated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.money import Money
from kiosk.sales.tenders import CARD, CASH, VOUCHER
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import TenderFacts
from kiosk.ui.viewmodels.cash import TypedAmount
from kiosk.ui.viewmodels.payment_props import PaymentFacts, begun, can_validate, derive, typed_amount, with_method, with_tender, without_tender

FRENCH = Formats("fr")
TOTAL = Money(418_80)
CARD_200 = TenderFacts("t1", CARD, Money(200_00), "Acceptée à 14:40", removable=False)
VOUCHER_165 = TenderFacts("t2", VOUCHER, Money(165_00), "VL01K2")


def typed(facts: PaymentFacts, keys: str) -> PaymentFacts:
    amount = facts.typed
    for key in keys:
        amount = amount.typed(key)
    return replace(facts, typed=amount)


def test_a_payment_begins_with_the_exact_amount_in_cash() -> None:
    props = derive(begun(TOTAL), FRENCH)
    assert (props.remaining, props.typed, props.cash_chosen, props.can_validate) == ("418,80\u202f€", "418,80\u202f€", True, True)
    assert (props.change, props.missing) == ("", "")
    assert [row.amount for row in props.quick] == ["418,80", "420\u202f€", "430\u202f€", "450\u202f€", "500\u202f€"]
    assert props.can_leave


def test_mixed_payment_leaves_the_rest_and_counts_the_change() -> None:
    facts = with_tender(with_tender(begun(TOTAL), VOUCHER_165), CARD_200)
    assert derive(facts, FRENCH).remaining == "53,80\u202f€"
    props = derive(typed(facts, "60"), FRENCH)
    assert (props.change, props.paid, props.tender_count) == ("6,20\u202f€", "365,00\u202f€", 2)
    assert [(piece.face, piece.note, piece.count) for piece in props.pieces] == [("5\u202f€", True, 1), ("1\u202f€", False, 1), ("20\u202fc", False, 1)]
    assert props.shares == [393, 477]
    assert [row.amount for row in props.quick if row.is_chosen] == ["60\u202f€"]
    assert not props.can_leave


def test_less_cash_than_is_left_says_what_will_be_missing() -> None:
    props = derive(typed(begun(TOTAL), "400"), FRENCH)
    assert (props.change, props.missing, props.can_validate) == ("", "18,80\u202f€", True)


@pytest.mark.parametrize(
    ("method", "keys", "allowed"),
    [(CASH, "0", False), (CASH, "500", True), (CARD, "418,80", True), (CARD, "418,81", False), (CARD, "0", False), (VOUCHER, "10", False)],
)
def test_what_may_be_validated(method: str, keys: str, allowed: bool) -> None:
    assert can_validate(typed(with_method(begun(TOTAL), method), keys)) is allowed


def test_nothing_is_validated_while_the_terminal_or_the_ledger_is_at_work() -> None:
    assert not can_validate(replace(begun(TOTAL), busy=True))
    assert not can_validate(replace(begun(TOTAL), card_under_way=True))


def test_what_the_terminal_has_taken_cannot_be_taken_back_here() -> None:
    facts = with_tender(with_tender(begun(TOTAL), VOUCHER_165), CARD_200)
    assert [tender.tender_id for tender in without_tender(facts, "t2").tenders] == ["t1"]
    assert [tender.tender_id for tender in without_tender(facts, "t1").tenders] == ["t2", "t1"]
    assert without_tender(facts, "t2").typed == TypedAmount.of(Money(218_80))


def test_a_voucher_alone_can_settle_all() -> None:
    facts = with_tender(begun(Money(165_00)), VOUCHER_165)
    props = derive(facts, FRENCH)
    assert (props.settled, props.remaining, props.can_validate, props.quick) == (True, "0,00\u202f€", True, ())


def test_money_that_goes_back_is_shown_without_its_sign_and_carried_with_it() -> None:
    facts = begun(Money(-449_00))
    props = derive(facts, FRENCH)
    assert (props.giving_back, props.remaining, props.typed, props.change, props.quick) == (True, "449,00\u202f€", "449,00\u202f€", "", ())
    assert typed_amount(facts) == Money(-449_00) and can_validate(facts)
    part = with_tender(facts, TenderFacts("t1", "card", Money(-400_00)))
    assert (derive(part, FRENCH).remaining, typed_amount(part)) == ("49,00\u202f€", Money(-49_00))
    too_much = replace(facts, typed=TypedAmount.of(Money(449_01)))
    assert not can_validate(too_much)
    assert can_validate(with_method(facts, "voucher"))
