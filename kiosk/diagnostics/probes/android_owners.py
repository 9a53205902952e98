"""Who else has a hold on an Android phone: accounts that lock it after a reset, a company that manages it, a lender. Pure.

Accounts are counted by kind and never named. No account is only believed where the phone said how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.diagnostics.checklist import Verdict
from kiosk.hardware.android_answers import lines

LOCKING = {"com.google": "google", "com.osp.app.signin": "samsung", "com.xiaomi": "xiaomi", "com.huawei.hwid": "huawei", "com.hihonor.id": "honor"}
"""Kinds of account that a phone asks for again after a reset."""
FINANCED = "1"
KNOX_GUARD, KNOX_GUARD_BOOT = "knox.kg.state", "ro.boot.kg"
KNOX_GUARD_HOLDS = ("active", "locked")
KNOX_GUARD_BOOT_HOLDS = ("0x2", "0x3")
_COUNT = re.compile(r"Accounts: (\d{1,4})\b")
_OWNER_TYPE = re.compile(r"Device Owner Type: (-?\d{1,4})")
_OWNER = re.compile(r"User\s+\d{1,4}: admin=(\S{1,300}?),(Device|Profile)Owner")
_OWNER_COUNT = re.compile(r"(\d{1,4}) owners?:")


@dataclass(frozen=True, slots=True)
class Hold:
    """``verdict`` None: the phone did not say. ``reason`` is that of a fail."""

    verdict: Verdict | None
    raw: str
    reason: str | None = None


def accounts_of(outputs: Mapping[str, bytes]) -> tuple[Hold, dict[str, int]]:
    """Whether an account would lock it after a reset, and how many of each kind there are."""
    said = [line.strip() for line in lines(outputs.get("accounts", b""))]
    counts = [int(found[1]) for line in said if (found := _COUNT.fullmatch(line))]
    kinds = [kind for line in said if (kind := _account_kind(line))]
    locking = {maker: kinds.count(kind) for kind, maker in LOCKING.items() if kind in kinds}
    raw = ", ".join([*(f"{maker} {number}" for maker, number in locking.items()), f"{sum(counts)} in all"])
    if "".join(lines(outputs.get("frp", b""))).strip() == "1":
        return Hold(Verdict.FAIL, "secure_frp_mode 1", "account_lock"), locking
    if locking:
        return Hold(Verdict.FAIL, raw, "account_lock"), locking
    if counts and sum(counts) == len(kinds):
        return Hold(Verdict.PASS, raw), locking
    return Hold(Verdict.INCONCLUSIVE if counts or kinds else None, raw), locking


def _account_kind(line: str) -> str:
    """Its kind, from ``type=…`` or from ``Account {name=…, type=…}``: the name, which anybody may choose, is passed over."""
    if line.startswith("type="):
        return line.removeprefix("type=")
    if line.startswith("Account {") and line.endswith("}"):
        return line[:-1].rpartition(", type=")[2]
    return ""


def management_of(outputs: Mapping[str, bytes], properties: Mapping[str, str]) -> Hold:
    """A lender before a company: its lock comes back after a reset. A profile beside the owner's own is only a company's when it is managed."""
    guard, guard_boot = properties.get(KNOX_GUARD, "").strip().lower(), properties.get(KNOX_GUARD_BOOT, "").strip().lower()
    if guard in KNOX_GUARD_HOLDS or guard_boot in KNOX_GUARD_BOOT_HOLDS:
        return Hold(Verdict.FAIL, f"{KNOX_GUARD} {guard or '-'}, {KNOX_GUARD_BOOT} {guard_boot or '-'}", "financing_lock")
    policy = "\n".join(lines(outputs.get("policy", b"")))
    owners = "\n".join(lines(outputs.get("owners", b""))).strip()
    kind = next((found[1] for found in _OWNER_TYPE.finditer(policy)), "")
    if kind == FINANCED:
        return Hold(Verdict.FAIL, "Device Owner Type: 1", "financing_lock")
    listed = _OWNER.search(owners)
    if listed is not None:
        return Hold(Verdict.FAIL, f"{listed[2]}Owner {listed[1].partition('/')[0]}", "mdm")
    if kind == "0" or _named_owner(policy):
        return Hold(Verdict.FAIL, f"Device Owner {_named_owner(policy) or 'Type: 0'}", "mdm")
    if any("usertype.profile.MANAGED" in line for line in lines(outputs.get("users", b""))):
        return Hold(Verdict.FAIL, "android.os.usertype.profile.MANAGED", "mdm")
    if owners.lower() == "no owners":
        return Hold(Verdict.PASS, "no owners")
    return Hold(Verdict.INCONCLUSIVE if _OWNER_COUNT.search(owners) else None, owners[:80])


def _named_owner(policy: str) -> str:
    """The application under the heading *Device Owner*, which every phone prints, owned or not."""
    said = [line.strip() for line in policy.split("\n")]
    for heading, below in zip(said, [*said[1:], ""], strict=True):
        told = heading.removeprefix("Device Owner:").strip() if heading.startswith("Device Owner:") else None
        component = told or (below.removeprefix("admin=") if told == "" and below.startswith("admin=") else "")
        if component.startswith("ComponentInfo{"):
            return component.removeprefix("ComponentInfo{").partition("/")[0]
    return ""
