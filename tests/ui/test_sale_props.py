"""The sale's pages derived from frozen facts: basket lines, VAT that may be shown, what waits, what became of the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import Product, ProductKind
from kiosk.documents.printing import JobState
from kiosk.sales.basket import Basket, Reduction, add_product, add_unit, price_basket, reduce_line, set_quantity
from kiosk.sales.rules import Limits, Rate, RulesOfDay
from kiosk.sales.tax import Scheme
from kiosk.stock.service import Found
from kiosk.stock.store import Movement
from kiosk.stock.units import Grade, Unit, UnitState, VatOrigin
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import ParkedFacts, TenderFacts
from kiosk.ui.models.product_model import category_rows, few_categories, of_filter, result_rows
from kiosk.ui.models.store_model import station_rows
from kiosk.ui.viewmodels import done_props, sale_props
from kiosk.ui.viewmodels.done_props import DoneFacts, SoldFacts
from kiosk.ui.viewmodels.finder import FinderFacts
from kiosk.ui.viewmodels.finder import derive as derive_finder
from kiosk.ui.viewmodels.sale_props import BasketFacts, LastTicket

FRENCH = Formats("fr")
NOW = datetime(2026, 11, 21, 13, 37, tzinfo=UTC)
IPHONE = Product("p1", "SMA-1", ProductKind.UNIT, "iPhone 13 · 128 Go · Minuit", "Apple", "smartphone", "margin", model_id="m1", icon="smartphone")
CASE = Product("p2", "ACC-1", ProductKind.ACCESSORY, "Coque transparente iPhone 13", "", "accessory", "standard", Money(14_90), "2000000000015", icon="case")
FITTING = Product("p3", "SER-1", ProductKind.SERVICE, "Pose de verre trempé", "", "service", "standard", Money(5_00), icon="hand")
UNIT = Unit(
    "u1", "p1", "m1", "F2LXK0ABCD01", UnitState.FOR_SALE, VatOrigin.MARGIN, Money(198_00), "shop:L01", 1, "2026-10-12T09:00:00.000Z", "UL01K20001R",
    imei="352668910004518", price=Money(389_00), grade=Grade.EXCELLENT,
)  # fmt: skip
RULES = RulesOfDay(
    (Rate("standard", date(2014, 1, 1), Scheme.STANDARD, 2000, "A"), Rate("margin", date(2014, 1, 1), Scheme.MARGIN, 2000, "M")),
    Limits(date(2014, 1, 1), Money(1000_00), 1000), (),
)  # fmt: skip


def filled() -> BasketFacts:
    basket = add_unit(Basket("b1", label="Mme Garnier"), UNIT, IPHONE, line_id="l1")
    basket = reduce_line(add_product(basket, CASE, line_id="l2"), "l2", Reduction(amount=Money(5_00)))
    return BasketFacts(basket, price_basket(basket, RULES), guarantee_months=12, current_id="l2")


def test_a_device_line_says_grade_end_of_imei_guarantee_and_margin() -> None:
    row = sale_props.derive(filled(), now=NOW, formats=FRENCH).lines[0]
    assert (row.line_name, row.line_drawing, row.grade, row.level, row.tail_kind, row.identifier_tail) == (
        "iPhone 13 · 128 Go · Minuit", "phone", "excellent", 3, "imei", "4518",
    )  # fmt: skip
    assert (row.guarantee_months, row.on_margin, row.counted, row.amount, row.full_amount) == (12, True, False, "389,00\u202f€", "")


def test_a_discounted_line_strikes_its_full_price() -> None:
    row = sale_props.derive(filled(), now=NOW, formats=FRENCH).lines[1]
    assert (row.amount, row.full_amount, row.discount, row.is_current) == ("9,90\u202f€", "14,90\u202f€", "−5,00\u202f€", True)


def test_only_ordinary_vat_is_shown_beside_the_total() -> None:
    props = sale_props.derive(filled(), now=NOW, formats=FRENCH)
    assert (props.total, props.tax_rate, props.tax_amount, props.item_count) == ("398,90\u202f€", "20\u202f%", "1,65\u202f€", 2)
    alone = add_unit(Basket("b2"), UNIT, IPHONE, line_id="l1")
    props = sale_props.derive(BasketFacts(alone, price_basket(alone, RULES)), now=NOW, formats=FRENCH)
    assert (props.total, props.tax_rate, props.tax_amount) == ("389,00\u202f€", "", "")


def test_several_rates_show_their_sum_without_a_rate() -> None:
    reduced = replace(RULES, rates=(*RULES.rates, Rate("book", date(2014, 1, 1), Scheme.STANDARD, 550, "B")))
    basket = add_product(add_product(Basket("b"), CASE, line_id="l1"), replace(FITTING, tax_code="book"), line_id="l2")
    props = sale_props.derive(BasketFacts(basket, price_basket(basket, reduced)), now=NOW, formats=FRENCH)
    assert (props.tax_rate, props.tax_amount) == ("", "2,74\u202f€")
    assert price_basket(basket, reduced).tax_table[0].rate_percent == Fraction(11, 2)


def test_counted_articles_show_what_one_costs() -> None:
    basket = set_quantity(add_product(Basket("b"), CASE, line_id="l1"), "l1", 3)
    row = sale_props.derive(BasketFacts(basket, price_basket(basket, RULES), current_id="l1"), now=NOW, formats=FRENCH).lines[0]
    assert (row.counted, row.quantity, row.unit_amount, row.amount) == (True, 3, "14,90\u202f€", "44,70\u202f€")


def test_what_waits_is_offered_with_its_age_and_the_last_ticket() -> None:
    facts = BasketFacts(
        Basket("b"), parked=(ParkedFacts("b9", "Mme Garnier", "iPad Air 64 Go", 2, Money(318_90), "2026-11-21T13:25:00.000Z"),),
        last_ticket=LastTicket("t1", "L01-K2-000123", Money(64_80), "2026-11-21T13:30:00.000Z"),
    )  # fmt: skip
    props = sale_props.derive(facts, now=NOW, formats=FRENCH)
    assert (props.has_waiting, props.last_ticket_total, props.last_ticket_clock, props.current_place) == (True, "64,80\u202f€", "14:30", -1)
    assert (props.parked[0].label, props.parked[0].more_count, props.parked[0].waited_minutes, props.parked[0].total) == ("Mme Garnier", 1, 12, "318,90\u202f€")


def test_results_say_what_can_be_sold_here() -> None:
    waiting = replace(UNIT, unit_id="u2", state=UnitState.TO_INSPECT, grade=None, imei=None)
    found = (Found(IPHONE, UNIT), Found(IPHONE, waiting), Found(CASE, quantity=23), Found(FITTING))
    rows = result_rows(found, FRENCH, {})
    assert [(row.tail_kind, row.identifier_tail, row.unit_state, row.stock, row.sellable) for row in rows] == [
        ("imei", "4518", "for_sale", -1, True), ("serial", "CD01", "to_inspect", -1, False), ("ean", "0015", "", 23, True), ("", "", "", -1, True),
    ]  # fmt: skip
    props = derive_finder(FinderFacts(query="ipho 13", results=found, searched=True))
    assert (props.all_count, props.unit_count, props.accessory_count, props.service_count, props.found_nothing) == (4, 2, 1, 1, False)
    assert [each.product.product_id for each in of_filter(found, 2)] == ["p2"]
    assert derive_finder(FinderFacts(query="zz", searched=True)).found_nothing
    assert not derive_finder(FinderFacts(query="zz")).found_nothing


def test_a_small_screen_keeps_three_categories_and_one_tile_for_the_others() -> None:
    few = few_categories(category_rows(()))
    assert [row.category for row in few] == ["smartphone", "tablet", "laptop", "others"]


@pytest.mark.parametrize(
    ("paper", "tone", "printed", "unknown", "failed"),
    [
        (JobState.CONFIRMED, "ok", True, False, False),
        (JobState.SENT, "ok", True, False, False),
        (JobState.QUEUED, "wait", False, False, False),
        (JobState.UNKNOWN, "wait", False, True, False),
        (JobState.FAILED, "bad", False, False, True),
        (None, "", False, False, False),
    ],
)
def test_the_page_says_what_became_of_the_paper(paper: JobState | None, tone: str, printed: bool, unknown: bool, failed: bool) -> None:
    sold = SoldFacts("t1", "L01-K2-000123", "2026-11-21T13:42:08.000Z", Money(418_80), Money(6_20), (TenderFacts("1", "cash", Money(60_00)),), "iPhone 13")
    sold = replace(sold, return_until=date(2026, 12, 21))
    props = done_props.derive(DoneFacts(sold, paper), FRENCH)
    assert (props.paper_tone, props.paper_printed, props.paper_unknown, props.paper_failed) == (tone, printed, unknown, failed)
    assert (props.number, props.change, props.clock, props.return_until) == ("L01-K2-000123", "6,20\u202f€", "14:42:08", "21 décembre")
    assert [piece.face for piece in props.pieces] == ["5\u202f€", "1\u202f€", "20\u202fc"]
    assert done_props.derive(DoneFacts(replace(sold, change=ZERO), paper), FRENCH).change == ""


def test_a_life_line_goes_from_the_arrival_through_every_change_of_state() -> None:
    def move(at_utc: str, before: UnitState | None, after: UnitState | None) -> Movement:
        return Movement("m", at_utc, "p1", 0, "test", "camille", unit_id="u1", from_state=before, to_state=after)

    moves = [
        move("2026-10-13T09:00:00.000Z", UnitState.TO_ERASE, UnitState.TO_INSPECT),
        move("2026-10-13T10:00:00.000Z", UnitState.TO_INSPECT, UnitState.TO_INSPECT),
        move("2026-10-16T09:30:00.000Z", UnitState.TO_INSPECT, UnitState.FOR_SALE),
    ]
    assert [(row.unit_state, row.day, row.days_after, row.latest) for row in station_rows(UNIT, moves, FRENCH)] == [
        ("to_erase", "12 octobre", -1, False), ("to_inspect", "13 octobre", 1, False), ("for_sale", "16 octobre", 3, True),
    ]  # fmt: skip
    assert [row.unit_state for row in station_rows(UNIT, (), FRENCH)] == ["for_sale"]
