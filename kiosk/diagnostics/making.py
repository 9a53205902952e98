"""Puts together what surrounds the thirty points: the testers of the bench."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.testers import TesterService


@dataclass(frozen=True, slots=True)
class Aftercare:
    """The use cases beside the inspection itself."""

    testers: TesterService


def make_aftercare(recorder: Recorder) -> Aftercare:
    """Over the same rows and clock as the inspections."""
    return Aftercare(TesterService(recorder.database, recorder.clock))
