"""What reading phones by cable promises: each once per plugging, what keeps one from being read told once, nothing lost by unplugging.

The driver and libimobiledevice's tools are real; behind them usbmuxd and the phones are ours.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.errors import KioskError
from kiosk.hardware.apple_phones import ApplePhones
from kiosk.hardware.ports import Platform, PluggedPhone
from kiosk.hardware.virtual.phone import Trust, VirtualPhone
from kiosk.hardware.virtual.usb import VirtualUsb

WAIT_S = 20.0
LONG_ENOUGH_S = 1.5
IPHONE_12 = VirtualPhone("00008101-000A1D2E3F40801E", "F17GK2X40D81", "iPhone13,2", imei="359100639000012")
IPHONE_13 = VirtualPhone("00008110-0011223344556677", "F4KXN0Q91J2P", "iPhone14,5", imei="359101129000017")
IPAD = VirtualPhone("00008027-0000AABBCCDDEEFF", "DMPX2B0KLM93", "iPad13,16")


class Bench:
    """The sockets, the link that reads them, and who listens."""

    def __init__(self) -> None:
        self.usb = VirtualUsb()
        self.link = ApplePhones(self.usb.address, read_deadline_s=3)
        self.phones: queue.Queue[PluggedPhone] = queue.Queue()
        self.faults: queue.Queue[KioskError] = queue.Queue()
        self.gone: queue.Queue[str] = queue.Queue()
        self.link.start(self.phones.put, self.faults.put, self.gone.put)

    def reads(self) -> PluggedPhone:
        """The next phone that is read whole; each was told at once before."""
        first = self.phones.get(timeout=WAIT_S)
        assert first.reading
        whole = self.phones.get(timeout=WAIT_S)
        while whole.reading:  # of another phone
            whole = self.phones.get(timeout=WAIT_S)
        return whole

    def hears_no_more(self) -> bool:
        """Nothing comes while the link looks some times more."""
        try:
            self.phones.get(timeout=LONG_ENOUGH_S)
        except queue.Empty:
            return self.faults.empty()
        return False


def who(phone: PluggedPhone) -> tuple[str, str, str, str, Platform]:
    return phone.udid, phone.imei, phone.serial, phone.product_type, phone.platform


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.link.stop()
    made.usb.close()


def test_a_plugged_phone_says_who_it_is_once(bench: Bench) -> None:
    bench.usb.plug(IPHONE_12)
    assert who(bench.reads()) == ("00008101-000A1D2E3F40801E", "359100639000012", "F17GK2X40D81", "iPhone13,2", Platform.APPLE)
    assert bench.hears_no_more()


def test_a_tablet_without_a_modem_has_a_serial_number_and_no_imei(bench: Bench) -> None:
    bench.usb.plug(IPAD)
    assert who(bench.reads()) == ("00008027-0000AABBCCDDEEFF", "", "DMPX2B0KLM93", "iPad13,16", Platform.APPLE)


def test_two_phones_at_once_are_both_read(bench: Bench) -> None:
    bench.usb.plug(IPHONE_12)
    bench.usb.plug(IPHONE_13)
    told = [bench.phones.get(timeout=WAIT_S) for _ in range(4)]
    assert {phone.imei for phone in told if not phone.reading} == {"359100639000012", "359101129000017"}
    assert all(phone.outputs["smart_battery"].startswith(b"<?xml") for phone in told if not phone.reading)


def test_a_phone_that_is_plugged_in_again_is_read_again(bench: Bench) -> None:
    bench.usb.plug(IPHONE_12)
    bench.reads()
    bench.usb.unplug(IPHONE_12.udid)
    assert bench.gone.get(timeout=WAIT_S) == IPHONE_12.udid
    bench.usb.plug(IPHONE_12)
    assert bench.reads().imei == "359100639000012"


def test_a_phone_that_somebody_asks_for_once_more_is_read_anew_and_one_that_is_not_there_is_not(bench: Bench) -> None:
    bench.usb.plug(IPHONE_12)
    bench.reads()
    bench.usb.plug(replace(IPHONE_12, product_type="iPhone13,3"))
    bench.link.read_again(IPAD.udid)
    bench.link.read_again(IPHONE_12.udid)
    assert bench.reads().product_type == "iPhone13,3"
    assert bench.hears_no_more()


@pytest.mark.parametrize(
    ("trust", "code"),
    [(Trust.ASKED, "hardware.phone_untrusted"), (Trust.LOCKED, "hardware.phone_locked"), (Trust.REFUSED, "hardware.phone_refused")],
    ids=["trust asked", "locked", "trust refused"],
)
def test_what_keeps_a_phone_from_being_read_is_told_and_it_is_read_once_it_trusts(bench: Bench, trust: Trust, code: str) -> None:
    bench.usb.plug(replace(IPHONE_12, trust=trust))
    fault = bench.faults.get(timeout=WAIT_S)
    assert (fault.code, fault.facts["udid"]) == (code, IPHONE_12.udid)
    assert bench.phones.empty()
    bench.usb.plug(IPHONE_12)
    assert bench.reads().imei == "359100639000012"
    assert bench.faults.empty()


def test_a_phone_that_hangs_keeps_no_other_waiting_and_is_given_up_in_time(bench: Bench) -> None:
    asked = threading.Event()
    bench.usb.on_question = asked.set
    bench.usb.plug(replace(IPHONE_12, mute=True))
    assert asked.wait(WAIT_S)
    bench.usb.plug(IPHONE_13)
    assert bench.phones.get(timeout=WAIT_S).imei == "359101129000017"
    assert bench.faults.get(timeout=WAIT_S).code == "hardware.phone_unreadable"


def test_a_phone_that_is_unplugged_while_it_is_read_is_told_as_gone_and_as_nothing_else(bench: Bench) -> None:
    asked = threading.Event()
    bench.usb.on_question = asked.set
    bench.usb.plug(replace(IPHONE_12, mute=True))
    assert asked.wait(WAIT_S)
    bench.usb.unplug(IPHONE_12.udid)
    assert bench.gone.get(timeout=WAIT_S) == IPHONE_12.udid
    assert bench.faults.empty() and bench.phones.empty()


def test_a_link_that_is_stopped_while_it_reads_ends_soon_and_blames_no_phone(bench: Bench) -> None:
    asked = threading.Event()
    bench.usb.on_question = asked.set
    bench.usb.plug(replace(IPHONE_12, mute=True))
    assert asked.wait(WAIT_S)
    bench.link.stop()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("phone")] == []
    assert bench.faults.empty() and bench.phones.empty()


def test_a_link_without_usbmuxd_finds_nothing_and_says_nothing() -> None:
    gone = VirtualUsb()
    gone.close()
    phones: queue.Queue[PluggedPhone] = queue.Queue()
    link = ApplePhones(gone.address)
    link.start(phones.put, lambda fault: pytest.fail(fault.code), pytest.fail)
    with pytest.raises(queue.Empty):
        phones.get(timeout=LONG_ENOUGH_S)
    link.stop()
