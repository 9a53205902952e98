"""Whether an Android phone runs what its maker signed, and how strong the evidence is. Pure.

All of it is said by the phone's own properties, which a modified phone can rewrite: an open bootloader is believed, a closed one is
*measured* only when boot loader, verified boot and build agree. Where they do not decide, nothing is decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.diagnostics.checklist import Verdict

VERIFIED, LOCKED, DEVICE_STATE, KNOX_FUSE = "ro.boot.verifiedbootstate", "ro.boot.flash.locked", "ro.boot.vbmeta.device_state", "ro.boot.warranty_bit"
TAGS, TYPE = "ro.build.tags", "ro.build.type"
KEYS = (VERIFIED, LOCKED, DEVICE_STATE, KNOX_FUSE, TAGS, TYPE)
MEASURED, CIRCUMSTANTIAL = "measured", "circumstantial"
BROKEN_FUSE = ("1", "0x1")


@dataclass(frozen=True, slots=True)
class Trust:
    """``verdict`` is None when the phone says nothing of it. ``raw`` holds the properties as it said them."""

    verdict: Verdict | None
    evidence: str
    raw: str
    tampered: tuple[str, ...] = ()


def trust_of(properties: Mapping[str, str]) -> Trust:
    """A line that is missing is no anomaly; a blank inside the brackets is: no maker writes one, a tool that rewrites values in place does."""
    tampered = tuple(key for key in KEYS if key in properties and properties[key] != properties[key].strip())
    said = {key: properties[key].strip() for key in KEYS if properties.get(key, "").strip()}
    raw = ", ".join(f"[{key}]: [{properties[key]}]" for key in KEYS if key in properties)
    if tampered or _is_open(said) or _is_foreign(said):
        return Trust(Verdict.FAIL, MEASURED, raw, tampered)
    if not said:
        return Trust(None, "", raw)
    closed = said.get(LOCKED) == "1" or said.get(DEVICE_STATE) == "locked"
    if said.get(VERIFIED) == "green" and closed and said.get(TAGS) == "release-keys" and said.get(KNOX_FUSE) not in BROKEN_FUSE:
        return Trust(Verdict.PASS, MEASURED, raw)
    return Trust(Verdict.INCONCLUSIVE, CIRCUMSTANTIAL, raw)


def _is_open(said: Mapping[str, str]) -> bool:
    """Yellow boots a system of somebody else's key, orange anything, red is broken. ``flash.locked`` is also seen as 2, which says nothing."""
    return said.get(VERIFIED) in ("yellow", "orange", "red") or said.get(LOCKED) == "0" or said.get(DEVICE_STATE) == "unlocked"


def _is_foreign(said: Mapping[str, str]) -> bool:
    """Not the build that the maker sells."""
    return said.get(TAGS) in ("test-keys", "dev-keys") or said.get(TYPE) in ("userdebug", "eng")
