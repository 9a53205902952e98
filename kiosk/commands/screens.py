"""``kiosk run``, ``gallery``, ``tour`` and ``demo``: the commands that open windows."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.commands.say import DONE, REFUSED, answer, language
from kiosk.demo import hand, play
from kiosk.launch import RunningKiosk
from kiosk.storage.lock import AlreadyRunning, only_instance
from kiosk.ui.application import run_gallery, start_qt
from kiosk.ui.front import FrontDoor, ask_to_front
from kiosk.ui.tour.report import Report

GALLERY_SIZES = ((1920, 1080), (1366, 768))


def run(chosen: argparse.Namespace) -> int:
    """The exit code of a command that opens windows."""
    match chosen.command:
        case "run":
            return _run(chosen.data)
        case "gallery":
            return _gallery(chosen.out, as_json=chosen.json)
        case "tour":
            return _told(play.play(chosen.script, chosen.out), chosen.out, as_json=chosen.json)
        case command:
            assert command == "demo", command
            if chosen.play or not play.has_display():
                return _told(play.play(play.FIRST_DAY, chosen.out), chosen.out, as_json=chosen.json)
            return hand.open_demo(chosen.out)


def _run(data_dir: Path) -> int:
    """Until the window is closed; a second start brings the first to the front and is refused."""
    data_dir.mkdir(parents=True, exist_ok=True)
    application = start_qt()
    try:
        with only_instance(data_dir):
            kiosk = RunningKiosk(data_dir)
            kiosk.open()
            door = FrontDoor(data_dir, kiosk.to_front)
            try:
                return application.exec()
            finally:
                door.close()
                kiosk.close()
    except AlreadyRunning:
        ask_to_front(data_dir)
        raise


def _gallery(out: Path | None, *, as_json: bool) -> int:
    """A window, or with ``--out`` a picture per theme and size."""
    if out is None:
        return run_gallery()
    pictures = []
    for dark in (False, True):
        for size in GALLERY_SIZES:
            picture = out / f"gallery-{size[0]}-{'dark' if dark else 'light'}.png"
            if run_gallery(dark=dark, size=size, picture=picture):
                return REFUSED
            pictures.append(str(picture))
    answer({"pictures": pictures}, *pictures, as_json=as_json)
    return DONE


def _told(report: Report, out: Path, *, as_json: bool) -> int:
    """Say what the tour did; 1 when an expectation did not hold."""
    held, of, pictures = report.expectations - len(report.failures), report.expectations, len(report.pictures)
    words = {
        "fr": f"{held} attentes tenues sur {of}, {pictures} images, {report.entries_acknowledged} écritures reçues par central : {out}",
        "en": f"{held} of {of} expectations held, {pictures} pictures, {report.entries_acknowledged} entries at central: {out}",
    }[language()]
    lines = [f"  {step.text}" for step in report.steps if step.verb == "say"]
    lines += [f"  ligne {step.line}: {step.verb} « {step.text} » : {step.saw}" for step in report.failures]
    answer({"ok": not report.failures, "held": held, "expectations": of, "out": str(out)}, *lines, words, as_json=as_json)
    return REFUSED if report.failures else DONE
