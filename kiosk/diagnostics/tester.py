"""The safety tester of a shop: a measure of earth, insulation or leakage counts only with its serial number and a calibration that holds.

Source: diagnostics §2.2, points 6 to 8 of a small appliance. A calibration is taken to hold for twelve months.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.errors import Refused

LONGEST_SERIAL = 40


class CalibrationLapsed(Refused):
    """The tester's last calibration is older than twelve months, or lies in the future: what it says proves nothing."""

    code = "diagnostics.calibration_lapsed"


class UnclearTester(Refused):
    """The serial number is empty or the calibration is no day."""

    code = "diagnostics.tester_unclear"


@dataclass(frozen=True, slots=True)
class SafetyTester:
    """What stands on the instrument's own sticker."""

    serial: str
    calibrated_on: date

    @property
    def probe(self) -> str:
        """How it is named on each answer that it gave."""
        return f"tester {self.serial}"

    @property
    def raw(self) -> str:
        """What is kept beside each number."""
        return f"serial={self.serial} calibrated={self.calibrated_on.isoformat()}"

    @property
    def good_until(self) -> date:
        """The same day a year later; 28 February after a leap day."""
        try:
            return self.calibrated_on.replace(year=self.calibrated_on.year + 1)
        except ValueError:
            return date(self.calibrated_on.year + 1, 2, 28)

    def must_hold(self, *, on: date) -> None:
        """CalibrationLapsed."""
        if not self.calibrated_on <= on <= self.good_until:
            raise CalibrationLapsed(serial=self.serial, calibrated=self.calibrated_on.isoformat())


def safety_tester(serial: str, calibrated_on: date | None) -> SafetyTester:
    """As it was typed; UnclearTester."""
    known = " ".join(serial.split())
    if not known or len(known) > LONGEST_SERIAL or calibrated_on is None:
        raise UnclearTester()
    return SafetyTester(known, calibrated_on)
