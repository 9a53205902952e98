"""What may stand in a basket and what it costs by the rules of the day; rates and mentions that change at midnight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import Product, ProductKind
from kiosk.errors import KioskError
from kiosk.sales.basket import (
    LARGEST_BASKET_LINES,
    Basket,
    BasketFull,
    DiscountTooLarge,
    LineUnknown,
    PriceMissing,
    QuantityRefused,
    Reduction,
    UnitAlreadyInBasket,
    add_product,
    add_unit,
    price_basket,
    reduce_line,
    reduce_ticket,
    remove_line,
    set_quantity,
)
from kiosk.sales.guarantee import months_later
from kiosk.sales.rulefiles import BadSaleRules, load_sale_rules
from kiosk.sales.rules import Limits, Mention, Occasion, Rate, RuleMissing, SaleRules
from kiosk.sales.tax import Scheme
from kiosk.sales.tender_rules import CashOverLimit, NotPaid, TooMuchTendered, cash_kept, check_cash, check_tenders
from kiosk.sales.tenders import Tender
from kiosk.sales.words import load_sale_words
from kiosk.stock.units import Unit, UnitState, VatOrigin

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FRANCE = load_sale_rules(RESOURCES)
TODAY = FRANCE.on(date(2026, 11, 22))
IPHONE = Product("p1", "SMA-0001", ProductKind.UNIT, "iPhone 13 · 128 Go", "Apple", "smartphone", "margin", durable=True)
CASE = Product("p2", "ACC-0001", ProductKind.ACCESSORY, "Coque transparente", "", "accessory", "standard", Money(1490))
GLASS = Product("p3", "ACC-0002", ProductKind.ACCESSORY, "Verre trempé", "", "accessory", "standard", Money(1990))
PHONE = Unit(
    "u1", "p1", "m1", "F2LXK0ABCD01", UnitState.FOR_SALE, VatOrigin.MARGIN, Money(32000), "shop:L01", 1, "2026-11-02T09:00:00.000Z", "UL01K20001R",
    imei="352668910000015", price=Money(44900),
)  # fmt: skip
EMPTY = Basket("b1")


def with_case(quantity: int = 1) -> Basket:
    return add_product(EMPTY, CASE, line_id="a", quantity=quantity)


def test_the_same_accessory_counts_on_its_line_and_a_device_has_its_own() -> None:
    basket = add_unit(add_product(add_product(with_case(), GLASS, line_id="b"), CASE, line_id="c"), PHONE, IPHONE, line_id="d")
    assert [(line.line_id, line.quantity) for line in basket.lines] == [("a", 2), ("b", 1), ("d", 1)]
    assert basket.article_count == 4
    assert price_basket(basket, TODAY).total == Money(2 * 1490 + 1990 + 44900)


def test_an_accessory_with_a_discount_keeps_its_line_to_itself() -> None:
    basket = add_product(reduce_line(with_case(), "a", Reduction(1000)), CASE, line_id="b")
    assert [line.quantity for line in basket.lines] == [1, 1]


def test_a_device_stands_once() -> None:
    with pytest.raises(UnitAlreadyInBasket):
        add_unit(add_unit(EMPTY, PHONE, IPHONE, line_id="a"), PHONE, IPHONE, line_id="b")


@pytest.mark.parametrize("quantity", [0, -1, 1000])
def test_a_quantity_is_from_1_to_999(quantity: int) -> None:
    with pytest.raises(QuantityRefused):
        set_quantity(with_case(), "a", quantity)


def test_a_device_is_sold_one_by_one() -> None:
    with pytest.raises(QuantityRefused):
        set_quantity(add_unit(EMPTY, PHONE, IPHONE, line_id="a"), "a", 2)


def test_quantities_and_removals() -> None:
    basket = set_quantity(with_case(), "a", 3)
    assert price_basket(basket, TODAY).total == Money(4470)
    assert remove_line(basket, "a").lines == ()
    with pytest.raises(LineUnknown):
        remove_line(basket, "z")


def test_the_discount_on_the_ticket_goes_with_the_last_thing_sold_and_not_before() -> None:
    off = Reduction(amount=Money(500))
    basket = reduce_ticket(add_product(with_case(), GLASS, line_id="b"), off, TODAY)
    one_left = remove_line(basket, "b")
    assert (one_left.reduction, price_basket(one_left, TODAY).total) == (off, Money(990))
    empty = remove_line(one_left, "a")
    assert (empty.reduction, price_basket(empty, TODAY).total) == (None, Money(0))


def test_a_product_without_a_price_or_sold_by_unit_is_refused() -> None:
    for product in (replace(CASE, price=None), IPHONE):
        with pytest.raises(PriceMissing):
            add_product(EMPTY, product, line_id="a")


def test_a_ticket_has_at_most_200_lines() -> None:
    basket = EMPTY
    for number in range(LARGEST_BASKET_LINES):
        basket = add_product(basket, replace(CASE, product_id=f"p{number}"), line_id=str(number))
    with pytest.raises(BasketFull):
        add_product(basket, GLASS, line_id="one-more")


@pytest.mark.parametrize(
    ("line_off", "ticket_off", "total_cents"),
    [
        (Reduction(1000), None, 1341),
        (Reduction(amount=Money(490)), None, 1000),
        (Reduction(10_000), None, 0),
        (None, Reduction(5000), 745),
        (Reduction(1000), Reduction(amount=Money(341)), 1000),
    ],
)
def test_a_discount_is_typed_in_percent_or_as_an_amount(line_off: Reduction | None, ticket_off: Reduction | None, total_cents: int) -> None:
    basket = reduce_ticket(reduce_line(with_case(), "a", line_off), ticket_off, TODAY)
    assert price_basket(basket, TODAY).total == Money(total_cents)


def test_a_discount_larger_than_what_it_is_taken_off_is_refused() -> None:
    with pytest.raises(DiscountTooLarge):
        reduce_line(with_case(), "a", Reduction(amount=Money(1491)))
    with pytest.raises(DiscountTooLarge):
        reduce_ticket(with_case(), Reduction(amount=Money(1491)), TODAY)
    shrunk = set_quantity(reduce_ticket(with_case(2), Reduction(amount=Money(2000)), TODAY), "a", 1)
    with pytest.raises(DiscountTooLarge):
        price_basket(shrunk, TODAY)


def test_how_a_device_was_bought_has_the_last_word_on_its_tax() -> None:
    on_margin = price_basket(add_unit(EMPTY, PHONE, IPHONE, line_id="a"), TODAY)
    assert (on_margin.margin_gross, on_margin.tax) == (Money(44900), ZERO)
    ordinary = price_basket(add_unit(EMPTY, replace(PHONE, vat_origin=VatOrigin.STANDARD), IPHONE, line_id="a"), TODAY)
    assert (ordinary.margin_gross, ordinary.net, ordinary.tax) == (ZERO, Money(37417), Money(7483))


# ── rules of the day ───────────────────────────────────────────────────────────────────────────────────────────────
OLD, NEW = date(2026, 1, 1), date(2027, 1, 1)
CHANGING = SaleRules(
    (Rate("standard", OLD, Scheme.STANDARD, 2000, "A"), Rate("standard", NEW, Scheme.STANDARD, 2100, "A")),
    (Limits(OLD, Money(100_000), 1000), Limits(NEW, Money(50_000), 1000)),
    (
        Mention("margin_scheme", OLD, Occasion.MARGIN, "Régime particulier – Biens d’occasion"),
        Mention("legal_guarantee", OLD, Occasion.DURABLE, "Garantie : 2 ans"),
        Mention("legal_guarantee", NEW, Occasion.DURABLE, "Garantie : 3 ans"),
        Mention("notice", OLD, Occasion.ALWAYS, "Jusqu’au 31 décembre"),
        Mention("notice", NEW, Occasion.ALWAYS, ""),
    ),
)


@pytest.mark.parametrize(
    ("day", "rate_bp", "tax_cents", "cash_limit_cents", "mentions"),
    [
        (date(2026, 12, 31), 2000, 248, 100_000, ("Garantie : 2 ans", "Jusqu’au 31 décembre")),
        (date(2027, 1, 1), 2100, 259, 50_000, ("Garantie : 3 ans",)),
    ],
)
def test_a_law_changes_at_midnight(day: date, rate_bp: int, tax_cents: int, cash_limit_cents: int, mentions: tuple[str, ...]) -> None:
    rules = CHANGING.on(day)
    assert rules.rate("standard").rate_bp == rate_bp
    assert price_basket(with_case(), rules).tax == Money(tax_cents)
    assert rules.limits.cash_limit == Money(cash_limit_cents)
    assert rules.mentions_on({Occasion.ALWAYS, Occasion.DURABLE}) == mentions
    assert rules.mention("margin_scheme") == "Régime particulier – Biens d’occasion"


def test_a_code_without_a_rule_today_is_named() -> None:
    with pytest.raises(RuleMissing):
        CHANGING.on(date(2026, 6, 1)).rate("reduced")
    with pytest.raises(RuleMissing):
        CHANGING.on(date(2025, 6, 1))


def test_france_has_its_rates_its_limit_and_its_mentions() -> None:
    assert {rate.code: (rate.rate_bp, rate.mark) for rate in TODAY.rates} == {
        "standard": (2000, "A"),
        "reduced": (550, "B"),
        "intermediate": (1000, "C"),
        "exempt": (0, "E"),
        "margin": (2000, "M"),
        "non_sale": (0, "H"),
    }
    assert TODAY.limits.cash_limit == Money(100_000)
    assert TODAY.mention("margin_scheme") == "Régime particulier – Biens d’occasion"
    assert any("2 ans" in text and "Garantie légale de conformité" in text for text in TODAY.mentions_on({Occasion.DURABLE}))


TAX_HEAD = 'country = "FR"\ncurrency = "EUR"\nlimits = []\n'


@pytest.mark.parametrize("text", ["", "nonsense", f"{TAX_HEAD}rates = []\nextra = 1", f'{TAX_HEAD}rates = [{{code = "x"}}]'])
def test_a_rule_file_that_cannot_be_trusted_is_refused(tmp_path: Path, text: str) -> None:
    for folder in ("tax", "mentions"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "fr.toml").write_text(text, "utf-8")
    with pytest.raises(BadSaleRules):
        load_sale_rules(tmp_path)


def test_words_are_complete_or_refused(tmp_path: Path) -> None:
    assert load_sale_words(RESOURCES).cash == "Espèces"
    (tmp_path / "mentions").mkdir()
    (tmp_path / "mentions" / "words.fr.toml").write_text('cash = "Espèces"\nextra = "x"\n', "utf-8")
    with pytest.raises(BadSaleRules) as refused:
        load_sale_words(tmp_path)
    assert ("words.fr.toml", "missing or unknown: extra") in refused.value.faults


# ── months, cash ────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("day", "months", "later"),
    [(date(2024, 2, 29), 24, date(2026, 2, 28)), (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2026, 12, 15), 1, date(2027, 1, 15))],
)
def test_months_end_where_the_month_ends(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("total_cents", "tenders", "refusal"),
    [
        (100_000, [Tender("cash", Money(100_000))], None),
        (100_001, [Tender("cash", Money(100_001))], CashOverLimit),
        (99_990, [Tender("cash", Money(105_000))], None),
        (150_000, [Tender("card", Money(50_000)), Tender("cash", Money(100_000))], None),
        (100, [Tender("cash", Money(99))], NotPaid),
        (100, [Tender("card", Money(101))], TooMuchTendered),
        (0, [], None),
    ],
)
def test_cash_stops_at_the_limit_of_the_law(total_cents: int, tenders: list[Tender], refusal: type[KioskError] | None) -> None:
    if refusal is None:
        settlement = check_tenders(Money(total_cents), tenders)
        check_cash(cash_kept(tenders, settlement), linked=(), limit=Money(100_000))
        assert settlement.remaining == ZERO
    else:
        with pytest.raises(refusal):
            check_cash(cash_kept(tenders, check_tenders(Money(total_cents), tenders)), linked=(), limit=Money(100_000))
