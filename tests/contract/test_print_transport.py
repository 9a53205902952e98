"""What every way to a printer promises, whatever the printer does: real drivers against virtual printers, and the fake."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.documents.escpos import drawer_pulse_bytes, receipt_bytes
from kiosk.errors import KioskError
from kiosk.hardware.faults import CoverOpen, PaperOut, PaperOutWhilePrinting, PrintCutOff, PrinterMute, PrinterUnreachable, PrintUnconfirmed
from kiosk.hardware.file_label import FolderLabelPrinter
from kiosk.hardware.file_printer import FolderPrinter
from kiosk.hardware.ports import Delivery, DeviceState, PrintOutcome
from kiosk.ui.error_text import LANGUAGES, text_of
from tests.contract.print_rigs import FakeRig, LabelRig, NetworkRig, Rig
from tests.papers import MIXED_SALE

DEADLINE_MS = 8_000
PAPER = receipt_bytes(MIXED_SALE)
PRINTED_PART = PAPER.removesuffix(b"\x1dr\x01")


@pytest.fixture(params=[NetworkRig, LabelRig, FakeRig], ids=["receipt printer", "label printer", "fake"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    with contextlib.ExitStack() as stack:
        yield request.param(stack)


@pytest.fixture
def counter() -> Iterator[NetworkRig]:
    """The receipt printer alone, for faults that only bytes can show."""
    with contextlib.ExitStack() as stack:
        yield NetworkRig(stack)


def _fault(delivery: Delivery) -> type[KioskError] | None:
    return None if delivery.error is None else type(delivery.error)


def test_a_job_is_printed_and_confirmed(rig: Rig) -> None:
    delivery = rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert delivery == Delivery(PrintOutcome.PRINTED, DeviceState.READY)
    assert [rig.job.startswith(paper) for paper in rig.papers()] == [True]


def test_jobs_come_out_in_order_and_once(rig: Rig) -> None:
    outcomes = [rig.transport.send(rig.job, deadline_ms=DEADLINE_MS).outcome for _ in range(3)]
    assert outcomes == [PrintOutcome.PRINTED] * 3
    assert len(rig.papers()) == 3


def test_without_paper_nothing_is_sent(rig: Rig) -> None:
    rig.end_paper()
    delivery = rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert (delivery.outcome, delivery.state, _fault(delivery)) == (PrintOutcome.NOT_PRINTED, DeviceState.PAPER_OUT, PaperOut)
    rig.load_paper()
    assert rig.papers() == ()


def test_with_the_cover_open_nothing_is_sent(rig: Rig) -> None:
    rig.open_cover()
    delivery = rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert (delivery.outcome, delivery.state, _fault(delivery)) == (PrintOutcome.NOT_PRINTED, DeviceState.COVER_OPEN, CoverOpen)


def test_a_printer_that_does_not_answer_is_not_ready(rig: Rig) -> None:
    rig.hang()
    delivery = rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert (delivery.outcome, delivery.state, _fault(delivery)) == (PrintOutcome.NOT_PRINTED, DeviceState.UNKNOWN, PrinterMute)
    assert rig.papers() == ()


def test_a_refused_port_is_a_printer_that_is_away(rig: Rig) -> None:
    rig.unplug()
    delivery = rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert (delivery.outcome, delivery.state, _fault(delivery)) == (PrintOutcome.NOT_PRINTED, DeviceState.OFFLINE, PrinterUnreachable)
    assert rig.transport.state(deadline_ms=DEADLINE_MS) is DeviceState.OFFLINE


def test_paper_that_ends_within_a_job_leaves_it_unknown_until_the_rest_comes_out(rig: Rig) -> None:
    rig.end_paper_within_next_job()
    delivery = rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert (delivery.outcome, delivery.state, _fault(delivery)) == (PrintOutcome.UNKNOWN, DeviceState.PAPER_OUT, PaperOutWhilePrinting)
    assert rig.papers() == () and not rig.transport.late_answer(deadline_ms=50)
    rig.load_paper()
    assert rig.transport.late_answer(deadline_ms=DEADLINE_MS)
    assert len(rig.papers()) == 1
    assert not rig.transport.late_answer(deadline_ms=50)


def test_a_connection_that_breaks_within_a_job_leaves_it_unknown(rig: Rig) -> None:
    rig.break_off_within_next_job()
    delivery = rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert delivery.outcome is PrintOutcome.UNKNOWN
    assert _fault(delivery) in (PrintCutOff, PrintUnconfirmed)
    assert not rig.transport.late_answer(deadline_ms=50) or isinstance(rig, LabelRig)


def test_after_a_fault_the_next_job_is_printed(rig: Rig) -> None:
    rig.break_off_within_next_job()
    rig.transport.send(rig.job, deadline_ms=DEADLINE_MS)
    assert rig.transport.send(rig.job, deadline_ms=DEADLINE_MS).outcome is PrintOutcome.PRINTED


@pytest.mark.parametrize("after_bytes", [1, 2, 3, len(PAPER) // 2, len(PAPER) - 3, len(PAPER) - 1])
def test_a_reset_after_any_number_of_bytes_is_unknown_and_never_printed_twice(counter: NetworkRig, after_bytes: int) -> None:
    counter.printer.break_off(after_bytes=after_bytes)
    delivery = counter.transport.send(PAPER, deadline_ms=DEADLINE_MS)
    assert (delivery.outcome, _fault(delivery)) == (PrintOutcome.UNKNOWN, PrintCutOff)
    assert PRINTED_PART.startswith(b"".join(counter.printer.jobs) + counter.printer.unfinished)


@pytest.mark.parametrize("after_bytes", [1, 100, len(PRINTED_PART) - 1])
def test_paper_that_ends_anywhere_gives_one_whole_paper_in_the_end(counter: NetworkRig, after_bytes: int) -> None:
    counter.printer.end_paper(after_bytes=after_bytes)
    assert counter.transport.send(PAPER, deadline_ms=400).outcome is PrintOutcome.UNKNOWN
    counter.printer.load_paper()
    assert counter.printer.jobs == (PRINTED_PART,)


def test_an_answer_that_comes_late_confirms_the_job_afterwards(counter: NetworkRig) -> None:
    counter.printer.hold_answers(True)
    delivery = counter.transport.send(PAPER, deadline_ms=400)
    assert (delivery.outcome, delivery.state, _fault(delivery)) == (PrintOutcome.UNKNOWN, DeviceState.READY, PrintUnconfirmed)
    counter.printer.hold_answers(False)
    assert counter.transport.late_answer(deadline_ms=DEADLINE_MS)
    assert counter.printer.jobs == (PRINTED_PART,)


def test_paper_near_its_end_is_a_warning_and_not_a_fault(counter: NetworkRig) -> None:
    counter.printer.set_paper_low(True)
    assert counter.transport.send(PAPER, deadline_ms=DEADLINE_MS) == Delivery(PrintOutcome.PRINTED, DeviceState.PAPER_LOW)


def test_the_drawer_pulse_is_confirmed_without_any_paper(counter: NetworkRig) -> None:
    assert counter.transport.send(drawer_pulse_bytes(), deadline_ms=DEADLINE_MS).outcome is PrintOutcome.PRINTED
    assert (counter.printer.pulses, counter.printer.jobs) == (1, ())


def test_a_job_without_a_status_request_is_sent_and_no_more_is_claimed(counter: NetworkRig) -> None:
    assert counter.transport.send(PRINTED_PART, deadline_ms=DEADLINE_MS).outcome is PrintOutcome.SENT


@pytest.mark.parametrize("printer", [FolderPrinter, FolderLabelPrinter])
def test_a_folder_keeps_each_job_as_its_exact_bytes(printer: type[FolderPrinter | FolderLabelPrinter], tmp_path: Path) -> None:
    transport = printer(tmp_path / "papers")
    assert transport.state(deadline_ms=DEADLINE_MS) is DeviceState.READY
    assert transport.send(b"^XA^XZ", deadline_ms=DEADLINE_MS) == Delivery(PrintOutcome.PRINTED, DeviceState.READY)
    assert transport.send(b"^XA^XZ", deadline_ms=DEADLINE_MS).outcome is PrintOutcome.PRINTED
    kept = sorted(path for path in (tmp_path / "papers").iterdir() if path.suffix in (".escpos", ".zpl"))
    assert [path.stem for path in kept] == ["0001", "0002"] and kept[0].read_bytes() == b"^XA^XZ"


def test_a_folder_that_cannot_be_written_is_a_printer_that_is_away(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("a file stands here")
    delivery = FolderPrinter(tmp_path / "papers").send(PAPER, deadline_ms=DEADLINE_MS)
    assert (delivery.outcome, _fault(delivery)) == (PrintOutcome.NOT_PRINTED, PrinterUnreachable)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", [CoverOpen, PaperOut, PaperOutWhilePrinting, PrintCutOff, PrinterMute, PrinterUnreachable, PrintUnconfirmed])
def test_every_fault_says_what_happened_what_it_means_and_what_to_do(fault: type[KioskError], language: str) -> None:
    words = text_of(fault(), language)
    assert words.code == fault.code and words.what and words.meaning and words.todo
