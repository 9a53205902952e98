"""The same day seen five ways agrees to the cent: closing (X, Z, tickets, journal), margin ledger, e-reporting, double entry, cash count (compliance
section 10, test 2).

The files that leave the till are read here by rules of their own, not by the code that wrote them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.accounting.agreement import closed_tickets, closing_views, drawer_views
from kiosk.accounting.books import Span
from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.facts import TicketPaid
from kiosk.accounting.flux import groups_of
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.fiscal import store as fiscal_store
from kiosk.journal.ledger import Ledger
from kiosk.sales.cash_service import CashMove
from kiosk.sales.closed_day import ClosedDay
from kiosk.sales.desk.keeping import DepositGone
from kiosk.sales.tender_rules import CashOverLimit
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket_line import LineKind, TicketLine
from kiosk.sales.vouchers import VoucherKind
from kiosk.storage.engine import Database
from kiosk.tradein.bookkeeping import Payout
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, SIGNATURE, answer_all, build_bench, load_demo_shop, seller_of
from tests.integration.rich_day import WAYS, RichDay, furnish_beside
from tests.integration.sale_shop import CAMILLE, RESOURCES, SOPHIE

TODAY = Span(date(2026, 11, 22), date(2026, 11, 22))
FLOAT, DEEP_FLOAT = Money(15000), Money(500_000)
CHART = load_chart(RESOURCES, Path("nowhere"))


@pytest.fixture
def day(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> RichDay:
    load_demo_shop(database)
    furnish_beside(database)
    return RichDay(database, ledger, clock, ids)


# ── reading the files ──────────────────────────────────────────────────────────────────────────────────────────────
def amount(text: str) -> Money:
    return Money.parse(text.replace(",", "."))


class Files:
    """The three exports of a period, as strangers read them."""

    def __init__(self, day: RichDay, folder: Path, span: Span = TODAY) -> None:
        books = day.books(folder)
        fec = books.export_fec(span, folder, person=SOPHIE).paths[0].read_bytes().decode("iso8859-15")
        assert fec.endswith("\r\n")
        self.fec = [line.split("\t") for line in fec.split("\r\n")[1:-1]]
        self.groups = json.loads(books.export_flux(span, folder, person=SOPHIE).paths[0].read_text("utf-8"))["groups"]
        with books.export_margin(span, folder, person=SOPHIE).paths[0].open(encoding="utf-8-sig", newline="") as file:
            self.margin = list(csv.DictReader(file, delimiter=";"))

    def account(self, *beginnings: str, pieces: set[str] | None = None) -> Money:
        """Credits less debits of the accounts that begin so."""
        rows = [row for row in self.fec if row[4].startswith(beginnings) and (pieces is None or row[8] in pieces)]
        return Money.total(amount(row[12]) - amount(row[11]) for row in rows)

    def declared(self) -> Money:
        """What customers paid, by e-reporting."""
        full = [group["full_price"]["TT-82"] for group in self.groups if "full_price" in group]
        ordinary = [text for group in self.groups if "full_price" not in group for text in (group["TT-82"], group["TT-83"])]
        return Money.total(map(Money.parse, [*full, *ordinary]))

    def vat_by_rate(self) -> dict[str, Money]:
        found: dict[str, Money] = {}
        for row in (row for group in self.groups if "full_price" not in group for row in group["TG-32"]):
            found[row["TT-86"]] = found.get(row["TT-86"], Money(0)) + Money.parse(row["TT-88"])
        return found

    def margin_sum(self, column: str) -> Money:
        return Money.total(amount(row[column]) for row in self.margin)

    def check_shape(self) -> None:
        """Each entry balances, numbers have no gap, no line has two sides or none (FEC-02, FEC-03)."""
        numbers = [int(row[2]) for row in self.fec]
        assert all(len(row) == 18 for row in self.fec)
        assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1)) and numbers == sorted(numbers)
        for number in set(numbers):
            rows = [row for row in self.fec if int(row[2]) == number]
            assert Money.total(amount(row[11]) for row in rows) == Money.total(amount(row[12]) for row in rows)
            assert all((row[11] == "0,00") != (row[12] == "0,00") for row in rows)


def invoiced(day: RichDay) -> list[TicketLine]:
    """Turnover that left as invoices, less credit notes, and what came back of it: it is not declared a second time (ERP-03)."""
    on_invoice = {ticket.number for ticket in day.tickets if day.invoices.of_ticket(ticket.number) is not None}
    lines = [(ticket.number, line) for ticket in day.tickets for line in ticket.lines if line.kind is LineKind.SALE]
    return [line for number, line in lines if number in on_invoice or line.original_number in on_invoice]


def check_five_ways(day: RichDay, files: Files, closed: list[ClosedDay]) -> None:
    """``closed`` are all closings of the exported period."""
    total = Money.total(item.figures.total for item in closed)
    margin_gross, margin_tax = (Money.total(getattr(item.figures, name) for item in closed) for name in ("margin_gross", "margin_tax"))
    pieces = {ticket.number for ticket in day.tickets}
    files.check_shape()
    assert Money.total(item.closing.totals.total for item in closed) == total
    assert Money.total(ticket.total for ticket in day.tickets) == total
    assert Money.total(Money(said["total_cents"]) for said in told(day, "sales.ticket_paid")) == total
    elsewhere = invoiced(day)
    assert files.declared() + Money.total(line.gross for line in elsewhere) == total
    assert files.account("70", "445", pieces=pieces) == total
    assert (files.margin_sum("price"), files.margin_sum("vat")) == (margin_gross, margin_tax)
    assert files.account("44571M") == margin_tax
    assert files.account("7071") == margin_gross - margin_tax
    by_rate: dict[str, Money] = {}
    for row in (row for item in closed for row in item.figures.taxes):
        by_rate[Money(row.rate_bp).plain()] = by_rate.get(Money(row.rate_bp).plain(), Money(0)) + row.tax
    for line in elsewhere:
        by_rate[Money(line.rate_bp).plain()] = by_rate.get(Money(line.rate_bp).plain(), Money(0)) - line.tax
    assert {rate: tax for rate, tax in files.vat_by_rate().items() if tax} == {rate: tax for rate, tax in by_rate.items() if tax}
    cash = Money.total(dict(item.figures.tenders).get("cash", Money(0)) for item in closed)
    assert -files.account("53", pieces=pieces) == cash
    check_owed(day, files)
    facts = day.facts()
    wrong = [view for item in closed_tickets(facts) for view in closing_views(item, CHART) if not view.agrees]
    assert wrong + [view for _, view in drawer_views(facts) if not view.agrees] == []


def check_owed(day: RichDay, files: Files) -> None:
    """What the accounts of customers' money say is what the vouchers, cards and deposits in their pockets are worth."""
    owed = {kind: Money.total(found.balance for found in day.vouchers() if found.kind is kind) for kind in VoucherKind}
    assert files.account("467") == owed[VoucherKind.TRADE_IN]
    assert files.account("41971") == owed[VoucherKind.GIFT_CARD]
    assert files.account("4197") == owed[VoucherKind.GIFT_CARD] + owed[VoucherKind.CREDIT]
    assert files.account("4191") == owed[VoucherKind.DEPOSIT]


# ── one day with everything ────────────────────────────────────────────────────────────────────────────────────────
def trade_in(day: RichDay, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> str:
    """Two phones of customers are bought, one for a voucher whose code this gives, one in cash."""
    bench = build_bench(database, ledger, clock, ids, pays_cash=True)
    yanis, codes = bench.person("yanis"), []
    for imei, payout in ((IPHONE_12_64, Payout.VOUCHER), (ANOTHER_IPHONE_12_64, Payout.CASH)):
        screen = answer_all(bench, bench.trade_ins.start(imei, yanis), yanis)
        bench.trade_ins.propose(screen.session_id, yanis)
        bench.trade_ins.identify_seller(screen.session_id, seller_of(imei), yanis)
        codes.append(bench.purchases.buy(screen.session_id, payout=payout, signature=SIGNATURE, person=yanis).voucher_code)
    assert codes[0] is not None and codes[1] is None
    return codes[0]


def test_a_day_with_everything_is_one_day_whoever_looks(
    day: RichDay, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, tmp_path: Path
) -> None:
    day.till.drawer.open_session(FLOAT, person=CAMILLE)
    credit = trade_in(day, database, ledger, clock, ids)
    first = day.pay(day.reduced(day.basket(phones=1, cases=3), ticket_bp=750), "mixed")
    day.pay(day.basket(fittings=1, insured=True), "cash")
    gift = day.sell_gift_card(Money(5000))
    basket, tenders = day.redeem(day.basket(phones=1, cases=1), credit)
    basket, gifted = day.redeem(basket, gift)
    with_credit = day.pay(basket, "transfer", first=[*tenders, *gifted])
    assert first is not None and with_credit is not None
    day.pay(day.back(first, 1, count=1))
    day.pay(day.basket(phones=1, start=day.back(first, 1, count=2)), "cheque")
    back = day.back(with_credit, 0)
    day.pay(back, first=[Tender("voucher", day.till.sale.priced(back).total)])
    basket, tenders = day.redeem(day.basket(phones=1), day.newest_code())
    day.pay(basket, "cash", first=tenders)
    day.till.cash.drop(Money(20000), envelope="E-000112", person=SOPHIE)
    day.till.cash.move(CashMove("supplies", Money(1290), "Sacs"), person=SOPHIE)
    expected = day.till.expected()
    closed = day.close(missing=Money(1))
    files = Files(day, tmp_path / "out")
    check_five_ways(day, files, [closed])
    assert (closed.figures.total, closed.figures.margin_gross, closed.figures.margin_tax) == (Money(140651), Money(131336), Money(5889))
    assert (closed.figures.cash_kept, expected) == (Money(32441), FLOAT + Money(32441 - 18600 - 20000 - 1290))
    assert files.account("53") == FLOAT + Money(1) - expected
    assert {row[0] for row in files.fec} == {"VE", "AC", "CA"}
    assert (files.account("58"), files.account("471"), files.account("658")) == (Money(-20000), Money(-1290), Money(-1))
    assert files.account("607") == -Money(18600 * 2)
    for settled in ("467", "41971"):
        assert files.account(settled) == Money(0), "what was owed to the customer is used up"


def test_a_deposit_and_an_invoice_with_its_credit_note_are_counted_once_whoever_looks(day: RichDay, tmp_path: Path) -> None:
    """The journal's own entries, end to end: a company's sale is not declared, nor is what comes back of it; money kept for later is no turnover."""
    day.till.drawer.open_session(FLOAT, person=CAMILLE)
    sold = day.pay(day.basket(phones=1, cases=2), "card")
    private = day.pay(day.basket(cases=1), "cash")
    assert sold is not None and private is not None
    issued = day.invoice(sold)
    back = day.pay(day.back(sold, 1, count=2))
    assert back is not None
    credited = day.invoice(back)
    code = day.take_deposit(Money(10_000))
    given_up = day.take_deposit(Money(5_000), "card")
    fetched = day.fetch(code)
    credit = day.release(given_up)
    basket, tenders = day.redeem(day.basket(cases=2), credit)
    day.pay(basket, "cash", first=tenders)
    closed = day.close()
    files = Files(day, tmp_path / "out")
    check_five_ways(day, files, [closed])
    assert fetched is not None and (issued.paper.gross, credited.paper.gross, credited.paper.credit) == (Money(50881), Money(5980), True)
    assert closed.figures.total == Money(44901 + 2990 + 44901 + 2 * 2990)
    assert files.declared() == closed.figures.total - Money(44901)
    assert [said["ticket_id"] for said in told(day, "sales.invoice_issued")] == [sold.head.ticket_id, back.head.ticket_id]
    assert all(files.account(settled) == Money(0) for settled in ("4191", "4197")), "what was owed to the customer is used up"


def told(day: RichDay, kind: str) -> list[dict[str, Any]]:
    with day.till.database.read() as connection:
        entries = day.till.ledger.entries_after(connection, 0, 0, limit=100_000)
    return [json.loads(entry.entry)["body"] for entry in entries if entry.kind == kind]


def test_a_sale_is_the_same_document_with_a_trade_in_and_without_but_for_its_tenders(
    day: RichDay, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds
) -> None:
    """A trade-in is never netted: the journal, the stamp and the declaration know one sale at its full price (TRD-01, section 10, test 4)."""
    day.till.drawer.open_session(DEEP_FLOAT, person=CAMILLE)
    credit = trade_in(day, database, ledger, clock, ids)
    for first in ([], [Tender("voucher", Money(8000), credit)]):
        day.pay(day.basket(phones=1, cases=1), "card", first=first)
    own = {"ticket_id", "number", "tenders", "lines"}
    plain, with_credit = told(day, "sales.ticket_paid")
    assert {key: plain[key] for key in plain.keys() - own} == {key: with_credit[key] for key in with_credit.keys() - own}
    for before, after in zip(plain["lines"], with_credit["lines"], strict=True):
        assert {key: value for key, value in before.items() if key not in ("line_id", "unit_id")} == {
            key: value for key, value in after.items() if key not in ("line_id", "unit_id")
        }
    assert [tender["kind"] for tender in with_credit["tenders"]] == ["voucher", "card"]
    with day.till.database.read() as connection:
        stamps = [stamp.payload.split(",")[:2] for stamp in fiscal_store.stamps_after(connection, "TICKET", 0)]
    assert stamps == [["0000:44901|2000:2990", "47891"]] * 2
    one, other = (groups_of([ticket], CHART) for ticket in day.facts() if isinstance(ticket, TicketPaid))
    assert one == other and len(one) == 2


# ── any day ────────────────────────────────────────────────────────────────────────────────────────────────────────
SALE = st.tuples(
    st.just("sell"), st.integers(0, 2), st.integers(0, 5), st.integers(0, 2), st.booleans(), st.integers(0, 9_999), st.integers(0, 9_999), st.sampled_from(WAYS)
)
AFTER = st.tuples(st.sampled_from(["refund", "credit", "exchange"]), st.integers(0, 99), st.integers(0, 99), st.integers(1, 5), st.sampled_from(WAYS))
CARD = st.tuples(st.sampled_from(["gift_card", "use_voucher"]), st.integers(1000, 20_000), st.integers(0, 99), st.sampled_from(WAYS))
DESK = st.tuples(st.sampled_from(["deposit", "fetch_kept", "release", "invoice"]), st.integers(1000, 20_000), st.integers(0, 99), st.sampled_from(WAYS))
MOVE = st.tuples(st.sampled_from(["drop", "fetch"]), st.integers(1, 30_000))
DAYS = st.lists(st.one_of(SALE, SALE, AFTER, CARD, DESK, MOVE), min_size=1, max_size=12)


def do(day: RichDay, what: tuple[object, ...]) -> None:
    """One thing that happens at the counter; what is not possible just now does not happen. DepositGone, CashOverLimit."""
    match what:
        case ("sell", int(phones), int(cases), int(fittings), bool(insured), int(line_bp), int(ticket_bp), str(way)):
            basket = day.basket(phones=phones, cases=cases, fittings=fittings, insured=insured)
            day.pay(day.reduced(basket, line_bp=line_bp, ticket_bp=ticket_bp), way)
        case (("refund" | "credit" | "exchange") as kind, int(ticket_no), int(line_no), int(count), str(way)):
            give_back(day, str(kind), ticket_no, line_no, count=count, way=way)
        case ("gift_card", int(cents), int(), str(way)):
            day.sell_gift_card(Money(cents), way, start=day.basket(cases=cents % 2))
        case ("use_voucher", int(cents), int(pick), str(way)) if day.codes:
            code = day.codes[pick % len(day.codes)]
            basket = day.basket(phones=cents % 2, cases=1)
            if day.till.vouchers.known(code).balance:
                basket, tenders = day.redeem(basket, code)
                day.pay(basket, way, first=tenders)
        case (("deposit" | "fetch_kept" | "release" | "invoice") as kind, int(cents), int(pick), str(way)):
            at_the_desk(day, str(kind), cents, pick, way=way)
        case ("drop", int(cents)) if day.till.expected() > Money(cents):
            day.till.cash.drop(Money(cents), envelope="E-1", person=SOPHIE)
        case ("fetch", int(cents)):
            day.till.cash.move(CashMove("bank_change", Money(cents)), person=SOPHIE)
        case _:
            return


def at_the_desk(day: RichDay, kind: str, cents: int, pick: int, *, way: str) -> None:
    kept, sold = day.open_deposits(), [ticket for ticket in day.tickets if ticket.total.amount_cents > 0]
    if kind == "deposit":
        day.take_deposit(Money(cents), way, start=day.basket(cases=cents % 2))
    elif kind == "invoice" and sold:
        day.invoice(sold[pick % len(sold)])
    elif kind == "fetch_kept" and kept:
        day.fetch(kept[pick % len(kept)], way)
    elif kind == "release" and kept:
        day.release(kept[pick % len(kept)])


def give_back(day: RichDay, kind: str, ticket_no: int, line_no: int, *, count: int, way: str) -> None:
    sold = [(ticket, day.left(ticket)) for ticket in day.tickets]
    open_ = [(ticket, left) for ticket, left in sold if left]
    if not open_:
        return
    ticket, lines = open_[ticket_no % len(open_)]
    position, left = lines[line_no % len(lines)]
    basket = day.back(ticket, position, count=min(count, left))
    if kind == "exchange":
        day.pay(day.basket(phones=line_no % 2, cases=count, start=basket), way)
    elif kind == "credit" and day.till.sale.priced(basket).total:
        day.pay(basket, first=[Tender("voucher", day.till.sale.priced(basket).total)])
        day.newest_code()
    else:
        day.pay(basket)


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    """A new folder for each example."""
    return (tmp_path / f"out-{number}" for number in range(10_000))


@given(DAYS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_day_is_the_same_day_whoever_looks(day: RichDay, folders: Iterator[Path], happenings: list[tuple[object, ...]]) -> None:
    """Sales with discounts and every way of paying, refunds, credits, exchanges, gift cards, cash to the safe; all closed days are compared."""
    if not day.till.drawer.sessions():
        day.till.drawer.open_session(DEEP_FLOAT, person=CAMILLE)
    for what in happenings:
        with suppress(DepositGone, CashOverLimit):
            do(day, what)
    day.closed.append(day.close())
    check_five_ways(day, Files(day, next(folders)), day.closed)
