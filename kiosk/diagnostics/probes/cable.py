"""From a phone on a cable to its report: each platform has its own parser; and whether the phone is the device that is being tested. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kiosk.diagnostics.probes.android import android_report
from kiosk.diagnostics.probes.apple import apple_report
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Report
from kiosk.hardware.ports import Platform, PluggedPhone


class Parser(Protocol):
    def __call__(self, outputs: Mapping[str, bytes], expected: Expected, *, unanswered: tuple[str, ...], duration_ms: int) -> Report: ...


PARSERS: Mapping[Platform, Parser] = {Platform.APPLE: apple_report, Platform.ANDROID: android_report}


def report_of(phone: PluggedPhone, expected: Expected) -> Report:
    """What a phone that was read whole says."""
    return PARSERS[phone.platform](phone.outputs, expected, unanswered=phone.unanswered, duration_ms=phone.duration_ms)


def is_same_device(phone: PluggedPhone, expected: Expected) -> bool:
    """By either IMEI, else by its serial number."""
    if expected.imei and (phone.imei or phone.imei2):
        return expected.imei in (phone.imei, phone.imei2)
    return bool(expected.serial) and expected.serial == phone.serial
