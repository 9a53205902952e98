"""``kiosk demo`` and ``tour``: the commands that run the whole house, central included, and play it."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.commands.say import DONE, REFUSED, answer, language
from kiosk.demo import hand, play
from kiosk.ui.tour.report import Report


def run(chosen: argparse.Namespace) -> int:
    """The exit code: 1 when an expectation of the tour did not hold."""
    if chosen.command == "tour":
        return _told(play.play(chosen.script, chosen.out), chosen.out, as_json=chosen.json)
    if chosen.play or not play.has_display():
        return _told(play.play(play.FIRST_DAY, chosen.out), chosen.out, as_json=chosen.json)
    return hand.open_demo(chosen.out)


def _told(report: Report, out: Path, *, as_json: bool) -> int:
    """Say what the tour did; 1 when an expectation did not hold."""
    held, of, pictures = report.expectations - len(report.failures), report.expectations, len(report.pictures)
    words = {
        "fr": f"{held} attentes tenues sur {of}, {pictures} images, {report.entries_acknowledged} écritures reçues par central : {out}",
        "en": f"{held} of {of} expectations held, {pictures} pictures, {report.entries_acknowledged} entries at central: {out}",
    }[language()]
    lines = [f"  {step.text}" for step in report.steps if step.verb == "say"]
    lines += [f"  ligne {step.line}: {step.verb} « {step.text} » : {step.saw}" for step in report.failures]
    answer({"ok": report.ok, "held": held, "expectations": of, "out": str(out)}, *lines, words, as_json=as_json)
    return DONE if report.ok else REFUSED
