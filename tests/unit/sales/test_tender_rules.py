"""Ways of paying: what each must bring, what overpays, and how much of a debt may be cash."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.basics.money import ZERO, Money
from kiosk.errors import KioskError
from kiosk.sales.rules import Limits
from kiosk.sales.tender_rules import (
    CashOverLimit,
    ChequeIdentityUnchecked,
    ChequeNotAccepted,
    ChequeNumberRefused,
    GiftCardBuysNoGiftCard,
    NotPaid,
    TenderRefused,
    TooMuchTendered,
    TransferReferenceRefused,
    check_cash,
    check_tenders,
    check_ways,
)
from kiosk.sales.tenders import Tender

LIMITS = Limits(date(2015, 9, 1), Money(1_000_00), 1000, Money(10_000_00), True, Money(10_00), Money(1_000_00), 24)
NO_CHEQUES = Limits(date(2015, 9, 1), Money(1_000_00), 1000)


def tender(kind: str, cents: int, reference: str | None = None, *, seen: bool = False) -> Tender:
    return Tender(kind, Money(cents), reference, seen)


@pytest.mark.parametrize(
    ("due", "tenders", "change"),
    [
        (478_90, [tender("voucher", 80_00), tender("card", 398_90)], 0),
        (478_90, [tender("gift_card", 50_00), tender("deposit", 100_00), tender("transfer", 100_00), tender("cash", 240_00)], 11_10),
        (478_90, [tender("cheque", 478_90)], 0),
        (0, [], 0),
        (-29_90, [tender("cash", -29_90)], 0),
        (-449_00, [tender("card", -400_00), tender("voucher", -49_00)], 0),
        (-29_90, [tender("cash", -30_00)], -10),
        (-29_90, [tender("gift_card", -29_90)], 0),
        (-29_90, [tender("transfer", -29_90)], 0),
    ],
)
def test_any_mix_settles_a_ticket_and_only_cash_gives_change(due: int, tenders: list[Tender], change: int) -> None:
    settlement = check_tenders(Money(due), tenders)
    assert (settlement.remaining, settlement.change) == (ZERO, Money(change))


@pytest.mark.parametrize(
    ("due", "tenders", "refusal"),
    [
        (100_00, [tender("card", 99_99)], NotPaid),
        (100_00, [tender("card", 100_01)], TooMuchTendered),
        (100_00, [tender("card", 120_00), tender("cash", 10_00)], TooMuchTendered),
        (100_00, [tender("cheque", 100_01)], TooMuchTendered),
        (100_00, [tender("cash", -5_00), tender("card", 105_00)], TenderRefused),
        (100_00, [tender("cash", 0)], TenderRefused),
        (100_00, [tender("bitcoin", 100_00)], TenderRefused),
        (-100_00, [tender("cash", 100_00)], TenderRefused),
        (-100_00, [tender("cheque", -100_00)], TenderRefused),
        (-100_00, [tender("deposit", -100_00)], TenderRefused),
        (-100_00, [tender("card", -99_00)], NotPaid),
        (-100_00, [tender("card", -101_00)], TooMuchTendered),
        (0, [tender("card", 1)], TooMuchTendered),
    ],
)
def test_what_does_not_settle_a_ticket_is_refused(due: int, tenders: list[Tender], refusal: type[KioskError]) -> None:
    with pytest.raises(refusal):
        check_tenders(Money(due), tenders)


@pytest.mark.parametrize(
    ("given", "limits", "refusal"),
    [
        (tender("cheque", 1_00, "0001234", seen=True), LIMITS, None),
        (tender("cheque", 1_00, "0001234", seen=True), NO_CHEQUES, ChequeNotAccepted),
        (tender("cheque", 1_00, "0001234"), LIMITS, ChequeIdentityUnchecked),
        (tender("cheque", 1_00, "123", seen=True), LIMITS, ChequeNumberRefused),
        (tender("cheque", 1_00, None, seen=True), LIMITS, ChequeNumberRefused),
        (tender("cheque", 1_00, "4970101234567890", seen=True), LIMITS, ChequeNumberRefused),
        (tender("transfer", 1_00, "VIR DUPONT 22/11"), LIMITS, None),
        (tender("transfer", 1_00, None), LIMITS, TransferReferenceRefused),
        (tender("transfer", 1_00, "  "), LIMITS, TransferReferenceRefused),
        (tender("transfer", 1_00, "x" * 36), LIMITS, TransferReferenceRefused),
        (tender("transfer", 1_00, "4970 1012 3456 7890"), LIMITS, TransferReferenceRefused),
        (tender("transfer", 1_00, "a\tb"), LIMITS, TransferReferenceRefused),
        (tender("cash", 1_00), LIMITS, None),
    ],
)
def test_a_cheque_and_a_transfer_stand_with_what_proves_them(given: Tender, limits: Limits, refusal: type[KioskError] | None) -> None:
    if refusal is None:
        check_ways([given], limits=limits, turnover=Money(1_00))
        return
    with pytest.raises(refusal):
        check_ways([given], limits=limits, turnover=Money(1_00))


@pytest.mark.parametrize(("turnover", "by_gift_card", "allowed"), [(29_90, 29_90, True), (29_90, 29_91, False), (0, 1, False), (-50_00, 1, False)])
def test_a_gift_card_buys_no_gift_card(turnover: int, by_gift_card: int, allowed: bool) -> None:
    given = [tender("gift_card", by_gift_card), tender("cash", 100_00)]
    if allowed:
        check_ways(given, limits=LIMITS, turnover=Money(turnover))
        return
    with pytest.raises(GiftCardBuysNoGiftCard):
        check_ways(given, limits=LIMITS, turnover=Money(turnover))


@pytest.mark.parametrize(
    ("what", "cash", "linked", "limit", "allowed"),
    [
        ("exactly the limit", 1_000_00, [], 1_000_00, True),
        ("a cent more", 1_000_01, [], 1_000_00, False),
        ("paid out to the customer, exactly the limit", -1_000_00, [], 1_000_00, True),
        ("paid out to the customer, a cent more", -1_000_01, [], 1_000_00, False),
        ("a deposit in cash before", 800_00, [200_00], 1_000_00, True),
        ("a deposit in cash before, a cent more", 800_01, [200_00], 1_000_00, False),
        ("one sale cut in three", 400_00, [300_00, 300_01], 1_000_00, False),
        ("a refund in cash of a sale paid in cash", -900_00, [900_00], 1_000_00, True),
        ("a refund in cash cut in two", -600_00, [1_000_00, -400_01], 1_000_00, False),
        ("no cash now, whatever was before", 0, [1_000_00, 500_00], 1_000_00, True),
        ("somebody who lives abroad", 10_000_00, [], 10_000_00, True),
        ("somebody who lives abroad, a cent more", 10_000_01, [], 10_000_00, False),
    ],
)
def test_cash_is_capped_per_debt_in_both_directions(what: str, cash: int, linked: list[int], limit: int, allowed: bool) -> None:
    if allowed:
        check_cash(Money(cash), linked=map(Money, linked), limit=Money(limit))
        return
    with pytest.raises(CashOverLimit):
        check_cash(Money(cash), linked=map(Money, linked), limit=Money(limit))
