"""The router on a real X server: real key events at scanner speed into a window whose text field has the focus.

Starts its own Xvfb, drives it with xdotool, and switches it to a French keyboard. Needs the Debian packages xvfb, xdotool and
x11-xkb-utils, which ``packages.txt`` lists.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.catalogue.codes import make_unit_label
from kiosk.catalogue.identifiers import ean_digit, imei_from_body

ROOT = Path(__file__).parents[2]
DEADLINE_S = 10
CODES_PER_SPEED = 10
SPEEDS_MS = (1, 4, 12, 20)
KEYCODE_OF_DIGIT = {"1": 10, "2": 11, "3": 12, "4": 13, "5": 14, "6": 15, "7": 16, "8": 17, "9": 18, "0": 19}
RETURN, MINUS, SHIFT, BRACKET = 36, 20, 50, 35


class Bench:
    """An X server with the page on it, and a keyboard."""

    def __init__(self, tmp_path: Path) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp"], pass_fds=(writing,), stderr=subprocess.DEVNULL
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        self._environment = {
            **os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software", "XDG_RUNTIME_DIR": str(tmp_path),
        }  # fmt: skip
        self._page = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.scan_page"], env=self._environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.xdotool("windowfocus", "--sync", str(self.next("window")))
        assert self.next("active") is True

    def _listen(self) -> None:
        assert self._page.stdout is not None
        for line in self._page.stdout:
            self._said.put(json.loads(line))

    def _say(self, line: str) -> None:
        assert self._page.stdin is not None
        self._page.stdin.write(f"{line}\n")
        self._page.stdin.flush()

    def next(self, kind: str) -> Any:
        """The next thing of this kind that the page says."""
        while kind not in (said := self._said.get(timeout=DEADLINE_S)):
            pass
        return said[kind]

    def run(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=True, timeout=DEADLINE_S)

    def xdotool(self, *arguments: str) -> None:
        self.run("xdotool", *arguments)

    def field(self, expected: str) -> str:
        """What stands in the field: asked until it is what is expected or the last letters surely came back."""
        for _ in range(40):
            self._say("field")
            if (text := self.next("field")) == expected:
                break
            self.xdotool("sleep", "0.05")
        return str(text)

    def scans(self, count: int) -> list[list[str]]:
        return [self.next("scan") for _ in range(count)]

    def close(self) -> None:
        self._say("quit")
        assert self._page.wait(DEADLINE_S) == 0
        self._listener.join(DEADLINE_S)
        for pipe in (self._page.stdin, self._page.stdout):
            assert pipe is not None
            pipe.close()
        self._server.terminate()
        self._server.wait(DEADLINE_S)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(tmp_path_factory.mktemp("xvfb"))
    yield made
    made.close()


def code_number(number: int) -> tuple[list[str], str]:
    """(what the page must say, what the scanner sends): EANs, IMEIs and labels in turn."""
    match number % 3:
        case 0:
            body = f"30123456{number:04d}"
            return ["Ean", body + ean_digit(body)], body + ean_digit(body)
        case 1:
            imei = imei_from_body(f"35266891{number:06d}")
            assert imei is not None
            return ["Imei", imei], imei
    label = make_unit_label("L01", "K2", number + 1)
    return ["UnitCode", label], label


@pytest.mark.parametrize("delay_ms", SPEEDS_MS)
def test_every_scan_is_received_and_the_focused_field_keeps_only_what_was_typed(bench: Bench, delay_ms: int) -> None:
    before = bench.field("")
    codes = [code_number(delay_ms * 100 + number) for number in range(CODES_PER_SPEED)]
    bench.xdotool("type", "--delay", "120", "verre")
    bench.xdotool("sleep", "0.3")
    for _, sent in codes[:5]:
        bench.xdotool("type", "--delay", str(delay_ms), "--args", "1", sent, "key", "Return")
    bench.xdotool("type", "--delay", str(delay_ms), "".join(f"{sent}\n" for _, sent in codes[5:]))
    assert bench.scans(len(codes)) == [said for said, _ in codes]
    bench.xdotool("sleep", "0.3")
    bench.xdotool("type", "--delay", "90", " iphone 12")
    assert bench.field(f"{before}verre iphone 12") == f"{before}verre iphone 12"


def test_a_scanner_set_to_a_us_keyboard_is_read_right_on_a_french_system(bench: Bench) -> None:
    before = bench.field("")
    bench.run("setxkbmap", "-layout", "fr")
    for delay_ms in SPEEDS_MS:
        (_, ean), digits = code_number(0), "L01-K2-000123"
        keys = [str(KEYCODE_OF_DIGIT[digit]) for digit in ean]
        bench.xdotool("key", "--delay", str(delay_ms), *keys, str(RETURN))
        assert bench.next("scan") == ["Ean", ean]
        ticket = [f"{SHIFT}+46", "19", "10", str(MINUS), f"{SHIFT}+45", "11", str(MINUS), *(str(KEYCODE_OF_DIGIT[digit]) for digit in digits[-6:])]
        bench.xdotool("key", "--delay", str(delay_ms), *ticket, str(RETURN))
        assert bench.next("scan") == ["TicketNumber", digits]
        aim = [str(BRACKET), f"{SHIFT}+26", "19", *keys]
        bench.xdotool("key", "--delay", str(delay_ms), *aim, str(RETURN))
        assert bench.next("scan") == ["Ean", ean]
    bench.xdotool("key", "--delay", "120", "24", "38", "10")
    bench.run("setxkbmap", "-layout", "us")
    assert bench.field(f"{before}aq&") == f"{before}aq&"
