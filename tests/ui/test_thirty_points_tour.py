"""Every one of the thirty points of every kind, reached and answered by touching the real screens."""

from __future__ import annotations

import pytest
from PySide6.QtQuick import QQuickWindow

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from kiosk.ui.tour import hands, seeing
from kiosk.ui.viewmodels.app import Frame
from tests.bench import build_bench, load_demo_shop
from tests.ui.conftest import HandJobs, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import settle
from tests.ui.shell import Shell

NUMBERS = {f"{number:02d}" for number in range(1, 31)}
# What the bench measures where the best number is not 95: seconds, decibels, milliohms…
MEASURES = {"boot": 40, "sticks": 3, "fan_noise": 35, "insulation_two": 9000, "leakage_two": 80, "run_time": 45}


class Finger:
    """Touches what is on the screen by its spoken name."""

    def __init__(self, window: QQuickWindow, desk: Desk) -> None:
        self.window, self.desk = window, desk

    def tap(self, name: str) -> None:
        found = seeing.touchables(self.window, name)
        assert found, f"{name!r} is not on the screen: {seeing.names(self.window)}"
        self.desk.clock.advance(seconds=3)
        hands.tap(self.window, seeing.middle(found[-1]))
        self.desk.settle()
        settle()

    def sees(self, name: str) -> bool:
        return bool(seeing.touchables(self.window, name))

    def answer(self) -> None:
        """The question on the sheet: its photos, then the good answer."""
        page = self.desk.page.inspection
        for row in [row for row in page.photos.rows if not row.picture]:
            self.desk.do(lambda slot=row.slot: page.takePhoto(slot))
        question_id = page.question.questionId
        if page.tester.wanted and not page.tester.serial:
            page.tester.writeSerial("0104-4711")
            page.tester.writeCalibrated("12/03/2026")
        if page.question.measured:
            for digit in str(MEASURES.get(question_id, 95)):
                self.tap(digit)
            self.tap("Enregistrer la mesure")
        elif page.question.choice:
            self.tap(page.answers.rows[0].name)
        else:
            self.tap("Conforme")


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("unit_id", "not_applicable"),
    [
        ("u-000194", set()),
        ("u-000197", {"05", "17", "26"}),
        ("u-000199", set()),
        ("u-000200", {"10", "11", "12", "13", "15", "21"}),
        ("u-000201", {"04", "21", "26"}),
        ("u-000202", {"06", "13", "19", "26"}),
    ],
)
def test_the_thirty_points_of_a_kind_are_reached_and_answered_by_touch(
    unit_id: str, not_applicable: set[str], database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs, show: Show
) -> None:  # fmt: skip
    load_demo_shop(database)
    bench = build_bench(database, ledger, clock, ids)
    desk = Desk(bench, jobs, clock)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, workspace="diagnostic")
    shell = Shell(bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    window = show(shell.app, size=(1366, 768)).window
    desk.sign_in("ines")
    shell.app.welcome(bench.person("ines"))
    shell.app.openWorkspace("diagnostic")
    desk.do(lambda: desk.page.inspect(unit_id))
    finger, page, asked = Finger(window, desk), desk.page.inspection, set()
    settle()
    finger.tap("Tester le point suivant")
    for _ in range(80):
        if page.allDone:
            break
        asked.add(page.nextNumber)
        finger.answer()
    looks = {row.number: row.look for row in page.points.rows}
    assert looks == {number: "none" if number in not_applicable else "passed" for number in NUMBERS}
    assert NUMBERS - not_applicable - asked <= {row.number for row in page.points.rows if row.point_id in ("erasure", "identity")}
    finger.tap("Mettre en vente")
    sold = bench.stock.unit_by_id(unit_id)
    assert sold is not None and sold.state is UnitState.FOR_SALE
