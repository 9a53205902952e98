"""What reading Android phones by cable promises beyond what every link does: two scripts, garbage, silence in the middle, the server's own life.

The driver, the adb server and its tool are real; behind them the phones are ours.
"""

from __future__ import annotations

import logging
import queue
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hardware.adb import AdbServer
from kiosk.hardware.android_answers import COMMANDS
from kiosk.hardware.android_phones import AndroidPhones
from kiosk.hardware.apple_phones import ApplePhones
from kiosk.hardware.ports import Platform, PluggedPhone
from kiosk.hardware.silent_phones import SilentPhones
from kiosk.hardware.virtual.android import Allowance, VirtualAndroid
from kiosk.hardware.virtual.android_sockets import AndroidSockets
from kiosk.hardware.virtual.phone import VirtualPhone
from kiosk.hardware.virtual.usb import VirtualUsb
from tests.contract.phone_rigs import GALAXY, PIXEL, WAIT_S, Ears
from tests.unit.hardware.test_silent_phones import FILES, plug, unplug

MEGABYTE = bytes(range(1, 256)) * 4_112


class Bench(Ears):
    """The sockets, the link that reads them, and who listens."""

    def __init__(self, sockets: AndroidSockets, home: Path, *, deadline_s: float = 20, patience_s: float = 20) -> None:
        self.sockets = sockets
        self.link = AndroidPhones(AdbServer(home, sockets.address), read_deadline_s=deadline_s, offline_patience_s=patience_s)
        super().__init__(self.link)


@pytest.fixture(scope="module")
def sockets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AndroidSockets]:
    made = AndroidSockets(tmp_path_factory.mktemp("counter"))
    yield made
    made.close()


@pytest.fixture
def bench(sockets: AndroidSockets, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Bench]:
    made = Bench(sockets, tmp_path / "adb", **getattr(request, "param", {}))
    yield made
    made.link.stop()
    for phone in (GALAXY, PIXEL):
        sockets.unplug(phone.who.serial)


def otherwise(phone: VirtualAndroid, **says: bytes) -> VirtualAndroid:
    return replace(phone, who=replace(phone.who, says=says))


def test_a_galaxy_is_read_in_two_scripts_and_everything_in_them_is_kept(bench: Bench) -> None:
    bench.sockets.plug(GALAXY)
    first, whole = bench.phones.get(timeout=WAIT_S), bench.phones.get(timeout=WAIT_S)
    assert (set(first.outputs), set(whole.outputs), whole.unanswered) == ({"getprop", "imei"}, set(COMMANDS), ())
    assert (whole.udid, whole.product_type, whole.imei) == (bench.sockets.name_of("R5CR30ABCDE"), "SM-G991B", "490154203237518")
    assert b"mSavedBatteryAsoc: [91]" in whole.outputs["battery"]


def test_an_iphone_and_an_android_at_once_are_both_read_each_by_its_own_link(bench: Bench) -> None:
    usb = VirtualUsb()
    apple = ApplePhones(usb.address)
    apple.start(bench.phones.put, bench.faults.put, bench.gone.put)
    usb.plug(VirtualPhone("00008101-000A1D2E3F40801E", "F17GK2X40D81", "iPhone13,2", imei="359100639000012"))
    bench.sockets.plug(GALAXY)
    assert {(phone.platform, phone.imei) for phone in (bench.whole(), bench.whole())} == {
        (Platform.APPLE, "359100639000012"), (Platform.ANDROID, "490154203237518"),
    }  # fmt: skip
    apple.stop()
    usb.close()


impatient = pytest.mark.parametrize("bench", [{"deadline_s": 3, "patience_s": 1}], ids=["impatient"], indirect=True)


@impatient
def test_a_phone_that_hangs_later_is_known_by_name_and_what_it_said_until_then_is_kept(bench: Bench) -> None:
    bench.sockets.plug(replace(GALAXY, falls_silent_at="gauge"))
    phone = bench.whole()
    assert phone.imei == "490154203237518"
    assert {"battery", "current_now"} <= set(phone.outputs)
    assert phone.unanswered[0] == "gauge" and "accounts" in phone.unanswered


@impatient
def test_a_phone_that_does_not_even_greet_is_said(bench: Bench) -> None:
    bench.sockets.plug(replace(GALAXY, allowance=Allowance.MUTE))
    assert bench.faults.get(timeout=WAIT_S).code == "hardware.phone_unreadable"
    assert bench.phones.empty()


def test_a_megabyte_of_garbage_is_no_phone_and_the_phone_is_read_once_it_speaks_sense(bench: Bench) -> None:
    bench.sockets.plug(otherwise(GALAXY, getprop=MEGABYTE))
    assert bench.faults.get(timeout=WAIT_S).code == "hardware.phone_unreadable"
    bench.sockets.plug(GALAXY)
    assert bench.whole().imei == "490154203237518"


def test_garbage_in_one_answer_spoils_no_other(bench: Bench) -> None:
    bench.sockets.plug(otherwise(GALAXY, battery=MEGABYTE, imei=b"Result: Parcel(\n  0x00000000: 00000000 0000000f 00390034"))
    phone = bench.whole()
    assert (phone.imei, phone.serial, phone.unanswered) == ("", "R5CR30ABCDE", ())
    assert (len(phone.outputs["battery"]), phone.outputs["owners"]) == (262_144, b"no owners\n")


def test_a_phone_of_an_old_release_that_ends_its_lines_with_cr_lf_says_the_same(bench: Bench) -> None:
    bench.sockets.plug(replace(GALAXY, crlf=True))
    phone = bench.whole()
    assert (phone.imei, phone.serial, phone.unanswered) == ("490154203237518", "R5CR30ABCDE", ())


def test_a_phone_whose_debugging_is_off_is_said_and_forgotten_when_it_goes(sockets: AndroidSockets, tmp_path: Path) -> None:
    sockets.plug(PIXEL)
    devices = tmp_path / "devices"
    plug(devices, "1-1", "04e8", FILES, serial="R5CR30ABCDE")
    link = AndroidPhones(AdbServer(tmp_path / "adb", sockets.address), SilentPhones(devices))
    faults: queue.Queue[KioskError] = queue.Queue()
    gone: queue.Queue[str] = queue.Queue()
    link.start(queue.Queue[PluggedPhone]().put, faults.put, gone.put)
    fault = faults.get(timeout=WAIT_S)
    assert (fault.code, fault.facts["udid"]) == ("hardware.phone_debugging_off", "R5CR30ABCDE")
    unplug(devices, "1-1")
    assert gone.get(timeout=WAIT_S) == "R5CR30ABCDE"
    link.stop()
    sockets.unplug("2B141FDH200ABC")


def test_a_bug_in_who_listens_ends_nothing(sockets: AndroidSockets, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    heard: queue.Queue[str] = queue.Queue()

    def stumble(phone: PluggedPhone) -> None:
        heard.put(phone.serial)
        raise ValueError(phone.serial)

    link = AndroidPhones(AdbServer(tmp_path / "adb", sockets.address))
    link.start(stumble, lambda fault: pytest.fail(fault.code), heard.put)
    sockets.plug(PIXEL)
    assert [heard.get(timeout=WAIT_S) for _ in range(2)] == ["2B141FDH200ABC"] * 2
    name = sockets.name_of("2B141FDH200ABC")
    sockets.unplug("2B141FDH200ABC")
    assert heard.get(timeout=WAIT_S) == name
    link.stop()
    assert caplog.text.count("a plugged phone was not taken") == 2


def test_when_the_adb_server_ends_its_phones_are_gone_and_they_come_back_with_it(tmp_path: Path) -> None:
    sockets = AndroidSockets(tmp_path / "counter")
    bench = Bench(sockets, tmp_path / "adb")
    sockets.plug(GALAXY)
    udid = bench.whole().udid
    sockets.close()
    assert bench.gone.get(timeout=WAIT_S) == udid
    sockets.plug(GALAXY)
    assert bench.whole().imei == "490154203237518"
    bench.link.stop()
    sockets.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def test_without_another_server_the_kiosk_starts_one_of_its_own_and_ends_it(tmp_path: Path) -> None:
    server = AdbServer(tmp_path / "adb", own_port=free_port())
    link = AndroidPhones(server)
    began = threading.Event()
    seen: list[dict[str, str]] = []

    def once() -> bool:
        return began.is_set()

    for states in server.track(once):
        seen.append(states)
        began.set()
    assert seen and (tmp_path / "adb" / ".android" / "adbkey").exists()
    link.stop()
    with pytest.raises(ConnectionRefusedError):
        server.ask("host:version")


def test_without_adb_it_is_said_once_and_nothing_else_comes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    link = AndroidPhones(AdbServer(tmp_path / "adb", own_port=free_port()))
    with caplog.at_level(logging.WARNING):
        link.start(lambda phone: pytest.fail(phone.serial), lambda fault: pytest.fail(fault.code), pytest.fail)
        for thread in [thread for thread in threading.enumerate() if thread.name == "phones of Android"]:
            thread.join(WAIT_S)
    link.stop()
    assert caplog.text.count("adb is not installed") == 1
