"""The health of an Apple battery from its gas gauge, with how far it can be trusted. Pure; sources: diagnostics §4.2 and §4.5.

Health is what the cell still holds over what it was made for. ``MaxCapacity`` and, since iOS 12.2, ``FullChargeCapacity`` always say 100: a
percentage that never falls, and no health.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MEASURED, CLAIMED, UNKNOWN = "measured", "claimed", "unknown"
LEAST_MAH, MOST_MAH = 300, 30_000
LEAST_PCT = 10
_GAUGE = ("NominalChargeCapacity", "AppleRawMaxCapacity")
_OTHER = ("FullChargeCapacity", "MaxCapacity")


@dataclass(frozen=True, slots=True)
class BatteryRead:
    """``pct`` is None when the health is not known, and ``why`` says the reason by its code."""

    pct: int | None = None
    trust: str = UNKNOWN
    why: str = ""
    raw: str = ""
    cycles: int | None = None
    design_mah: int | None = None
    serial: str = ""


def battery_of(registry: Mapping[str, Any]) -> BatteryRead:
    """From the registry entry of the gauge; some systems keep the capacities one level deeper, in ``BatteryData``."""
    nested = registry.get("BatteryData")
    said = {**(nested if isinstance(nested, Mapping) else {}), **registry}
    design, cycles = _number(said, "DesignCapacity"), _number(said, "CycleCount")
    known = BatteryRead(
        cycles=cycles if cycles is not None and cycles >= 0 else None, design_mah=design if _plausible(design) else None, serial=_serial(said)
    )  # fmt: skip
    if known.design_mah is None:
        return _unknown(known, "no_design_capacity")
    for name in (*_GAUGE, *_OTHER):
        full = _number(said, name)
        if full is not None and _plausible(full):
            return _health(known, name, full)
    return _unknown(known, "capacity_always_100" if any(_number(said, name) == 100 for name in _OTHER) else "no_capacity")


def _health(known: BatteryRead, name: str, full: int) -> BatteryRead:
    assert known.design_mah is not None, "asked only with a design capacity"
    pct = (200 * full + known.design_mah) // (2 * known.design_mah)
    if pct < LEAST_PCT:
        return _unknown(known, "implausible")
    return BatteryRead(
        min(100, pct), MEASURED if name in _GAUGE else CLAIMED, "", f"{name} {full}, DesignCapacity {known.design_mah}", known.cycles,
        known.design_mah, known.serial,
    )  # fmt: skip


def _unknown(known: BatteryRead, why: str) -> BatteryRead:
    return BatteryRead(why=why, cycles=known.cycles, design_mah=known.design_mah, serial=known.serial)


def _plausible(capacity: int | None) -> bool:
    """Of a phone's or a tablet's cell, in mAh: not a percentage, not an overflow."""
    return capacity is not None and LEAST_MAH <= capacity <= MOST_MAH


def _number(said: Mapping[str, Any], name: str) -> int | None:
    """Some tools print what is negative as 64 bits without a sign."""
    value = said.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value - (1 << 64) if value >= 1 << 63 else value


def _serial(said: Mapping[str, Any]) -> str:
    serial = said.get("Serial", "")
    return serial.strip() if isinstance(serial, str) else ""
