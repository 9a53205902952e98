"""D. The printer: receipts cut, doubled or forgotten elsewhere. Here a paper is a row that ends as printed, not printed or asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.basics.workers import ThreadWorker
from kiosk.documents.printing import JobKind, JobState
from kiosk.hardware.fakes import FakePrinter
from kiosk.hardware.network_printer import NetworkPrinter
from kiosk.hardware.ports import DeviceHealth, DeviceState, PrintOutcome
from kiosk.hardware.virtual.printer import VirtualPrinter
from kiosk.hardware.worker import PrinterWorker
from kiosk.machines import PaperRoad
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.receipt_service import ReceiptService
from kiosk.ui.error_text import text_of
from tests.complaints.conftest import CASE_EAN
from tests.integration.sale_shop import CAMILLE, IMEIS, Till, cash

DEADLINE_MS = 30_000


@dataclass(frozen=True, slots=True)
class Counter:
    """The till with its printer and the printer's thread, stepped by hand."""

    till: Till
    printer: FakePrinter
    worker: PrinterWorker
    healths: list[DeviceHealth]

    def sell_phone(self, place: int = 0) -> str:
        """A receipt is due without asking."""
        cents = 44900 if place == 0 else 9990
        return self.till.sale.pay(self.till.basket(IMEIS[place]), [cash(cents)], person=CAMILLE).number

    def states(self, number: str) -> list[JobState]:
        ticket_id = self.till.tickets.ticket_by_number(number).ticket.head.ticket_id
        with self.till.database.read() as connection:
            return [job.state for job in self.till.queue.of_document(connection, ticket_id) if job.kind is not JobKind.DRAWER]

    def print_all(self) -> None:
        while self.worker.step():
            pass

    def receipts(self) -> list[bytes]:
        return [paper for paper in self.printer.jobs if b"TOTAL" in paper]


@pytest.fixture
def counter(till: Till, clock: ManualClock) -> Iterator[Counter]:
    writer, healths, printer = ThreadWorker("ledger"), list[DeviceHealth](), FakePrinter()
    road = PaperRoad(till.database, writer, till.queue, printer="receipt")
    worker = PrinterWorker("receipt", printer, take=road.take, report=road.report, clock=clock, on_health=healths.append)
    yield Counter(till, printer, worker, healths)
    writer.stop()


@pytest.mark.answers("odoo#258841", "PA0#213")
def test_a_receipt_of_seventy_lines_comes_out_whole_and_nothing_of_it_stands_on_the_next(till: Till) -> None:
    product = till.basket(CASE_EAN).lines[0].product
    basket = Basket("b-long", tuple(BasketLine(f"l{place}", product, 1, Money(100 + place)) for place in range(70)))
    long = till.sale.pay(basket, [cash(9415)], person=CAMILLE)
    ReceiptService(till.counter, None, page=lambda: "").print(long.number, person=CAMILLE)
    short = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    with till.database.read() as connection:
        papers = [job.content for job in till.queue.waiting(connection) if job.kind is JobKind.RECEIPT]
    printer = VirtualPrinter()
    transport = NetworkPrinter("127.0.0.1", printer.port)
    outcomes = [transport.send(paper, deadline_ms=DEADLINE_MS).outcome for paper in papers]
    transport.close()
    printer.close()
    assert outcomes == [PrintOutcome.PRINTED, PrintOutcome.PRINTED]
    assert printer.jobs[0].count(product.name.encode("cp1252")) == 70
    assert long.number.encode() not in printer.jobs[1] and short.number.encode() in printer.jobs[1]


@pytest.mark.answers("odoo#59059")
def test_what_may_have_been_printed_is_asked_about_and_never_printed_again_by_itself(counter: Counter) -> None:
    counter.printer.hold_answers(True)
    number = counter.sell_phone()
    counter.print_all()
    assert (counter.states(number), len(counter.receipts())) == ([JobState.UNKNOWN], 1)


@pytest.mark.answers("odoo#263487")
def test_after_a_failure_the_same_paper_comes_out_whole(counter: Counter) -> None:
    counter.printer.set_state(DeviceState.PAPER_OUT)
    number = counter.sell_phone()
    counter.print_all()
    assert counter.receipts() == []
    counter.printer.load_paper()
    counter.print_all()
    assert (counter.states(number), len(counter.receipts())) == ([JobState.CONFIRMED], 1)


@pytest.mark.answers("odoo#175652")
def test_an_error_is_never_printed(counter: Counter) -> None:
    counter.printer.set_state(DeviceState.OFFLINE)
    counter.sell_phone()
    counter.print_all()
    counter.printer.set_state(DeviceState.READY)
    counter.print_all()
    (paper,) = counter.receipts()
    assert b"rror" not in paper and b"hardware." not in paper


@pytest.mark.answers("odoo#242617", "ERP#7502")
def test_a_printer_that_is_away_is_said_at_once_and_the_sale_is_over(counter: Counter) -> None:
    counter.printer.unplug()
    number = counter.sell_phone()
    counter.worker.step()
    health = counter.healths[-1]
    assert counter.till.tickets.ticket_by_number(number).ticket.total == Money(44900)
    assert (health.state, health.error and health.error.code) == (DeviceState.OFFLINE, "hardware.printer_unreachable")
    assert counter.states(number) == [JobState.QUEUED]


@pytest.mark.answers("odoo#114199")
def test_no_paper_an_open_cover_and_a_wrong_address_are_three_different_sentences(counter: Counter) -> None:
    said = []
    for state in (DeviceState.PAPER_OUT, DeviceState.COVER_OPEN):
        counter.printer.set_state(state)
        counter.sell_phone(0 if state is DeviceState.PAPER_OUT else 6)
        counter.worker.step()
        said.append(counter.healths[-1].error)
    counter.printer.unplug()
    counter.worker.step()
    said.append(counter.healths[-1].error)
    sentences = [text_of(error, "fr").what for error in said if error is not None]
    assert len(set(sentences)) == 3


@pytest.mark.answers("odoo#208958")
def test_paper_near_its_end_is_a_warning_and_the_receipt_comes_out(counter: Counter) -> None:
    counter.printer.set_state(DeviceState.PAPER_LOW)
    number = counter.sell_phone()
    counter.print_all()
    assert counter.states(number) == [JobState.CONFIRMED]


@pytest.mark.answers("OCA/l10n-italy#4672")
def test_any_ticket_can_be_printed_again_and_says_that_it_is_a_copy(counter: Counter) -> None:
    first = counter.sell_phone()
    counter.sell_phone(6)
    counter.print_all()
    assert counter.till.tickets.reprint(first, person=CAMILLE) == 1
    counter.print_all()
    assert b"DUPLICATA" in counter.receipts()[-1] and first.encode() in counter.receipts()[-1]
