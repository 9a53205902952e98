"""What a laptop's own tools say of its battery: upower, the kernel, Windows' battery report, macOS. Pure; garbage gives nothing.

Health is always full ÷ design charge, worked out here: what a tool calls *capacity* or *health* is only held against it. A ratio that cannot be is
none: makers leave zeros, gauges that were reset echo the design, and an Apple ``MaxCapacity`` of 100 is per cent, not mAh (a battery is never 1 %).
"""

from __future__ import annotations

import math
import plistlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from kiosk.diagnostics.probes.lenient import json_of

TOLERATED_POINTS = 5.0
MOST_PCT = 150.0
LEAST_PCT = 1.0
MOST_CYCLES = 20_000
LEAST_MAH = 200
LONGEST_LINE = 400
_FIELD = re.compile(r"^\s*([a-z][a-z -]*):\s+(.*?)\s*$")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")


@dataclass(frozen=True, slots=True)
class Battery:
    """``percent`` is full ÷ design, at most 100; ``said_percent`` what the tool claims instead; ``amperage_ma`` is negative while it discharges."""

    percent: float | None = None
    said_percent: float | None = None
    cycles: int | None = None
    measured: str = ""
    amperage_ma: int | None = None

    @property
    def contradicts(self) -> bool:
        """The tool's own figure is another one than its charges give."""
        return self.percent is not None and self.said_percent is not None and abs(self.percent - self.said_percent) > TOLERATED_POINTS


def health(full: float | None, design: float | None) -> float | None:
    """In per cent, one decimal; None when it cannot be. A new battery holds a little more than it promises: 100."""
    if full is None or design is None or not math.isfinite(full) or not math.isfinite(design) or full <= 0 or design <= 0:
        return None
    percent = 100 * full / design
    return round(min(100.0, percent), 1) if LEAST_PCT <= percent <= MOST_PCT else None


def of_upower(text: str) -> Battery | None:
    """``upower --dump`` or ``-i``: the batteries that feed the machine, added up; a mouse's battery does not count."""
    devices = [fields for fields in _upower_devices(text) if "energy-full" in fields and fields.get("power supply", "yes") == "yes"]
    return _sum_of((_upower_battery(fields) for fields in devices), "Wh")


def _upower_devices(text: str) -> list[dict[str, str]]:
    devices: list[dict[str, str]] = [{}]
    for line in text.splitlines():
        if line.startswith(("Device:", "Daemon:")):
            devices.append({"power supply": "no"} if "DisplayDevice" in line or line.startswith("Daemon:") else {})
            continue
        field = _FIELD.match(line) if len(line) < LONGEST_LINE else None
        if field:
            devices[-1].setdefault(field[1], field[2])
    return devices


def _upower_battery(fields: Mapping[str, str]) -> _Charges:
    return _Charges(
        _number(fields.get("energy-full")), _number(fields.get("energy-full-design")), _percent(fields.get("capacity")), _cycles(fields.get("charge-cycles"))
    )


def of_kernel(text: str) -> Battery | None:
    """One or more ``/sys/class/power_supply/BAT*/uevent``, in µWh or µAh."""
    found = []
    for block in text.split("POWER_SUPPLY_NAME=")[1:]:
        said = dict(line.removeprefix("POWER_SUPPLY_").split("=", 1) for line in block.splitlines()[1:] if "=" in line)
        kind = "ENERGY" if "ENERGY_FULL" in said else "CHARGE"
        found.append(_Charges(_number(said.get(f"{kind}_FULL")), _number(said.get(f"{kind}_FULL_DESIGN")), None, _cycles(said.get("CYCLE_COUNT"))))
    return _sum_of(found, "µ")


def of_powercfg(text: str) -> Battery | None:
    """``powercfg /batteryreport /xml``, in mWh; a cycle count of 0 is one that the firmware does not tell."""
    if "<!" in text.replace("<!--", ""):
        return None
    try:
        root = ET.fromstring(text.encode("utf-16" if 'encoding="utf-16"' in text[:80].lower() else "utf-8"))
    except (ET.ParseError, ValueError, LookupError):
        return None
    found = []
    for element in root.iter():
        if _local(element.tag) == "Battery":
            said = {_local(child.tag): (child.text or "") for child in element}
            found.append(_Charges(_number(said.get("FullChargeCapacity")), _number(said.get("DesignCapacity")), None, _cycles(said.get("CycleCount"))))
    return _sum_of(found, "mWh")


def of_mac(ioreg: bytes, power: str) -> Battery | None:
    """``ioreg -arn AppleSmartBattery`` (an XML list) and ``system_profiler SPPowerDataType -json``: either may be missing."""
    said = _ioreg_battery(ioreg)
    nested = said.get("BatteryData")
    inner: Mapping[str, Any] = nested if isinstance(nested, dict) else {}

    def charge(*names: str) -> float | None:
        values = (source.get(name) for name in names for source in (said, inner))
        return next((float(value) for value in values if type(value) is int and LEAST_MAH < value < 1_000_000), None)

    full, design = charge("NominalChargeCapacity", "FullChargeCapacity", "AppleRawMaxCapacity", "MaxCapacity"), charge("DesignCapacity")
    system = _mac_health(power)
    cycles = said.get("CycleCount", inner.get("CycleCount"))
    amperage = said.get("Amperage")
    if not said and not system:
        return None
    return Battery(
        health(full, design), _percent(system.get("maximum_capacity")), _cycles(cycles if cycles is not None else system.get("cycle_count")),
        f"{full:.0f}/{design:.0f} mAh" if full and design else "", signed64(amperage) if type(amperage) is int else None,
    )  # fmt: skip


def signed64(value: int) -> int | None:
    """A negative number that a tool printed as an unsigned one of 64 bits; None for what has more."""
    if not -(1 << 63) <= value < 1 << 64:
        return None
    return value - (1 << 64) if value >= 1 << 63 else value


def _ioreg_battery(content: bytes) -> Mapping[str, Any]:
    try:
        found = plistlib.loads(content, fmt=plistlib.FMT_XML) if content.strip() else []
    except Exception:  # noqa: BLE001 - plistlib raises whatever expat, base64 and its own tables raise on a broken list
        return {}
    first = found[0] if isinstance(found, list) and found else found
    return first if isinstance(first, dict) else {}


def _mac_health(text: str) -> dict[str, object]:
    """``sppower_battery_health_info``, its names without their prefix."""
    found = json_of(text)
    entries = found.get("SPPowerDataType") if isinstance(found, dict) else None
    for entry in entries if isinstance(entries, list) else []:
        info = entry.get("sppower_battery_health_info") if isinstance(entry, dict) else None
        if isinstance(info, dict):
            return {re.sub(r"^sppower_battery_(health_)?", "", name): value for name, value in info.items()}
    return {}


@dataclass(frozen=True, slots=True)
class _Charges:
    full: float | None
    design: float | None
    said_percent: float | None
    cycles: int | None


def _sum_of(batteries: Iterable[_Charges], unit: str) -> Battery | None:
    """A machine with two batteries is worth both; one that is not understood leaves the sum unknown."""
    found = list(batteries)
    if not found:
        return None
    whole = [battery for battery in found if battery.full is not None and battery.design is not None]
    full, design = sum(cast(float, battery.full) for battery in whole), sum(cast(float, battery.design) for battery in whole)
    cycles = [battery.cycles for battery in found if battery.cycles is not None]
    known = len(whole) == len(found) and all(health(battery.full, battery.design) is not None for battery in found)
    said = found[0].said_percent if len(found) == 1 else None
    return Battery(health(full, design) if known else None, said, max(cycles, default=None), f"{full:g}/{design:g} {unit}" if known else "")


def _number(value: object) -> float | None:
    found = _NUMBER.match(value.strip()) if isinstance(value, str) and len(value) < 60 else None
    return float(found[0].replace(",", ".")) if found else None


def _percent(value: object) -> float | None:
    found = _PERCENT.match(value.strip()) if isinstance(value, str) else None
    percent = float(found[1].replace(",", ".")) if found else None
    return percent if percent is not None and 0 < percent <= MOST_PCT else None


def _cycles(value: object) -> int | None:
    """0, ``N/A`` and what no battery lives through are all unknown."""
    count = int(value) if isinstance(value, str) and re.fullmatch(r"\s*\d{1,9}\s*", value, re.ASCII) else value
    return count if type(count) is int and 0 < count < MOST_CYCLES else None


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
