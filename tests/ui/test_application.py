"""What the program does around its window: how dense it believes the panel to be, and what it says of its own bugs."""

from __future__ import annotations

import logging
import sys

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.staff.service import StaffService
from kiosk.ui.application import believable_px_per_mm, say_of_bugs
from tests.ui.conftest import HandJobs
from tests.ui.shell import Shell


@pytest.mark.parametrize(
    ("dots_per_inch", "platform", "px_per_mm"),
    [
        (141.0, "xcb", 5.55), (96.0, "wayland", 3.78), (304.0, "eglfs", 11.97), (51.0, "xcb", 2.01),
        (50.0, "xcb", 0.0), (305.0, "xcb", 0.0), (0.0, "xcb", 0.0), (96.0, "offscreen", 0.0), (96.0, "minimal", 0.0),
    ],
)  # fmt: skip
def test_a_panel_is_believed_only_when_its_density_can_be_true(dots_per_inch: float, platform: str, px_per_mm: float) -> None:
    assert believable_px_per_mm(dots_per_inch, platform) == pytest.approx(px_per_mm, abs=0.005)


def test_a_bug_in_the_screens_is_logged_whole_and_said_in_a_sentence(
    staff: StaffService, jobs: HandJobs, clock: ManualClock, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: heard.append(error))
    before = sys.excepthook
    app = Shell(staff, jobs, clock).app
    end = say_of_bugs(app)
    bug, asked_to_stop = ValueError("a bug"), KeyboardInterrupt()
    with caplog.at_level(logging.CRITICAL):
        sys.excepthook(ValueError, bug, None)
        sys.excepthook(KeyboardInterrupt, asked_to_stop, None)
    assert app.noticeShown
    assert "a bug" not in f"{app.noticeTitle} {app.noticeDetail}"
    assert [record.exc_info[1] for record in caplog.records if record.exc_info] == [bug]
    assert heard == [bug, asked_to_stop]
    end()
    assert sys.excepthook is before
