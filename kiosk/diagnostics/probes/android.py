"""The raw answers of an Android phone on the cable → what they prove, as a ``Report``. Pure; never raises, whatever the phone sends.

A test that cannot decide is *inconclusive*, never failed; what was not said is no finding at all. That a sensor or a camera is listed is no
proof that it works: only its absence is said, and a person looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes import android_make as make
from kiosk.diagnostics.probes.android_battery import Battery, battery_of
from kiosk.diagnostics.probes.android_owners import Hold, accounts_of, management_of
from kiosk.diagnostics.probes.android_trust import Trust, trust_of
from kiosk.diagnostics.probes.apple_battery import CLAIMED, MEASURED, UNKNOWN
from kiosk.diagnostics.probes.expected import Expected, tail
from kiosk.diagnostics.probes.report import Finding, Report
from kiosk.hardware.android_answers import imei_of, properties

PROBE = "adb 1"
MOTION_SENSORS = ("accelerometer", "gyroscope", "magnetic_field")
LONGEST_FACT = 200
LEARNED_BY_CHARGING = "learned"


def android_report(outputs: Mapping[str, bytes], expected: Expected, *, unanswered: tuple[str, ...] = (), duration_ms: int = 0) -> Report:
    """``outputs`` by the names of ``android_answers.COMMANDS``; what is missing there is unknown."""
    said = properties(outputs.get("getprop", b""))
    imei, serial = imei_of(outputs.get("imei", b"")) or "", make.serial_of(said)
    storage_gb = make.storage_gb(outputs)
    trust, battery = trust_of(said), battery_of(outputs, today=expected.today)
    (account, counted), management = accounts_of(outputs), management_of(outputs, said)
    holds = {"account_lock": account, "management": management}
    identity = _identity(imei, serial, expected)
    findings = (
        *_identity_findings(identity, imei, serial, expected), *_storage_findings(storage_gb, expected), *_locks(holds), *_software(trust),
        *_power(battery), *_built_in(outputs),
    )  # fmt: skip
    facts = {
        **_who(said), **_capacities(outputs), "storage_gb": str(storage_gb or ""), "imei_check": identity, **make.traces_of(outputs),
        **_battery_facts(battery, trust, unanswered), "reset_lock": _state(account, "locked"), "management": _state(management, "managed"),
        **{f"{maker}_accounts": str(number) for maker, number in counted.items()}, **_trust_facts(trust),
    }  # fmt: skip
    return Report(
        PROBE, Method.AUTO_USB, findings, {name: text[:LONGEST_FACT] for name, text in facts.items() if text}, duration_ms,
        withdrawn=tuple(name for name, hold in holds.items() if hold.verdict is None),
    )  # fmt: skip


def _who(said: Mapping[str, str]) -> dict[str, str]:
    names = make.names_of(said)
    release = names.pop("release", "")
    return {"platform": "android", **names, "part_number": names.get("product_type", ""), "os": f"Android {release}" if release else ""}


def _identity(imei: str, serial: str, expected: Expected) -> str:
    """*match*, *differs* or "". A phone with two SIMs tells only its first IMEI: another than the record's proves nothing, another serial does."""
    if expected.imei and imei == expected.imei:
        return "match"
    if expected.serial and serial:
        return "match" if expected.serial == serial else "differs"
    return ""


def _identity_findings(identity: str, imei: str, serial: str, expected: Expected) -> Iterator[Finding]:
    """A device whose numbers came from the cable proves nothing by being equal to itself: the screen is compared by eye then."""
    raw = f"IMEI {tail(imei)}, serial {tail(serial)}"
    reasons = {"imei_match": "imei_mismatch", "serial_match": "serial_mismatch", "identity": "identity_mismatch"}
    for fact, reason in reasons.items():
        if identity == "differs":
            yield Finding(fact, raw, Verdict.FAIL, reason)
        elif identity == "match" and not expected.by_cable:
            yield Finding(fact, raw)


def _storage_findings(storage_gb: int | None, expected: Expected) -> Iterator[Finding]:
    if storage_gb is None or not expected.storage_gb:
        return
    raw = f"/proc/partitions {storage_gb} GB"
    if storage_gb == expected.storage_gb:
        yield Finding("capacity", raw)
    else:
        yield Finding("model_match", raw, Verdict.FAIL, "model_mismatch")
        yield Finding("capacity", raw, Verdict.FAIL, "capacity_mismatch")


def _locks(holds: Mapping[str, Hold]) -> Iterator[Finding]:
    for fact, hold in holds.items():
        if hold.verdict is not None:
            yield Finding(fact, hold.raw, hold.verdict, hold.reason)


def _software(trust: Trust) -> Iterator[Finding]:
    if trust.verdict is not None:
        yield Finding("software", trust.raw, trust.verdict, "software_modified" if trust.verdict is Verdict.FAIL else None)


def _power(battery: Battery) -> Iterator[Finding]:
    """A frozen battery answers nothing, and is said. That it charges while it talks proves both ways of the socket."""
    if battery.frozen:
        yield Finding("battery_pct", battery.raw, Verdict.INCONCLUSIVE)
    elif battery.health_pct is not None:
        yield Finding("battery_pct", battery.raw, number=_whole(battery.health_pct))
    if battery.charging:
        yield Finding("ports", "read by cable, charging")


def _built_in(outputs: Mapping[str, bytes]) -> Iterator[Finding]:
    sensors = make.sensors_of(outputs)
    missing = [kind for kind in MOTION_SENSORS if kind not in sensors]
    if sensors and missing:
        yield Finding("motion", f"not listed: {', '.join(missing)}", Verdict.INCONCLUSIVE)
    if sensors and "proximity" not in sensors:
        yield Finding("proximity", "not listed: proximity", Verdict.INCONCLUSIVE)
    if make.camera_count(outputs) == 0:
        for fact in ("rear_cameras", "front_camera"):
            yield Finding(fact, "Number of camera devices: 0", Verdict.INCONCLUSIVE)


def _capacities(outputs: Mapping[str, bytes]) -> dict[str, str]:
    memory, cameras = make.memory_mb(outputs), make.camera_count(outputs)
    return {
        "ram_gb": "" if memory is None else f"{memory / 1024:g}", "camera_count": "" if cameras is None else str(cameras),
        "sensors": ", ".join(make.sensors_of(outputs)), "features": ", ".join(make.built_in(outputs)),
    }  # fmt: skip


def _battery_facts(battery: Battery, trust: Trust, unanswered: tuple[str, ...]) -> dict[str, str]:
    """What a modified phone measures is only its claim, and so is what Android worked out by itself."""
    claimed = trust.verdict is Verdict.FAIL or battery.source == LEARNED_BY_CHARGING
    known = battery.health_pct is not None
    return {
        **battery.facts, "battery_pct": "" if battery.health_pct is None else str(_whole(battery.health_pct)), "battery_source": battery.source,
        "battery_pct.trust": UNKNOWN if not known else CLAIMED if claimed else MEASURED,
        "battery_pct.why": "diagnostics_silent" if not known and "battery" in unanswered else battery.note,
    }  # fmt: skip


def _trust_facts(trust: Trust) -> dict[str, str]:
    state = {Verdict.PASS: "genuine", Verdict.FAIL: "modified"}.get(trust.verdict or Verdict.INCONCLUSIVE, UNKNOWN)
    return {"software": state, "software.trust": trust.evidence or UNKNOWN, "tampered": ", ".join(trust.tampered)}


def _state(hold: Hold, held: str) -> str:
    return {Verdict.PASS: "clear", Verdict.FAIL: held}.get(hold.verdict or Verdict.INCONCLUSIVE, UNKNOWN)


def _whole(pct: float) -> int:
    return int(pct + 0.5)
