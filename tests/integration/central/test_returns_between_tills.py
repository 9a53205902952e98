"""Two tills of one shop and central over real HTTP: what one sold comes back at the other, once, and whoever has the right gives it by its journal."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from central import feeds, rights, tills
from central.ingest import ingest
from central.service import Central
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import SystemIds
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.service import Documents
from kiosk.journal import store as journal_store
from kiosk.sales import store as sale_store
from kiosk.sales.after.guarantees import GuaranteeService
from kiosk.sales.after.returns import NothingLeftToReturn, PaidBackOtherwise
from kiosk.sales.after.right import ReturnElsewhere
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import Basket
from kiosk.sales.cards import AnsweredBy, CardAnswered
from kiosk.sales.guarantee import GuaranteeState
from kiosk.sales.invoice import Company
from kiosk.sales.invoice_service import InvoiceService
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.sales.tickets import TicketUnknown
from kiosk.staff import store as staff_store
from kiosk.stock.units import UnitState
from kiosk.sync.client import CentralClient
from kiosk.sync.elsewhere import ReturnNotGiven, ReturnOutOfReach, SoldElsewhere, TicketsElsewhere, TicketsOutOfReach
from kiosk.sync.protocol import AskReturn, Push, PushAnswer
from kiosk.sync.session import Line
from kiosk.sync.signing import Claim
from tests.integration.central.house import PaperTill, Spoiler, sale, serving
from tests.integration.sale_shop import CAMILLE, SOPHIE, YANIS, Till, cash, open_till
from tests.integration.sync_kiosk import Kiosk

CABLE, PHONE = "3760000000017", "SN000001"
NOBODY_LISTENS = "http://127.0.0.1:9"
FIRST, SECOND = "L01-K1-000001", "L01-K2-000001"


@dataclass(slots=True)
class Counter:
    """One of the shop's two tills at work."""

    kiosk: Kiosk
    till: Till
    returns: ReturnService
    elsewhere: TicketsElsewhere
    clock: ManualClock
    ids: SystemIds

    def sell(self, *codes: str, tenders: list[Tender] | None = None) -> Ticket:
        basket = self.till.basket(*codes)
        due = self.till.sale.priced(basket).total
        ticket = self.till.sale.pay(basket, tenders or [cash(due.amount_cents)], person=CAMILLE)
        self.kiosk.wait_until_current()
        return ticket

    def take(self, number: str, position: int = 0, *, count: int = 1, scanned: str | None = None) -> Basket:
        """Goods of a ticket into a basket that is kept like the one on the screen."""
        line = self.returns.returnable(number).lines[position].line
        basket = self.returns.add_back(self.till.sale.new_basket(), number, {line.line_id: count}, Grounds("defect", scanned=scanned), person=SOPHIE)
        self.till.sale.keep(basket, person=SOPHIE)
        return basket

    def pay_back(self, basket: Basket, tenders: list[Tender] | None = None) -> Ticket:
        due = self.till.sale.priced(basket).total
        return self.till.sale.pay(basket, tenders or list(self.returns.way_back(basket, due)), person=SOPHIE)

    def left(self, number: str) -> list[int]:
        return [line.left for line in self.returns.returnable(number).lines]

    def kinds(self) -> list[str]:
        with self.kiosk.database.read() as connection:
            return [entry.kind for entry in journal_store.all_entries(connection)]

    def journal(self) -> bytes:
        with self.kiosk.database.read() as connection:
            return b"".join(entry.entry for entry in journal_store.all_entries(connection))


@dataclass(frozen=True, slots=True)
class Shop:
    """Central's address and its two tills."""

    url: str
    first: Counter
    second: Counter
    spoiler: Spoiler


@pytest.fixture
def shop(tmp_path: Path, central: Central, clock: ManualClock) -> Iterator[Shop]:
    kiosks = [Kiosk(tmp_path / name, secret=bytes(range(first, first + 32))) for name, first in (("k1", 0), ("k2", 50))]
    spoiler = Spoiler("/v1/returns/ask", "error", times=0)
    with serving(central, between=spoiler) as url:
        yield Shop(url, at_work(kiosks[0], central, url, "K1", clock), at_work(kiosks[1], central, url, "K2", clock), spoiler)
        for kiosk in kiosks:
            kiosk.close()


def at_work(kiosk: Kiosk, central: Central, url: str, till_code: str, clock: ManualClock) -> Counter:
    with central.database.write() as connection:
        code = tills.new_code(connection, "L01", till_code, now_utc=central.clock.now_utc())
    kiosk.enrol(url, code)
    kiosk.connect(url)
    kiosk.wait_until_current()
    with kiosk.database.write() as connection:
        staff_store.upsert_people(connection, [(SOPHIE, 0), (YANIS, 0)])
    ids = SystemIds(kiosk.clock)
    till = open_till(kiosk.database, kiosk.ledger, clock, ids)
    till.drawer.open_session(Money(15000), person=CAMILLE)
    returns = ReturnService(till.counter, till.stock, CatalogueService(kiosk.database))
    return Counter(kiosk, till, returns, reaching(kiosk, returns, url), clock, ids)


def reaching(kiosk: Kiosk, returns: ReturnService, url: str, *, looks: int = 300) -> TicketsElsewhere:
    line = Line(kiosk.database, kiosk.ledger, kiosk.writer, kiosk.clock, kiosk.key, url)
    return TicketsElsewhere(line, returns, looks=looks)


def named(found: tuple[SoldElsewhere, ...]) -> list[tuple[str, str, str]]:
    return [(item.ticket.number, item.till_name, item.ticket.first_label) for item in found]


def test_a_phone_sold_at_one_till_comes_back_at_the_other_and_not_again_at_the_first(shop: Shop) -> None:
    first, second = shop.first, shop.second
    sold = first.sell(PHONE)
    second.elsewhere.fetch(sold.number)
    refund = second.pay_back(second.take(sold.number, scanned=PHONE))
    (line,) = sold.lines
    (back,) = refund.lines
    assert (refund.number, refund.head.original_number, refund.total) == (SECOND, FIRST, Money(-44900))
    assert (back.original_line_id, back.purchase_price, back.margin_tax) == (line.line_id, -Money(32000), -(line.margin_tax or Money(0)))
    unit = second.till.stock.unit_by_code(PHONE)
    assert unit is not None and unit.state is UnitState.TO_ERASE
    with pytest.raises(ReturnElsewhere):
        first.take(sold.number, scanned=PHONE)
    assert first.returns.returnable(sold.number).held_by == "K2"
    assert first.kinds().count("sales.return_right_given") == 1


def test_each_of_three_cables_comes_back_once_whichever_till_takes_it(shop: Shop) -> None:
    first, second = shop.first, shop.second
    sold = first.sell(CABLE, CABLE, CABLE)
    totals = [first.pay_back(first.take(sold.number)).total]
    second.elsewhere.fetch(sold.number)
    assert second.left(sold.number) == [2]
    totals.append(second.pay_back(second.take(sold.number)).total)
    second.kiosk.wait_until_current()
    first.elsewhere.fetch(sold.number)
    assert first.left(sold.number) == [1]
    totals.append(first.pay_back(first.take(sold.number)).total)
    assert Money.total(totals) == -sold.total
    with pytest.raises(NothingLeftToReturn):
        first.take(sold.number)
    second.elsewhere.fetch(sold.number)
    with pytest.raises(NothingLeftToReturn):
        second.take(sold.number)


def test_money_goes_back_the_way_it_came_counted_over_both_tills(shop: Shop) -> None:
    """A cable paid by card and cash: what the first till gave back in cash is not given in cash again."""
    first, second = shop.first, shop.second
    basket = first.till.basket(CABLE, CABLE)
    card = first.till.approved_card(basket, Money(1290))
    sold = first.till.sale.pay(basket, [card, cash(1290)], person=CAMILLE)
    first.pay_back(first.take(sold.number), [cash(-1290)])
    first.kiosk.wait_until_current()
    second.elsewhere.fetch(sold.number)
    basket = second.take(sold.number)
    assert [(tender.kind, tender.amount) for tender in second.returns.way_back(basket, Money(-1290))] == [("card", Money(-1290))]
    with pytest.raises(PaidBackOtherwise):
        second.till.sale.pay(basket, [Tender("gift_card", Money(-1290), "x")], person=SOPHIE)


def test_without_the_network_a_ticket_is_given_back_at_its_own_till_and_nowhere_else(shop: Shop) -> None:
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    alone = reaching(second.kiosk, second.returns, NOBODY_LISTENS)
    with pytest.raises(ReturnOutOfReach) as refused:
        alone.fetch(sold.number)
    assert refused.value.facts["till"] == "K1"
    with pytest.raises(TicketsOutOfReach):
        alone.find(sold.number)
    with pytest.raises(TicketUnknown):
        second.take(sold.number)
    first.kiosk.disconnect()
    assert first.pay_back(first.take(sold.number)).total == -sold.total


def test_a_till_that_is_off_keeps_its_right_and_takes_the_goods_back_itself(shop: Shop) -> None:
    """Asked while it was off, it took the goods back; coming back it gives a right of which nothing is left."""
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    first.kiosk.disconnect()
    hasty = reaching(second.kiosk, second.returns, shop.url, looks=2)
    with pytest.raises(ReturnNotGiven):
        hasty.fetch(sold.number)
    first.pay_back(first.take(sold.number))
    first.kiosk.connect(shop.url)
    first.kiosk.wait_until_current()
    assert first.returns.returnable(sold.number).held_by == ""
    second.elsewhere.fetch(sold.number)
    assert second.left(sold.number) == [0]


def test_goods_that_stand_in_a_basket_at_the_first_till_are_not_given_to_the_second(shop: Shop) -> None:
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    basket = first.take(sold.number)
    hasty = reaching(second.kiosk, second.returns, shop.url, looks=10)
    with pytest.raises(ReturnNotGiven):
        hasty.fetch(sold.number)
    assert first.pay_back(basket).total == -sold.total


@pytest.mark.parametrize("path", ["/v1/returns/ask", "/v1/push", "/v1/pull"])
def test_answers_that_get_lost_lose_no_right_and_give_none_twice(shop: Shop, path: str) -> None:
    """Central has done its work, and the till that asked, gave or received does not hear of it: all is asked again, and the goods come back once."""
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    shop.spoiler.path, shop.spoiler.left = path, 1
    try:
        second.elsewhere.fetch(sold.number)
    except ReturnOutOfReach:
        second.elsewhere.fetch(sold.number)
    assert shop.spoiler.left == 0
    assert second.pay_back(second.take(sold.number)).total == -sold.total
    assert first.kinds().count("sales.return_right_given") == 1
    for counter in (first, second):
        with pytest.raises((ReturnElsewhere, NothingLeftToReturn)):
            counter.take(sold.number)


def test_a_wish_that_is_sent_again_and_again_moves_the_right_once(shop: Shop) -> None:
    """A replayed request changes nothing, neither before the right has come nor after the goods came back."""
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    for _ in range(3):
        only_ask(second, shop.url, sold.number)
    second.elsewhere.fetch(sold.number)
    second.pay_back(second.take(sold.number))
    only_ask(second, shop.url, sold.number)
    for counter in (first, second):
        counter.kiosk.wait_until_current()
    assert (first.kinds().count("sales.return_right_given"), second.left(sold.number)) == (1, [0])


def test_a_till_on_a_new_disk_counts_on_nothing_that_the_lost_one_was_told(shop: Shop, central: Central, tmp_path: Path) -> None:
    """The lost disk paid one of two cables back: the new one does not know it, and must not pay it back again."""
    first, second = shop.first, shop.second
    sold = first.sell(CABLE, CABLE)
    second.elsewhere.fetch(sold.number)
    second.pay_back(second.take(sold.number))
    second.kiosk.close()
    anew = at_work(Kiosk(tmp_path / "k3", secret=bytes(range(100, 132))), central, shop.url, "K2", second.clock)
    with pytest.raises(TicketUnknown):
        anew.take(sold.number)
    with pytest.raises(ReturnElsewhere):
        first.take(sold.number)
    anew.kiosk.close()


def only_ask(counter: Counter, url: str, number: str) -> None:
    """What a till does before it is killed: its wish arrives, and nobody waits for the answer."""

    async def ask() -> None:
        kiosk = counter.kiosk
        client = CentralClient(url, clock=kiosk.clock, key=kiosk.key, claim=Claim("L01", "K2", kiosk.key.public.key_id))
        await client.ask_return(AskReturn(number), timeout_s=30)
        await client.close()

    asyncio.run(ask())


def test_a_till_killed_between_its_wish_and_the_refund_has_the_right_when_it_comes_back(shop: Shop, tmp_path: Path) -> None:
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    second.kiosk.close()
    only_ask(second, shop.url, sold.number)
    first.kiosk.wait_until(lambda: first.returns.returnable(sold.number).held_by == "K2")
    first.kiosk.wait_until_current()
    with pytest.raises(ReturnElsewhere):
        first.take(sold.number)
    again = Kiosk(tmp_path / "k2", secret=bytes(range(50, 82)))
    again.connect(shop.url)
    again.wait_until_current()
    again.disconnect()
    till = open_till(again.database, again.ledger, second.clock, second.ids)
    returns = ReturnService(till.counter, till.stock, CatalogueService(again.database))
    back = Counter(again, till, returns, reaching(again, returns, NOBODY_LISTENS), second.clock, second.ids)
    back.elsewhere.fetch(sold.number)
    assert back.pay_back(back.take(sold.number)).total == -sold.total
    again.close()


def test_a_basket_that_took_goods_before_their_right_was_given_is_not_paid_back(shop: Shop) -> None:
    """Neither in cash nor by the card terminal, which is not even asked."""
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    basket = first.take(sold.number)
    with first.kiosk.database.write() as connection:
        sale_store.forget_basket(connection, basket.basket_id)
    second.elsewhere.fetch(sold.number)
    with pytest.raises(ReturnElsewhere):
        first.pay_back(basket, [cash(-1290)])
    with pytest.raises(ReturnElsewhere):
        first.till.sale.ask_card(basket, Money(-1290), person=SOPHIE)
    assert first.till.sale.unsettled_cards() == ()


def test_a_ticket_of_the_other_till_is_found_by_number_serial_its_end_card_day_and_amount(shop: Shop) -> None:
    first, second = shop.first, shop.second
    phone = first.sell(PHONE)
    basket = first.till.basket(CABLE)
    intent = first.till.sale.ask_card(basket, Money(1290), person=CAMILLE)
    first.till.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.TERMINAL, "A12345", card_tail="4821"), person=CAMILLE)
    cable = first.till.sale.pay(basket, [Tender("card", Money(1290), intent.intent_id)], person=CAMILLE)
    first.kiosk.wait_until_current()
    phones, cables = [(phone.number, "K1", "iPhone 13 128 Go")], [(cable.number, "K1", "Câble USB-C 1 m")]
    for text, expected in {
        phone.number: phones, PHONE: phones, "0001": phones, "4821": cables, "4821 22/11": cables, "4821 21/11": [], "22/11 12,90": cables,
        "22/11": [*cables, *phones], "L01-K1-000099": [], "zzzz": [],
    }.items():  # fmt: skip
        assert sorted(named(second.elsewhere.find(text))) == sorted(expected), text
    assert first.elsewhere.find(phone.number) == ()


def test_the_guarantee_of_what_the_other_till_sold_is_known_with_its_repairs_and_its_return(shop: Shop) -> None:
    first, second = shop.first, shop.second
    sold = first.sell(PHONE)
    first.clock.advance(seconds=20 * 24 * 3600)
    guarantees = GuaranteeService(first.till.counter, first.till.stock)
    found = guarantees.of_code(PHONE)
    assert found is not None
    after = guarantees.repaired(found.unit.unit_id, brought_on=date(2026, 12, 2), given_back_on=date(2026, 12, 12), person=YANIS)
    first.kiosk.wait_until_current()
    (item,) = second.elsewhere.find(PHONE)
    elsewhere = GuaranteeService(second.till.counter, second.till.stock)
    cover, state = elsewhere.of_sale(
        date.fromisoformat(item.ticket.business_day), lengthened=item.ticket.lengthened, came_back=item.ticket.came_back
    )  # fmt: skip
    assert (cover, state) == (after.cover, GuaranteeState.PRESUMED)
    assert (item.ticket.number, item.ticket.unit_label, item.ticket.unit_id) == (sold.number, "iPhone 13 128 Go", "u-1")
    second.elsewhere.fetch(sold.number)
    second.pay_back(second.take(sold.number, scanned=PHONE))
    second.kiosk.wait_until_current()
    told = [hit.ticket for hit in second.elsewhere.find(sold.number)]
    assert [ticket.number for ticket in told] == [FIRST]
    (item,) = [hit for hit in second.elsewhere.find(PHONE) if hit.ticket.kind == "sale"]
    assert item.ticket.came_back


def test_a_phone_that_came_back_at_the_other_till_and_was_sold_again_there_has_its_second_guarantee(shop: Shop) -> None:
    """The first till hears of it: its own ticket is of a device that came back, and the other till's is the one that counts."""
    first, second = shop.first, shop.second
    old = first.sell(PHONE)
    second.elsewhere.fetch(old.number)
    second.pay_back(second.take(old.number, scanned=PHONE))
    with second.kiosk.database.write() as connection:
        connection.exec_driver_sql("UPDATE unit SET state = 'for_sale' WHERE id = 'u-1'")
    new = second.sell(PHONE)
    sales = [hit for hit in first.elsewhere.find(PHONE) if hit.ticket.kind == "sale"]
    assert [(hit.ticket.number, hit.held_at, hit.ticket.came_back) for hit in sales] == [(new.number, "K2", False), (old.number, "K2", True)]


def test_a_refund_of_what_the_other_till_invoiced_names_that_invoice(shop: Shop) -> None:
    first, second = shop.first, shop.second
    sold = first.sell(CABLE)
    durand = Company("Atelier Durand SARL", "552100554", ("3 quai de la Fosse", "44000 Nantes"))
    services = [
        InvoiceService(counter.till.counter, CatalogueService(counter.kiosk.database), Documents(counter.clock, counter.ids), register_note=lambda: "")
        for counter in (first, second)
    ]
    invoice = services[0].issue(sold.number, durand, person=CAMILLE)
    first.kiosk.wait_until_current()
    second.elsewhere.fetch(sold.number)
    refund = second.pay_back(second.take(sold.number))
    credit = services[1].issue(refund.number, durand, person=CAMILLE)
    assert (credit.paper.credit, credit.paper.preceding) == (True, (invoice.number, invoice.paper.issued_on))
    assert b"Durand" not in first.journal() and b"552100554" not in first.journal()


def test_neither_the_customer_nor_a_note_nor_a_card_travels_with_the_right(shop: Shop, central: Central) -> None:
    first, second = shop.first, shop.second
    basket = first.till.basket(CABLE)
    basket = replace(basket, lines=tuple(replace(line, note="pour Mme Rey") for line in basket.lines), customer_id=None)
    sold = first.till.sale.pay(basket, [first.till.approved_card(basket, Money(1290), reference="AUTH77")], person=CAMILLE)
    first.kiosk.wait_until_current()
    second.elsewhere.fetch(sold.number)
    given = next(entry for entry in first.journal().split(b"{\"body\"") if b"return_right_given" in entry)
    assert b"Rey" not in given and b"AUTH77" not in given
    with central.database.read() as connection:
        (row,) = feeds.all_rows(connection, "L01", "returns")
    assert (row["holder"], row["gen"], row["asked_by"]) == ("K2", 1, None)
    assert "Rey" not in str(row) and "AUTH77" not in str(row)


def test_central_gives_a_right_on_the_word_of_its_holder_alone(station: Station, till: PaperTill) -> None:
    """A till that says it gives what it does not have changes nothing and goes to the review list."""
    till.write("sales.ticket_paid", sale("L01-K2-000001", cables=1))
    station.take(till.push())
    asked = station.ask("K9", "L01-K2-000001")
    assert (asked.holder, asked.asked_by) == ("K2", "K9")
    till.write("sales.return_right_given", {"number": "L01-K2-000001", "to_till": "K9", "gen": 1, "told": {"ticket": {}}})
    till.write("sales.return_right_given", {"number": "L01-K2-000001", "to_till": "K8", "gen": 2, "told": {"ticket": {}}})
    till.write("sales.return_right_given", {"number": "L01-K2-000099", "to_till": "K8", "gen": 1, "told": {"ticket": {}}})
    answer = station.take(till.push())
    assert [(verdict.seq, verdict.reason) for verdict in answer.verdicts] == [(3, "right_not_held"), (4, "right_not_held")]
    again = station.ask("K9", "L01-K2-000001")
    assert (again.holder, again.gen, again.asked_by, again.told) == ("K9", 1, None, {"ticket": {}})
    assert station.ask("K9", "L01-K2-000404") is None


def test_of_two_tills_that_ask_at_once_one_gets_the_right_and_is_asked_for_it_by_the_other(station: Station, till: PaperTill) -> None:
    """The holder heard of the first wish only: the first till gets the right, and is asked for it by the second."""
    till.write("sales.ticket_paid", sale("L01-K2-000001", cables=1))
    station.take(till.push())
    station.ask("K8", "L01-K2-000001")
    assert station.ask("K9", "L01-K2-000001").holder == "K2"
    till.write("sales.return_right_given", {"number": "L01-K2-000001", "to_till": "K8", "gen": 1, "told": {"ticket": {}}})
    for _ in range(2):
        assert station.take(till.push()).verdicts == ()
    row = station.ask("K8", "L01-K2-000001")
    assert (row.holder, row.gen, row.asked_by) == ("K8", 1, "K9")


def test_a_wish_is_taken_back_by_who_had_it_only(station: Station, till: PaperTill) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", cables=1))
    station.take(till.push())
    station.ask("K9", "L01-K2-000001")
    assert station.ask("K8", "L01-K2-000001", withdraw=True).asked_by == "K9"
    assert station.ask("K9", "L01-K2-000001", withdraw=True).asked_by is None
    assert station.ask("K2", "L01-K2-000001").asked_by is None


class Station:
    """Central's own part, without HTTP."""

    def __init__(self, central: Central) -> None:
        self._central = central

    def take(self, push: Push) -> PushAnswer:
        return ingest(self._central.database, push, now_utc=self._central.clock.now_utc())

    def ask(self, till_code: str, number: str, *, withdraw: bool = False) -> Any:
        with self._central.database.write() as connection:
            return rights.ask(connection, tills.Till("L01", till_code, 1, b""), number, withdraw=withdraw)


@pytest.fixture
def station(central: Central) -> Station:
    return Station(central)
