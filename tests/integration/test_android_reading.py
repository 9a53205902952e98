"""An Android phone on the cable read whole by the real adb, from its daemon up: what the tool prints is what the parsers were written for.

The tool and its server are real; behind them the phone's daemon is ours (diagnostics §4.6, points 1 to 3 and 6).
"""

from __future__ import annotations

import os
import queue
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.diagnostics.checklist import Verdict
from kiosk.diagnostics.probes.cable import report_of
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Report
from kiosk.hardware.adb import AdbServer
from kiosk.hardware.adb_pages import NotOnePhone, OtherPhoneOnCable
from kiosk.hardware.android_phones import AndroidPhones
from kiosk.hardware.ports import PluggedPhone
from kiosk.hardware.virtual.android import Allowance, VirtualAndroid
from kiosk.hardware.virtual.android_says import AndroidSelf
from kiosk.hardware.virtual.android_sockets import AndroidSockets

WAIT_S = 30.0
GALAXY = VirtualAndroid(AndroidSelf("R5CR30ABCDE", "SM-G991B", "490154203237518", brand="samsung", device="o1s", battery_pct=86))
PIXEL = VirtualAndroid(AndroidSelf("2B141FDH200ABC", "Pixel 7", "499001200000004"))
AS_SCANNED = Expected(imei="490154203237518", storage_gb=128)


class Cable:
    """The sockets, the link that reads them, and who listens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sockets = AndroidSockets(folder / "counter")
        self.link = AndroidPhones(AdbServer(folder / "kiosk", self.sockets.address), read_deadline_s=5)
        self.told: queue.Queue[PluggedPhone] = queue.Queue()
        self.faults: queue.Queue[str] = queue.Queue()
        self.gone: queue.Queue[str] = queue.Queue()
        self.link.start(self.told.put, lambda fault: self.faults.put(fault.code), self.gone.put)

    def reports(self, count: int) -> dict[str, Report]:
        """Of the next phones that are read whole, by serial number."""
        found: dict[str, Report] = {}
        while len(found) < count:
            phone = self.told.get(timeout=WAIT_S)
            if not phone.reading:
                found[phone.serial] = report_of(phone, AS_SCANNED)
        return found

    def adb(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        host, port = self.sockets.address.split(":")
        environment = os.environ | {"HOME": str(self.folder)}
        return subprocess.run(["adb", "-H", host, "-P", port, *arguments], env=environment, capture_output=True, text=True, timeout=WAIT_S, check=False)


@pytest.fixture(scope="module")
def cable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cable]:
    made = Cable(tmp_path_factory.mktemp("android"))
    yield made
    made.link.stop()
    made.sockets.close()


@pytest.fixture(autouse=True)
def cleared(cable: Cable) -> Iterator[None]:
    """Every phone off the cable, and everything heard, before the next test."""
    yield
    for phone in (GALAXY, PIXEL):
        if cable.sockets.unplug(phone.who.serial):
            cable.gone.get(timeout=WAIT_S)
    for heard in (cable.told, cable.faults):
        while not heard.empty():
            heard.get()


def otherwise(phone: VirtualAndroid, **says: bytes) -> VirtualAndroid:
    return replace(phone, who=replace(phone.who, says=says))


def test_everything_that_a_galaxy_says_is_read_by_the_real_tool(cable: Cable) -> None:
    cable.sockets.plug(GALAXY)
    report = cable.reports(1)["R5CR30ABCDE"]
    assert {name: report.facts[name] for name in ("product_type", "os", "imei_check", "storage_gb", "ram_gb", "battery_pct", "battery_pct.trust")} == {
        "product_type": "SM-G991B", "os": "Android 14", "imei_check": "match", "storage_gb": "128", "ram_gb": "8", "battery_pct": "86",
        "battery_pct.trust": "measured",
    }  # fmt: skip
    assert {finding.fact: finding.verdict for finding in report.findings} == dict.fromkeys(
        ("imei_match", "serial_match", "identity", "capacity", "account_lock", "management", "software", "battery_pct", "ports"), Verdict.PASS
    )  # fmt: skip
    assert report.duration_ms > 0


def test_an_account_a_lender_and_an_open_boot_loader_are_found(cable: Cable) -> None:
    opened = GALAXY.who.answers()["getprop"].replace(b"[green]", b"[orange]") + b"[knox.kg.state]: [Locked]\n"
    cable.sockets.plug(otherwise(GALAXY, getprop=opened, accounts=b"Accounts: 1\ntype=com.google\n"))
    report = cable.reports(1)["R5CR30ABCDE"]
    failed = {finding.fact: finding.reason for finding in report.findings if finding.verdict is Verdict.FAIL}
    assert failed == {"account_lock": "account_lock", "management": "financing_lock", "software": "software_modified"}
    assert report.facts["battery_pct.trust"] == "claimed"


def test_a_frozen_battery_is_not_believed(cable: Cable) -> None:
    frozen = GALAXY.who.answers()["dumpsys battery"].replace(b"state:\n", b"state:\n  (UPDATES STOPPED -- use 'reset' to restart)\n")
    cable.sockets.plug(otherwise(GALAXY, battery=frozen))
    report = cable.reports(1)["R5CR30ABCDE"]
    (battery,) = [finding for finding in report.findings if finding.fact == "battery_pct"]
    assert (battery.verdict, battery.number, report.facts["battery_pct.why"]) == (Verdict.INCONCLUSIVE, None, "frozen")


def test_one_phone_hangs_and_another_sends_a_megabyte_of_garbage_and_neither_spoils_the_third(cable: Cable) -> None:
    """The Galaxy falls silent in the middle; the Pixel's battery is noise: each says what it can, and no fail is made of it."""
    cable.sockets.plug(replace(GALAXY, falls_silent_at="battery"))
    cable.sockets.plug(otherwise(PIXEL, battery=b"\xff\x00[" * 350_000, accounts=b"\x80" * 900))
    reports = cable.reports(2)
    assert reports["R5CR30ABCDE"].facts["battery_pct.why"] == "diagnostics_silent"
    assert reports["2B141FDH200ABC"].facts["battery_pct"] == "91"
    assert [finding for report in reports.values() for finding in report.findings if finding.verdict is Verdict.FAIL] == []
    assert "account_lock" in reports["2B141FDH200ABC"].withdrawn
    assert cable.faults.empty()


def test_a_page_of_the_kiosk_is_opened_on_the_phone_that_is_tested_and_on_no_other(cable: Cable) -> None:
    """Alone and unknown it is believed; two are told apart by their numbers; one that is surely another is refused."""
    galaxy = {"serial": "R5CR30ABCDE"}
    with pytest.raises(NotOnePhone):
        cable.link.open_page(40123, "/t/x/#1.A", numbers=galaxy)
    cable.sockets.plug(GALAXY)
    cable.reports(1)
    cable.link.open_page(40123, "/t/Zk_3-x/#1.ABC.c", numbers={})
    assert cable.sockets.opened_on("R5CR30ABCDE") == ("http://localhost:40123/t/Zk_3-x/#1.ABC.c",)
    assert "tcp:40123 tcp:40123" in cable.adb("-s", cable.sockets.name_of("R5CR30ABCDE"), "reverse", "--list").stdout
    with pytest.raises(OtherPhoneOnCable) as refused:
        cable.link.open_page(40123, "/t/x/#1.A", numbers={"serial": "2B141FDH200ABC"})
    assert len(str(refused.value.facts["tail"])) == 4
    cable.sockets.plug(PIXEL)
    cable.reports(1)
    cable.link.open_page(40123, "/t/two/#1.ABC.c", numbers=galaxy)
    assert cable.sockets.opened_on("R5CR30ABCDE")[-1] == "http://localhost:40123/t/two/#1.ABC.c"
    assert cable.sockets.opened_on("2B141FDH200ABC") == ()
    with pytest.raises(NotOnePhone):
        cable.link.open_page(40123, "/t/x/#1.A", numbers={})


# ── what the tool itself makes of our daemon: as of a phone's ──
def test_the_tool_lists_the_phone_with_its_model_and_runs_commands_with_their_exit_codes(cable: Cable) -> None:
    cable.sockets.plug(GALAXY)
    cable.reports(1)
    name = cable.sockets.name_of("R5CR30ABCDE")
    listed = cable.adb("devices", "-l").stdout
    assert f"{name} " in listed and "product:o1s model:SM_G991B device:o1s" in listed
    assert (cable.adb("-s", name, "shell", "dpm list-owners").stdout, cable.adb("-s", name, "shell", "no_such_tool").returncode) == ("no owners\n", 127)


def test_the_tool_says_that_a_phone_which_asks_its_owner_is_unauthorized(cable: Cable) -> None:
    cable.sockets.plug(replace(PIXEL, allowance=Allowance.ASKED))
    assert cable.faults.get(timeout=WAIT_S) == "hardware.phone_not_allowing"
    refused = cable.adb("-s", cable.sockets.name_of("2B141FDH200ABC"), "shell", "getprop")
    assert (refused.returncode, "device unauthorized" in refused.stderr) == (1, True)
