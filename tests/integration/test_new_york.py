"""A shop in New York: dollars, English, sales tax on top, no fiscal device. The country is data and one module; the till is the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from central.demo import start
from kiosk import bootstrap, training
from kiosk.basics.clock import ManualClock
from kiosk.basics.locales import Locale
from kiosk.basics.money import Money
from kiosk.bootstrap import House, Services
from kiosk.catalogue.codes import Imei
from kiosk.diagnostics.graded import unit_label
from kiosk.diagnostics.grading import Graded, Outcome
from kiosk.documents.labels import label_zpl
from kiosk.documents.printing import JobKind
from kiosk.documents.receipt_text import receipt_text
from kiosk.fiscal.null import NullFiscal
from kiosk.hardware.virtual.paper import paper_text
from kiosk.sales.basket import Basket, BasketLine, Reduction
from kiosk.sales.packs import CountryUnknown, load_pack
from kiosk.sales.refund import Grounds, Part, mirror_ticket_line
from kiosk.sales.sales_tax import TaxShare
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket, TicketKind
from kiosk.stock import store as stock_store
from kiosk.stock.units import Grade, UnitState
from kiosk.sync import enrolment
from kiosk.sync.facts import read_entry
from kiosk.sync.folder import load_folder
from kiosk.tradein.erasure import ErasureMethod
from kiosk.tradein.identify import AlreadyInStock, TradeInsNotOffered
from kiosk.tradein.rulefiles import inspection_rules, load_bench_rules
from kiosk.ui.error_text import text_of

SHOP = Path(__file__).resolve().parents[1] / "data" / "new_york"
IPHONE, BOUGHT_FROM_A_PERSON = "352668910000015", "352668910000023"
CASE, COVER = "2000000000015", "2000000000022"
UNKNOWN_IMEI = "490154203237518"
PATIENCE_S = 45


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """The register on the morning of 23 November, its shop loaded."""
    data = tmp_path / "kiosk"
    data.mkdir()
    (data / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    house = bootstrap.open_house(data, clock=ManualClock(datetime(2026, 11, 23, 19, 37, tzinfo=UTC)))
    with house.database.write() as connection:
        load_folder(connection, house.ledger, SHOP, till_code="K1")
    yield house
    house.close()


@pytest.fixture
def services(house: House) -> Services:
    made = bootstrap.build_services(house)
    bootstrap.start_of_day(house, made)
    made.drawer.open_session(Money(20000), person=made.staff.person("dana"))
    return made


def basket_of(services: Services, *codes: str) -> Basket:
    basket = services.sales.new_basket()
    for code in codes:
        basket = services.sales.add_by_code(basket, code)
    return basket


def pay(services: Services, basket: Basket, *, cash_cents: int | None = None) -> Ticket:
    amount = services.sales.priced(basket).total if cash_cents is None else Money(cash_cents)
    return services.sales.pay(basket, [Tender("cash", amount)], person=services.staff.person("dana"))


def paper_of(house: House, services: Services, number: str) -> list[str]:
    """What a printer would show of a document, line by line."""
    with house.database.read() as connection:
        job = next(job for job in services.print_queue.waiting(connection) if job.document_number == number and job.kind is not JobKind.DRAWER)
    return [line.rstrip() for line in paper_text(job.content).splitlines() if line.strip()]


def test_a_phone_and_a_case_bear_eight_point_eight_seven_five_percent_once(services: Services) -> None:
    ticket = pay(services, basket_of(services, IPHONE, CASE), cash_cents=60000)
    assert (ticket.net, ticket.tax, ticket.total, ticket.margin_gross) == (Money(47890), Money(4250), Money(52140), Money(0))
    assert ticket.change == Money(7860)
    assert [(line.label, line.stated, line.tax, line.gross, line.discount) for line in ticket.lines] == [
        ("iPhone 13 · 128 GB · Midnight", Money(44900), Money(3985), Money(48885), Money(0)),
        ("Clear case iPhone 13", Money(2990), Money(265), Money(3255), Money(0)),
    ]
    assert ticket.taxes[0].sales_taxes == (
        TaxShare("New York State", "4", Money(1916)), TaxShare("New York City", "4.5", Money(2155)), TaxShare("MCTD", "0.375", Money(179)),
    )  # fmt: skip


def test_how_a_device_was_bought_changes_nothing_in_new_york(services: Services) -> None:
    ticket = pay(services, basket_of(services, BOUGHT_FROM_A_PERSON))
    assert (ticket.total, ticket.margin_gross, ticket.lines[0].margin_tax) == (Money(48885), Money(0), None)


def test_the_receipt_is_american(house: House, services: Services) -> None:
    pay(services, basket_of(services, IPHONE, CASE), cash_cents=60000)
    paper = paper_of(house, services, "N01-K1-000001")
    assert [line.split() for line in paper[4:]] == [line.split() for line in RECEIPT.strip().splitlines()]
    assert "€" not in "".join(paper)


def test_trade_ins_are_refused_in_words_before_anything_is_begun(house: House, services: Services) -> None:
    with pytest.raises(TradeInsNotOffered) as refusal:
        services.trade_ins.start(UNKNOWN_IMEI, services.staff.person("marcus"))
    assert text_of(refusal.value, "en").what == "Trade-ins are not offered in this country."
    assert services.trade_ins.open_trade_ins() == ()
    with house.database.read() as connection:
        assert services.print_queue.waiting(connection, "label") == ()
    with pytest.raises(AlreadyInStock):
        services.trade_ins.identify(IPHONE)


def test_a_label_is_american(house: House, services: Services) -> None:
    unit = services.stock.unit_by_code(Imei(IPHONE))
    assert unit is not None
    with house.database.write() as connection:
        stock_store.upsert_units(connection, [(replace(unit, state=UnitState.TO_ERASE), 2)])
    services.erasures.erase(
        unit.unit_id, services.staff.person("marcus"), method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True
    )  # fmt: skip
    with house.database.read() as connection:
        (job,) = services.print_queue.waiting(connection, "label")
    label = job.content.decode("utf-8")
    assert "To inspect" in label and "iPhone 13 128 GB Midnight" in label
    model = services.catalogue.model_by_id(unit.model_id)
    assert model is not None
    rules = load_bench_rules(bootstrap.RESOURCES, country="us_ny", locale=Locale("en", "USD", "US"))
    graded = Graded(Outcome.SALE, Grade.EXCELLENT, 1, (), None)
    sold = label_zpl(unit_label(replace(unit, register_number="N01-000001"), model, graded, rules.grading, rules.locale)).decode("utf-8")
    assert "$449.00" in sold and "Battery 91%" in sold and "Register N01-000001" in sold
    assert rules.grading.grade_words[Grade.EXCELLENT].en in sold
    assert "€" not in sold and "Go" not in sold and "Livre" not in sold


def test_no_price_of_the_french_book_is_asked_in_new_york(services: Services) -> None:
    rules = load_bench_rules(bootstrap.RESOURCES, country="us_ny")
    prices, model = inspection_rules(rules).prices, services.catalogue.models()[0]
    assert rules.offered is False
    assert (prices.sale_price(model, Grade.EXCELLENT), prices.repair_cost(model, ("display",)), prices.repair_cap(model)) == (None, Money(0), Money(0))


def test_a_receipt_that_is_sent_says_the_same(services: Services) -> None:
    pay(services, basket_of(services, IPHONE, CASE))
    stored = services.tickets.last_ticket()
    assert stored is not None
    style = load_pack(bootstrap.RESOURCES, country="US", currency="USD").style
    assert receipt_text(stored.receipt, style=style).splitlines()[-1] == "Sales tax ID 12-3456789"
    said = [" ".join(line.split()) for line in receipt_text(stored.receipt, style=style).splitlines()]
    assert [line for line in said if "$" in line and not line.startswith("Cash")] == [
        "Subtotal $478.90", "Sales tax 8.875% $42.50", "New York State 4% $19.16", "New York City 4.5% $21.55", "MCTD 0.375% $1.79", "TOTAL $521.40",
    ]  # fmt: skip


RECEIPT = """
Receipt N01-K1-000001   11/23/2026 2:37 PM
Register 1   Dana
iPhone 13 · 128 GB · Midnight   449.00 (T)
IMEI 352668910000015
Excellent
Clear case iPhone 13   29.90 (T)
Subtotal   $478.90
Sales tax 8.875%   $42.50
New York State 4%   $19.16
New York City 4.5%   $21.55
MCTD 0.375%   $1.79
TOTAL   $521.40
2 items
Cash   $600.00
Change   $78.60
Returns within 30 days with this receipt.
N01-K1-000001
Reprint no. 0
Sales tax ID 12-3456789
"""


def test_insurance_bears_no_tax(services: Services) -> None:
    ticket = pay(services, basket_of(services, CASE, COVER))
    assert (ticket.net, ticket.tax, ticket.total) == (Money(8890), Money(265), Money(9155))
    assert [(row.mark, row.tax) for row in ticket.taxes] == [("N", Money(0)), ("T", Money(265))]


def test_a_discount_comes_off_before_tax(services: Services) -> None:
    basket = basket_of(services, IPHONE)
    reduced = services.sales.reduce_line(basket, basket.lines[0].line_id, Reduction(amount=Money(4000)), person=services.staff.person("marcus"))
    ticket = pay(services, reduced)
    assert (ticket.net, ticket.tax, ticket.lines[0].discount) == (Money(40900), Money(3630), Money(4000))


def test_a_refund_is_the_mirror_of_the_sale_for_every_jurisdiction(services: Services) -> None:
    sold = pay(services, basket_of(services, IPHONE, CASE))
    source = {line.product.product_id: line for line in basket_of(services, CASE).lines}
    case = sold.lines[1]
    back = mirror_ticket_line(case, Part(sold_milli=1000, before_milli=0, back_milli=1000), number=sold.number)
    line = BasketLine("back", source["p-case"].product, -1, case.unit_price, back=back, grounds=Grounds("changed_mind"))
    refund = services.sales.pay(
        replace(services.sales.new_basket(), lines=(line,)), [Tender("cash", Money(-3255))], person=services.staff.person("marcus")
    )  # fmt: skip
    assert (refund.head.kind, refund.net, refund.tax, refund.total) == (TicketKind.REFUND, Money(-2990), Money(-265), Money(-3255))
    assert [share.amount for share in refund.taxes[0].sales_taxes] == [-share.amount for share in case.sales_taxes]


def test_any_amount_of_cash_is_taken(services: Services) -> None:
    basket = basket_of(services, CASE)
    ticket = pay(services, services.sales.set_quantity(basket, basket.lines[0].line_id, 400))
    assert ticket.total == Money(1_302_145)


def test_the_day_closes_in_dollars_and_agrees_with_the_records(house: House, services: Services) -> None:
    pay(services, basket_of(services, IPHONE, CASE))
    pay(services, basket_of(services, CASE, COVER))
    closed = services.closing.close_day(person=services.staff.person("marcus"), counted=Money(81295))
    assert isinstance(services.fiscal, NullFiscal)
    assert closed.figures.total == Money(61295)
    paper = paper_of(house, services, closed.number)
    said = "\n".join(" ".join(line.split()) for line in paper)
    tax = ("(T) 8.875% · net 508.80 $45.15", "New York City 4.5% $22.89")
    for line in ("Closing Z no. 1", "Total $612.95", *tax, "Cash $612.95", "Sales less returns $612.95"):
        assert line in said, said
    with house.database.read() as connection:
        assert services.fiscal.verify(connection).sound
        assert services.fiscal.perpetual(connection).algebraic == Money(61295)
        body = next(read_entry(entry.entry).body for entry in house.ledger.entries_after(connection, 0, 0, limit=100) if entry.kind == "sales.ticket_paid")
    assert body["lines"][1]["sales_taxes"] == [
        {"name": "New York State", "percent": "4", "cents": 120}, {"name": "New York City", "percent": "4.5", "cents": 134},
        {"name": "MCTD", "percent": "0.375", "cents": 11},
    ]  # fmt: skip


def test_training_in_new_york_says_so_in_english(house: House, services: Services) -> None:
    training.begin(house, services.staff.person("dana"))
    twin = training.open_training(house.data_dir, clock=house.clock)
    try:
        learning = bootstrap.build_services(twin)
        bootstrap.start_of_day(twin, learning)
        learning.drawer.open_session(Money(20000), person=learning.staff.person("dana"))
        assert pay(learning, basket_of(learning, IPHONE)).number == "N01-X1-000001"
        paper = paper_of(twin, learning, "N01-X1-000001")
        assert paper[0].strip() == "TRAINING" and "Not a sale, no value" in paper[1] and "TRAINING" in paper[-2]
    finally:
        twin.close()
    unit = services.stock.unit_by_code(Imei(IPHONE))
    assert unit is not None and unit.state is UnitState.FOR_SALE


def test_a_register_enrolled_at_central_gets_its_country_from_there(tmp_path: Path) -> None:
    with start(tmp_path / "central", demo_dir=SHOP) as central:
        house = bootstrap.open_house(tmp_path / "kiosk")
        code = central.enrolment_code(shop_id="N01", till_code="K1")
        enrolment.enrol(house.database, house.ledger, central.url, code, clock=house.clock, key=house.key)
        news = threading.Event()
        sync = bootstrap.build_sync(house, tell=news.set)
        assert sync is not None
        sync.start()
        try:
            while sync.status is None or not sync.status.feeds_at_head:
                assert news.wait(PATIENCE_S)
                news.clear()
        finally:
            sync.stop()
        services = bootstrap.build_services(house)
        bootstrap.start_of_day(house, services)
        services.drawer.open_session(Money(20000), person=services.staff.person("dana"))
        assert pay(services, basket_of(services, IPHONE, CASE)).total == Money(52140)
        house.close()


def test_a_country_without_rules_stops_the_till_in_words() -> None:
    for country, currency in (("DE", "EUR"), ("FR", "USD")):
        with pytest.raises(CountryUnknown) as refused:
            load_pack(bootstrap.RESOURCES, country=country, currency=currency)
        assert refused.value.facts == {"country": country, "currency": currency}
