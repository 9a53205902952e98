"""The self-test page on a phone: what a person does there, in the test browser."""

from __future__ import annotations

import io
import json
import math
from datetime import datetime

import zxingcpp
from PIL import Image

from kiosk.diagnostics.probes.page import Invitation, Road
from kiosk.hardware.page_server import PageServer
from tests.browser import Browser
from tests.senses import Senses

STATE = "document.documentElement?.dataset.state"
WIDTH, HEIGHT = 412, 915
CELL_WIDTH, CELL_HEIGHT = WIDTH / 12, HEIGHT / 20


class Phone:
    """The page on a phone whose clock is the kiosk's."""

    def __init__(self, browser: Browser, senses: Senses, now_utc: datetime) -> None:
        self.browser = browser
        self.senses = senses
        self._sensors: set[str] = set()
        now_ms = int(now_utc.timestamp() * 1000)
        browser.new_tab()
        browser.tell("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=10)
        clock = f"const Real = Date; globalThis.Date = class extends Real {{ constructor(...given) {{ super(...(given.length ? given : [{now_ms}])); }} }};"
        browser.tell("Page.addScriptToEvaluateOnNewDocument", source=f"{{ {clock} }}")

    def open(self, invited: Invitation, pages: PageServer, got: list[str], road: Road = Road.QR) -> None:
        port, path = pages.admit(got.append, life_s=900)
        self.browser.open(invited.link(f"http://localhost:{port}{path}", road))
        self.until("welcome")

    def until(self, state: str) -> None:
        self.browser.until(f"{STATE} === {state!r}")

    def heading(self, step: str) -> str:
        """The title of this screen, as soon as it is shown."""
        self.browser.until(f"document.documentElement?.dataset.step === {step!r}")
        return str(self.browser.ask("document.querySelector('h1').innerText"))

    def press(self, words: str, *, on: str = "") -> None:
        """The button of these words, as soon as it is there; ``on`` names the screen."""
        if on:
            self.heading(on)
        found = f"[...document.querySelectorAll('button')].find(button => button.textContent === {json.dumps(words)})"
        self.browser.until(f"{STATE} && {found} && ({found}.click(), true)")

    def drawn(self) -> None:
        """What was asked to be on the screen is there, and feels a finger."""
        self.browser.ask("new Promise(go => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go))))")

    def sweep(self, dead: set[tuple[int, int]]) -> None:
        """A finger over the whole screen, line by line; the dead zone feels nothing."""
        self.browser.until("document.querySelector('.cells')")
        self.drawn()
        there = [(row, column) for row in range(20) for column in (range(12) if row % 2 == 0 else range(11, -1, -1)) if (row, column) not in dead]
        points = [((column + 0.5) * CELL_WIDTH, (row + 0.5) * CELL_HEIGHT) for row, column in there]
        self.browser.touch("touchStart", points[0])
        for point in points[1:]:
            self.browser.touch("touchMove", point)
        self.browser.touch("touchEnd")

    def fingers(self, count: int) -> None:
        self.browser.until("document.querySelector('.fingers')")
        self.drawn()
        self.browser.touch("touchStart", *((40 + 70 * place, 300) for place in range(count)))
        self.browser.until(f"document.querySelector('.number')?.textContent === '{count}' || {STATE} !== 'multitouch'")
        self.browser.touch("touchEnd")

    def colours(self) -> None:
        self.browser.until("document.querySelector('.colour')")
        for _ in range(5):
            self.browser.ask("document.querySelector('.colour').click()")
            self.browser.ask("new Promise(go => setTimeout(go))")

    def sense(self, sensor: str, **axes: float) -> None:
        """From now on this sensor says so."""
        self._emulate(sensor, {"xyz": axes})

    def point(self, degrees: float) -> None:
        """It lies flat and its top points there, as its compass says."""
        half = math.radians(degrees) / 2
        self._emulate("absolute-orientation", {"quaternion": {"x": 0, "y": 0, "z": math.sin(half), "w": math.cos(half)}})

    def _emulate(self, sensor: str, reading: dict[str, dict[str, float]]) -> None:
        if sensor not in self._sensors:
            self._sensors.add(sensor)
            metadata = {"available": True, "minimumFrequency": 1, "maximumFrequency": 60}
            self.browser.tell("Emulation.setSensorOverrideEnabled", enabled=True, type=sensor, metadata=metadata)
        self.browser.tell("Emulation.setSensorOverrideReadings", type=sensor, reading=reading)

    def text(self) -> str:
        return str(self.browser.ask("document.getElementById('page').innerText")).replace("\u202f", " ").replace("\u00a0", " ")

    def layout(self) -> tuple[int, list[str]]:
        """How far the page sticks out to the side, and the buttons that a finger would miss."""
        small = "[...document.querySelectorAll('button')].filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent)"
        out, missed = self.browser.ask(f"[document.documentElement.scrollWidth - innerWidth, {small}]")
        return out, missed

    def code(self) -> str:
        """What a scanner reads off the phone's screen."""
        self.until("result")
        picture = Image.open(io.BytesIO(self.browser.picture())).convert("L")
        (found,) = zxingcpp.read_barcodes(picture)
        return found.text
