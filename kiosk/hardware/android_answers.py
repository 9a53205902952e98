"""One batch of questions for an Android phone's shell, and its answers taken apart. Pure: garbage gives nothing, never an error.

Commands that would print names of people (accounts, users) are cut down on the phone itself: only kinds and counts cross the cable.
``service call`` is used for transaction 1 alone: its neighbours shift from release to release, and some of them write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from stdnum import luhn

IMEI_DIGITS = 15
NULL_TEXT = 0xFFFFFFFF
MARK = "##kiosk "
END = "end"
MOST_BYTES_OF_ONE = 262_144
"""What is kept of one answer; a phone's longest honest one is a third of it."""
_GAUGE = ("charge_full", "charge_full_design", "cycle_count", "battery_cycle", "fg_asoc", "fg_cycle", "manufacturing_date", "first_usage_date")

COMMANDS: Mapping[str, str] = MappingProxyType({
    "getprop": "getprop",
    "imei": "service call iphonesubinfo 1 s16 com.android.shell",
    "battery": "dumpsys battery",
    "current_now": "cmd battery get -f current_now",
    "gauge": f'for f in {" ".join(_GAUGE)}; do echo "$f=$(cat /sys/class/power_supply/battery/$f 2>/dev/null)"; done',
    "batterystats": "dumpsys batterystats --charged | grep -E 'learned battery capacity|Estimated battery capacity'",
    "health": "dumpsys android.hardware.health.IHealth/default",
    "memory": "grep MemTotal /proc/meminfo",
    "partitions": "cat /proc/partitions",
    "data": "df -k /data",
    "screen": "wm size",
    "density": "wm density",
    "sensors": "dumpsys sensorservice | grep 'type: android.sensor'",
    "cameras": "dumpsys media.camera | grep -E 'Number of camera devices|Facing: '",
    "features": "pm list features",
    "accounts": r"dumpsys account | sed -n 's/^ *Account {.*, type=\(.*\)}.*$/type=\1/p; s/^ *\(Accounts: [0-9]*\).*$/\1/p'",
    "owners": "dpm list-owners",
    "policy": "dumpsys device_policy | grep -E 'Device Owner|Profile Owner|Enabled Device Admins|admin=Component'",
    "users": "dumpsys user | grep -o 'Type: android.os.usertype[.A-Za-z]*'",
    "android_id": "settings get secure android_id",
    "frp": "settings get global secure_frp_mode",
    "boot_count": "settings get global boot_count",
})  # fmt: skip

WHO = ("getprop", "imei")
"""What names a phone, asked first; the rest follows."""
REST = tuple(name for name in COMMANDS if name not in WHO)
_PROPERTY = re.compile(r"\[([^\]\[]{1,200})\]: \[(.*)")
_WORD = re.compile(r"\b[0-9a-f]{8}\b")
_MARKS = {name: re.compile(f"{MARK}{name}\r?\n".encode()) for name in (*COMMANDS, END)}


def script(names: tuple[str, ...]) -> str:
    """Questions as one shell script: a line that names each answer, then its command."""
    return "\n".join(f"echo '{MARK}{name}'\n{COMMANDS[name]}" for name in names) + f"\necho '{MARK}{END}'"


def taken_apart(said: bytes, names: tuple[str, ...]) -> dict[str, bytes]:
    """The whole answers of a script, by name. They come in the order they were asked; one that was cut off in the middle is left out."""
    answers: dict[str, bytes] = {}
    here = _MARKS[names[0]].search(said)
    for name, following in pairwise((*names, END)):
        there = _MARKS[following].search(said, here.end()) if here is not None else None
        if here is None or there is None:
            break
        answers[name] = said[here.end() : min(there.start(), here.end() + MOST_BYTES_OF_ONE)]
        here = there
    return answers


def lines(said: bytes) -> list[str]:
    """Lines as Android ends them, old versions with CR LF; bytes that are no UTF-8 become a mark."""
    return [line.rstrip("\r") for line in said[:MOST_BYTES_OF_ONE].decode("utf-8", "replace").split("\n")]


def properties(said: bytes) -> dict[str, str]:
    """What ``getprop`` says. A key that comes twice has its last value; a value may go over several lines; its blanks are kept."""
    found: dict[str, str] = {}
    key, value = "", [""]
    for line in lines(said):
        begins = _PROPERTY.fullmatch(line.rstrip())
        if begins is not None:
            key, value = begins[1], [begins[2]]
        elif key:
            value.append(line.rstrip())
        if key and value[-1].endswith("]"):
            found[key] = "\n".join(value)[:-1]
            key = ""
    return found


def parcel_text(said: bytes) -> str | None:
    """The one text that a ``service call`` answered with; None when it was refused, empty or cut short."""
    text = said.decode("ascii", "replace")
    if "Parcel(" not in text:
        return None
    raw = "\n".join(line.partition("'")[0] for line in text.partition("Parcel(")[2].split("\n"))
    words = [int(word, 16) for word in _WORD.findall(raw)]
    if len(words) < 2 or words[0] != 0 or words[1] in (0, NULL_TEXT):
        return None
    content = b"".join(word.to_bytes(4, "little") for word in words[2:])[: words[1] * 2]
    if len(content) < words[1] * 2:
        return None
    try:
        return content.decode("utf-16-le")
    except UnicodeDecodeError:
        return None


def imei_of(said: bytes) -> str | None:
    """The IMEI in a parcel: fifteen digits with a right Luhn digit and nothing else, for other releases answer other texts there."""
    text = parcel_text(said)
    if text is None or len(text) != IMEI_DIGITS or not (text.isascii() and text.isdigit()) or not int(text):
        return None
    return text if luhn.is_valid(text) else None
