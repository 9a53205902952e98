"""A printer and someone beside it, in one shape for every driver: real driver with a virtual printer on loopback, and the fake."""

from __future__ import annotations

import contextlib
from typing import Protocol

from kiosk.documents.escpos import receipt_bytes
from kiosk.documents.labels import label_zpl
from kiosk.hardware.fakes import FakePrinter
from kiosk.hardware.network_printer import NetworkPrinter
from kiosk.hardware.ports import DeviceState, PrintTransport
from kiosk.hardware.virtual.label_printer import VirtualLabelPrinter
from kiosk.hardware.virtual.printer import VirtualPrinter
from kiosk.hardware.zpl_label_printer import ZplLabelPrinter
from tests.papers import LABEL, MIXED_SALE

STATUS_TIMEOUT_MS = 2_000


class Rig(Protocol):
    """What a test can do to a printer, and see."""

    transport: PrintTransport
    job: bytes

    def papers(self) -> tuple[bytes, ...]: ...
    def end_paper(self) -> None: ...
    def end_paper_within_next_job(self) -> None: ...
    def load_paper(self) -> None: ...
    def open_cover(self) -> None: ...
    def hang(self) -> None: ...
    def break_off_within_next_job(self) -> None: ...
    def unplug(self) -> None: ...


class NetworkRig:
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.printer = VirtualPrinter()
        stack.callback(self.printer.close)
        self.transport: PrintTransport = NetworkPrinter("127.0.0.1", self.printer.port, status_timeout_ms=STATUS_TIMEOUT_MS)
        stack.callback(self.transport.close)
        self.job = receipt_bytes(MIXED_SALE)

    def papers(self) -> tuple[bytes, ...]:
        return self.printer.jobs

    def end_paper(self) -> None:
        self.printer.end_paper()

    def end_paper_within_next_job(self) -> None:
        self.printer.end_paper(after_bytes=len(self.job) // 2)

    def load_paper(self) -> None:
        self.printer.load_paper()

    def open_cover(self) -> None:
        self.printer.set_cover_open(True)

    def hang(self) -> None:
        self.printer.set_mute(True)

    def break_off_within_next_job(self) -> None:
        self.printer.break_off(after_bytes=len(self.job) // 2)

    def unplug(self) -> None:
        self.printer.close()


class LabelRig:
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.printer = VirtualLabelPrinter()
        stack.callback(self.printer.close)
        self.transport: PrintTransport = ZplLabelPrinter("127.0.0.1", self.printer.port, status_timeout_ms=STATUS_TIMEOUT_MS)
        self.job = label_zpl(LABEL)

    def papers(self) -> tuple[bytes, ...]:
        return self.printer.jobs

    def end_paper(self) -> None:
        self.printer.end_paper()

    def end_paper_within_next_job(self) -> None:
        self.printer.end_paper_at_next_job()

    def load_paper(self) -> None:
        self.printer.load_paper()

    def open_cover(self) -> None:
        self.printer.set_cover_open(True)

    def hang(self) -> None:
        self.printer.set_mute(True)

    def break_off_within_next_job(self) -> None:
        self.printer.break_off(after_bytes=len(self.job) // 2)

    def unplug(self) -> None:
        self.printer.close()


class FakeRig:
    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.printer = FakePrinter()
        self.transport: PrintTransport = self.printer
        self.job = receipt_bytes(MIXED_SALE)

    def papers(self) -> tuple[bytes, ...]:
        return tuple(self.printer.jobs)

    def end_paper(self) -> None:
        self.printer.set_state(DeviceState.PAPER_OUT)

    def end_paper_within_next_job(self) -> None:
        self.printer.end_paper_within_next_job()

    def load_paper(self) -> None:
        self.printer.load_paper()

    def open_cover(self) -> None:
        self.printer.set_state(DeviceState.COVER_OPEN)

    def hang(self) -> None:
        self.printer.set_state(DeviceState.UNKNOWN)

    def break_off_within_next_job(self) -> None:
        self.printer.break_off_within_next_job()

    def unplug(self) -> None:
        self.printer.unplug()
