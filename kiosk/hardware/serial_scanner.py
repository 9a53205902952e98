"""A scanner on a serial port (RS-232, USB-COM or a pseudo-terminal). Own thread; a lost port is opened again with backoff."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

import serial

from kiosk.basics.clock import Clock, utc_text
from kiosk.hardware.faults import ScannerUnplugged
from kiosk.hardware.ports import DeviceHealth, DeviceState
from kiosk.hardware.scanner_codes import CodeAssembler

log = logging.getLogger(__name__)
READ_TIMEOUT_S = 0.2
FIRST_PAUSE_S = 0.25
LONGEST_PAUSE_S = 5.0


class SerialScanner:
    """``on_code`` is called on the scanner's thread, once per scan."""

    def __init__(self, port: str, *, clock: Clock, baud: int = 9_600, on_health: Callable[[DeviceHealth], None] | None = None) -> None:
        self._port = port
        self._baud = baud
        self._clock = clock
        self._on_health = on_health
        self._health = DeviceHealth(DeviceState.UNKNOWN, utc_text(clock.now_utc()))
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, on_code: Callable[[str], None]) -> None:
        self._thread = threading.Thread(target=self._loop, args=(on_code,), name=f"scanner-{self._port}", daemon=True)
        self._thread.start()

    def health(self) -> DeviceHealth:
        return self._health

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(5.0)

    def _loop(self, on_code: Callable[[str], None]) -> None:
        pause_s = FIRST_PAUSE_S
        while not self._stopping.is_set():
            try:
                with serial.Serial(self._port, self._baud, timeout=READ_TIMEOUT_S, exclusive=True) as port:
                    self._see(DeviceState.READY)
                    pause_s = FIRST_PAUSE_S
                    self._read(port, on_code)
            except (serial.SerialException, OSError) as error:
                log.info("scanner %s is away: %s", self._port, error)
                self._see(DeviceState.OFFLINE)
                self._stopping.wait(pause_s)
                pause_s = min(pause_s * 2, LONGEST_PAUSE_S)

    def _read(self, port: serial.Serial, on_code: Callable[[str], None]) -> None:
        assembler = CodeAssembler()
        while not self._stopping.is_set():
            for code in assembler.feed(port.read(max(port.in_waiting, 1))):
                try:
                    on_code(code)
                except Exception:  # a scanner thread must outlive a bug in who listens
                    log.exception("a scanned code was not taken")

    def _see(self, state: DeviceState) -> None:
        if state is not self._health.state:
            error = ScannerUnplugged() if state is DeviceState.OFFLINE else None
            self._health = DeviceHealth(state, utc_text(self._clock.now_utc()), error)
            if self._on_health is not None:
                self._on_health(self._health)
