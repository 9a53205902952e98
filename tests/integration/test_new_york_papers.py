"""A whole day in New York on paper: whatever the counter prints there is in dollars and in English, and knows nothing of French law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import bootstrap
from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.bootstrap import House, Services
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import Product, ProductKind
from kiosk.documents.printing import JobKind
from kiosk.hardware.virtual.paper import paper_text
from kiosk.sales.cash_service import CashMove
from kiosk.sales.desk.customers import Details
from kiosk.sales.drawer_closing import Ending
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.sync.folder import load_folder

SHOP = Path(__file__).resolve().parents[1] / "data" / "new_york"
IPHONE, OTHER_IPHONE = "352668910000015", "352668910000023"
CASE, COVER = "2000000000015", "2000000000022"
GIFT_CARD = Product("p-gift-card", "SER-0010", ProductKind.GIFT_CARD, "Gift card", "", "service", tax_code="non_sale")
DEPOSIT = Product("p-deposit", "SER-0011", ProductKind.DEPOSIT, "Deposit", "", "service", tax_code="non_sale")
FRENCH = (
    re.compile("[àâçéèêëîïôùûœ€\\u00a0\\u202f]", re.IGNORECASE),
    re.compile(r"\b(TVA|TTC|HT|SIREN|SIRET|RCS|NAF|Caisse|Avoir|Acompte|Devis|Bon|du|le|la|les|et|sur)\b"),
    re.compile(r"\d,\d{2}\b"),
)
TITLES = [
    "COPY no. 1", "Gift receipt", "Refund", "Exchange", "Gift card", "Quotation", "Deposit receipt", "Store credit",
    "Cash in", "Safe drop", "X reading", "Till handed over", "Drawer closed", "Closing Z no. 1", "Closing Z no. 2",
]  # fmt: skip
NINE_DAYS_S = 9 * 86_400


class Counter:
    """What is done at the counter of New York, in one line each; the manager signs."""

    def __init__(self, house: House, services: Services) -> None:
        self.house, self.services = house, services
        self.marcus, self.dana = services.staff.person("marcus"), services.staff.person("dana")

    def pay(self, *codes: str) -> Ticket:
        basket = self.services.sales.new_basket()
        for code in codes:
            basket = self.services.sales.add_by_code(basket, code)
        return self.services.sales.pay(basket, [Tender("cash", self.services.sales.priced(basket).total + Money(100))], person=self.dana)

    def code_of_newest_voucher(self) -> str:
        with self.house.database.read() as connection:
            return str(connection.exec_driver_sql("SELECT code FROM voucher ORDER BY rowid DESC LIMIT 1").scalar_one())

    def back(self, ticket: Ticket, position: int, *, scanned: str | None = None, instead: str | None = None) -> Ticket:
        line, sales = ticket.lines[position], self.services.sales
        basket = self.services.returns.add_back(
            sales.new_basket(), ticket.number, {line.line_id: 1}, Grounds("changed_mind", scanned=scanned), person=self.marcus
        )
        if instead is not None:
            basket = sales.add_by_code(basket, instead)
        due = sales.priced(basket).total
        tenders = [Tender("cash", due)] if due.amount_cents > 0 else self.services.returns.way_back(basket, due)
        return sales.pay(basket, tenders, person=self.marcus)

    def papers(self) -> list[list[str]]:
        """All that was printed, line by line, without the gaps between columns."""
        with self.house.database.read() as connection:
            jobs = self.services.print_queue.waiting(connection)
        printed = (paper_text(job.content).splitlines() for job in jobs if job.kind is not JobKind.DRAWER)
        return [[re.sub(" +", " ", line).strip() for line in lines if line.strip()] for lines in printed]


def whole_day(counter: Counter, clock: ManualClock) -> None:
    services, marcus, dana = counter.services, counter.marcus, counter.dana
    session = services.drawer.open_session(Money(20000), person=dana)
    sold = counter.pay(IPHONE, CASE, COVER)
    services.tickets.reprint(sold.number, person=dana)
    services.tickets.print_gift(sold.number, person=dana)
    counter.back(sold, 1)
    counter.back(sold, 0, scanned=IPHONE, instead=CASE)
    card = services.vouchers.sell_gift_card(services.sales.new_basket(), GIFT_CARD, Money(5000))
    services.sales.pay(card, [Tender("cash", Money(5000))], person=dana)
    code = counter.code_of_newest_voucher()
    basket = services.sales.add_by_code(services.sales.new_basket(), CASE)
    redeemed = services.vouchers.redeem(basket, code)
    services.sales.pay(redeemed.basket, [Tender("gift_card", services.sales.priced(redeemed.basket).total, code)], person=dana)
    customer = services.desk.customers.note(Details(full_name="Ann Lee"), wants_offers=False, person=dana)
    wanted = services.sales.add_by_code(replace(services.sales.new_basket(), customer_id=customer.customer_id), OTHER_IPHONE)
    services.desk.quotations.make(wanted, person=dana)
    kept = services.desk.deposits.offer(wanted, wanted.lines[0].line_id, Money(10000))
    services.sales.pay(kept, [Tender("cash", Money(10000))], person=dana)
    services.desk.deposits.release(counter.code_of_newest_voucher(), person=marcus)
    services.cash.move(CashMove("bank_change", Money(10000)), person=marcus)
    services.cash.drop(Money(5000), envelope="12", person=marcus)
    services.cash.print_x(person=marcus)
    services.drawer.hand_over(session.session_id, marcus, person=dana, counted=Money(20000))
    services.drawer.close_session(None, person=marcus, ending=Ending(reason="not counted"))
    services.closing.close_day(person=marcus)
    clock.advance(seconds=NINE_DAYS_S)
    services.drawer.open_session(Money(20000), person=dana)
    services.closing.close_days_without_sales()
    counter.pay(CASE)
    services.closing.close_day(person=marcus, gap_confirmed=True)


@pytest.fixture
def papers(tmp_path: Path) -> Iterator[list[list[str]]]:
    """What came out of the printer on 23 November and nine days later."""
    data = tmp_path / "kiosk"
    data.mkdir()
    (data / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    clock = ManualClock(datetime(2026, 11, 23, 19, 37, tzinfo=UTC))
    house = bootstrap.open_house(data, clock=clock)
    with house.database.write() as connection:
        load_folder(connection, house.ledger, SHOP, till_code="K1")
        catalogue_store.upsert_products(connection, [(GIFT_CARD, 2), (DEPOSIT, 2)])
    services = bootstrap.build_services(house)
    bootstrap.start_of_day(house, services)
    counter = Counter(house, services)
    whole_day(counter, clock)
    yield counter.papers()
    house.close()


def test_whatever_is_printed_in_new_york_is_american(papers: list[list[str]]) -> None:
    assert [title for paper in papers for title in TITLES if title in paper] == TITLES, "each kind of paper, in the order of the day"
    assert [line for paper in papers for line in paper if any(sign.search(line) for sign in FRENCH)] == []
    assert {paper[-1] for paper in papers} == {"Sales tax ID 12-3456789"}


def test_each_paper_of_new_york_states_the_whole_rate(papers: list[list[str]]) -> None:
    rates = {paper[4] if paper[4] in TITLES else "Receipt": re.findall(r"8\.8\d*%", "".join(paper)) for paper in papers}
    assert {title: found for title, found in rates.items() if found} == {
        title: ["8.875%"] for title in ("Receipt", "Refund", "Exchange", "Quotation", "X reading", "Closing Z no. 1", "Closing Z no. 2")
    }
