"""What an iPhone or iPad said on the cable, as facts with their level of trust, and the answers that follow. Pure; sources: diagnostics §4.2 to §4.5.

``outputs`` are those of ``hardware/apple_phones.py``, by the name of the read. The phone's name, its number and its addresses are in them too:
nothing of that is taken over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.basics.plists import plist_dict
from kiosk.catalogue.identifiers import is_imei
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.apple_battery import BatteryRead, battery_of
from kiosk.diagnostics.probes.expected import Expected, tail
from kiosk.diagnostics.probes.report import Finding, Report

PROBE = "libimobiledevice 1"
GIGABYTE = 1_000_000_000
SIZES_GB = (8, 16, 32, 64, 128, 256, 512, 1024, 2048)
# First character of the model number: whom Apple made it for (diagnostics §4.2).
_ORIGINS = {"M": "retail", "F": "refurbished_by_maker", "N": "replacement", "P": "engraved", "3": "demo"}
_BATTERIES = ("smart_battery", "charger", "gas_gauge")
# ``idevicediagnostics`` prints the whole answer, with what was asked for under its own name.
_WRAPPED = ("IORegistry", "GasGauge")


def apple_report(outputs: Mapping[str, bytes], expected: Expected, *, unanswered: tuple[str, ...] = (), duration_ms: int = 0) -> Report:
    """Everything that was read; what could not be is said with its reason, never guessed."""
    who = plist_dict(outputs.get("who", b""))
    battery = _battery(outputs, unanswered)
    identity, storage_gb = _identity(who, expected), _storage_gb(outputs)
    locked, managed = _is_true(outputs.get("find_my")), _is_true(outputs.get("supervised"))
    modem = _modem(who)
    findings = (
        *_identity_findings(identity, who, expected), *_storage_findings(storage_gb, expected), *_battery_findings(battery),
        *((Finding("account_lock", "com.apple.fmip IsAssociated true", Verdict.FAIL, "account_lock"),) if locked else ()),
        *((Finding("management", "com.apple.mobile.chaperone DeviceIsChaperoned true", Verdict.FAIL, "mdm"),) if managed else ()),
        *_modem_findings(modem, who), *_port_findings(outputs),
    )  # fmt: skip
    facts = {
        **_who_facts(who), "imei_check": identity, "storage_gb": str(storage_gb or ""), **_battery_facts(battery, outputs),
        "account_lock": "locked" if locked else "unknown", "management": "managed" if managed else "unknown", "modem": modem,
    }  # fmt: skip
    return Report(
        PROBE, Method.AUTO_USB, findings, {name: fact for name, fact in facts.items() if fact}, duration_ms,
        withdrawn=tuple(name for name, found in (("account_lock", locked), ("management", managed)) if not found),
    )  # fmt: skip


def _who_facts(who: Mapping[str, Any]) -> dict[str, str]:
    product = _text(who, "ProductType")
    version, number = _text(who, "ProductVersion"), _text(who, "ModelNumber")
    return {
        "platform": "apple", "product_type": product, "os": f"{'iPadOS' if product.startswith('iPad') else 'iOS'} {version}" if version else "",
        "build": _text(who, "BuildVersion"), "part_number": number + _text(who, "RegionInfo") if number else "",
        "origin": _ORIGINS.get(number[:1], "unknown") if number else "", "colour_code": _text(who, "DeviceColor"),
        "imei2": _text(who, "InternationalMobileEquipmentIdentity2"), "serial": _text(who, "SerialNumber"),
        "activation": _text(who, "ActivationState").lower(), "activation_needed": "yes" if who.get("BrickState") is True else "",
    }  # fmt: skip


def _identity(who: Mapping[str, Any], expected: Expected) -> str:
    """*match*, *differs* or "" when it cannot be told: the IMEI's own digits, against its body, against the record (diagnostics §4.4)."""
    imei, body = _text(who, "InternationalMobileEquipmentIdentity"), _text(who, "MobileEquipmentIdentifier")
    if imei and (not is_imei(imei) or (len(body) == 14 and body.isdigit() and imei[:14] != body)):
        return "differs"
    numbers = {imei, _text(who, "InternationalMobileEquipmentIdentity2")} - {""}
    if expected.imei and numbers:
        return "match" if expected.imei in numbers else "differs"
    serial = _text(who, "SerialNumber")
    if expected.serial and serial:
        return "match" if expected.serial == serial else "differs"
    return ""


def _identity_findings(identity: str, who: Mapping[str, Any], expected: Expected) -> tuple[Finding, ...]:
    """A device that was itself read by the cable proves nothing by being equal to itself: the screen is compared by eye then."""
    imei, serial = _text(who, "InternationalMobileEquipmentIdentity"), _text(who, "SerialNumber")
    raw = f"IMEI {tail(imei)}, MEID {tail(_text(who, 'MobileEquipmentIdentifier'))}, serial {tail(serial)}"
    if identity == "differs":
        return (
            Finding("imei_match", raw, Verdict.FAIL, "imei_mismatch"), Finding("serial_match", raw, Verdict.FAIL, "serial_mismatch"),
            Finding("identity", raw, Verdict.FAIL, "identity_mismatch"),
        )  # fmt: skip
    if identity == "match" and not expected.by_cable:
        return Finding("imei_match", raw), Finding("serial_match", raw), Finding("identity", raw)
    return ()


def _storage_gb(outputs: Mapping[str, bytes]) -> int | None:
    """The size it was sold with: the next one that holds what it says."""
    total = plist_dict(outputs.get("disk_usage", b"")).get("TotalDiskCapacity")
    if not isinstance(total, int) or isinstance(total, bool) or total <= 0:
        return None
    return next((size for size in SIZES_GB if total <= size * GIGABYTE * 1.08), None)


def _storage_findings(storage_gb: int | None, expected: Expected) -> tuple[Finding, ...]:
    if storage_gb is None or not expected.storage_gb:
        return ()
    raw = f"TotalDiskCapacity {storage_gb} GB"
    if storage_gb != expected.storage_gb:
        return Finding("model_match", raw, Verdict.FAIL, "model_mismatch"), Finding("capacity", raw, Verdict.FAIL, "capacity_mismatch")
    return (Finding("capacity", raw),)


def _battery(outputs: Mapping[str, bytes], unanswered: tuple[str, ...]) -> BatteryRead:
    said = next((outputs[name] for name in _BATTERIES if name in outputs), None)
    if said is not None:
        answer = plist_dict(said)
        return battery_of(next((answer[key] for key in _WRAPPED if isinstance(answer.get(key), Mapping)), answer))
    return BatteryRead(why="diagnostics_silent" if any(name in unanswered for name in _BATTERIES) else "diagnostics_refused")


def _battery_findings(battery: BatteryRead) -> tuple[Finding, ...]:
    return () if battery.pct is None else (Finding("battery_pct", battery.raw, number=battery.pct),)


def _battery_facts(battery: BatteryRead, outputs: Mapping[str, bytes]) -> dict[str, str]:
    charge = plist_dict(outputs.get("battery", b"")).get("BatteryCurrentCapacity")
    return {
        "battery_pct": "" if battery.pct is None else str(battery.pct), "battery_pct.trust": battery.trust, "battery_pct.why": battery.why,
        "battery_cycles": "" if battery.cycles is None else str(battery.cycles), "battery_serial": battery.serial,
        "battery_design_mah": str(battery.design_mah or ""), "charge_pct": str(charge) if isinstance(charge, int) and 0 <= charge <= 100 else "",
    }  # fmt: skip


def _modem(who: Mapping[str, Any]) -> str:
    """*ok*, *fault*, or "" for a device without one or that does not tell: ``BBInfoAvailable`` is the one sound state."""
    status = _text(who, "BasebandStatus")
    return "" if not status or status == "NoTelephonyCapabilty" else "ok" if status == "BBInfoAvailable" else "fault"


def _modem_findings(modem: str, who: Mapping[str, Any]) -> tuple[Finding, ...]:
    if modem != "fault":
        return ()
    raw = f"BasebandStatus {_text(who, 'BasebandStatus')}"
    return Finding("network", raw, Verdict.FAIL, "no_baseband"), Finding("modem", raw, Verdict.FAIL, "no_network")


def _port_findings(outputs: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """It was read through its connector; with power coming in as well, both ways of it work."""
    powered = plist_dict(outputs.get("battery", b"")).get("ExternalConnected") is True
    return (Finding("ports", "read by cable, ExternalConnected true"),) if powered else ()


def _is_true(output: bytes | None) -> bool:
    """``true`` is an answer; ``false`` proves nothing, a phone in its setup assistant always says so (diagnostics §4.2)."""
    return output is not None and output.strip() == b"true"


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key, "")
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
