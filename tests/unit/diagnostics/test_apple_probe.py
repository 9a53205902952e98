"""What iPhones and iPads said on the cable, as it was found in the field: each value with the trust that it deserves. Identifiers are synthetic."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.apple import apple_report
from kiosk.diagnostics.probes.apple_battery import BatteryRead, battery_of
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Finding, Report

IMEI, IMEI2 = "490154203237518", "499001200000004"
SCANNED = Expected(imei=IMEI, storage_gb=64)
WHO = {
    "DeviceName": "iPhone de Marie", "ProductType": "iPhone13,2", "ProductVersion": "17.6.1", "BuildVersion": "21G93", "SerialNumber": "F17GK2X40D81",
    "InternationalMobileEquipmentIdentity": IMEI, "MobileEquipmentIdentifier": IMEI[:14], "ActivationState": "Activated", "BrickState": False,
    "BasebandStatus": "BBInfoAvailable", "ModelNumber": "MGJ53", "RegionInfo": "F/A", "DeviceColor": 1, "PhoneNumber": "+33 6 00 00 00 00",
}  # fmt: skip


def outputs(who: Mapping[str, Any] = WHO, **others: Mapping[str, Any] | bytes) -> dict[str, bytes]:
    said = {name: other if isinstance(other, bytes) else plistlib.dumps(dict(other)) for name, other in others.items()}
    return {"who": plistlib.dumps(dict(who)), **said}


def report(who: Mapping[str, Any] = WHO, *, expected: Expected = SCANNED, unanswered: tuple[str, ...] = (), **others: Mapping[str, Any] | bytes) -> Report:
    return apple_report(outputs(who, **others), expected, unanswered=unanswered, duration_ms=812)


def found(taken: Report) -> dict[str, tuple[Verdict, str | None, int | None]]:
    return {finding.fact: (finding.verdict, finding.reason, finding.number) for finding in taken.findings}


def test_an_iphone_is_read_whole_and_nothing_of_its_owner_is_kept() -> None:
    taken = report(
        disk_usage={"TotalDiskCapacity": 63_933_894_656}, battery={"BatteryCurrentCapacity": 83, "ExternalConnected": True}, find_my=b"false\n",
        smart_battery={"IORegistry": {"CycleCount": 412, "DesignCapacity": 2815, "NominalChargeCapacity": 2432, "Serial": "F8Y0412AB3CPWYA8"}},
    )  # fmt: skip
    assert dict(taken.facts) == {
        "platform": "apple", "product_type": "iPhone13,2", "os": "iOS 17.6.1", "build": "21G93", "part_number": "MGJ53F/A", "origin": "retail",
        "colour_code": "1", "serial": "F17GK2X40D81", "activation": "activated", "imei_check": "match", "storage_gb": "64", "battery_pct": "86",
        "battery_pct.trust": "measured", "battery_cycles": "412", "battery_serial": "F8Y0412AB3CPWYA8", "battery_design_mah": "2815",
        "charge_pct": "83", "account_lock": "unknown", "management": "unknown", "modem": "ok",
    }  # fmt: skip
    assert found(taken) == {
        "imei_match": (Verdict.PASS, None, None), "serial_match": (Verdict.PASS, None, None), "identity": (Verdict.PASS, None, None),
        "capacity": (Verdict.PASS, None, None), "battery_pct": (Verdict.PASS, None, 86), "ports": (Verdict.PASS, None, None),
    }  # fmt: skip
    assert (taken.probe, taken.method, taken.duration_ms) == ("libimobiledevice 1", Method.AUTO_USB, 812)
    kept = repr(taken)
    assert "Marie" not in kept and "+33" not in kept and IMEI not in kept


BATTERIES: list[tuple[str, Mapping[str, Any], BatteryRead]] = [
    (
        "iPhone whose old call always says 100", {"CycleCount": 425, "DesignCapacity": 1751, "FullChargeCapacity": 100},
        BatteryRead(None, "unknown", "capacity_always_100", "", 425, 1751),
    ),
    (
        "iPad Pro 11 with 100 in its field", {"CycleCount": 698, "DesignCapacity": 7732, "MaxCapacity": 100, "AppleRawMaxCapacity": 6922},
        BatteryRead(90, "measured", "", "AppleRawMaxCapacity 6922, DesignCapacity 7732", 698, 7732),
    ),
    (
        "iPad Air M3 that says no more than 100", {"CycleCount": 21, "DesignCapacity": 7544, "MaxCapacity": 100},
        BatteryRead(None, "unknown", "capacity_always_100", "", 21, 7544),
    ),
    (
        "capacities one level deeper", {"BatteryData": {"NominalChargeCapacity": 6010, "DesignCapacity": 6249}, "MaxCapacity": 100},
        BatteryRead(96, "measured", "", "NominalChargeCapacity 6010, DesignCapacity 6249", None, 6249),
    ),
    (
        "new cell that holds more than it was made for", {"CycleCount": 3, "DesignCapacity": 3227, "NominalChargeCapacity": 3290},
        BatteryRead(100, "measured", "", "NominalChargeCapacity 3290, DesignCapacity 3227", 3, 3227),
    ),
    (
        "older iPhone whose system computes it", {"CycleCount": 425, "DesignCapacity": 1751, "FullChargeCapacity": 1500},
        BatteryRead(86, "claimed", "", "FullChargeCapacity 1500, DesignCapacity 1751", 425, 1751),
    ),
    ("no design capacity", {"CycleCount": 12, "NominalChargeCapacity": 2432}, BatteryRead(None, "unknown", "no_design_capacity", "", 12)),
    ("design capacity of zero", {"DesignCapacity": 0, "NominalChargeCapacity": 2432}, BatteryRead(why="no_design_capacity")),
    ("negative number of 64 bits", {"DesignCapacity": 2815, "NominalChargeCapacity": 18446744073709551133}, BatteryRead(why="no_capacity", design_mah=2815)),
    ("a cell that could not start the phone", {"DesignCapacity": 9000, "NominalChargeCapacity": 400}, BatteryRead(why="implausible", design_mah=9000)),
    ("nothing at all", {}, BatteryRead(why="no_design_capacity")),
]


@pytest.mark.parametrize(("registry", "expected"), [(said, read) for _name, said, read in BATTERIES], ids=[name for name, *_ in BATTERIES])
def test_health_is_what_the_cell_holds_over_what_it_was_made_for(registry: Mapping[str, Any], expected: BatteryRead) -> None:
    assert battery_of(registry) == expected


def test_an_unknown_health_is_no_answer_and_says_why() -> None:
    silent = report(unanswered=("smart_battery",))
    refused = report()
    old_call = report(gas_gauge={"GasGauge": {"CycleCount": 425, "DesignCapacity": 1751, "FullChargeCapacity": 100}})
    assert [taken.facts["battery_pct.why"] for taken in (silent, refused, old_call)] == ["diagnostics_silent", "diagnostics_refused", "capacity_always_100"]
    assert all("battery_pct" not in found(taken) and taken.facts["battery_pct.trust"] == "unknown" for taken in (silent, refused, old_call))
    assert old_call.facts["battery_cycles"] == "425"
    assert silent.facts["product_type"] == "iPhone13,2"  # who it is comes all the same


@pytest.mark.parametrize(
    ("colour", "kept"), [("#3b3b3c", "#3b3b3c"), (2, "2")], ids=["iPhone 6 Plus, iOS 12.4.8", "iPhone 7, iOS 13.3.1"]
)  # fmt: skip
def test_the_colour_comes_as_text_or_as_a_number(colour: object, kept: str) -> None:
    assert report({**WHO, "DeviceColor": colour, "DeviceName": "Téléphone d\u2019Élodie \U0001f353"}).facts["colour_code"] == kept


def test_a_number_repeated_deeper_in_the_answer_is_not_the_devices_own() -> None:
    carrier = [{"CFBundleIdentifier": "com.apple.Orange_fr", "MobileEquipmentIdentifier": IMEI2[:14]}]
    assert report({**WHO, "CarrierBundleInfoArray": carrier}).facts["imei_check"] == "match"


def test_a_new_iphone_11_waits_for_its_activation() -> None:
    new = {**WHO, "ProductType": "iPhone12,1", "ActivationState": "Unactivated", "BrickState": True, "BuildVersion": "17A878"}
    facts = report(new).facts
    assert (facts["activation"], facts["activation_needed"], facts["build"]) == ("unactivated", "yes", "17A878")


@pytest.mark.parametrize(
    ("number", "origin"),
    [("MGJ53", "retail"), ("FGJ53", "refurbished_by_maker"), ("NGJ53", "replacement"), ("PGJ53", "engraved"), ("3H123", "demo"), ("ZZZZZ", "unknown")],
)  # fmt: skip
def test_the_first_letter_of_the_model_says_for_whom_it_was_made(number: str, origin: str) -> None:
    assert report({**WHO, "ModelNumber": number}).facts["origin"] == origin


IDENTITIES: list[tuple[str, Mapping[str, Any], Expected, str, Verdict | None]] = [
    ("scanned, and the same by cable", WHO, SCANNED, "match", Verdict.PASS),
    ("its second IMEI was scanned", {**WHO, "InternationalMobileEquipmentIdentity2": IMEI2}, Expected(imei=IMEI2), "match", Verdict.PASS),
    ("begun by the cable itself", WHO, Expected(imei=IMEI, by_cable=True), "match", None),
    ("another IMEI than the record", WHO, Expected(imei=IMEI2), "differs", Verdict.FAIL),
    ("its own two numbers disagree", {**WHO, "MobileEquipmentIdentifier": IMEI2[:14]}, Expected(imei=IMEI, by_cable=True), "differs", Verdict.FAIL),
    ("wrong check digit", {**WHO, "InternationalMobileEquipmentIdentity": IMEI[:14] + "9"}, Expected(), "differs", Verdict.FAIL),
    ("tablet without a modem", {"SerialNumber": "DMPX2B0KLM93"}, Expected(serial="DMPX2B0KLM93"), "match", Verdict.PASS),
    ("nothing to compare with", {"SerialNumber": "DMPX2B0KLM93"}, Expected(), "", None),
]


@pytest.mark.parametrize(
    ("who", "expected", "check", "verdict"), [case[1:] for case in IDENTITIES], ids=[case[0] for case in IDENTITIES]
)  # fmt: skip
def test_who_it_is_is_held_against_itself_and_against_what_was_scanned(
    who: Mapping[str, Any], expected: Expected, check: str, verdict: Verdict | None
) -> None:
    taken = report(who, expected=expected)
    assert taken.facts.get("imei_check", "") == check
    assert {finding.verdict for finding in taken.findings if finding.fact in ("imei_match", "identity", "serial_match")} == ({verdict} if verdict else set())


@pytest.mark.parametrize(
    ("capacity", "sold_gb", "found_reason"),
    [(63_933_894_656, 64, None), (63_933_894_656, 128, "capacity_mismatch"), (127_989_493_760, 128, None), (4_000_000_000, 64, "capacity_mismatch")],
)  # fmt: skip
def test_storage_is_the_size_it_was_sold_with_and_is_held_against_the_record(capacity: int, sold_gb: int, found_reason: str | None) -> None:
    taken = report(expected=Expected(imei=IMEI, storage_gb=sold_gb), disk_usage={"TotalDiskCapacity": capacity})
    assert found(taken)["capacity"][1] == found_reason
    assert ("model_match" in found(taken)) == (found_reason is not None)


def test_find_my_and_supervision_lock_it_and_their_absence_proves_nothing() -> None:
    locked = report(find_my=b"true\n", supervised=b"true\n")
    assert found(locked)["account_lock"] == (Verdict.FAIL, "account_lock", None)
    assert found(locked)["management"] == (Verdict.FAIL, "mdm", None)
    assert (locked.facts["account_lock"], locked.withdrawn) == ("locked", ())
    free = report(find_my=b"false\n", supervised=b"")
    assert "account_lock" not in found(free) and "management" not in found(free)
    assert (free.facts["account_lock"], free.withdrawn) == ("unknown", ("account_lock", "management"))


def test_a_modem_that_does_not_answer_is_a_fault_and_a_tablet_without_one_has_none() -> None:
    assert found(report({**WHO, "BasebandStatus": "NoBaseband"}))["network"] == (Verdict.FAIL, "no_baseband", None)
    assert report({"SerialNumber": "DMPX2B0KLM93", "BasebandStatus": "NoTelephonyCapabilty"}).facts.get("modem") is None


NOISE = [b"", b"\r\n", b"<plist><dict><key>a</key></plist>", b"<plist><date>noon</date></plist>", b"bplist00" + b"\xff" * 64, b"\x00" * 1_000_000]


@pytest.mark.parametrize("noise", NOISE, ids=["empty", "line end", "unfinished", "no date", "binary", "a megabyte of zeros"])
def test_garbage_is_nothing_read(noise: bytes) -> None:
    names = ("who", "disk_usage", "battery", "find_my", "supervised", "smart_battery")
    taken = apple_report(dict.fromkeys(names, noise), SCANNED)
    assert taken.findings == () and taken.facts["battery_pct.trust"] == "unknown"


@given(st.dictionaries(st.sampled_from(["who", "disk_usage", "battery", "find_my", "supervised", "smart_battery", "charger", "gas_gauge"]), st.binary()))
def test_whatever_a_phone_sends_it_is_a_report(said: dict[str, bytes]) -> None:
    assert all(isinstance(finding, Finding) for finding in apple_report(said, SCANNED).findings)
