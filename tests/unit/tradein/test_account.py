"""The account that a seller is paid on, and how a seller may be paid at all: checked as typed, shown by its end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.tradein.account import BicInvalid, HolderMissing, IbanInvalid, IbanOutsideSepa, checked_account
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.payouts import AccountMissing, CashOverLimit, PayoutNotAllowed, check_account, check_payout, offered_modes
from kiosk.tradein.rulefiles import load_bench_rules
from tests.bench import RESOURCES

FRENCH = "FR1420041010050500013M02606"


def test_an_iban_is_kept_whole_and_shown_by_its_end() -> None:
    account = checked_account(holder="  Élodie   Garnier ", iban="fr14 2004 1010 0505 0001 3m02 606", bic="psstfrppnte")
    assert (account.holder, account.iban, account.bic) == ("Élodie Garnier", FRENCH, "PSSTFRPPNTE")
    assert (account.tail, account.masked, repr(account)) == ("2606", "FR•• •••• 2606", "Account(FR•• •••• 2606)")


@pytest.mark.parametrize(
    ("holder", "iban", "bic", "refused"),
    [
        ("Élodie Garnier", "DE89 3704 0044 0532 0130 00", "", None),
        ("Élodie Garnier", FRENCH, "", None),
        (" ", FRENCH, "", HolderMissing),
        ("Élodie Garnier", "", "", IbanInvalid),
        ("Élodie Garnier", "FR1420041010050500013M02607", "", IbanInvalid),
        ("Élodie Garnier", "FR1420041010050500013M0260", "", IbanInvalid),
        ("Élodie Garnier", "FR14 2004 1010 0505 0001 3M02", "", IbanInvalid),
        ("Élodie Garnier", "TR33 0006 1005 1978 6457 8413 26", "", IbanOutsideSepa),
        ("Élodie Garnier", FRENCH, "PSST", BicInvalid),
        ("Élodie Garnier", FRENCH, "DEUTDEFF", BicInvalid),
    ],
)
def test_what_is_typed_is_checked_before_anything_is_signed(holder: str, iban: str, bic: str, refused: type[Exception] | None) -> None:
    if refused is None:
        assert checked_account(holder=holder, iban=iban, bic=bic).holder == holder
    else:
        with pytest.raises(refused):
            checked_account(holder=holder, iban=iban, bic=bic)


def test_a_transfer_has_an_account_and_nothing_else_has_one() -> None:
    account = checked_account(holder="Élodie Garnier", iban=FRENCH)
    check_account(Payout.TRANSFER, account)
    check_account(Payout.CASH, None)
    for payout, given in ((Payout.TRANSFER, None), (Payout.VOUCHER, account)):
        with pytest.raises(AccountMissing):
            check_account(payout, given)


@pytest.mark.parametrize(
    ("modes", "cash_allowed", "cents", "offered"),
    [
        ("voucher transfer cash", True, 18_600, "voucher transfer cash"),
        ("voucher transfer cash", True, 100_000, "voucher transfer cash"),
        ("voucher transfer cash", True, 100_001, "voucher transfer"),
        ("voucher transfer cash", False, 18_600, "voucher transfer"),
        ("transfer", True, 18_600, "transfer"),
    ],
)
def test_a_kind_that_may_not_be_paid_in_cash_hides_it(modes: str, cash_allowed: bool, cents: int, offered: str) -> None:
    book = replace(load_bench_rules(RESOURCES).pricebook, cash_allowed=cash_allowed)
    allowed = tuple(Payout(mode) for mode in modes.split())
    assert offered_modes(Money(cents), book, allowed) == {Payout(mode) for mode in offered.split()}


def test_gold_is_never_paid_in_cash_whatever_the_amount() -> None:
    rules = load_bench_rules(RESOURCES)
    book = replace(rules.pricebook, cash_allowed=True)
    gold = replace(rules, payout_modes={DeviceKind.WATCH: (Payout.TRANSFER,)}).modes_of(DeviceKind.WATCH)
    with pytest.raises(PayoutNotAllowed):
        check_payout(Payout.CASH, Money(1), book, modes=gold)
    check_payout(Payout.TRANSFER, Money(200_000), book, modes=gold)
    with pytest.raises(CashOverLimit):
        check_payout(Payout.CASH, Money(100_001), book, modes=rules.modes_of(DeviceKind.SMARTPHONE))
    assert all(rules.modes_of(kind) == (Payout.VOUCHER, Payout.TRANSFER, Payout.CASH) for kind in DeviceKind)
