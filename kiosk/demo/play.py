"""Plays a script on a kiosk of its own with the world around it, and leaves what it saw: pictures, papers, documents, labels, report."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime
from mimetypes import guess_extension
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.basics.clock import SystemClock
from kiosk.demo.world import RESOURCES, World
from kiosk.documents import store as document_store
from kiosk.journal import store as journal_store
from kiosk.launch import RunningKiosk
from kiosk.ui.application import start_qt
from kiosk.ui.formats import SHOP_ZONE
from kiosk.ui.tour.player import Player
from kiosk.ui.tour.report import Report
from kiosk.ui.tour.script import load

FIRST_DAY = RESOURCES / "demo" / "first_day.jsonl"
SIZE = QSize(1366, 768)
LEAVINGS = ("kiosk", "central", "camera", "screens", "receipts", "documents", "labels", "report.json")


def has_display() -> bool:
    """Whether a window would be seen by somebody."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def empty(out_dir: Path) -> None:
    """Take away what an earlier demo left, and nothing else."""
    for name in LEAVINGS:
        path = out_dir / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            with suppress(FileNotFoundError):
                path.unlink()
    out_dir.mkdir(parents=True, exist_ok=True)


class MorningClock:
    """The machine's clock, moved so that the day played begins at 09:02 in the shop: it never crosses midnight, and looks like a day."""

    def __init__(self) -> None:
        self._real = SystemClock()
        here = self._real.now_utc().astimezone(ZoneInfo(SHOP_ZONE))
        self._shift = here.replace(hour=9, minute=2, second=0, microsecond=0) - here

    def now_utc(self) -> datetime:
        return self._real.now_utc() + self._shift

    def monotonic_ms(self) -> int:
        return self._real.monotonic_ms()


class Stage:
    """The running kiosk as the player sees it."""

    def __init__(self, kiosk: RunningKiosk) -> None:
        self._kiosk = kiosk

    def window(self) -> QQuickWindow:
        return self._kiosk.window

    def restart(self) -> None:
        self._kiosk.reopen()

    def idle(self) -> bool:
        return self._kiosk.idle()


def play(script: Path, out_dir: Path) -> Report:
    """ScriptUnreadable before anything is started; expectations that fail are in the report."""
    steps = load(script)
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = start_qt()
    empty(out_dir)
    report = Report(script.name, planned=len(steps))
    world = World(out_dir)
    kiosk = RunningKiosk(world.kiosk_dir, size=SIZE, clock=MorningClock())
    try:
        kiosk.open()
        world.acknowledged = lambda: all_acknowledged(kiosk)
        world.scanner_ready = kiosk.scanner_ready
        player = Player(steps, Stage(kiosk), world, pictures=out_dir / "screens", report=report, finished=lambda: QTimer.singleShot(0, application.quit))
        player.start()
        kiosk.closed.connect(application.quit)
        application.exec()
        if kiosk.failure is not None:
            raise kiosk.failure
        keep(kiosk, world, report)
    finally:
        kiosk.close()
        world.close()
    report.write(out_dir / "report.json")
    return report


def all_acknowledged(kiosk: RunningKiosk) -> bool:
    """Whether central has every entry of the journal."""
    written, acknowledged = entries(kiosk)
    return written == acknowledged


def entries(kiosk: RunningKiosk) -> tuple[int, int]:
    """Entries written, and acknowledged by central, in this epoch."""
    assert kiosk.house is not None
    with kiosk.house.database.read() as connection:
        head = journal_store.head(connection)
        return head.seq, journal_store.acked(connection, head.epoch).seq


def keep(kiosk: RunningKiosk, world: World, report: Report) -> None:
    """Papers and documents as files; figures into the report."""
    world.keep_papers()
    assert kiosk.house is not None
    folder = world.out_dir / "documents"
    folder.mkdir(exist_ok=True)
    with kiosk.house.database.read() as connection:
        for document in document_store.document_rows(connection):
            (folder / f"{document.kind}-{document.number}{guess_extension(document.media_type)}").write_bytes(document.content)
    report.entries, report.entries_acknowledged = entries(kiosk)
    for verb in ("tap", "scan", "expect", "synced"):
        took = [step.took_ms for step in report.steps if step.verb == verb]
        if took:
            report.timings_ms[f"{verb}_median"] = sorted(took)[len(took) // 2]
            report.timings_ms[f"{verb}_worst"] = max(took)


