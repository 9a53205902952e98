"""What reading iPhones by cable promises beyond what every link does: what each refusal of theirs is told as, and a machine without usbmuxd."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.hardware.apple_phones import ApplePhones
from kiosk.hardware.ports import PluggedPhone
from kiosk.hardware.virtual.phone import Trust
from kiosk.hardware.virtual.usb import VirtualUsb
from tests.contract.phone_rigs import IPHONE_12, LONG_ENOUGH_S, WAIT_S, AppleRig, Ears


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[AppleRig]:
    made = AppleRig(tmp_path, deadline_s=20)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("trust", "code"), [(Trust.LOCKED, "hardware.phone_locked"), (Trust.REFUSED, "hardware.phone_refused")], ids=["locked", "trust refused"]
)
def test_what_keeps_an_iphone_from_being_read_is_told_and_it_is_read_once_it_trusts(rig: AppleRig, trust: Trust, code: str) -> None:
    ears = Ears(rig.link)
    rig.usb.plug(replace(IPHONE_12, trust=trust))
    fault = ears.faults.get(timeout=WAIT_S)
    assert (fault.code, fault.facts["udid"]) == (code, IPHONE_12.udid)
    assert ears.phones.empty()
    rig.usb.plug(IPHONE_12)
    phone = ears.whole()
    assert (phone.imei, phone.product_type, phone.outputs["smart_battery"][:5]) == ("359100639000012", "iPhone13,2", b"<?xml")
    assert ears.faults.empty()


def test_a_link_without_usbmuxd_finds_nothing_and_says_nothing() -> None:
    gone = VirtualUsb()
    gone.close()
    phones: queue.Queue[PluggedPhone] = queue.Queue()
    link = ApplePhones(gone.address)
    link.start(phones.put, lambda fault: pytest.fail(fault.code), pytest.fail)
    with pytest.raises(queue.Empty):
        phones.get(timeout=LONG_ENOUGH_S)
    link.stop()
