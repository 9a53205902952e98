"""How worn an Android phone's battery is, and how far that can be trusted. Pure; what nobody measured is unknown, never 100 %.

In order of trust: what the gauge learned against its design, Samsung's own figure where the gauge has counted cycles, what Android
learned by charging. A value of -1, an echo of the design or an impossible figure is no reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.hardware.android_answers import lines

FROZEN = "UPDATES STOPPED"
STATUS_CHARGING, STATUS_FULL = 2, 5
LEAST_UAH = 100_000
"""A capacity below this is in mAh."""
LEAST_MV, MOST_MV = 2_500, 9_500
LEAST_RATIO, MOST_RATIO = 0.4, 1.1
LEAST_CYCLES_A_DAY, MOST_CYCLES_A_DAY = 0.1, 3.0
_EFS = re.compile(r"\[SS\]\[BattInfo\](\w{1,40}) efsValue:\s*(\S{1,80})")
_HAL = re.compile(r"\b(battery[A-Z][A-Za-z]{1,40})\s*[:=]\s*(-?\d{1,12})\b")
_LEARNED = re.compile(r"(Estimated|Last learned) battery capacity:\s*(\d{1,6})(?:\.\d{1,3})?\s*mAh")


@dataclass(frozen=True, slots=True)
class Battery:
    """``health_pct`` is None when it is unknown: ``note`` then says why. ``source`` is gauge, samsung or learned; ``raw`` what it was made of."""

    health_pct: float | None = None
    source: str = ""
    raw: str = ""
    note: str = ""
    frozen: bool = False
    cycles: int | None = None
    charging: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)


def battery_of(outputs: Mapping[str, bytes], *, today: date | None = None) -> Battery:
    """``today`` lets a count of cycles be held against the day of first use."""
    dump = _lines(outputs, "battery")
    if any(FROZEN in line for line in dump):
        return Battery(note="frozen", frozen=True, raw=next(line.strip() for line in dump if FROZEN in line))
    said = _fields(dump)
    if not _is_a_battery(said):
        return Battery(note="implausible", raw=", ".join(f"{name} {said[name]}" for name in ("voltage", "level", "temperature") if name in said))
    gauge = {name: found for line in _lines(outputs, "gauge") for name, _, text in [line.partition("=")] if (found := whole(text)) is not None}
    hal = {name: int(text) for name, text in _HAL.findall("\n".join(_lines(outputs, "health")))}
    efs = dict(_EFS.findall("\n".join(dump)))
    cycles = _cycles(gauge, hal, said, efs, today=today)
    reading = next(_readings(gauge, hal, _percent(said, efs, gauge), outputs, cycles=cycles), None)
    pct, source, raw = reading or (None, "", "")
    charging = whole(said.get("status", "")) in (STATUS_CHARGING, STATUS_FULL) and "true" in (said.get("USB powered"), said.get("AC powered"))
    note = "" if reading else _why_unknown(gauge, said, efs)
    return Battery(pct, source, raw, note, cycles=cycles, charging=charging, facts=_facts(said, efs, cycles))


def whole(text: str) -> int | None:
    """A number of digits alone; -1 is how Android writes "unknown"."""
    stripped = text.strip().strip("[]").strip()
    return int(stripped) if stripped.isascii() and stripped.isdigit() and len(stripped) <= 15 else None


def _lines(outputs: Mapping[str, bytes], name: str) -> list[str]:
    return lines(outputs.get(name, b""))


def _fields(dump: list[str]) -> dict[str, str]:
    """``key: value`` by key; the first of a key is the state, later ones are history."""
    found: dict[str, str] = {}
    for line in dump:
        key, colon, value = line.partition(":")
        if colon and key.strip():
            found.setdefault(key.strip(), value.strip().strip("[]").strip())
    return found


def _is_a_battery(said: Mapping[str, str]) -> bool:
    """False for the made-up values of a set-top box. What is not said is not held against it."""
    voltage, level, scale = whole(said.get("voltage", "")), whole(said.get("level", "")), whole(said.get("scale", "")) or 100
    return said.get("present") != "false" and (voltage is None or LEAST_MV <= voltage <= MOST_MV) and (level is None or level <= scale)


def _uah(value: int | None) -> int | None:
    if not value:
        return None
    return value * 1000 if value < LEAST_UAH else value


def _cycles(gauge: Mapping[str, int], hal: Mapping[str, int], said: Mapping[str, str], efs: Mapping[str, str], *, today: date | None) -> int | None:
    """The first source that has counted; 0 only when one says 0 and none says more."""
    counted = (
        gauge.get("cycle_count"), gauge.get("battery_cycle"), hal.get("batteryCycleCount"),
        _samsung_cycles(said, efs, today=today), gauge.get("fg_cycle"),
    )  # fmt: skip
    known = [count for count in counted if count is not None and count >= 0]
    return next((count for count in known if count > 0), 0 if known else None)


def _samsung_cycles(said: Mapping[str, str], efs: Mapping[str, str], *, today: date | None) -> int | None:
    """Samsung counts percents of discharge; some tools read them as thousandths, so the pace since first use must be a phone's."""
    usage = whole(said.get("mSavedBatteryUsage", ""))
    usage = whole(efs.get("DischargeLevelData", "")) if usage is None else usage
    if usage is None:
        return None
    cycles = (usage + 50) // 100
    first = _day(said.get("battery FirstUseDate", "") or efs.get("FirstUseDateData", ""))
    days = (today - first).days if today is not None and first is not None else 0
    return cycles if days <= 0 or LEAST_CYCLES_A_DAY <= cycles / days <= MOST_CYCLES_A_DAY else None


def _percent(said: Mapping[str, str], efs: Mapping[str, str], gauge: Mapping[str, int]) -> int | None:
    """Samsung's health in percent, from wherever this phone says it."""
    texts = (said.get("mSavedBatteryAsoc", ""), efs.get("AsocData", ""), str(gauge.get("fg_asoc", "")))
    return next((pct for text in texts if (pct := whole(text.partition(".")[0])) is not None and 0 < pct <= 100), None)


def _readings(
    gauge: Mapping[str, int], hal: Mapping[str, int], asoc: int | None, outputs: Mapping[str, bytes], *, cycles: int | None
) -> Iterator[tuple[float, str, str]]:
    """Every health that holds, the most trusted first: percent, source, what it was made of."""
    pairs = (
        ("charge_full", _uah(gauge.get("charge_full")), _uah(gauge.get("charge_full_design"))),
        ("batteryFullChargeUah", _hal_uah(hal, "batteryFullChargeUah"), _hal_uah(hal, "batteryFullChargeDesignCapacityUah")),
    )
    for name, full, design in pairs:
        if full and design and full != design and LEAST_RATIO <= full / design <= MOST_RATIO:
            yield _pct(full, design), "gauge", f"{name} {full}, design {design}"
    if asoc is not None and cycles:
        yield float(asoc), "samsung", f"ASOC {asoc}, cycles {cycles}"
    learned = {name: int(mah) for name, mah in _LEARNED.findall("\n".join(_lines(outputs, "batterystats")))}
    design_uah = next((design for _, _, design in pairs if design), None) or _uah(learned.get("Estimated"))
    last_uah = _uah(learned.get("Last learned"))
    if last_uah and design_uah and last_uah != design_uah and LEAST_RATIO <= last_uah / design_uah <= MOST_RATIO:
        yield _pct(last_uah, design_uah), "learned", f"Last learned {last_uah // 1000} mAh, design {design_uah // 1000} mAh"


def _hal_uah(hal: Mapping[str, int], name: str) -> int | None:
    """The health HAL speaks of µAh alone: less than a tenth of an ampere-hour is its way not to know."""
    value = hal.get(name, 0)
    return value if value >= LEAST_UAH else None


def _pct(full: int, design: int) -> float:
    return min(100.0, round(100 * full / design, 1))


def _why_unknown(gauge: Mapping[str, int], said: Mapping[str, str], efs: Mapping[str, str]) -> str:
    full, design = _uah(gauge.get("charge_full")), _uah(gauge.get("charge_full_design"))
    if full and full == design:
        return "gauge_reset"
    return "no_cycles" if _percent(said, efs, gauge) is not None else "not_measured"


def _day(text: str) -> date | None:
    digits = text.strip().strip("[]").strip()
    if len(digits) != 8 or whole(digits) is None:
        return None
    try:
        found = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return found if 2008 <= found.year <= 2099 else None


def _facts(said: Mapping[str, str], efs: Mapping[str, str], cycles: int | None) -> dict[str, str]:
    """What is kept to explain the rest: a threshold that limits the charge is no wear."""
    made, used = _day(said.get("LLB MAN", "")), _day(said.get("battery FirstUseDate", "") or efs.get("FirstUseDateData", ""))
    found = {
        "charge_pct": whole(said.get("level", "")), "battery_mv": whole(said.get("voltage", "")), "battery_cycles": cycles,
        "battery_decidegrees": whole(said.get("temperature", "")), "battery_hottest_decidegrees": whole(said.get("mSavedBatteryMaxTemp", "")),
        "battery_charge_limit_pct": whole(said.get("mProtectionThreshold", "")), "battery_made_on": made, "battery_first_used_on": used,
        "battery_part": efs.get("QrData"), "battery_second_health_pct": said.get("mSavedBatteryBsoh"),
    }  # fmt: skip
    return {name: str(value) for name, value in found.items() if value is not None and value != ""}
