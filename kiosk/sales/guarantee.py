"""The legal guarantee of conformity of what is sold (C. conso. L. 217-3, L. 217-7). Pure."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.sales.after.rules import GuaranteeTerms


class Lengthening(StrEnum):
    """Why a guarantee ends later: six months after a repair (C. conso. L. 217-13), or the days that a repair took away (L. 217-28)."""

    REPAIR = "repair"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Lengthened:
    """Days added for one reason."""

    reason: Lengthening
    days: int


class GuaranteeState(StrEnum):
    """Where a sold device stands on a day."""

    PRESUMED = "presumed"
    COVERED = "covered"
    OVER = "over"
    GIVEN_BACK = "given_back"


@dataclass(frozen=True, slots=True)
class Cover:
    """Last days of each promise for one sold device: the law's, its presumption, the house's own (None: there is none)."""

    since: date
    legal_until: date
    presumed_until: date
    house_until: date | None

    def state(self, today: date) -> GuaranteeState:
        """Before ``presumed_until`` the seller has to prove that a defect is new; until ``legal_until`` the customer has to prove it is not."""
        if today > self.legal_until:
            return GuaranteeState.OVER
        return GuaranteeState.PRESUMED if today <= self.presumed_until else GuaranteeState.COVERED


def cover_of(handed_over: date, *, used: bool, terms: GuaranteeTerms, lengthened: Sequence[Lengthened] = ()) -> Cover:
    """What a repair adds goes to the law's guarantee; days without the device go to every promise, for it did not run (L. 217-28)."""
    presumed_months = terms.presumed_used_months if used else terms.presumed_new_months
    suspended = timedelta(days=sum(item.days for item in lengthened if item.reason is Lengthening.SUSPENDED))
    repaired = timedelta(days=sum(item.days for item in lengthened if item.reason is Lengthening.REPAIR))
    house = months_later(handed_over, terms.house_months) + suspended if terms.house_months else None
    return Cover(
        handed_over, months_later(handed_over, terms.legal_months) + suspended + repaired, months_later(handed_over, presumed_months) + suspended, house
    )


def after_repair(cover: Cover, *, brought_on: date, given_back_on: date, terms: GuaranteeTerms) -> tuple[Lengthened, ...]:
    """What a repair under guarantee adds: the days without the device, then the months of the law, counted from where that ends."""
    away = (given_back_on - brought_on).days
    assert away >= 0
    before = cover.legal_until + timedelta(days=away)
    months = Lengthened(Lengthening.REPAIR, (months_later(before, terms.repair_months) - before).days)
    return (Lengthened(Lengthening.SUSPENDED, away), months) if away else (months,)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day when it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
