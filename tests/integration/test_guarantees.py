"""Is this device under guarantee? Asked of the real database, in one scan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.guarantees import GuaranteeService
from kiosk.sales.after.service import ReturnService
from kiosk.sales.guarantee import GuaranteeState
from kiosk.sales.refund import Grounds
from kiosk.staff.rights import RightMissing
from kiosk.storage.engine import Database
from tests.integration.sale_shop import CAMILLE, IMEIS, SOPHIE, YANIS, Till, cash, furnish, open_till

DAY_S = 24 * 3600


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


@pytest.fixture
def guarantees(till: Till) -> GuaranteeService:
    return GuaranteeService(till.counter, till.stock)


def test_one_scan_says_when_it_was_sold_on_which_ticket_and_until_when_it_is_covered(till: Till, guarantees: GuaranteeService) -> None:
    sold = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    found = guarantees.of_code(IMEIS[0])
    assert found is not None
    assert (found.ticket.number, found.state, found.cover.since) == (sold.number, GuaranteeState.PRESUMED, date(2026, 11, 22))
    assert (found.cover.legal_until, found.cover.presumed_until) == (date(2028, 11, 22), date(2027, 11, 22))


def test_a_device_that_this_till_never_sold_has_no_guarantee_here(guarantees: GuaranteeService) -> None:
    assert guarantees.of_code(IMEIS[2]) is None
    assert guarantees.of_code("356938035643809") is None


def test_a_device_that_came_back_is_not_under_guarantee(till: Till, guarantees: GuaranteeService) -> None:
    sold = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=SOPHIE)
    returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))
    basket = returns.add_back(
        till.sale.new_basket(), sold.number, {sold.lines[0].line_id: 1}, Grounds("defect", scanned=IMEIS[0]), person=SOPHIE
    )  # fmt: skip
    till.sale.pay(basket, [cash(-44900)], person=SOPHIE)
    found = guarantees.of_code(IMEIS[0])
    assert found is not None and found.state is GuaranteeState.GIVEN_BACK
    with pytest.raises(KioskError) as refused:
        guarantees.repaired("u1", brought_on=date(2026, 11, 22), given_back_on=date(2026, 11, 22), person=YANIS)
    assert refused.value.code == "sales.not_under_guarantee"


def test_a_repair_adds_six_months_and_stands_in_the_journal(till: Till, guarantees: GuaranteeService, clock: ManualClock) -> None:
    till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    clock.advance(seconds=20 * DAY_S)
    brought = date(2026, 12, 2)
    after = guarantees.repaired("u1", brought_on=brought, given_back_on=brought + timedelta(days=10), person=YANIS)
    assert (after.cover.legal_until, after.cover.house_until) == (date(2029, 6, 2), date(2027, 12, 2))
    assert till.kinds()[-2:] == ["sales.guarantee_lengthened"] * 2


@pytest.mark.parametrize(
    ("brought", "back", "code"),
    [
        (date(2026, 11, 23), date(2026, 11, 22), "sales.repair_dates_wrong"),
        (date(2026, 11, 22), date(2026, 11, 23), "sales.repair_dates_wrong"),
    ],
)
def test_a_repair_ends_after_it_began_and_not_in_days_to_come(
    till: Till, guarantees: GuaranteeService, brought: date, back: date, code: str
) -> None:  # fmt: skip
    till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    with pytest.raises(KioskError) as refused:
        guarantees.repaired("u1", brought_on=brought, given_back_on=back, person=YANIS)
    assert refused.value.code == code


def test_a_repair_of_what_was_never_sold_or_is_out_of_guarantee_adds_nothing(till: Till, guarantees: GuaranteeService, clock: ManualClock) -> None:
    with pytest.raises(KioskError) as refused:
        guarantees.repaired("u3", brought_on=date(2026, 11, 22), given_back_on=date(2026, 11, 22), person=YANIS)
    assert refused.value.code == "sales.not_sold_here"
    till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    clock.advance(seconds=800 * DAY_S)
    with pytest.raises(KioskError) as refused:
        guarantees.repaired("u1", brought_on=date(2029, 1, 10), given_back_on=date(2029, 1, 10), person=YANIS)
    assert refused.value.code == "sales.not_under_guarantee"


def test_a_cashier_does_not_lengthen_a_guarantee(guarantees: GuaranteeService) -> None:
    with pytest.raises(RightMissing):
        guarantees.repaired("u1", brought_on=date(2026, 11, 22), given_back_on=date(2026, 11, 22), person=CAMILLE)


def test_what_a_repair_would_add_is_said_before_anything_is_written(till: Till, guarantees: GuaranteeService, clock: ManualClock) -> None:
    till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    clock.advance(seconds=20 * DAY_S)
    found = guarantees.of_code(IMEIS[0])
    assert found is not None
    after = guarantees.after_repair(found, brought_on=date(2026, 12, 2), given_back_on=date(2026, 12, 12))
    assert (after.legal_until, after.presumed_until, after.house_until) == (date(2029, 6, 2), date(2027, 12, 2), date(2027, 12, 2))
    assert guarantees.of_code(IMEIS[0]) == found
    with pytest.raises(KioskError) as refused:
        guarantees.after_repair(found, brought_on=date(2026, 11, 21), given_back_on=date(2026, 12, 12))
    assert refused.value.code == "sales.repair_dates_wrong"


@pytest.mark.parametrize(
    ("brought", "back", "counted"),
    [
        (date(2026, 12, 2), date(2026, 12, 5), False),
        (date(2026, 12, 4), date(2026, 12, 8), False),
        (date(2026, 12, 1), date(2026, 12, 9), False),
        (date(2026, 12, 5), date(2026, 12, 6), True),
        (date(2026, 11, 30), date(2026, 12, 2), True),
    ],
)
def test_the_days_of_a_repair_lengthen_a_guarantee_once(
    till: Till, guarantees: GuaranteeService, clock: ManualClock, brought: date, back: date, counted: bool
) -> None:  # fmt: skip
    till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    clock.advance(seconds=20 * DAY_S)
    guarantees.repaired("u1", brought_on=date(2026, 12, 2), given_back_on=date(2026, 12, 5), person=YANIS)
    if counted:
        assert len(guarantees.repaired("u1", brought_on=brought, given_back_on=back, person=YANIS).lengthened) == 4
        return
    with pytest.raises(KioskError) as refused:
        guarantees.repaired("u1", brought_on=brought, given_back_on=back, person=YANIS)
    assert refused.value.code == "sales.repair_known"
    found = guarantees.of_code(IMEIS[0])
    assert found is not None and [item.days for item in found.lengthened] == [3, 181]
