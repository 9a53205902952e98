"""An iPhone on the cable read whole by libimobiledevice's own tools, from usbmuxd up: what they print is what the parsers were written for.

The driver and the tools are real; behind them usbmuxd, the phone and its diagnostics are ours (diagnostics §4.6, points 4 to 6).
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.diagnostics.probes.apple import apple_report
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Report
from kiosk.hardware.apple_phones import ApplePhones
from kiosk.hardware.ports import PluggedPhone
from kiosk.hardware.virtual.phone import BATTERY, FIND_MY, SUPERVISION, Trust, VirtualPhone
from kiosk.hardware.virtual.usb import VirtualUsb

WAIT_S = 30.0
READ_S = 2.5
IPHONE = VirtualPhone("00008101-000A1D2E3F40801E", "F17GK2X40D81", "iPhone13,2", imei="490154203237518")
OTHER = VirtualPhone("00008110-0011223344556677", "F4KXN0Q91J2P", "iPhone14,5", imei="499001200000004")
AS_SCANNED = Expected(imei=IPHONE.imei, storage_gb=64)
OLD_BATTERY = {"AppleARMPMUCharger": {"CycleCount": 425, "DesignCapacity": 1751, "AppleRawMaxCapacity": 1500, "MaxCapacity": 100}}


class Cable:
    """The sockets, the link that reads them, and who listens."""

    def __init__(self) -> None:
        self.usb = VirtualUsb()
        self.link = ApplePhones(self.usb.address, read_deadline_s=READ_S)
        self.told: queue.Queue[PluggedPhone] = queue.Queue()
        self.faults: queue.Queue[str] = queue.Queue()
        self.gone: queue.Queue[str] = queue.Queue()
        self.link.start(self.told.put, lambda fault: self.faults.put(fault.code), self.gone.put)

    def read(self, phone: VirtualPhone) -> tuple[PluggedPhone, Report]:
        """Plug it in: told at once, then whole."""
        self.usb.plug(phone)
        assert self.told.get(timeout=WAIT_S).reading
        return self.whole()

    def whole(self) -> tuple[PluggedPhone, Report]:
        while (phone := self.told.get(timeout=WAIT_S)).reading:
            pass
        return phone, apple_report(phone.outputs, AS_SCANNED, unanswered=phone.unanswered, duration_ms=phone.duration_ms)


@pytest.fixture
def cable() -> Iterator[Cable]:
    made = Cable()
    yield made
    made.link.stop()
    made.usb.close()


def test_everything_that_an_iphone_says_is_read_by_the_real_tools(cable: Cable) -> None:
    phone, report = cable.read(IPHONE)
    assert phone.unanswered == () and phone.duration_ms > 0
    assert set(phone.outputs) == {"who", "disk_usage", "battery", "find_my", "supervised", "smart_battery"}
    assert {name: report.facts[name] for name in ("product_type", "os", "part_number", "origin", "imei_check", "storage_gb", "battery_pct")} == {
        "product_type": "iPhone13,2", "os": "iOS 17.6.1", "part_number": "MGJ53F/A", "origin": "retail", "imei_check": "match", "storage_gb": "64",
        "battery_pct": "86",
    }  # fmt: skip
    assert (report.facts["battery_pct.trust"], report.facts["battery_cycles"], report.facts["charge_pct"]) == ("measured", "412", "83")
    assert {finding.fact: finding.verdict.value for finding in report.findings} == {
        "imei_match": "pass", "serial_match": "pass", "identity": "pass", "capacity": "pass", "battery_pct": "pass", "ports": "pass",
    }  # fmt: skip


def test_a_locked_iphone_says_who_it_is_and_why_its_battery_is_not_known(cable: Cable) -> None:
    phone, report = cable.read(replace(IPHONE, locked=True))
    assert phone.unanswered == ("smart_battery",)
    assert (report.facts["product_type"], report.facts["battery_pct.trust"], report.facts["battery_pct.why"]) == (
        "iPhone13,2", "unknown", "diagnostics_silent",
    )  # fmt: skip
    cable.usb.plug(IPHONE)  # its owner unlocked it
    cable.link.read_again(IPHONE.udid)
    assert cable.whole()[1].facts["battery_pct"] == "86"


def test_find_my_and_a_company_are_read_and_taking_them_off_is_seen_by_reading_again(cable: Cable) -> None:
    held = {FIND_MY: {"IsAssociated": True}, SUPERVISION: {"DeviceIsChaperoned": True}}
    report = cable.read(replace(IPHONE, says=held))[1]
    assert [(finding.fact, finding.reason) for finding in report.findings if finding.reason] == [("account_lock", "account_lock"), ("management", "mdm")]
    cable.usb.plug(IPHONE)
    cable.link.read_again(IPHONE.udid)
    assert cable.whole()[1].withdrawn == ("account_lock", "management")


def test_older_iphones_keep_their_battery_elsewhere(cable: Cable) -> None:
    charger = cable.read(replace(IPHONE, registry=OLD_BATTERY))[1].facts
    assert (charger["battery_pct"], charger["battery_cycles"]) == ("86", "425")
    gauge = {"GasGauge": {"CycleCount": 425, "DesignCapacity": 1751, "FullChargeCapacity": 100}}
    facts = cable.read(replace(OTHER, registry=gauge))[1].facts
    assert (facts["battery_pct.why"], facts["battery_cycles"]) == ("capacity_always_100", "425")


def test_keys_that_an_iphone_does_not_have_are_not_made_up(cable: Cable) -> None:
    bare = {
        "": {"ModelNumber": None, "BasebandStatus": None, "ActivationState": None}, BATTERY: {"BatteryCurrentCapacity": None, "ExternalConnected": None},
        FIND_MY: {"IsAssociated": None},
    }  # fmt: skip
    facts = cable.read(replace(IPHONE, says=bare, registry={}))[1].facts
    assert not {"part_number", "origin", "modem", "activation", "charge_pct", "battery_pct"} & set(facts)
    assert (facts["account_lock"], facts["battery_pct.why"]) == ("unknown", "diagnostics_refused")


def test_a_megabyte_in_an_answer_is_read_like_any_other(cable: Cable) -> None:
    phone, report = cable.read(replace(IPHONE, says={"": {"DeviceName": "é" * 1_000_000}}))
    assert len(phone.outputs["who"]) > 1_000_000 and report.facts["battery_pct"] == "86"


def test_what_is_no_property_list_is_said_as_unreadable_and_read_once_it_is_one(cable: Cable) -> None:
    cable.usb.plug(replace(IPHONE, noise=b"<plist><dict><key>\xff\r\n"))
    assert cable.faults.get(timeout=WAIT_S) == "hardware.phone_unreadable"
    cable.usb.plug(IPHONE)
    assert cable.whole()[1].facts["battery_pct"] == "86"


def test_an_iphone_pulled_in_the_middle_of_its_reading_is_gone_and_read_whole_when_it_is_back(cable: Cable) -> None:
    cable.usb.plug(replace(IPHONE, locked=True))
    assert cable.told.get(timeout=WAIT_S).reading
    cable.usb.unplug(IPHONE.udid)
    assert cable.gone.get(timeout=WAIT_S) == IPHONE.udid
    assert cable.told.empty() and cable.faults.empty()
    assert cable.read(IPHONE)[1].facts["battery_pct"] == "86"


def test_two_iphones_are_read_side_by_side_and_one_that_hangs_does_not_keep_the_other_waiting(cable: Cable) -> None:
    asked = threading.Event()
    cable.usb.on_question = asked.set
    cable.usb.plug(replace(OTHER, mute=True))
    assert asked.wait(WAIT_S)
    phone, report = cable.read(IPHONE)
    assert (phone.imei, report.facts["battery_pct"]) == (IPHONE.imei, "86")
    assert cable.faults.get(timeout=WAIT_S) == "hardware.phone_unreadable"


@pytest.mark.parametrize("trust", [Trust.ASKED, Trust.LOCKED, Trust.REFUSED], ids=["trust asked", "locked", "trust refused"])
def test_an_iphone_that_does_not_trust_this_machine_still_says_its_model(trust: Trust) -> None:
    usb = VirtualUsb()
    usb.plug(replace(IPHONE, trust=trust))
    asked = subprocess.run(
        ("ideviceinfo", "-s", "-k", "ProductType"), env=os.environ | {"USBMUXD_SOCKET_ADDRESS": usb.address}, capture_output=True, timeout=WAIT_S, check=False
    )  # fmt: skip
    usb.close()
    assert (asked.returncode, asked.stdout) == (0, b"iPhone13,2\n")


def test_without_a_daemon_the_tool_says_so() -> None:
    gone = VirtualUsb()
    gone.close()
    asked = subprocess.run(("idevice_id", "-l"), env=os.environ | {"USBMUXD_SOCKET_ADDRESS": gone.address}, capture_output=True, timeout=WAIT_S, check=False)
    assert asked.returncode == 255 and b"Unable to retrieve device list!" in asked.stderr + asked.stdout
