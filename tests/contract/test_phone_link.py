"""What reading phones by cable promises, whoever made them: each once per plugging, what keeps one from being read told once, nothing lost by unplugging.

The drivers and the tools are real; behind them the phones are ours.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hardware.ports import Platform
from tests.contract.phone_rigs import RIGS, WAIT_S, Ears, Manner, PhoneRig, Which

PATIENT_S, IMPATIENT_S = 20.0, 3.0


@pytest.fixture(params=list(Platform), ids=[platform.value for platform in Platform])
def platform(request: pytest.FixtureRequest) -> Platform:
    return Platform(request.param)


@pytest.fixture
def rig(platform: Platform, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[PhoneRig]:
    made = RIGS[platform](tmp_path, deadline_s=getattr(request, "param", PATIENT_S))
    yield made
    made.close()


@pytest.fixture
def ears(rig: PhoneRig) -> Ears:
    return Ears(rig.link)


def test_a_plugged_phone_says_at_once_who_it_is_and_once_when_it_is_read_whole(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE)
    first, whole = ears.phones.get(timeout=WAIT_S), ears.phones.get(timeout=WAIT_S)
    assert [(phone.udid, phone.platform, phone.reading) for phone in (first, whole)] == [(rig.udid(Which.ONE), rig.platform, still) for still in (True, False)]
    assert {(phone.imei, phone.serial) for phone in (first, whole)} == {rig.numbers(Which.ONE)}
    assert set(first.outputs) < set(whole.outputs)
    assert ears.hear_no_more()


def test_a_tablet_without_a_modem_has_a_serial_number_and_no_imei(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.TABLET)
    phone = ears.whole()
    assert ("", phone.serial) == (phone.imei, rig.numbers(Which.TABLET)[1])


def test_two_phones_at_once_are_both_read(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE)
    rig.plug(Which.OTHER)
    assert {ears.whole().udid for _ in range(2)} == {rig.udid(Which.ONE), rig.udid(Which.OTHER)}


def test_a_phone_that_is_plugged_in_again_is_read_again(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE)
    before = ears.whole().udid
    rig.unplug(Which.ONE)
    assert ears.gone.get(timeout=WAIT_S) == before
    rig.plug(Which.ONE)
    assert (ears.whole().imei, ears.faults.empty()) == (rig.numbers(Which.ONE)[0], True)


def test_a_phone_that_somebody_asks_for_once_more_is_read_anew_and_one_that_is_not_there_is_not(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE)
    ears.whole()
    rig.plug(Which.ONE, Manner.OTHERWISE)
    rig.link.read_again("nobody")
    rig.link.read_again(rig.udid(Which.ONE))
    assert ears.whole().product_type == "another"
    assert ears.hear_no_more()


def test_a_phone_that_asks_its_owner_is_told_once_and_read_as_soon_as_it_may_be(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE, Manner.ASKING)
    fault = ears.faults.get(timeout=WAIT_S)
    assert (fault.code, fault.facts["udid"], ears.phones.empty()) == (rig.asks, rig.udid(Which.ONE), True)
    rig.plug(Which.ONE)
    assert (ears.whole().imei, ears.faults.empty()) == (rig.numbers(Which.ONE)[0], True)


@pytest.mark.parametrize("rig", [IMPATIENT_S], ids=["impatient"], indirect=True)
def test_a_phone_that_hangs_keeps_no_other_waiting_and_is_given_up_in_time(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE, Manner.SILENT)
    assert rig.asked.wait(WAIT_S)
    rig.plug(Which.OTHER)
    assert ears.phones.get(timeout=WAIT_S).imei == rig.numbers(Which.OTHER)[0]
    fault = ears.faults.get(timeout=WAIT_S)
    assert (fault.code, fault.facts["udid"]) == ("hardware.phone_unreadable", rig.udid(Which.ONE))


def test_a_phone_that_is_unplugged_while_it_is_read_is_told_as_gone_and_as_nothing_else(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE, Manner.SILENT)
    assert rig.asked.wait(WAIT_S)
    rig.unplug(Which.ONE)
    assert ears.gone.get(timeout=WAIT_S) == rig.udid(Which.ONE)
    assert ears.faults.empty() and ears.phones.empty()


def test_a_link_that_is_stopped_while_it_reads_ends_soon_and_blames_no_phone(rig: PhoneRig, ears: Ears) -> None:
    rig.plug(Which.ONE, Manner.SILENT)
    assert rig.asked.wait(WAIT_S)
    rig.link.stop()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("phone")] == []
    assert ears.faults.empty() and ears.phones.empty() and ears.gone.empty()
