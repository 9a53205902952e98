"""The print queue on the real database: with the sale or not at all, in order, never twice, and nothing blocks a sale."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.workers import ThreadWorker
from kiosk.documents.escpos import drawer_pulse_bytes, receipt_bytes
from kiosk.documents.printing import JobState, PrintJobMisused
from kiosk.documents.service import DocumentDamaged, Documents, PrintQueue
from kiosk.hardware.fakes import FakePrinter
from kiosk.hardware.network_printer import NetworkPrinter
from kiosk.hardware.ports import DeviceHealth, DeviceState, PrintOutcome
from kiosk.hardware.virtual.printer import VirtualPrinter
from kiosk.hardware.worker import PrinterWorker
from kiosk.machines import PaperRoad
from kiosk.storage.engine import Database
from tests.papers import MIXED_SALE

PAPER = receipt_bytes(MIXED_SALE)
STATUS_REQUEST = b"\x1dr\x01"
WAIT_S = 20.0


@pytest.fixture
def prints(clock: ManualClock, ids: CountedIds) -> PrintQueue:
    return PrintQueue(clock, ids)


@pytest.fixture
def road(database: Database, prints: PrintQueue) -> Iterator[PaperRoad]:
    ledger_worker = ThreadWorker("ledger")
    yield PaperRoad(database, ledger_worker, prints, printer="receipt")
    ledger_worker.stop()


class Counter:
    """A till whose printer is a fake and whose printer thread is stepped by hand."""

    def __init__(self, database: Database, prints: PrintQueue, road: PaperRoad, clock: ManualClock) -> None:
        self.database = database
        self.prints = prints
        self.printer = FakePrinter()
        self.healths: list[DeviceHealth] = []
        self.worker = PrinterWorker(
            "receipt", self.printer, take=road.take, report=road.report, clock=clock, on_health=self.healths.append
        )

    def sell(self, number: str) -> str:
        with self.database.write() as connection:
            return self.prints.enqueue(connection, kind="receipt", document_id=None, document_number=number, content=PAPER)

    def open_drawer(self) -> str:
        with self.database.write() as connection:
            return self.prints.enqueue(connection, kind="drawer", document_id=None, document_number=None, content=drawer_pulse_bytes())

    def state(self, job_id: str) -> JobState:
        with self.database.read() as connection:
            return self.prints.job(connection, job_id).state

    def reason(self, job_id: str) -> str | None:
        with self.database.read() as connection:
            return self.prints.job(connection, job_id).reason

    def restart(self) -> tuple[str, ...]:
        with self.database.write() as connection:
            return tuple(job.job_id for job in self.prints.recover(connection))


@pytest.fixture
def counter(database: Database, prints: PrintQueue, road: PaperRoad, clock: ManualClock) -> Counter:
    return Counter(database, prints, road, clock)


def test_a_sale_that_is_rolled_back_prints_nothing(counter: Counter) -> None:
    with contextlib.suppress(ZeroDivisionError), counter.database.write() as connection:
        counter.prints.enqueue(connection, kind="receipt", document_id=None, document_number="L01-K2-000001", content=PAPER)
        raise ZeroDivisionError
    assert not counter.worker.step()
    assert counter.printer.jobs == []


def test_a_ticket_is_printed_once_and_confirmed(counter: Counter) -> None:
    job = counter.sell("L01-K2-000001")
    assert counter.worker.step()
    assert not counter.worker.step()
    assert (counter.printer.jobs, counter.state(job)) == ([PAPER], JobState.CONFIRMED)


def test_the_drawer_opens_before_the_papers_that_wait(counter: Counter) -> None:
    counter.sell("L01-K2-000001")
    counter.open_drawer()
    counter.worker.step()
    assert counter.printer.jobs == [drawer_pulse_bytes()]


def test_without_paper_tickets_wait_and_come_out_in_order(counter: Counter) -> None:
    counter.printer.set_state(DeviceState.PAPER_OUT)
    jobs = [counter.sell(f"L01-K2-00000{number}") for number in (1, 2, 3)]
    assert not counter.worker.step()
    with counter.database.read() as connection:
        waiting = [job.document_number for job in counter.prints.waiting(connection)]
    assert waiting == ["L01-K2-000001", "L01-K2-000002", "L01-K2-000003"]
    counter.printer.load_paper()
    assert [counter.worker.step() for _ in range(4)] == [True, True, True, False]
    assert [counter.state(job) for job in jobs] == [JobState.CONFIRMED] * 3


def test_the_health_says_since_when_and_why(counter: Counter, clock: ManualClock) -> None:
    counter.worker.step()
    clock.advance(seconds=60)
    counter.printer.set_state(DeviceState.PAPER_OUT)
    counter.worker.step()
    clock.advance(seconds=480)
    counter.worker.step()
    seen = [(health.state, health.since_utc, health.error and health.error.code) for health in counter.healths]
    assert seen == [
        (DeviceState.READY, "2026-11-22T10:00:00.000Z", None),
        (DeviceState.PAPER_OUT, "2026-11-22T10:01:00.000Z", "hardware.paper_out"),
    ]
    assert counter.worker.health() == counter.healths[-1]


def test_a_drawer_pulse_is_never_sent_late(counter: Counter, clock: ManualClock) -> None:
    counter.printer.set_state(DeviceState.OFFLINE)
    pulse = counter.open_drawer()
    counter.worker.step()
    clock.advance(seconds=11)
    counter.printer.set_state(DeviceState.READY)
    assert not counter.worker.step()
    assert (counter.printer.jobs, counter.state(pulse), counter.reason(pulse)) == ([], JobState.FAILED, "documents.pulse_too_late")


def test_an_unknown_outcome_is_never_sent_again_by_itself(counter: Counter) -> None:
    counter.printer.hold_answers(True)
    job = counter.sell("L01-K2-000001")
    assert [counter.worker.step() for _ in range(3)] == [True, False, False]
    assert (counter.state(job), counter.reason(job)) == (JobState.UNKNOWN, "hardware.print_unconfirmed")
    assert counter.printer.jobs == [PAPER]


def test_a_late_answer_confirms_and_nobody_is_asked(counter: Counter) -> None:
    counter.printer.end_paper_within_next_job()
    job = counter.sell("L01-K2-000001")
    counter.worker.step()
    assert (counter.state(job), counter.reason(job)) == (JobState.UNKNOWN, "hardware.paper_out_while_printing")
    counter.printer.load_paper()
    counter.worker.step()
    assert (counter.state(job), counter.printer.jobs) == (JobState.CONFIRMED, [PAPER])


@pytest.mark.parametrize(("came_out", "state"), [(True, JobState.CONFIRMED), (False, JobState.FAILED)])
def test_the_cashier_settles_what_the_printer_did_not_say(counter: Counter, came_out: bool, state: JobState) -> None:
    counter.printer.break_off_within_next_job()
    job = counter.sell("L01-K2-000001")
    counter.worker.step()
    with counter.database.write() as connection:
        assert [unknown.job_id for unknown in counter.prints.unknown(connection)] == [job]
        counter.prints.settle(connection, job, came_out=came_out)
        assert counter.prints.unknown(connection) == ()
    assert counter.state(job) is state


def test_killed_while_printing_the_job_is_unknown_and_the_rest_still_comes_out(counter: Counter, road: PaperRoad) -> None:
    being_sent, queued, pulse = counter.sell("L01-K2-000001"), counter.sell("L01-K2-000002"), None
    taken = road.take()
    assert taken is not None and (taken.job_id, taken.attempts) == (being_sent, 1)
    pulse = counter.open_drawer()
    assert counter.restart() == (being_sent,)
    assert [counter.state(job) for job in (being_sent, queued, pulse)] == [JobState.UNKNOWN, JobState.QUEUED, JobState.FAILED]
    while counter.worker.step():
        pass
    assert counter.printer.jobs == [PAPER]
    assert counter.state(queued) is JobState.CONFIRMED


def test_a_job_that_is_done_cannot_be_reported_again(counter: Counter) -> None:
    job = counter.sell("L01-K2-000001")
    counter.worker.step()
    with pytest.raises(PrintJobMisused), counter.database.write() as connection:
        counter.prints.report(connection, job, PrintOutcome.UNKNOWN, reason=None)


def test_the_whole_road_from_the_row_to_a_printer_on_the_network(database: Database, prints: PrintQueue, road: PaperRoad, clock: ManualClock) -> None:
    printer = VirtualPrinter()
    transport, healths = NetworkPrinter("127.0.0.1", printer.port), list[DeviceHealth]()
    worker = PrinterWorker(
        "receipt", transport, take=road.take, report=road.report, clock=clock, on_health=healths.append
    )
    worker.start()
    with database.write() as connection:
        prints.enqueue(connection, kind="receipt", document_id=None, document_number="L01-K2-000001", content=PAPER)
        prints.enqueue(connection, kind="drawer", document_id=None, document_number=None, content=drawer_pulse_bytes())
    worker.wake()
    assert printer.wait_for_jobs(1, timeout_s=WAIT_S) and printer.wait_for_pulses(1, timeout_s=WAIT_S)
    worker.stop()
    printer.close()
    assert printer.jobs == (drawer_pulse_bytes().removesuffix(STATUS_REQUEST) + PAPER.removesuffix(STATUS_REQUEST),)
    with database.read() as connection:
        assert prints.waiting(connection) == () and prints.unknown(connection) == ()


def test_a_stored_document_is_compared_with_its_own_hash(database: Database, clock: ManualClock, ids: CountedIds) -> None:
    documents = Documents(clock, ids)
    with database.write() as connection:
        document_id = documents.save_pdf(connection, kind="contract", number="L01-K2-R000001", content=b"%PDF-1.7 one")
    with database.read() as connection:
        stored = documents.load(connection, document_id)
        assert stored is not None and (stored.content, stored.media_type) == (b"%PDF-1.7 one", "application/pdf")
        assert documents.load(connection, "00000000-0000-7000-8000-0000000000ff") is None


def test_a_document_that_someone_changed_is_named_and_not_shown(database: Database, clock: ManualClock, ids: CountedIds) -> None:
    documents = Documents(clock, ids)
    with database.write() as connection:
        document_id = documents.save_pdf(connection, kind="contract", number="L01-K2-R000001", content=b"%PDF-1.7 one")
        seals = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'document'").scalars().all()
        for seal in seals:
            connection.exec_driver_sql(f'DROP TRIGGER "{seal}"')
        connection.exec_driver_sql("UPDATE document SET content = x'255044462d312e3720747776'")
    with database.read() as connection, pytest.raises(DocumentDamaged) as damage:
        documents.load(connection, document_id)
    assert damage.value.facts == {"number": "L01-K2-R000001"} and seals
