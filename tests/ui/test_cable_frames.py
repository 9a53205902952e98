"""What a phone on the cable costs the window: rows that stand are filled anew, names are asked away from it, and it gets its turn soon."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.codes import decode
from kiosk.hardware.faults import PhoneUntrusted
from kiosk.hardware.ports import PluggedPhone
from kiosk.hardware.tool import GIVES_WAY, give_way
from kiosk.ui.application import TURN_S, start_qt
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.cable import CableViewModel
from tests.bench import IPHONE_12_64, Bench
from tests.phones import IPHONE_12, IPHONE_13, told, whole
from tests.ui.conftest import HandJobs, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.shell import Shell


def items(top: QQuickItem) -> int:
    return 1 + sum(items(child) for child in top.childItems())


def test_phones_that_come_and_go_and_a_trade_in_that_begins_make_no_row_anew(bench: Bench, jobs: HandJobs, clock: ManualClock, show: Show) -> None:
    desk = Desk(bench, jobs, clock)
    shell = Shell(bench.staff, jobs, clock, frame=Frame(motion=False, workspace="diagnostic"), diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=(1366, 768))
    person = desk.sign_in("yanis")
    shell.app.welcome(person)
    shell.app.openWorkspace("diagnostic")
    desk.settle()
    content = window.window.contentItem()
    made = items(content)
    for _time in range(2):
        for phone in (IPHONE_12, IPHONE_13):
            desk.plug(phone, may_begin=False)
        desk.page.plugging.waits(PhoneUntrusted(udid="00008110-0011223344556677"))
        desk.settle()
        assert items(content) == made
        for udid in (IPHONE_12.udid, IPHONE_13.udid, "00008110-0011223344556677"):
            desk.page.plugging.unplugged(udid)
        desk.settle()
        assert items(content) == made
    came: list[int] = []
    steps = desk.page.tradeIn.parts.steps
    steps.rowsInserted.connect(lambda *_where: came.append(1))
    steps.rowsRemoved.connect(lambda *_where: came.append(-1))
    desk.scan(decode(IPHONE_12_64))
    assert (len(steps.rows), came) == (16, [])


def test_a_phone_s_name_is_asked_once_per_plugging_and_never_while_the_window_waits(jobs: HandJobs) -> None:
    asked: list[str] = []

    def name_of(phone: PluggedPhone) -> str:
        asked.append(phone.product_type)
        return "iPhone 12" if phone.product_type == "iPhone13,2" else ""

    cable = CableViewModel(jobs, name_of)
    cable.plugged(told(IPHONE_12))
    cable.plugged(whole(IPHONE_12))
    assert ([row.model for row in cable.phones.rows if row.udid], asked) == (["iPhone13,2"], [])
    jobs.step()
    assert ([row.model for row in cable.phones.rows if row.udid], asked) == (["iPhone 12"], ["iPhone13,2"])
    names: list[str] = []
    cable.named(whole(IPHONE_12), names.append)
    cable.unplugged(IPHONE_12.udid)
    cable.plugged(whole(IPHONE_13))
    cable.named(whole(IPHONE_13), names.append)
    cable.unplugged(IPHONE_13.udid)
    jobs.step()
    assert (names, asked, cable.phoneCount) == (["iPhone 12"], ["iPhone13,2", "iPhone14,5"], 0)


@pytest.mark.usefixtures("qapp")
def test_the_window_gets_its_turn_before_a_worker_is_done() -> None:
    start_qt()
    assert sys.getswitchinterval() == pytest.approx(TURN_S)


def test_a_tool_that_reads_a_device_gives_way_to_the_window() -> None:
    with subprocess.Popen(["sleep", "60"]) as tool:
        give_way(tool)
        nice = os.getpriority(os.PRIO_PROCESS, tool.pid)
        tool.kill()
    assert nice == GIVES_WAY
