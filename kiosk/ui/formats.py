"""How amounts, times and counts are written on the screen, in the language of the person who is signed in. Pure.

Money and dates reach QML as finished strings from here; words stand in QML (``qsTr``). Times come in UTC and are shown in the shop's zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from kiosk.basics.clock import parse_utc
from kiosk.basics.locales import Locale

FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHOP_ZONE = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class Formats(Locale):
    """A locale that also knows the shop's zone: what a view model is handed."""

    zone: str = SHOP_ZONE

    def clock(self, at_utc: str | datetime) -> str:
        """``14:37`` in the shop's zone."""
        return self.time(self._local(at_utc))

    def clock_with_seconds(self, at_utc: str | datetime) -> str:
        return f"{self._local(at_utc):%H:%M:%S}"

    def day(self, at_utc: str | datetime) -> str:
        """``samedi 21 novembre`` or ``Saturday 21 November``, ``Saturday, November 21`` in the United States."""
        moment = self._local(at_utc)
        if self.french:
            return f"{FRENCH_DAYS[moment.weekday()]} {'1er' if moment.day == 1 else moment.day} {FRENCH_MONTHS[moment.month - 1]}"
        if self.country == "US":
            return f"{ENGLISH_DAYS[moment.weekday()]}, {ENGLISH_MONTHS[moment.month - 1]} {moment.day}"
        return f"{ENGLISH_DAYS[moment.weekday()]} {moment.day} {ENGLISH_MONTHS[moment.month - 1]}"

    def day_of_month(self, at_utc: str | datetime) -> str:
        """``21 décembre``."""
        return self.day(at_utc).split(" ", 1)[1]

    def date_of(self, at_utc: str | datetime) -> str:
        """``22/11/2026``, the day it was in the shop."""
        return self.date(self._local(at_utc))

    def local_hour(self, at_utc: str | datetime) -> int:
        return self._local(at_utc).hour

    def midnight(self, at_utc: datetime) -> datetime:
        """When the shop's day began, in UTC."""
        zone = ZoneInfo(self.zone)
        return datetime.combine(at_utc.astimezone(zone).date(), time.min, tzinfo=zone).astimezone(UTC)

    def _local(self, at_utc: str | datetime) -> datetime:
        moment = parse_utc(at_utc) if isinstance(at_utc, str) else at_utc.astimezone(UTC)
        return moment.astimezone(ZoneInfo(self.zone))


def tail(identifier: str, *, length: int = 4) -> str:
    """The last characters of an identifier: all that a shared screen shows of it."""
    return identifier[-length:]


def minutes_between(since_utc: str, now: datetime) -> int:
    """Whole minutes that have passed; never negative, whatever the clock did."""
    return max(0, int((now - parse_utc(since_utc)).total_seconds()) // 60)
