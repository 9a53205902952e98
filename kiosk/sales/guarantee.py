"""The legal guarantee of conformity of what is sold (C. conso. L. 217-3, L. 217-7). Pure."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

GUARANTEE_MONTHS = 24
PRESUMPTION_MONTHS_USED = 12
PRESUMPTION_MONTHS_NEW = 24


@dataclass(frozen=True, slots=True)
class Guarantee:
    """``until`` and ``presumed_until`` are the last days; before the second, a defect is presumed to be from the start."""

    since: date
    until: date
    presumed_until: date


def legal_guarantee(handed_over: date, *, used: bool) -> Guarantee:
    """Two years from the day of delivery; 12 months of presumption for used goods, 24 for new ones."""
    months = PRESUMPTION_MONTHS_USED if used else PRESUMPTION_MONTHS_NEW
    return Guarantee(handed_over, months_later(handed_over, GUARANTEE_MONTHS), months_later(handed_over, months))


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day when it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
