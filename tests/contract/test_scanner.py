"""What every scanner promises: whole codes, once, and it comes back by itself. Real driver on a pseudo-terminal, and the fake."""

from __future__ import annotations

import os
import queue
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.hardware.fakes import FakeScanner
from kiosk.hardware.faults import ScannerUnplugged
from kiosk.hardware.ports import DeviceHealth, DeviceState, Scanner
from kiosk.hardware.serial_scanner import SerialScanner

WAIT_S = 10.0
CODES = ("3760123456784", "356938110000019", "]C1010376012345678421ABC\x1d10LOT7", "U-L01-004512", "BADGE-CAMILLE234567ABC")


class Cable:
    """A pseudo-terminal behind a link of fixed name, as a scanner's port: it can be pulled and plugged in again."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._master = -1
        self.plug()

    def plug(self) -> None:
        self._master, slave = os.openpty()
        tty.setraw(slave)
        self.link.unlink(missing_ok=True)
        self.link.symlink_to(os.ttyname(slave))
        os.close(slave)

    def pull(self) -> None:
        if self._master >= 0:
            self.link.unlink(missing_ok=True)
            os.close(self._master)
            self._master = -1

    def write(self, content: bytes) -> None:
        os.write(self._master, content)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path / "scanner")
    yield cable
    cable.pull()


class Counter:
    """A scanner, who listens to it, and how a code is scanned with it."""

    def __init__(self, scanner: Scanner, scan: Callable[[str], None], healths: queue.Queue[DeviceHealth]) -> None:
        self.scanner = scanner
        self.scan = scan
        self.healths = healths
        self.codes: queue.Queue[str] = queue.Queue()
        scanner.start(self.codes.put)

    def next_code(self) -> str:
        return self.codes.get(timeout=WAIT_S)


@pytest.fixture
def serial_counter(cable: Cable, clock: ManualClock) -> Iterator[Counter]:
    healths: queue.Queue[DeviceHealth] = queue.Queue()
    scanner = SerialScanner(str(cable.link), clock=clock, on_health=healths.put)
    counter = Counter(scanner, lambda code: cable.write(code.encode("ascii") + b"\r\n"), healths)
    assert healths.get(timeout=WAIT_S).state is DeviceState.READY
    yield counter
    scanner.stop()


@pytest.fixture(params=["serial", "fake"])
def counter(request: pytest.FixtureRequest) -> Counter:
    if request.param == "serial":
        serial: Counter = request.getfixturevalue("serial_counter")
        return serial
    fake = FakeScanner()
    return Counter(fake, fake.scan, queue.Queue())


def test_each_scan_arrives_whole_and_once(counter: Counter) -> None:
    for code in CODES:
        counter.scan(code)
    assert tuple(counter.next_code() for _ in CODES) == CODES
    assert counter.codes.empty()


def test_a_started_scanner_is_ready(counter: Counter) -> None:
    assert counter.scanner.health().state is DeviceState.READY


def test_a_stopped_scanner_gives_no_more_codes(counter: Counter) -> None:
    counter.scan(CODES[0])
    assert counter.next_code() == CODES[0]
    counter.scanner.stop()
    assert counter.codes.empty()


def test_two_hundred_codes_in_one_burst_all_arrive(serial_counter: Counter, cable: Cable) -> None:
    expected = [f"376012345{number:04d}" for number in range(200)]
    cable.write("".join(f"{code}\r\n" for code in expected).encode("ascii"))
    assert [serial_counter.next_code() for _ in expected] == expected


def test_a_pulled_scanner_is_taken_up_again(serial_counter: Counter, cable: Cable) -> None:
    cable.pull()
    away = serial_counter.healths.get(timeout=WAIT_S)
    assert away.state is DeviceState.OFFLINE and isinstance(away.error, ScannerUnplugged)
    cable.plug()
    assert serial_counter.healths.get(timeout=WAIT_S).state is DeviceState.READY
    cable.write(b"3760123456784\r")
    assert serial_counter.next_code() == "3760123456784"


def test_who_listens_may_fail_and_the_next_code_still_comes(cable: Cable, clock: ManualClock, caplog: pytest.LogCaptureFixture) -> None:
    codes: queue.Queue[str] = queue.Queue()

    def listen(code: str) -> None:
        if code == "BAD":
            raise RuntimeError("a bug in who listens")
        codes.put(code)

    healths: queue.Queue[DeviceHealth] = queue.Queue()
    scanner = SerialScanner(str(cable.link), clock=clock, on_health=healths.put)
    scanner.start(listen)
    assert healths.get(timeout=WAIT_S).state is DeviceState.READY
    cable.write(b"BAD\r\n3760123456784\r\n")
    assert codes.get(timeout=WAIT_S) == "3760123456784"
    scanner.stop()
    assert "a scanned code was not taken" in caplog.text
