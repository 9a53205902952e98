"""A laptop's report file: what a script on a USB stick had its own tools say, raw; read here into facts and findings. Pure, any thread.

Whatever is in the file, reading it never raises but ``NotALaptopReport``, and what is missing, contradictory or nonsense becomes no answer.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes import laptop_battery, laptop_disks
from kiosk.diagnostics.probes.laptop_battery import Battery
from kiosk.diagnostics.probes.laptop_disks import Disk
from kiosk.diagnostics.probes.lenient import json_of
from kiosk.diagnostics.probes.report import Finding, Report
from kiosk.errors import Refused

FORMAT = 1
LARGEST_REPORT_BYTES = 8 * 1024 * 1024
LARGEST_OUTPUT = 1024 * 1024
LONGEST_FACT = 120
_NO_SERIAL = frozenset(
    (
        "default string", "to be filled by o.e.m.", "to be filled by o.e.m", "system serial number", "serial number", "chassis serial number",
        "not specified", "not applicable", "not available", "none", "unknown", "invalid", "oem", "o.e.m.", "n/a", "na", "123456789", "1234567890",
        "0123456789", "system product name", "system version",
    )
)  # fmt: skip
_SERIAL = re.compile(r"[0-9A-Za-z][0-9A-Za-z .\-_/]{2,39}")
_LINE = re.compile(r"^\s*([A-Za-z][A-Za-z0-9 /_-]*?)\s*:\s*(\S.*?)\s*$")
_MAKERS = {
    "lenovo": "Lenovo", "dell": "Dell", "hp": "HP", "hewlett-packard": "HP", "asustek": "ASUS", "asus": "ASUS", "acer": "Acer", "microsoft": "Microsoft",
    "apple": "Apple", "msi": "MSI", "micro-star": "MSI", "samsung": "Samsung", "toshiba": "Toshiba", "dynabook": "Dynabook", "huawei": "Huawei", "lg": "LG",
    "framework": "Framework", "fujitsu": "Fujitsu", "razer": "Razer", "google": "Google",
}  # fmt: skip


class NotALaptopReport(Refused):
    """The file was not written by our scripts, or is torn."""

    code = "diagnostics.not_a_laptop_report"


@dataclass(frozen=True, slots=True)
class LaptopReport:
    """What the laptop says it is ("" where it does not tell), and the report that fills its questions."""

    maker: str
    model: str
    serial: str
    storage_gb: int | None
    made_at: str
    report: Report


class _Output(msgspec.Struct, frozen=True):
    status: int = 0
    base64: str = ""


class _File(msgspec.Struct, frozen=True):
    kiosk_laptop_report: int
    system: str
    made_at: str = ""
    outputs: dict[str, _Output] = msgspec.field(default_factory=dict)


@dataclass(slots=True)
class _Said:
    """What is found out on the way. ``facts`` are kept to explain the answers."""

    outputs: Mapping[str, bytes]
    facts: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def text(self, name: str) -> str:
        content = self.outputs.get(name, b"")
        encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        return content.decode(encoding, "replace").replace("\r\n", "\n")

    def all_of(self, start: str) -> list[str]:
        return [self.text(name) for name in sorted(self.outputs) if name.startswith(start)]

    def note(self, name: str, value: object) -> None:
        shown = "".join(character for character in str(value) if character.isprintable()).strip()[:LONGEST_FACT]
        if value is not None and shown:
            self.facts[name] = shown

    def find(self, fact: str, raw: str, verdict: Verdict, reason: str | None = None) -> None:
        self.findings.append(Finding(fact, raw[:LONGEST_FACT], verdict, reason))


def read_report(content: bytes) -> LaptopReport:
    """NotALaptopReport."""
    if len(content) > LARGEST_REPORT_BYTES:
        raise NotALaptopReport
    try:
        file = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotALaptopReport from error
    if file.kiosk_laptop_report != FORMAT:
        raise NotALaptopReport
    said = _Said({name: _bytes(output.base64) for name, output in file.outputs.items()})
    missing = sorted(name for name, output in file.outputs.items() if output.status == 127)
    said.note("system", file.system)
    said.note("tools_missing", " ".join(missing))
    maker, model, serial = _identity(said)
    disks = _disks(said)
    _battery(said)
    _locks(said)
    storage = [disk.size_bytes for disk in disks if disk.size_bytes]
    report = Report("laptop 1", Method.AUTO_USB, tuple(said.findings), dict(said.facts))
    return LaptopReport(maker, model, serial, _gigabytes(max(storage, default=0)), file.made_at[:40], report)


def same_serial(one: str, other: str) -> bool:
    """Capitals, blanks and dashes apart."""
    return _plain(one) == _plain(other) != ""


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text[: LARGEST_OUTPUT * 4 // 3], validate=True)[:LARGEST_OUTPUT]
    except (binascii.Error, ValueError):
        return b""


# ── what it is ─────────────────────────────────────────────────────────────────────────────────────────────────────
def _identity(said: _Said) -> tuple[str, str, str]:
    """Maker, model and serial number as board, Windows or macOS tell them."""
    board = _fields(said.text("dmidecode")) | {name: value for name in _DMI_FILES if (value := said.text(f"dmi:{name}").strip())}
    cim, mac = _table(said.text("computer")), _mac_hardware(said.text("system_profiler:hardware"))
    maker = "Apple" if mac else _maker(board.get("Manufacturer") or board.get("sys_vendor") or cim.get("Manufacturer", ""))
    name = board.get("Product Name") or board.get("product_name") or cim.get("Model", "")
    version = board.get("Version") or board.get("product_version") or cim.get("Version", "")
    model = _mac_name(mac) if mac else _known_text(version if maker == "Lenovo" and not _is_no_name(version) else name)
    serials = (mac.get("serial_number", ""), board.get("Serial Number", ""), board.get("product_serial", ""), cim.get("SerialNumber", ""))
    serial = next((text for text in map(_serial, serials) if text), "")
    said.note("maker", maker)
    said.note("model", model)
    said.note("serial", serial)
    said.note("processor", mac.get("chip_type") or mac.get("cpu_type") or cim.get("Processor") or _fields(said.text("cpuinfo")).get("model name"))
    said.note("memory", mac.get("physical_memory") or _memory(said.text("meminfo"), cim.get("TotalPhysicalMemory", "")))
    return maker, model, serial


_DMI_FILES = ("sys_vendor", "product_name", "product_version", "product_serial")


def _fields(text: str) -> dict[str, str]:
    """``Name: value`` lines; the first of a name counts."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = _LINE.match(line) if len(line) < 400 else None
        if match:
            found.setdefault(match[1], match[2])
    return found


def _table(text: str) -> dict[str, str]:
    """One flat JSON object, its values as text."""
    found = json_of(text.lstrip("\ufeff"))
    return {str(name): str(value).strip() for name, value in found.items() if isinstance(value, str | int)} if isinstance(found, dict) else {}


def _mac_hardware(text: str) -> dict[str, str]:
    found = json_of(text)
    entries = found.get("SPHardwareDataType") if isinstance(found, dict) else None
    first = entries[0] if isinstance(entries, list) and entries else None
    return {str(name): value.strip() for name, value in first.items() if isinstance(value, str)} if isinstance(first, dict) else {}


def _mac_name(mac: Mapping[str, str]) -> str:
    """``MacBook Air M1``: the size of the screen is not told."""
    return _known_text(" ".join(filter(None, (mac.get("machine_name", ""), mac.get("chip_type", "").removeprefix("Apple ").strip()))))


def _maker(text: str) -> str:
    words = text.casefold().split()
    return _MAKERS.get(words[0].rstrip(",."), _known_text(text)) if words else ""


def _known_text(text: str) -> str:
    return "" if _is_no_name(text) else "".join(character for character in text if character.isprintable()).strip()[:60]


def _is_no_name(text: str) -> bool:
    return not text.strip() or text.strip().casefold() in _NO_SERIAL


def _serial(text: str) -> str:
    """As it stands on the device; "" for what makers leave where a serial number belongs."""
    shown = text.strip()
    if shown.casefold() in _NO_SERIAL or not _SERIAL.fullmatch(shown) or len(set(_plain(shown))) < 3:
        return ""
    return shown.upper()


def _plain(serial: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", serial.upper())


def _memory(meminfo: str, total_bytes: str) -> str | None:
    kilobytes = re.search(r"^MemTotal:\s+(\d{4,12}) kB", meminfo, re.MULTILINE)
    size = int(kilobytes[1]) * 1024 if kilobytes else int(total_bytes) if re.fullmatch(r"[0-9]{6,15}", total_bytes) else 0
    return f"{-(-size // (1 << 30))} GB" if size else None


def _gigabytes(size_bytes: int) -> int | None:
    """The commercial size: what a maker calls 256 GB is between 240 and 256."""
    sizes = (64, 128, 256, 512, 1024, 2048, 4096)
    return next((size for size in sizes if 0.9 * size <= size_bytes / 1_000_000_000 <= 1.03 * size), None)


# ── how it is ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _battery(said: _Said) -> None:
    mac = laptop_battery.of_mac(said.outputs.get("ioreg", b""), said.text("system_profiler:power"))
    found = mac or laptop_battery.of_powercfg(said.text("powercfg"))
    found = found or laptop_battery.of_upower(said.text("upower")) or laptop_battery.of_kernel("".join(said.all_of("battery")))
    if found is None:
        return
    said.note("battery_measured", found.measured)
    said.note("battery_cycles", found.cycles)
    said.note("battery_percent", found.percent)
    said.note("battery_percent_said", found.said_percent)
    said.note("battery_amperage_ma", found.amperage_ma)
    finding = _battery_finding(found, lower=mac is not None)
    if finding is not None:
        said.findings.append(finding)


def _battery_finding(found: Battery, *, lower: bool) -> Finding | None:
    """Two figures that contradict each other answer nothing; of a Mac's two that agree about, the lower counts."""
    if found.percent is None:
        return None
    if found.contradicts:
        return Finding("battery_pct", f"{found.percent} % ({found.measured}) / {found.said_percent} %", Verdict.INCONCLUSIVE)
    percent = min(found.percent, found.said_percent) if lower and found.said_percent is not None else found.percent
    return Finding("battery_pct", f"{percent} % ({found.measured})", number=round(percent))


def _disks(said: _Said) -> list[Disk]:
    disks = [disk for text in said.all_of("smartctl") if (disk := laptop_disks.of_smartctl(text)) is not None]
    for number, disk in enumerate(disks, start=1):
        hours = f"{disk.power_on_hours} h" if disk.power_on_hours is not None else ""
        used = f"{disk.used_pct} % used" if disk.used_pct is not None else ""
        said.note(f"disk_{number}", " · ".join(filter(None, (disk.model, hours, used, *disk.faults))))
    raw = "; ".join(said.facts.get(f"disk_{number}", "") for number in range(1, len(disks) + 1))
    if any(disk.healthy is False for disk in disks):
        said.find("disk_health", raw, Verdict.FAIL, "disk_health")
    elif disks and all(disk.healthy for disk in disks):
        said.find("disk_health", raw, Verdict.PASS)
    return disks


def _locks(said: _Said) -> None:
    """Only what a tool says in so many words."""
    _encryption(said)
    mac = _mac_hardware(said.text("system_profiler:hardware"))
    enrolled = re.search(r"Enrolled via DEP:\s*Yes", said.text("profiles")) or re.search(r"AzureAdJoined\s*:\s*YES", said.text("dsregcmd"))
    if mac.get("activation_lock_status") == "activation_lock_enabled" or enrolled:
        said.find("activation_lock", enrolled[0] if enrolled else "activation_lock_enabled", Verdict.FAIL, "activation_lock")
    licence = said.text("licence").strip()
    if licence in ("0", "1", "2", "3", "4", "5", "6"):
        said.find("licence", f"LicenseStatus {licence}", Verdict.PASS if licence == "1" else Verdict.FAIL, None if licence == "1" else "licence")


def _encryption(said: _Said) -> None:
    """Linux names the kinds of what is on the disks, Windows and macOS say it themselves."""
    kinds = {kind for line in said.text("filesystems").splitlines() for kind in line.split()}
    vault, bitlocker = said.text("fdesetup"), _protection(said.text("bitlocker"))
    locked = sorted(kinds & {"BitLocker", "crypto_LUKS"}) + (["FileVault"] if "FileVault is On" in vault else []) + (["BitLocker"] if 1 in bitlocker else [])
    if locked:
        said.find("disk_lock", " ".join(locked), Verdict.FAIL, "disk_lock")
    elif kinds or "FileVault is Off" in vault or (bitlocker and set(bitlocker) == {0}):
        said.find("disk_lock", " ".join(sorted(kinds)) or vault.strip() or "ProtectionStatus 0", Verdict.PASS)


def _protection(text: str) -> Sequence[int]:
    """Windows' ``ProtectionStatus`` of each volume: 0 off, 1 on, 2 unknown."""
    return [int(word) for word in text.split() if word in ("0", "1", "2")]
