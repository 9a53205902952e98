"""A laptop's report file: what its tools said becomes facts and findings, and nothing else does. Figures are those of real machines."""

from __future__ import annotations

import base64
import json
import plistlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.diagnostics.checklist import Verdict
from kiosk.diagnostics.probes import laptop_battery, laptop_disks
from kiosk.diagnostics.probes.laptop import LARGEST_REPORT_BYTES, NotALaptopReport, read_report, same_serial
from kiosk.diagnostics.probes.laptop_battery import Battery
from kiosk.diagnostics.probes.report import Finding

UPOWER = """Device: /org/freedesktop/UPower/devices/battery_BAT0
  native-path:          BAT0
  power supply:         yes
  battery
    present:             yes
    state:               discharging
    energy-full:         {full} Wh
    energy-full-design:  {design} Wh
    capacity:            {capacity}%
    charge-cycles:       {cycles}

Device: /org/freedesktop/UPower/devices/DisplayDevice
  power supply:         yes
  battery
    energy-full:         1 Wh
    energy-full-design:  100 Wh
"""
DMI = "System Information\n\tManufacturer: LENOVO\n\tProduct Name: 20L5S00000\n\tVersion: ThinkPad T480\n\tSerial Number: PF1TEST7\n"
NVME = {
    "smartctl": {"exit_status": 0}, "model_name": "SAMSUNG MZVLB256", "user_capacity": {"bytes": 256060514304}, "smart_status": {"passed": True},
    "nvme_smart_health_information_log": {
        "critical_warning": 0, "available_spare": 100, "available_spare_threshold": 99, "percentage_used": 2, "power_on_hours": 1295, "media_errors": 0,
    },
}  # fmt: skip
ATA = {
    "smartctl": {"exit_status": 0}, "model_name": "WDC WD10", "smart_status": {"passed": True}, "power_on_time": {"hours": 8123},
    "ata_smart_attributes": {"table": [{"id": 5, "raw": {"value": 0}}, {"id": 9, "raw": {"value": 8123}}, {"id": 197, "raw": {"value": 0}}]},
}  # fmt: skip
MAC_HARDWARE = {
    "SPHardwareDataType": [
        {
            "machine_name": "MacBook Air", "machine_model": "MacBookAir10,1", "chip_type": "Apple M1", "physical_memory": "8 GB",
            "serial_number": "FVFTEST00Q6L", "activation_lock_status": "activation_lock_disabled",
        }
    ]
}  # fmt: skip
MAC_POWER = {
    "SPPowerDataType": [
        {"sppower_battery_health_info": {"sppower_battery_cycle_count": 212, "sppower_battery_health_maximum_capacity": "92%"}}, {"_name": "ac"},
    ]
}  # fmt: skip
MAC_BATTERY = [
    {
        "MaxCapacity": 100, "CurrentCapacity": 87, "Amperage": 18446744073709551133, "CycleCount": 212,
        "BatteryData": {"FullChargeCapacity": 5845, "NominalChargeCapacity": 6010, "DesignCapacity": 6249, "RemainingCapacity": 5227},
    }
]  # fmt: skip


def report(system: str = "linux", **outputs: Any) -> bytes:
    """A report file; an output is text, bytes or what is written as JSON, ``__`` in its name a colon."""
    made = {}
    for name, value in outputs.items():
        content = value if isinstance(value, bytes) else (value if isinstance(value, str) else json.dumps(value)).encode()
        made[name.replace("__", ":")] = {"status": 0, "base64": base64.b64encode(content).decode()}
    return json.dumps({"kiosk_laptop_report": 1, "system": system, "made_at": "2026-11-23T10:00:00Z", "outputs": made}).encode()


def upower(full: float, design: float, capacity: float, cycles: str = "N/A") -> str:
    return UPOWER.format(full=full, design=design, capacity=capacity, cycles=cycles)


def findings(content: bytes) -> dict[str, Finding]:
    return {finding.fact: finding for finding in read_report(content).report.findings}


# ── battery ────────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("full", "design", "capacity", "cycles", "expected"),
    [
        (31.7633, 41.0508, 77.3757, "N/A", Battery(77.4, 77.3757, None, "31.7633/41.0508 Wh")),
        (9.79, 37.5, 26.1067, "0", Battery(26.1, 26.1067, None, "9.79/37.5 Wh")),
        (58.02, 58.16, 55.6, "312", Battery(99.8, 55.6, 312, "58.02/58.16 Wh")),
        (50.0, 49.2, 100, "17", Battery(100.0, 100.0, 17, "50/49.2 Wh")),
        (45.0, 0, 100, "17", Battery(None, 100.0, 17, "")),
        (0, 50.0, 0, "17", Battery(None, None, 17, "")),
        (450.0, 50.0, 100, "17", Battery(None, 100.0, 17, "")),
    ],
)
def test_health_is_worked_out_from_the_charges_that_upower_tells(full: float, design: float, capacity: float, cycles: str, expected: Battery) -> None:
    """A new battery above its promise is 100 %, no design charge is no health, and nine times the design is none either."""
    assert laptop_battery.of_upower(upower(full, design, capacity, cycles)) == expected


def test_two_figures_that_contradict_each_other_answer_nothing() -> None:
    found = findings(report(upower=upower(58.02, 58.16, 55.6)))["battery_pct"]
    assert (found.verdict, found.number, found.raw) == (Verdict.INCONCLUSIVE, None, "99.8 % (58.02/58.16 Wh) / 55.6 %")
    agreed = findings(report(upower=upower(31.7633, 41.0508, 77.3757)))["battery_pct"]
    assert (agreed.verdict, agreed.number) == (Verdict.PASS, 77)


def test_the_batteries_of_a_machine_with_two_are_added_up_and_those_of_a_mouse_are_not() -> None:
    two = upower(20, 25, 80, "10").split("Device: /org/freedesktop/UPower/devices/DisplayDevice")[0]
    mouse = "Device: mouse\n  power supply:         no\n    energy-full: 1 Wh\n    energy-full-design: 9 Wh\n"
    assert laptop_battery.of_upower(two + two.replace("energy-full:         20", "energy-full:         10") + mouse) == Battery(60.0, None, 10, "30/50 Wh")
    assert laptop_battery.of_upower(mouse) is None and laptop_battery.of_upower("no battery here") is None


def test_the_kernel_says_it_where_upower_is_missing() -> None:
    energy = "DEVTYPE=power_supply\nPOWER_SUPPLY_NAME=BAT0\nPOWER_SUPPLY_CYCLE_COUNT=0\nPOWER_SUPPLY_ENERGY_FULL_DESIGN=50000000\n"
    energy += "POWER_SUPPLY_ENERGY_FULL=40000000\n"
    charge = "POWER_SUPPLY_NAME=BAT0\nPOWER_SUPPLY_CHARGE_FULL_DESIGN=4000000\nPOWER_SUPPLY_CHARGE_FULL=3500000\nPOWER_SUPPLY_CYCLE_COUNT=88\n"
    assert (laptop_battery.of_kernel(energy), laptop_battery.of_kernel(charge)) == (
        Battery(80.0, None, None, "4e+07/5e+07 µ"), Battery(87.5, None, 88, "3.5e+06/4e+06 µ"),
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_windows_battery_report_is_read_and_a_count_of_zero_is_unknown(encoding: str) -> None:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><BatteryReport xmlns="http://schemas.microsoft.com/battery/2012"><Batteries><Battery><Id>DELL</Id>'
        "<DesignCapacity>60001</DesignCapacity><FullChargeCapacity>45000</FullChargeCapacity><CycleCount>0</CycleCount></Battery></Batteries></BatteryReport>"
    )
    found = read_report(report("windows", powercfg=xml.encode(encoding))).report
    assert {finding.fact: finding.number for finding in found.findings} == {"battery_pct": 75} and "battery_cycles" not in found.facts


def test_a_macbook_tells_its_charges_one_level_down_and_never_has_one_per_cent() -> None:
    content = report("macos", ioreg=plistlib.dumps(MAC_BATTERY), system_profiler__power=MAC_POWER, system_profiler__hardware=MAC_HARDWARE)
    found = read_report(content)
    assert (found.maker, found.model, found.serial) == ("Apple", "MacBook Air M1", "FVFTEST00Q6L")
    assert {finding.fact: finding.number for finding in found.report.findings} == {"battery_pct": 92}
    facts = found.report.facts
    assert (facts["battery_percent"], facts["battery_percent_said"], facts["battery_cycles"], facts["battery_amperage_ma"]) == ("96.2", "92.0", "212", "-483")
    bare = laptop_battery.of_mac(plistlib.dumps([{"MaxCapacity": 100, "DesignCapacity": 6249}]), "")
    assert bare == Battery(None, None, None, "")


def test_a_battery_above_its_promise_is_a_hundred_per_cent() -> None:
    assert [laptop_battery.health(full, 6000) for full in (6060, 6120, 6000, 59, 9001)] == [100.0, 100.0, 100.0, None, None]


@pytest.mark.parametrize(
    ("value", "expected"), [(18446744073709551133, -483), (483, 483), (-483, -483), (1 << 63, -(1 << 63)), (1 << 64, None), (-(1 << 70), None)]
)  # fmt: skip
def test_a_negative_current_that_was_printed_unsigned_is_negative_again(value: int, expected: int | None) -> None:
    assert laptop_battery.signed64(value) == expected


# ── disks ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def spoilt(disk: dict[str, Any], **changes: Any) -> dict[str, Any]:
    log = {**disk.get("nvme_smart_health_information_log", {}), **changes.pop("log", {})}
    return {**disk, **({"nvme_smart_health_information_log": log} if log else {}), **changes}


def attribute(number: int, raw: int) -> dict[str, Any]:
    return {"ata_smart_attributes": {"table": [{"id": number, "raw": {"value": raw}}]}}


@pytest.mark.parametrize(
    ("disk", "healthy", "faults"),
    [
        (NVME, True, ()),
        (ATA, True, ()),
        (spoilt(NVME, log={"percentage_used": 100}), False, ("worn_out",)),
        (spoilt(NVME, log={"available_spare": 9, "available_spare_threshold": 10}), False, ("no_spare",)),
        (spoilt(NVME, log={"critical_warning": 4}), False, ("critical_warning",)),
        (spoilt(NVME, log={"media_errors": 3}), False, ("media_errors",)),
        (spoilt(NVME, smart_status={"passed": False}), False, ("smart_failing",)),
        (spoilt(ATA, **attribute(5, 8)), False, ("reallocated_sectors",)),
        (spoilt(ATA, **attribute(197, 1)), False, ("pending_sectors",)),
        (spoilt(ATA, smartctl={"exit_status": 8}), False, ("smart_failing",)),
        (spoilt(ATA, smartctl={"exit_status": 16}), False, ("smart_failing",)),
        (spoilt(ATA, smartctl={"exit_status": 4 + 64}), True, ()),
        (spoilt(NVME, smartctl={"exit_status": 2}), None, ()),
        (spoilt(NVME, smartctl={"exit_status": 1}), None, ()),
        (spoilt(NVME, smartctl={}), None, ()),
        (spoilt(NVME, smart_status={}), None, ()),
    ],
)
def test_a_disk_is_healthy_when_it_says_so_and_nothing_speaks_against_it(disk: dict[str, Any], healthy: bool | None, faults: tuple[str, ...]) -> None:
    """smartctl's exit status is a mask: 1 and 2 mean that nothing was read, 8 and 16 that the disk fails, the rest is history."""
    found = laptop_disks.of_smartctl(json.dumps(disk))
    assert found is not None and (found.healthy, found.faults) == (healthy, faults)


def test_one_failing_disk_fails_the_laptop_and_one_that_says_nothing_leaves_it_open() -> None:
    failing = spoilt(NVME, log={"percentage_used": 104})
    found = findings(report(smartctl__nvme0=NVME, smartctl__sda=failing))["disk_health"]
    assert (found.verdict, found.reason, "104 % used" in found.raw) == (Verdict.FAIL, "disk_health", True)
    assert findings(report(smartctl__nvme0=NVME))["disk_health"].verdict is Verdict.PASS
    assert "disk_health" not in findings(report(smartctl__nvme0=NVME, smartctl__sda=spoilt(NVME, smartctl={"exit_status": 2})))
    assert read_report(report(smartctl__nvme0=NVME)).storage_gb == 256


# ── what it is, and its locks ──────────────────────────────────────────────────────────────────────────────────────
def test_the_board_says_what_it_is_lenovo_by_its_version() -> None:
    found = read_report(report(dmidecode=DMI))
    assert (found.maker, found.model, found.serial, found.made_at) == ("Lenovo", "ThinkPad T480", "PF1TEST7", "2026-11-23T10:00:00Z")
    dell = DMI.replace("LENOVO", "Dell Inc.").replace("20L5S00000", "Latitude 7490").replace("ThinkPad T480", "Not Specified")
    assert (read_report(report(dmidecode=dell)).maker, read_report(report(dmidecode=dell)).model) == ("Dell", "Latitude 7490")
    windows = {"Manufacturer": "Hewlett-Packard", "Model": "HP EliteBook 840 G6", "SerialNumber": "5CGTEST123", "TotalPhysicalMemory": "17033404416"}
    found = read_report(report("windows", computer=windows))
    assert (found.maker, found.model, found.serial, found.report.facts["memory"]) == ("HP", "HP EliteBook 840 G6", "5CGTEST123", "16 GB")


@pytest.mark.parametrize("serial", ["Default string", "To be filled by O.E.M.", "System Serial Number", "0", "00000000", "None", "123456789", "", "é<script>"])
def test_what_makers_leave_where_a_serial_belongs_is_none(serial: str) -> None:
    found = read_report(report(dmidecode=DMI.replace("PF1TEST7", serial)))
    assert found.serial == "" and "serial" not in found.report.facts


def test_a_serial_of_the_kernel_counts_where_dmidecode_is_missing() -> None:
    assert read_report(report(dmi__sys_vendor="Dell Inc.\n", dmi__product_name="XPS 13 9310\n", dmi__product_serial="9XTEST1\n")).serial == "9XTEST1"
    assert same_serial("pf1-test7", "PF1TEST7") and not same_serial("", "") and not same_serial("PF1TEST7", "PF1TEST8")


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ({"filesystems": "vfat\next4\n"}, {"disk_lock": Verdict.PASS}),
        ({"filesystems": "vfat\nBitLocker\n"}, {"disk_lock": Verdict.FAIL}),
        ({"filesystems": "crypto_LUKS\n"}, {"disk_lock": Verdict.FAIL}),
        ({"filesystems": "\n\n"}, {}),
        ({"fdesetup": "FileVault is On.\n"}, {"disk_lock": Verdict.FAIL}),
        ({"fdesetup": "FileVault is Off.\n"}, {"disk_lock": Verdict.PASS}),
        ({"bitlocker": "0 1"}, {"disk_lock": Verdict.FAIL}),
        ({"bitlocker": "0 0"}, {"disk_lock": Verdict.PASS}),
        ({"bitlocker": "0 2"}, {}),
        ({"profiles": "Enrolled via DEP: Yes\nMDM enrollment: Yes"}, {"activation_lock": Verdict.FAIL}),
        ({"profiles": "Enrolled via DEP: No"}, {}),
        ({"dsregcmd": "    AzureAdJoined : YES"}, {"activation_lock": Verdict.FAIL}),
        ({"dsregcmd": "    AzureAdJoined : NO"}, {}),
        ({"licence": "1"}, {"licence": Verdict.PASS}),
        ({"licence": "5"}, {"licence": Verdict.FAIL}),
        ({"licence": "oui"}, {}),
    ],
)
def test_only_what_a_tool_says_in_so_many_words_is_a_lock_or_none(outputs: dict[str, str], expected: dict[str, Verdict]) -> None:
    """That Windows is joined to nobody does not prove that no organisation claims the machine."""
    assert {fact: finding.verdict for fact, finding in findings(report(**outputs)).items()} == expected


def test_a_mac_with_its_activation_lock_on_is_blocked() -> None:
    locked = json.loads(json.dumps(MAC_HARDWARE).replace("activation_lock_disabled", "activation_lock_enabled"))
    found = findings(report("macos", system_profiler__hardware=locked))["activation_lock"]
    assert (found.verdict, found.reason) == (Verdict.FAIL, "activation_lock")


def test_a_tool_that_was_missing_is_named_in_the_report() -> None:
    content = json.loads(report(dmidecode=DMI))
    content["outputs"]["smartctl"] = {"status": 127, "base64": ""}
    assert read_report(json.dumps(content).encode()).report.facts["tools_missing"] == "smartctl"


# ── garbage ────────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b"\xff\xfe\x00", b'{"kiosk_laptop_report":2,"system":"linux"}', b"[" * 100_000, b" " * (LARGEST_REPORT_BYTES + 1), report()[:-9]],
)  # fmt: skip
def test_a_file_that_is_no_report_is_refused(content: bytes) -> None:
    with pytest.raises(NotALaptopReport):
        read_report(content)


@pytest.mark.parametrize(
    "garbage",
    [
        b"\xff" * 5000, b"[" * 200_000, b"<a>" * 100_000, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"energy-full: " + b" " * 200_000, b"9" * 100_000,
        b"Device: x\n energy-full: nan Wh\n energy-full-design: inf Wh\n", b'{"smartctl": {"exit_status": -1}}', b'{"smartctl": 7}', b"null",
    ],
)  # fmt: skip
def test_garbage_in_any_output_invents_nothing(garbage: bytes) -> None:
    names = ("dmidecode", "upower", "battery__BAT0", "powercfg", "ioreg", "smartctl__sda", "computer", "system_profiler__power", "system_profiler__hardware")
    found = read_report(report(**dict.fromkeys(names, garbage)))
    assert (found.serial, found.report.findings) == ("", ())


WHOLE = (UPOWER, DMI, json.dumps(NVME), json.dumps(MAC_POWER), json.dumps(MAC_HARDWARE), plistlib.dumps(MAC_BATTERY).decode())


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_torn_or_twisted_output_never_raises_and_never_leaves_the_range(data: st.DataObject) -> None:
    outputs = {}
    for name in ("upower", "dmidecode", "smartctl__sda", "system_profiler__power", "system_profiler__hardware", "ioreg", "powercfg"):
        text = data.draw(st.sampled_from(WHOLE))
        cut, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 40))
        outputs[name] = text[:cut] + data.draw(st.text(max_size=20)) + text[cut + length :]
    found = read_report(report(**outputs))
    for finding in found.report.findings:
        assert finding.number is None or 1 <= finding.number <= 100
    assert all(len(text) <= 120 and text.isprintable() for text in found.report.facts.values())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_a_report_or_are_refused(content: bytes) -> None:
    try:
        read_report(content)
    except NotALaptopReport:
        return
