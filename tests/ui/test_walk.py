"""A walk through the shell's pages at the three sizes, in both languages: nothing clipped, nothing too small, nothing without a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.staff.service import StaffService
from kiosk.ui.tour import hands, seeing
from kiosk.ui.viewmodels.app import Frame, Said
from kiosk.ui.viewmodels.gallery import GalleryViewModel
from kiosk.ui.viewmodels.setup import Progress
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults, settle
from tests.ui.shell import ALL_BROKEN, PAPER_OUT, Shell

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
FRAME = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)


def door(shell: Shell) -> None:
    shell.sign_in.refresh(language="fr", drawer_owners=frozenset({"person-cl-1"}))
    shell.sign_in.choose("person-yb-2")
    for _ in range(4):
        shell.sign_in.type("2")


def setup_start(shell: Shell) -> None:
    shell.app.show_frame(replace(shell.app.frame, stage="setup"))


def setup_code(shell: Shell) -> None:
    setup_start(shell)
    shell.setup.enterCode()


def setup_progress(shell: Shell) -> None:
    setup_start(shell)
    shell.setup.show_progress(Progress("catalogue", 130, 212))


def paper_out(shell: Shell) -> None:
    shell.know(PAPER_OUT)
    shell.app.welcome(shell.staff.person("person-cl-1"))
    shell.app.show_frame(replace(shell.app.frame, language=shell.language))
    shell.app.openFault("printer")


def offline(shell: Shell) -> None:
    paper_out(shell)
    shell.app.openFault("sync")


def all_broken(shell: Shell) -> None:
    paper_out(shell)
    shell.know(ALL_BROKEN)
    shell.app.openFault("scanner")


def all_well(shell: Shell) -> None:
    shell.app.welcome(shell.staff.person("person-sm-4"))
    shell.app.show_frame(replace(shell.app.frame, language=shell.language))
    shell.app.openFault("scanner")
    shell.app.notify(Said("Code inconnu\u00a0: 3\u202f700\u202f123\u202f904\u202f815", "Le panier n’a pas changé.", "wait"))


PAGES: dict[str, Callable[[Shell], None]] = {
    "sign-in": door,
    "setup": setup_start,
    "setup-code": setup_code,
    "setup-progress": setup_progress,
    "paper-out": paper_out,
    "offline": offline,
    "all-broken": all_broken,
    "all-well": all_well,
}


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=SIZES, ids=lambda size: str(size[0]))
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param  # type: ignore[no-any-return]  # one of SIZES


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_shell_can_be_read_and_touched(
    page: str, language: str, size: tuple[int, int], staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt
) -> None:
    shell = Shell(staff, jobs, clock, frame=replace(FRAME, language=language))
    kiosk_window = show(shell.app, size=size)
    PAGES[page](shell)
    settle()
    assert faults(kiosk_window) == []
    look_at(kiosk_window, f"{page}-{size[0]}-{language}-light")
    shell.app.show_frame(replace(shell.app.frame, dark=True))
    look_at(kiosk_window, f"{page}-{size[0]}-{language}-dark")


def test_training_cannot_be_mistaken(size: tuple[int, int], staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt) -> None:
    shell = Shell(staff, jobs, clock, frame=replace(FRAME, training=True))
    kiosk_window = show(shell.app, size=size)
    door(shell)
    settle()
    assert faults(kiosk_window) == []
    look_at(kiosk_window, f"training-{size[0]}-fr-light")


def test_the_way_into_training_says_what_it_is(
    language: str, size: tuple[int, int], staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt
) -> None:
    shell = Shell(staff, jobs, clock, frame=replace(FRAME, language=language))
    kiosk_window = show(shell.app, size=size)
    all_well(shell)
    shell.app.dismissNotice()
    settle()
    hands.tap(kiosk_window.window, seeing.middle(seeing.touchables(kiosk_window.window, "S’entraîner" if language == "fr" else "Train")[0]))
    settle()
    assert faults(kiosk_window) == []
    look_at(kiosk_window, f"training-sheet-{size[0]}-{language}-light")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_gallery_shows_every_component(dark: bool, language: str, size: tuple[int, int], show: Show, look_at: LookAt) -> None:
    kiosk_window = show(GalleryViewModel(dark=dark, language=language, motion=False), page="App/Gallery.qml", size=size)
    assert faults(kiosk_window) == []
    look_at(kiosk_window, f"gallery-{size[0]}-{language}-{'dark' if dark else 'light'}")
