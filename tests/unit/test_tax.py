"""What holds for every basket, whatever is in it; the figures themselves stand in ``test_price.py``."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.basics.money import Money
from kiosk.sales.pricing import AmountOff, Discount, Item, PercentOff, Priced, amount_before_discount, price
from kiosk.sales.refund import Part, mirror
from kiosk.sales.rounding import allocate, half_up, share_out
from kiosk.sales.tax import Scheme, Tax, TaxRounding
from kiosk.sales.tenders import CashRounding, RoundingMethod, RoundingScope, Tender, settle

RATES = st.sampled_from([Fraction(0), Fraction("5.5"), Fraction(6), Fraction("8.875"), Fraction(13), Fraction(20), Fraction(100)])
PERCENTS = st.builds(PercentOff, st.integers(0, 1000).map(lambda tenths: Fraction(tenths, 10)))


def taxes() -> st.SearchStrategy[Tax]:
    standard = st.builds(lambda rate, included: Tax(Scheme.STANDARD, (rate,), included), RATES, st.booleans())
    margin = st.builds(lambda cents: Tax(Scheme.MARGIN, (Fraction(20),), included=True, purchase_price=Money(cents)), st.integers(0, 90_000))
    sales = st.builds(lambda rates: Tax(Scheme.SALES_TAX, tuple(rates), included=False), st.lists(RATES, max_size=3))
    return st.one_of(standard, margin, sales)


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    found = []
    for index in range(draw(st.integers(0, 6))):
        bare = Item(str(index), draw(st.integers(0, 4000)), Money(draw(st.integers(0, 100_000))), draw(taxes()))
        fitting = st.builds(lambda cents: AmountOff(Money(cents)), st.integers(0, abs(amount_before_discount(bare).amount_cents)))
        off = draw(st.one_of(st.none(), PERCENTS, fitting))
        found.append(Item(bare.line_id, bare.quantity_milli, bare.unit_price, bare.tax, off))
    return tuple(found)


@st.composite
def baskets(draw: st.DrawFn) -> tuple[tuple[Item, ...], TaxRounding, Discount | None]:
    lines, rounding = draw(items()), draw(st.sampled_from(TaxRounding))
    total_cents = price(lines, rounding=rounding).total.amount_cents
    fitting = st.builds(lambda cents: AmountOff(Money(cents)), st.integers(0, total_cents))
    return lines, rounding, draw(st.one_of(st.none(), PERCENTS, fitting))


@st.composite
def sales(draw: st.DrawFn) -> tuple[tuple[Item, ...], Priced]:
    lines, rounding, off = draw(baskets())
    return lines, price(lines, rounding=rounding, ticket_discount=off)


@given(sales())
def test_lines_table_and_totals_are_one_set_of_figures(sale: tuple[tuple[Item, ...], Priced]) -> None:
    _, priced = sale
    assert priced.total == priced.net + priced.tax + priced.margin_gross
    assert priced.tax == Money.total(row.tax for row in priced.tax_table)
    for row in priced.tax_table:
        bearers = [line for line in priced.lines if line.tax.scheme is row.scheme and row.rate_percent in (line.tax.rates_percent or (0,))]
        assert row.net == Money.total(line.net for line in bearers)
    for line in priced.lines:
        assert line.net + line.tax_total == line.gross
        assert line.gross.amount_cents >= 0


@given(baskets())
def test_the_parts_of_a_ticket_discount_add_up_to_it(basket: tuple[tuple[Item, ...], TaxRounding, Discount | None]) -> None:
    lines, rounding, off = basket
    before = price(lines, rounding=rounding)
    after = price(lines, rounding=rounding, ticket_discount=off)
    assert after.total == before.total - after.ticket_discount
    assert all(now.gross.amount_cents <= then.gross.amount_cents for now, then in zip(after.lines, before.lines, strict=True))
    if isinstance(off, AmountOff):
        assert after.ticket_discount == off.amount


@given(sales())
def test_margin_vat_follows_the_gross_of_its_line(sale: tuple[tuple[Item, ...], Priced]) -> None:
    for line in sale[1].lines:
        assert (line.margin is not None) == (line.tax.scheme is Scheme.MARGIN)
        if line.margin:
            assert line.margin.net + line.margin.tax == line.margin.margin
            assert line.margin.margin.amount_cents == max(0, (line.gross - line.margin.purchase_price).amount_cents)


@given(sales())
def test_giving_everything_back_mirrors_the_sale(sale: tuple[tuple[Item, ...], Priced]) -> None:
    lines, priced = sale
    back = mirror(priced, {item.line_id: Part(item.quantity_milli, 0, item.quantity_milli) for item in lines})
    assert (back.net, back.tax, back.total) == (-priced.net, -priced.tax, -priced.total)
    assert [(row.net, row.tax) for row in back.tax_table] == [(-row.net, -row.tax) for row in priced.tax_table]


@given(sales(), st.lists(st.integers(1, 900), max_size=5))
def test_giving_back_piece_by_piece_adds_up_to_the_sale(sale: tuple[tuple[Item, ...], Priced], steps_milli: list[int]) -> None:
    lines, priced = sale
    given_back: list[Priced] = []
    before = {item.line_id: 0 for item in lines}
    for step_milli in [*steps_milli, 4000]:
        parts = {item.line_id: Part(item.quantity_milli, before[item.line_id], min(step_milli, item.quantity_milli - before[item.line_id])) for item in lines}
        parts = {line_id: part for line_id, part in parts.items() if part.sold_milli}
        given_back.append(mirror(priced, parts))
        before |= {line_id: part.before_milli + part.back_milli for line_id, part in parts.items()}
    sold = [line for line, item in zip(priced.lines, lines, strict=True) if item.quantity_milli]
    assert Money.total(back.total for back in given_back) == -Money.total(line.gross for line in sold)
    assert Money.total(back.tax for back in given_back) == -Money.total(line.tax_total for line in sold)


@given(
    st.integers(-200_000, 200_000),
    st.lists(st.tuples(st.sampled_from(["cash", "card", "voucher"]), st.integers(0, 100_000)), max_size=4),
    st.none() | st.builds(CashRounding, st.integers(1, 100).map(Money), st.sampled_from(RoundingMethod), st.sampled_from(RoundingScope)),
)
def test_paying_balances_and_mirrors(total_cents: int, given_cents: list[tuple[str, int]], rounding: CashRounding | None) -> None:
    sign = -1 if total_cents < 0 else 1
    tenders = [Tender(kind, Money(sign * cents)) for kind, cents in given_cents]
    paying = settle(Money(total_cents), tenders, rounding)
    assert paying.due == Money(total_cents) + paying.rounding
    assert paying.due == paying.paid - paying.change + paying.remaining
    assert abs(paying.change.amount_cents) <= sum(cents for kind, cents in given_cents if kind == "cash")
    assert rounding is None or abs(paying.rounding.amount_cents) < rounding.step.amount_cents
    mirrored = settle(Money(-total_cents), [Tender(tender.kind, -tender.amount) for tender in tenders], rounding)
    if total_cents:
        assert (mirrored.due, mirrored.change, mirrored.remaining) == (-paying.due, -paying.change, -paying.remaining)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
def test_shares_add_up_and_never_exceed_what_they_are_shares_of(total: int, weights: list[int]) -> None:
    total = min(total, sum(weights))
    parts = share_out(total, weights)
    assert sum(parts) == total
    assert all(0 <= part <= weight for part, weight in zip(parts, weights, strict=True))


@given(st.lists(st.fractions(min_value=-1000, max_value=1000, max_denominator=400), max_size=8))
@settings(max_examples=200)
def test_allocated_cents_add_up_to_the_rounded_sum(exact: list[Fraction]) -> None:
    total = half_up(sum(exact, Fraction(0)))
    parts = allocate(total, exact)
    assert sum(parts) == total
    assert all(abs(part - value) < 1 for part, value in zip(parts, exact, strict=True))
