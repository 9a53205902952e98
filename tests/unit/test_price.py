"""``kiosk price``: every definition by its figures, and every kind of bad basket by its path."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.commands import price as price_command
from kiosk.sales.bill import price_file
from kiosk.sales.bill_text import bill_json
from kiosk.sales.json_reader import FILE_LIMIT_BYTES, BadFile

Json = dict[str, object]


def line(unit_price: str, rate: str = "20", *, quantity: str = "1", line_id: str = "1", discount: Json | None = None, **tax: object) -> Json:
    fields: Json = {"id": line_id, "quantity": quantity, "unit_price": unit_price, "tax": {"scheme": "standard", "rate_percent": rate, **tax}}
    return fields | ({"discount": discount} if discount else {})


def margin_line(unit_price: str, purchase_price: str, *, line_id: str = "1", **more: object) -> Json:
    return line(unit_price, line_id=line_id, scheme="margin", purchase_price=purchase_price) | more


def sales_tax_line(unit_price: str, *rates: str, line_id: str = "1", quantity: str = "1") -> Json:
    return {"id": line_id, "quantity": quantity, "unit_price": unit_price, "tax": {"scheme": "sales_tax", "included": False, "rates_percent": list(rates)}}


def basket(*lines: Json, **more: object) -> Json:
    return {"currency": "EUR", "lines": list(lines)} | more


def priced(content: object) -> Json:
    return bill_json(price_file(content))


def figures(content: object, *names: str) -> tuple[object, ...]:
    answer = priced(content)
    return tuple(answer[name] for name in names)


def faults(content: object) -> dict[str, str]:
    with pytest.raises(BadFile) as raised:
        price_file(content)
    return dict(raised.value.faults)


@pytest.mark.parametrize(
    ("lines", "tax_rounding", "net", "tax", "total"),
    [
        pytest.param([line("52.50", "12")], "line", "46.87", "5.63", "52.50", id="half-up, never banker's"),
        pytest.param([line("-52.50", "12")], "line", "-46.87", "-5.63", "-52.50", id="half-up is symmetric"),
        pytest.param([line("9.99")], "line", "8.32", "1.67", "9.99", id="9.99 at 20 %"),
        pytest.param([line("2.12", quantity="2", included=False)], "line", "4.24", "0.85", "5.09", id="tax added to the price"),
        pytest.param([line("0.00")], "line", "0.00", "0.00", "0.00", id="nothing"),
        pytest.param([line("100.00", "0")], "line", "100.00", "0.00", "100.00", id="no tax"),
        pytest.param([line("100.00", "100")], "line", "50.00", "50.00", "100.00", id="as much tax as goods"),
        pytest.param([line("10.00", quantity="0")], "rate", "0.00", "0.00", "0.00", id="no piece"),
        pytest.param([line("1.11", included=False, line_id=str(i)) for i in range(3)], "line", "3.33", "0.66", "3.99", id="three lines apart"),
        pytest.param([line("1.11", included=False, line_id=str(i)) for i in range(3)], "rate", "3.33", "0.67", "4.00", id="three lines at once"),
        pytest.param([sales_tax_line("10.00", "6.25", "1.5", "2.25")], "line", "10.00", "1.01", "11.01", id="each sales tax rounded on the same base"),
        pytest.param([sales_tax_line("0.10", "5", "5.5", line_id=i) for i in "abc"], "rate", "0.30", "0.04", "0.34", id="the base stands"),
        pytest.param([line("20.00"), line("-5.00", line_id="2")], "line", "12.50", "2.50", "15.00", id="a line taken back on the same ticket"),
    ],
)
def test_a_basket_costs(lines: list[Json], tax_rounding: str, net: str, tax: str, total: str) -> None:
    assert figures(basket(*lines, tax_rounding=tax_rounding), "net", "tax", "total") == (net, tax, total)


def added(quantity: str, unit_price: str, rate: str, discount_percent: str | None = None) -> Json:
    return line(unit_price, rate, quantity=quantity, included=False, discount={"percent": discount_percent} if discount_percent else None)


@pytest.mark.parametrize(
    ("lines", "net", "tax", "total"),
    [
        ([added("12.12", "12.12", "0")] * 2, "293.79", "0.00", "293.79"),
        ([added("12.12", "12.12", "13")] * 2, "293.79", "38.19", "331.98"),
        ([added("12.12", "12.12", "13"), added("12.12", "12.12", "23")], "293.78", "52.89", "346.67"),
        ([added("1", "0.50", "23"), added("12.12", "12.12", "23")], "147.40", "33.90", "181.30"),
        ([added("12.12", "12.12", rate) for rate in ("0", "6", "13", "23") for _ in "ab"], "1175.16", "123.39", "1298.55"),
        ([added("12.12", "12.12", "23")] * 2 + [added("1", "0.50", "23")], "294.29", "67.69", "361.98"),
        ([added("12.12", "12.12", rate) for rate in ("0", "6", "13", "13", "23", "23")], "881.37", "114.57", "995.94"),
        ([added("5.55", "1.09", "23"), added("5.5", "1.09", "23")], "12.04", "2.77", "14.81"),
        ([added("501", "3.00", "6")], "1503.00", "90.18", "1593.18"),
        ([added("12.12", "12.12", "23")], "146.89", "33.79", "180.68"),
        ([added("50", "2.00", "13"), added("100", "1.00", "23")], "200.00", "36.00", "236.00"),
        ([added("50", "1.09", "23")], "54.50", "12.54", "67.04"),
        ([added("12.12", "12.12", "13", "6.6")] * 2 + [added("12.12", "12.12", "23", "8.8")] * 2, "542.33", "97.30", "639.63"),
        ([added("13.13", "13.13", "13"), added("1", "0.50", "13"), added("1", "0.50", "23")], "173.39", "22.60", "195.99"),
    ],
)
def test_rounding_per_rate_gives_the_figures_that_portugal_certifies(lines: list[Json], net: str, tax: str, total: str) -> None:
    numbered = [fields | {"id": str(index)} for index, fields in enumerate(lines)]
    answer = priced(basket(*numbered, tax_rounding="rate"))
    assert (answer["net"], answer["tax"], answer["total"]) == (net, tax, total)


@pytest.mark.parametrize(
    ("sale", "purchase", "margin", "net", "tax"),
    [
        ("449.00", "320.00", "129.00", "107.50", "21.50"),
        ("199.00", "150.00", "49.00", "40.83", "8.17"),
        ("99.90", "120.00", "0.00", "0.00", "0.00"),
        ("249.99", "133.33", "116.66", "97.22", "19.44"),
    ],
)
def test_margin_vat_is_known_inside_and_shown_nowhere_else(sale: str, purchase: str, margin: str, net: str, tax: str) -> None:
    answer = priced(basket(margin_line(sale, purchase), tax_rounding="rate"))
    row = {"purchase_price": purchase, "margin": margin, "net": net, "tax": tax}
    assert answer.pop("internal") == {"lines": [{"id": "1"} | row]} | row
    assert answer["lines"] == [{"id": "1", "gross": sale}]
    assert answer["tax_table"] == [{"scheme": "margin", "rate_percent": "20", "gross": sale}]
    assert (answer["net"], answer["tax"], answer["total"]) == ("0.00", "0.00", sale)


def test_a_loss_on_one_device_does_not_lower_the_margin_of_another() -> None:
    answer = priced(basket(margin_line("449.00", "320.00"), margin_line("99.90", "120.00", line_id="2")))
    assert answer["internal"]["tax"] == "21.50"  # type: ignore[index]  # JSON


def test_the_mixed_receipt_keeps_the_margin_apart_from_the_tax_table() -> None:
    answer = priced(basket(margin_line("449.00", "320.00"), line("29.90", line_id="2")))
    assert answer["tax_table"] == [
        {"scheme": "standard", "rate_percent": "20", "net": "24.92", "tax": "4.98", "gross": "29.90"},
        {"scheme": "margin", "rate_percent": "20", "gross": "449.00"},
    ]
    assert (answer["net"], answer["tax"], answer["total"]) == ("24.92", "4.98", "478.90")


def test_each_sales_tax_has_its_row_on_the_whole_base() -> None:
    answer = priced(basket(sales_tax_line("10.00", "6.25", "1.5"), sales_tax_line("4.00", "6.25", line_id="2")))
    assert answer["tax_table"] == [
        {"scheme": "sales_tax", "rate_percent": "1.5", "net": "10.00", "tax": "0.15", "gross": "10.15"},
        {"scheme": "sales_tax", "rate_percent": "6.25", "net": "14.00", "tax": "0.88", "gross": "14.88"},
    ]


@pytest.mark.parametrize(
    ("lines", "discount", "grosses", "total"),
    [
        pytest.param([line("19.95", discount={"percent": "10"})], None, ["17.96"], "17.96", id="a percent changes the price"),
        pytest.param([line("19.95", discount={"amount": "5.00"})], None, ["14.95"], "14.95", id="an amount on a line"),
        pytest.param([line("19.95", discount={"percent": "100"})], None, ["0.00"], "0.00", id="a gift"),
        pytest.param([line("2.12", quantity="2", included=False)], {"percent": "10"}, ["4.58"], "4.58", id="10 % of 5.09 is 0.51"),
        pytest.param([line("10.00", line_id=i) for i in "abc"], {"amount": "10.00"}, ["6.66", "6.67", "6.67"], "20.00", id="largest remainder"),
        pytest.param([line("9.99"), margin_line("449.00", "320.00", line_id="2")], {"percent": "100"}, ["0.00", "0.00"], "0.00", id="all free"),
        pytest.param([line("0.00"), line("10.00", line_id="2")], {"amount": "3.00"}, ["0.00", "7.00"], "7.00", id="no line below zero"),
        pytest.param([line("-10.00", discount={"amount": "4.00"})], None, ["-6.00"], "-6.00", id="taken back with its discount"),
        pytest.param([line("100.00"), line("-20.00", line_id="2")], {"amount": "8.00"}, ["90.00", "-18.00"], "72.00", id="both ways"),
        pytest.param([line("50.00", discount={"percent": "10"})], {"percent": "10"}, ["40.50"], "40.50", id="line, then ticket"),
    ],
)
@pytest.mark.parametrize("tax_rounding", ["line", "rate"])
def test_a_discount_leaves(lines: list[Json], discount: Json | None, grosses: list[str], total: str, tax_rounding: str) -> None:
    answer = priced(basket(*lines, discount=discount, tax_rounding=tax_rounding))
    assert [row["gross"] for row in answer["lines"]] == grosses  # type: ignore[attr-defined]  # JSON
    assert answer["total"] == total


def test_a_ticket_discount_lowers_net_and_tax_together() -> None:
    assert figures(basket(line("2.12", quantity="2", included=False), discount={"percent": "10"}), "net", "tax", "total") == ("3.82", "0.76", "4.58")


def test_a_ticket_discount_lowers_the_margin() -> None:
    answer = priced(basket(margin_line("449.00", "320.00"), discount={"amount": "29.00"}))
    assert answer["internal"]["lines"] == [{"id": "1", "purchase_price": "320.00", "margin": "100.00", "net": "83.33", "tax": "16.67"}]  # type: ignore[index]  # JSON


CASH = {"kind": "cash", "amount": "20.00"}


@pytest.mark.parametrize(
    ("unit_price", "tenders", "cash_rounding", "rounding", "due", "paid", "change", "remaining"),
    [
        pytest.param("18.50", [CASH], None, "0.00", "18.50", "20.00", "1.50", "0.00", id="change from cash"),
        pytest.param("18.50", [], None, "0.00", "18.50", "0.00", "0.00", "18.50", id="nothing paid yet"),
        pytest.param("25.00", [CASH], None, "0.00", "25.00", "20.00", "0.00", "5.00", id="not enough"),
        pytest.param("25.00", [{"kind": "card", "amount": "15.00"}, CASH], None, "0.00", "25.00", "35.00", "10.00", "0.00", id="card, then cash"),
        pytest.param("18.50", [{"kind": "card", "amount": "20.00"}], None, "0.00", "18.50", "20.00", "0.00", "-1.50", id="a card gives no change"),
        pytest.param("9.98", [], {"step": "0.05"}, "0.02", "10.00", "0.00", "0.00", "10.00", id="the whole ticket"),
        pytest.param("9.97", [], {"step": "0.05", "method": "down"}, "-0.02", "9.95", "0.00", "0.00", "9.95", id="down"),
        pytest.param("9.96", [], {"step": "0.05", "method": "up"}, "0.04", "10.00", "0.00", "0.00", "10.00", id="up"),
        pytest.param("0.25", [], {"step": "0.50"}, "0.25", "0.50", "0.00", "0.00", "0.50", id="halves go up"),
        pytest.param("-0.25", [], {"step": "0.50"}, "-0.25", "-0.50", "0.00", "0.00", "-0.50", id="halves go away from zero"),
        pytest.param("-9.96", [], {"step": "0.05", "method": "up"}, "-0.04", "-10.00", "0.00", "0.00", "-10.00", id="up mirrors"),
        pytest.param(
            "9.98", [{"kind": "card", "amount": "9.98"}], {"step": "0.05", "scope": "cash"}, "0.00", "9.98", "9.98", "0.00", "0.00", id="card only"
        ),
        pytest.param("9.98", [CASH], {"step": "0.05", "scope": "cash"}, "0.02", "10.00", "20.00", "10.00", "0.00", id="cash only"),
        pytest.param(
            "19.98",
            [{"kind": "card", "amount": "10.01"}, {"kind": "cash", "amount": "10.00"}],
            {"step": "0.05", "scope": "cash"},
            "-0.02", "19.96", "20.01", "0.05", "0.00",
            id="only what cash settles",
        ),
        pytest.param("9.98", [], {"step": "0.05", "scope": "cash"}, "0.00", "9.98", "0.00", "0.00", "9.98", id="not yet known how"),
    ],
)  # fmt: skip
def test_paying(
    unit_price: str, tenders: list[Json], cash_rounding: Json | None, rounding: str, due: str, paid: str, change: str, remaining: str
) -> None:
    answer = priced(basket(line(unit_price), tenders=tenders, cash_rounding=cash_rounding))
    names = ("rounding", "due", "paid", "change", "remaining")
    assert tuple(answer[name] for name in names) == (rounding, due, paid, change, remaining)


SALE = basket(
    line("9.99", quantity="3", line_id="case", discount={"percent": "5"}),
    margin_line("449.00", "320.00", line_id="phone"),
    line("2.12", quantity="2", line_id="film", included=False),
    discount={"amount": "7.77"},
    cash_rounding={"step": "0.05", "method": "up"},
    tenders=[{"kind": "card", "amount": "400.00"}, {"kind": "cash", "amount": "100.00"}],
)


def negated(value: object) -> object:
    """The same answer with every amount's sign turned."""
    if isinstance(value, dict):
        return {key: field if key in ("id", "scheme", "rate_percent") else negated(field) for key, field in value.items()}
    if isinstance(value, list):
        return [negated(entry) for entry in value]
    assert isinstance(value, str)
    return value if float(value) == 0 else value.removeprefix("-") if value.startswith("-") else f"-{value}"


@pytest.mark.parametrize("tax_rounding", ["line", "rate"])
@pytest.mark.parametrize("lines", [{}, {"lines": []}, {"lines": [{"id": "case"}, {"id": "phone"}, {"id": "film", "quantity": "2"}]}])
def test_a_whole_refund_is_the_exact_mirror_of_its_sale(tax_rounding: str, lines: Json) -> None:
    sale = SALE | {"tax_rounding": tax_rounding}
    assert priced({"currency": "EUR", "refund_of": sale} | lines) == negated(priced(sale))


def test_a_refund_of_9_99_never_gives_10_00() -> None:
    assert figures({"refund_of": basket(line("9.99"))}, "net", "tax", "total") == ("-8.32", "-1.67", "-9.99")


def test_refunds_of_one_piece_after_the_other_add_up_to_the_line() -> None:
    sale = basket(line("10.00", quantity="3", discount={"amount": "20.00"}))
    answers = [
        figures({"refund_of": sale, "lines": [{"id": "1", "quantity": "1"}], "returned_before": before}, "total", "tax")
        for before in ([], [{"id": "1", "quantity": "1"}], [{"id": "1", "quantity": "2"}])
    ]
    assert answers == [("-3.33", "-0.56"), ("-3.34", "-0.55"), ("-3.33", "-0.56")]


def test_a_part_of_a_refund_is_rounded_like_the_sale_and_waits_for_its_tenders() -> None:
    answer = priced({"refund_of": SALE, "lines": [{"id": "phone"}]})
    assert answer["lines"] == [{"id": "phone", "gross": "-441.77"}]
    assert [answer[name] for name in ("rounding", "due", "paid", "remaining")] == ["-0.03", "-441.80", "0.00", "-441.80"]


def test_cash_handed_back_gives_negative_change() -> None:
    refund = {"refund_of": basket(line("18.50")), "tenders": [{"kind": "cash", "amount": "-20.00"}]}
    assert figures(refund, "paid", "change", "remaining") == ("-20.00", "-1.50", "0.00")


@pytest.mark.parametrize(
    ("currency", "unit_price", "net", "total"),
    [("JPY", "1100", "917", "1100"), ("KWD", "1.155", "0.962", "1.155"), ("USD", "1.15", "0.96", "1.15")],
)
def test_amounts_have_the_decimals_of_the_currency(currency: str, unit_price: str, net: str, total: str) -> None:
    assert figures({"currency": currency, "lines": [line(unit_price)]}, "net", "total") == (net, total)


@pytest.mark.parametrize(
    ("content", "path"),
    [
        pytest.param(["a list"], "", id="not an object"),
        pytest.param(None, "", id="null"),
        pytest.param(basket() | {"typo": 1}, "typo", id="unknown key"),
        pytest.param(basket(line("1.00") | {"typo": 1}), "lines[0].typo", id="unknown key of a line"),
        pytest.param(basket(line("1.00", typo=1)), "lines[0].tax.typo", id="unknown key of a tax"),
        pytest.param({"lines": []}, "currency", id="no currency"),
        pytest.param({"currency": "EUX", "lines": []}, "currency", id="no such currency"),
        pytest.param({"currency": 978, "lines": []}, "currency", id="currency by number"),
        pytest.param({"currency": "EUR"}, "lines", id="no lines"),
        pytest.param({"currency": "EUR", "lines": {}}, "lines", id="lines as an object"),
        pytest.param(basket("1"), "lines[0]", id="a line that is no object"),  # type: ignore[arg-type]  # wrong on purpose
        pytest.param(basket(tax_rounding="global"), "tax_rounding", id="rounding of another kind"),
        pytest.param(basket(line("1.00", line_id="")), "lines[0].id", id="empty id"),
        pytest.param(basket(line("1.00"), line("1.00")), "lines[1].id", id="an id twice"),
        pytest.param(basket(line("1.00", quantity="-x")), "lines[0].quantity", id="quantity in words"),
        pytest.param(basket(line("1.00", quantity="1.0005")), "lines[0].quantity", id="four decimals"),
        pytest.param(basket(line("1.00") | {"quantity": 1}), "lines[0].quantity", id="a bare number"),
        pytest.param(basket(line("1.005")), "lines[0].unit_price", id="tenths of a cent"),
        pytest.param(basket(line("1e3")), "lines[0].unit_price", id="an exponent"),
        pytest.param(basket(line("NaN")), "lines[0].unit_price", id="not a number"),
        pytest.param(basket(line(" 1")), "lines[0].unit_price", id="a space"),
        pytest.param(basket(line("１.00")), "lines[0].unit_price", id="full-width digits"),
        pytest.param(basket(line("1.00\n")), "lines[0].unit_price", id="a line end"),
        pytest.param(basket(line("9999999999999.00")), "lines[0].unit_price", id="thirteen digits"),
        pytest.param({"currency": "JPY", "lines": [line("1.0")]}, "lines[0].unit_price", id="decimals of a yen"),
        pytest.param(basket({"id": "1", "unit_price": "1.00"}), "lines[0].tax", id="no tax"),
        pytest.param(basket(line("1.00", scheme="vat")), "lines[0].tax.scheme", id="no such scheme"),
        pytest.param(basket(line("1.00", "100.01")), "lines[0].tax.rate_percent", id="over 100 %"),
        pytest.param(basket(line("1.00", "-1")), "lines[0].tax.rate_percent", id="below 0 %"),
        pytest.param(basket(line("1.00", included="yes")), "lines[0].tax.included", id="included in words"),
        pytest.param(basket(line("1.00", scheme="margin")), "lines[0].tax.purchase_price", id="margin of what?"),
        pytest.param(basket(margin_line("1.00", "-1.00")), "lines[0].tax.purchase_price", id="bought below zero"),
        pytest.param(basket(line("1.00", scheme="margin", purchase_price="0.50", included=False)), "lines[0].tax.included", id="margin on top"),
        pytest.param(basket(line("1.00", scheme="sales_tax", included=True, rates_percent=["5"])), "lines[0].tax.included", id="sales tax inside"),
        pytest.param(basket(sales_tax_line("1.00", "5", "101")), "lines[0].tax.rates_percent[1]", id="the second rate"),
        pytest.param(basket({"id": "1", "unit_price": "1.00", "tax": {"scheme": "standard"}}), "lines[0].tax.rate_percent", id="no rate"),
        pytest.param(basket(line("1.00", discount={"percent": "10", "amount": "1.00"})), "lines[0].discount", id="two discounts"),
        pytest.param(basket(line("1.00", discount={"percentage": "1"})), "lines[0].discount.percentage", id="a misspelt discount"),
        pytest.param(basket(line("1.00", discount={"percent": "101"})), "lines[0].discount.percent", id="more than a gift"),
        pytest.param(basket(line("1.00", discount={"amount": "1.01"})), "lines[0].discount.amount", id="more than the line"),
        pytest.param(basket(line("1.00", discount={"amount": "-1.00"})), "lines[0].discount.amount", id="a surcharge"),
        pytest.param(basket(line("1.00"), discount={"amount": "1.01"}), "discount.amount", id="more than the ticket"),
        pytest.param(basket(line("1.00"), discount=5), "discount", id="a discount that is no object"),
        pytest.param(basket(cash_rounding={"step": "0"}), "cash_rounding.step", id="no step"),
        pytest.param(basket(cash_rounding={"step": "0.05", "method": "bankers"}), "cash_rounding.method", id="no such method"),
        pytest.param(basket(cash_rounding={"step": "0.05", "scope": "card"}), "cash_rounding.scope", id="no such scope"),
        pytest.param(basket(line("1.00"), tenders=[{"kind": "cash"}]), "tenders[0].amount", id="a tender of nothing"),
        pytest.param(basket(line("1.00"), tenders=[{"kind": 5, "amount": "1.00"}]), "tenders[0].kind", id="a tender without its kind"),
        pytest.param(basket(line("1.00"), tenders=[{"kind": "cash", "amount": "-1.00"}]), "tenders[0].amount", id="money the wrong way"),
        pytest.param(basket(returned_before=[{"id": "1"}]), "returned_before", id="returned before a sale"),
        pytest.param({"refund_of": basket(line("1.0000"))}, "refund_of.lines[0].unit_price", id="a fault inside the sale"),
        pytest.param({"refund_of": {"refund_of": basket()}}, "refund_of.refund_of", id="a refund of a refund"),
        pytest.param({"refund_of": SALE, "lines": [{"id": "x"}]}, "lines[0].id", id="never sold"),
        pytest.param({"refund_of": SALE, "lines": [{"id": "case"}, {"id": "case"}]}, "lines[1].id", id="given back twice"),
        pytest.param({"refund_of": SALE, "lines": [{"id": "case", "quantity": "4"}]}, "lines[0].quantity", id="more than was sold"),
        pytest.param({"refund_of": SALE, "lines": [{"id": "case", "quantity": "-1"}]}, "lines[0].quantity", id="back and forth"),
        pytest.param({"refund_of": SALE, "discount": {"percent": "5"}}, "discount", id="a discount on a refund"),
        pytest.param({"refund_of": SALE, "currency": "USD"}, "currency", id="another currency"),
    ],
)
def test_a_bad_basket_names_the_fault_by_its_path(content: object, path: str) -> None:
    assert path in faults(content)


def test_every_fault_is_named_at_once() -> None:
    content = {"currency": "EUR", "lines": [{"id": "1", "quantity": "-x"}, line("1.00", line_id="2", discount={"amount": "2.00"})], "typo": 1}
    assert list(faults(content)) == ["typo", "lines[0].quantity", "lines[0].unit_price", "lines[0].tax", "lines[1].discount.amount"]


def run_on(path: Path, raw: bytes) -> int:
    path.write_bytes(raw)
    return price_command.run(path, as_json=True)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="cut"),
        pytest.param(b"\xff\xfe{}", id="not UTF-8"),
        pytest.param(b'{"currency": NaN}', id="NaN"),
        pytest.param(b'{"lines": [], "lines": []}', id="a key twice"),
        pytest.param(b"[" * 200_000, id="nested too deeply"),
        pytest.param(b'{"lines": ' + b"1" * 5000 + b"}", id="a number without end"),
        pytest.param(b" " * (FILE_LIMIT_BYTES + 1), id="huge"),
        pytest.param(b'{"\\ud800": 1, "currency": "EUR", "lines": []}', id="half a character"),
    ],
)
def test_a_file_that_is_no_basket_exits_2_in_words(raw: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_on(tmp_path / "basket.json", raw) == 2
    captured = capsys.readouterr()
    assert captured.err.strip()
    assert json.loads(captured.out)["faults"]


def test_a_missing_file_or_a_directory_exits_2_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert price_command.run(tmp_path / "nowhere.json", as_json=False) == 2
    assert price_command.run(tmp_path, as_json=False) == 2
    assert capsys.readouterr().err == "basket: cannot be read: No such file or directory\nbasket: cannot be read: Is a directory\n"


def test_a_good_file_prints_its_bill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_on(tmp_path / "basket.json", json.dumps(basket(line("52.50", "12"))).encode()) == 0
    assert json.loads(capsys.readouterr().out) == {
        "lines": [{"id": "1", "net": "46.87", "tax": "5.63", "gross": "52.50"}],
        "tax_table": [{"scheme": "standard", "rate_percent": "12", "net": "46.87", "tax": "5.63", "gross": "52.50"}],
        "net": "46.87", "tax": "5.63", "total": "52.50", "rounding": "0.00", "due": "52.50", "paid": "0.00", "change": "0.00", "remaining": "52.50",
    }  # fmt: skip
    assert price_command.run(tmp_path / "basket.json", as_json=False) == 0
    assert "total               52.50\n" in capsys.readouterr().out
