"""The demo shop by hand: the kiosk's window, and beside it the virtual counter. Until the kiosk's window is closed."""

from __future__ import annotations

import functools
import json
import logging
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, QUrl
from PySide6.QtQuick import QQuickWindow

from kiosk.basics.money import Money
from kiosk.demo.play import SIZE, empty, keep
from kiosk.demo.world import DEMO_DATA, World
from kiosk.hardware.virtual.paper import render_png
from kiosk.launch import RunningKiosk
from kiosk.ui.application import QML, make_engine, start_qt
from kiosk.ui.formats import Formats
from kiosk.ui.tour import hands
from kiosk.ui.tour.report import Done, Report
from kiosk.ui.viewmodels.app import AppViewModel
from kiosk.ui.viewmodels.counter import CounterViewModel, PaperRow, PhotoRow, Scannable

LOOK_EVERY_MS = 400
WEDGE_KEY_MS = 4
SHELF = 8
log = logging.getLogger(__name__)


def open_demo(out_dir: Path) -> int:
    """Start central, the devices and the kiosk; gives the exit code when the window is closed."""
    application = start_qt()
    empty(out_dir)
    world = World(out_dir)
    kiosk = RunningKiosk(world.kiosk_dir, size=QSize(SIZE))
    try:
        kiosk.open()
        code = world.enrolment_code
        counter = CounterViewModel(world, things(), enrolment_code=code, wedge=lambda scanned: type_as_wedge(kiosk.window, scanned))
        counter.show_photos(photos())
        engine = make_engine(log.warning)
        engine.setInitialProperties({"viewModel": counter})
        engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / "Counter" / "VirtualCounter.qml")))
        papers, album = PaperShelf(world, counter), Album(kiosk, out_dir / "screens")
        timer = QTimer()
        timer.setInterval(LOOK_EVERY_MS)
        timer.timeout.connect(papers.look)
        timer.timeout.connect(album.look)
        timer.timeout.connect(lambda: counter.show_terminal(asked_of(world.terminal.asking_cents)))
        timer.start()
        kiosk.closed.connect(application.quit)
        ended = application.exec()
        if kiosk.failure is not None:
            raise kiosk.failure
        timer.stop()
        engine.deleteLater()
        QCoreApplication.sendPostedEvents(engine, QEvent.Type.DeferredDelete)  # before what its bindings read
        leave(kiosk, world, album)
        return int(ended)
    finally:
        kiosk.close()
        world.close()


def leave(kiosk: RunningKiosk, world: World, album: Album) -> None:
    """What a day by hand leaves: the same files as a day that was played, with the pages that were opened for its steps."""
    report = Report("by hand", planned=len(album.pages), steps=album.pages, pictures=album.pictures)
    (world.out_dir / "labels").mkdir(exist_ok=True)
    keep(kiosk, world, report)
    report.write(world.out_dir / "report.json")


def asked_of(cents: int | None) -> str:
    """What the card terminal shows while it waits."""
    return "" if cents is None else Formats().money(Money(cents))


class Album:
    """A picture of each page that somebody opened, once it has stood for a look."""

    def __init__(self, kiosk: RunningKiosk, folder: Path) -> None:
        self.pages: list[Done] = []
        self.pictures: list[str] = []
        self._kiosk = kiosk
        self._folder = folder
        self._began_s = time.monotonic()
        self._seen = self._kept = ""
        folder.mkdir(parents=True, exist_ok=True)

    def look(self) -> None:
        if self._kiosk.kiosk_window is None or not isinstance(self._kiosk.kiosk_window.root, AppViewModel):
            return
        frame = self._kiosk.kiosk_window.root.frame
        page = frame.workspace if frame.stage == "work" else frame.stage
        stands, self._seen = page == self._seen, page
        if not stands or page == self._kept:
            return
        self._kept = page
        name = f"{len(self.pictures) + 1:02d}-{page}.png"
        self._kiosk.kiosk_window.grab().save(str(self._folder / name))
        self.pictures.append(name)
        self.pages.append(Done(len(self.pictures), "page", page, round((time.monotonic() - self._began_s) * 1000)))


class PaperShelf:
    """Shows each paper that comes out, newest first."""

    def __init__(self, world: World, counter: CounterViewModel) -> None:
        self._world = world
        self._counter = counter
        self._rows: list[PaperRow] = []

    def look(self) -> None:
        jobs = self._world.printer.jobs
        if len(jobs) == len(self._rows):
            return
        folder = self._world.out_dir / "receipts"
        folder.mkdir(exist_ok=True)
        for number in range(len(self._rows) + 1, len(jobs) + 1):
            picture = folder / f"{number:02d}.png"
            picture.write_bytes(render_png(jobs[number - 1]))
            self._rows.insert(0, PaperRow(str(number), QUrl.fromLocalFile(str(picture.resolve())).toString()))
        self._counter.show_papers(self._rows)


def type_as_wedge(window: QQuickWindow, code: str) -> None:
    """The burst of a keyboard-wedge scanner, key by key from timers."""
    began_ms = time.monotonic_ns() // 1_000_000
    for place, (key, text) in enumerate(hands.wedge_keys(code)):
        press = functools.partial(hands.press, window, key, text, at_ms=began_ms + place * WEDGE_KEY_MS)
        QTimer.singleShot(place * WEDGE_KEY_MS, press)


def photos() -> list[PhotoRow]:
    """The views of the demo's phone, for the camera."""
    return [PhotoRow(path.stem, QUrl.fromLocalFile(str(path)).toString()) for path in sorted((DEMO_DATA / "photos").glob("*.jpg"))]


def things() -> list[Scannable]:
    """What lies on the demo's counter: badges, devices to sell and to inspect, accessories, phones that customers bring."""
    counter, units, products = (json.loads((DEMO_DATA / f"{name}.json").read_text("utf-8")) for name in ("counter", "units", "products"))
    by_id = {row["product_id"]: row for row in products}
    found = [Scannable(row["code"], "badge", row["name"], row["detail"], "id-card") for row in counter["badges"]]
    found += [Scannable(row["code"], "phone", row["name"], row["detail"], "handshake", pluggable="cable" in row) for row in counter["phones"]]
    for state, group, icon in (("for_sale", "unit", "smartphone"), ("to_inspect", "inspection", "clipboard-check")):
        for unit in [unit for unit in units if unit["state"] == state][:SHELF]:
            code = unit.get("imei") or unit["serial"]
            found.append(Scannable(code, group, by_id[unit["product_id"]]["name"], f"···· {code[-4:]}", icon))
    accessories = [row for row in products if row["kind"] == "accessory" and row["ean"]][: 2 * SHELF]
    return found + [Scannable(row["ean"], "accessory", row["name"], row["ean"], "plug-zap") for row in accessories]
