"""What ``smartctl -j -a`` says of a disk: healthy, failing, or nothing that can be relied on. Pure; garbage gives nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.diagnostics.probes.lenient import json_of

NOT_OPENED = 0b11
"""Bits 0 and 1 of smartctl's exit status: it did not understand its command, or could not open the device."""
FAILING = 0b11000
"""Bits 3 and 4: the disk says it is failing, or an attribute that foretells it is at its threshold."""
REALLOCATED, POWER_ON, PENDING = 5, 9, 197
WORN_OUT_PCT = 100


@dataclass(frozen=True, slots=True)
class Disk:
    """``healthy`` is None when the disk did not say; ``faults`` are what speaks against it."""

    healthy: bool | None
    faults: tuple[str, ...] = ()
    model: str = ""
    size_bytes: int | None = None
    power_on_hours: int | None = None
    used_pct: int | None = None


def of_smartctl(text: str) -> Disk | None:
    """None for what is no answer of smartctl."""
    said = json_of(text)
    if not isinstance(said, dict) or not isinstance(said.get("smartctl"), dict):
        return None
    status = _whole(said["smartctl"].get("exit_status"))
    if status is None or status & NOT_OPENED:
        return Disk(None, model=_text(said.get("model_name")))
    nvme = _table(said.get("nvme_smart_health_information_log"))
    ata = _attributes(_table(said.get("ata_smart_attributes")).get("table"))
    passed = _table(said.get("smart_status")).get("passed")
    faults = (*(("smart_failing",) if passed is False or status & FAILING else ()), *_nvme_faults(nvme), *_ata_faults(ata))
    hours = _whole(nvme.get("power_on_hours"))
    return Disk(
        healthy=False if faults else True if passed is True else None, faults=faults, model=_text(said.get("model_name")),
        size_bytes=_whole(_table(said.get("user_capacity")).get("bytes")), used_pct=_whole(nvme.get("percentage_used")),
        power_on_hours=hours if hours is not None else _whole(_table(said.get("power_on_time")).get("hours")),
    )  # fmt: skip


def _nvme_faults(log: Mapping[str, Any]) -> tuple[str, ...]:
    spare, threshold = _whole(log.get("available_spare")), _whole(log.get("available_spare_threshold"))
    checks = {
        "critical_warning": (_whole(log.get("critical_warning")) or 0) > 0,
        "worn_out": (_whole(log.get("percentage_used")) or 0) >= WORN_OUT_PCT,
        "no_spare": spare is not None and threshold is not None and spare < threshold,
        "media_errors": (_whole(log.get("media_errors")) or 0) > 0,
    }
    return tuple(name for name, failed in checks.items() if failed)


def _ata_faults(attributes: Mapping[int, int]) -> tuple[str, ...]:
    checks = {"reallocated_sectors": attributes.get(REALLOCATED, 0) > 0, "pending_sectors": attributes.get(PENDING, 0) > 0}
    return tuple(name for name, failed in checks.items() if failed)


def _attributes(table: object) -> dict[int, int]:
    """Raw values by their id."""
    found = {}
    for row in table if isinstance(table, list) else []:
        number, raw = (_whole(row.get("id")), _whole(_table(row.get("raw")).get("value"))) if isinstance(row, dict) else (None, None)
        if number is not None and raw is not None:
            found[number] = raw
    return found


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _whole(value: object) -> int | None:
    return value if type(value) is int and 0 <= value < 1 << 63 else None


def _text(value: object) -> str:
    return value.strip()[:80] if isinstance(value, str) else ""
